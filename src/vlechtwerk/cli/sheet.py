"""A readable sheet of text: headings, lines and items, each item with the rule and the section it rests on."""

from collections.abc import Iterable

from vlechtwerk.cli.output import WIDTH, glued, wrapped
from vlechtwerk.rules.kernel import Rule, Rulebook, Shape
from vlechtwerk.texts import Translator
from vlechtwerk.texts.labels import Kind, UnknownCode, label_of_any

BULLET = "  - "
DETAIL = "      "


class Sheet:
    """Collects the lines of a report. Where all rules come from one document, it is named once and not behind every rule."""

    def __init__(self, book: Rulebook) -> None:
        """Find the documents of the rules that can appear in an assessment."""
        rules = (rule for rule in book if rule.shape is not Shape.REQUIREMENT)
        self.documents = sorted({rule.source.document.short for rule in rules})
        self.lines: list[str] = []

    def title(self, text: str) -> None:
        """A title with a line below it."""
        self.lines += [text, "=" * min(len(text), WIDTH)]

    def line(self, text: str, *rules: Rule) -> None:
        """A line at the margin."""
        self.lines += wrapped(text + self._cited(rules))

    def heading(self, text: str) -> None:
        """A heading with an empty line above it."""
        self.lines += ["", text]

    def item(self, text: str, *rules: Rule) -> None:
        """One point of a list."""
        self.lines += wrapped(text + self._cited(rules), BULLET, " " * len(BULLET))

    def detail(self, text: str, *rules: Rule) -> None:
        """A line below a point of a list."""
        self.lines += wrapped(text + self._cited(rules), DETAIL)

    def _cited(self, rules: Iterable[Rule]) -> str:
        return "".join(" " + glued(f"[{self._citation(rule)}]") for rule in rules)

    def _citation(self, rule: Rule) -> str:
        source = rule.source
        document = "" if len(self.documents) == 1 else f"{source.document.short} "
        return f"{rule.id}, {document}{source.section}"


def word(code: str, say: Translator, *kinds: Kind) -> str:
    """The word of the field for a code; the code itself, readable, where there is none."""
    try:
        return say(label_of_any(code, *kinds))
    except UnknownCode:
        return code.replace("_", " ")
