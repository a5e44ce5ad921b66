"""Reading a page as a visitor does: where it leads, and which forms stand on it."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

TYPED_IN = {"text", "search", "email", "password", "textarea"}


@dataclass
class FormOnPage:
    """A form that is sent: where to, and what stands in it. Nothing is chosen in it and no day is filled in."""

    action: str
    fields: dict[str, str] = field(default_factory=dict)

    def filled(self, typed: str) -> dict[str, str]:
        """What is sent when somebody types the same in every field and chooses nothing."""
        return {name: typed if kind in TYPED_IN else kind.removeprefix("=") for name, kind in self.fields.items()}


class PageReader(HTMLParser):
    """Finds the links and the forms of a page."""

    def __init__(self, text: str) -> None:
        """Read the page."""
        super().__init__()
        self.links: list[str] = []
        self.forms: list[FormOnPage] = []
        self._form: FormOnPage | None = None
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take what leads somewhere, and the fields of the form that is open."""
        told: dict[str, Any] = dict(attrs)
        self.links += [told[name] for name in ("href", "hx-get") if told.get(name, "").startswith(("/", "?"))]
        if tag == "form" and told.get("method", "").lower() == "post":
            self._form = FormOnPage(told.get("action") or "")
            self.forms.append(self._form)
        elif self._form and tag in {"input", "textarea"} and told.get("name"):
            kind = told.get("type", "text") if tag == "input" else tag
            if kind == "hidden":
                self._form.fields[told["name"]] = "=" + (told.get("value") or "")
            elif kind in TYPED_IN:
                self._form.fields[told["name"]] = kind

    def handle_endtag(self, tag: str) -> None:
        """Close the form."""
        if tag == "form":
            self._form = None
