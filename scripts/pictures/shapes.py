"""What a picture is: who looks, which way somebody goes there, and what of the page is shown."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

CHECKOUT: Final = Path(__file__).resolve().parents[2]
MANUAL: Final = CHECKOUT / "docs" / "gebruik"
FOLDER: Final = MANUAL / "beeld"


class Go(NamedTuple):
    """Open an address."""

    path: str


class Follow(NamedTuple):
    """Follow the link with this text."""

    text: str


class Press(NamedTuple):
    """Press the button with this text."""

    text: str


class Fill(NamedTuple):
    """Type something in the field with this label."""

    label: str
    text: str


class Choose(NamedTuple):
    """Choose the answer with this label."""

    label: str


class Pick(NamedTuple):
    """Pick an answer from the list with this label."""

    label: str
    text: str


class Unfold(NamedTuple):
    """Open what is folded under these words, the first of them on the page."""

    text: str


Step: TypeAlias = Go | Follow | Press | Fill | Choose | Pick | Unfold


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture.

    `of` is the name of the account that signs in, `says` the alternative text in Dutch. Without `part` the whole content of
    the page is shown from its top; `part` is the title of the section that is shown alone, and `start` the words at
    which it begins otherwise. `height` is the most of it, in
    pixels of the page. `header` shows the top of the window too. A `phone` is 390 pixels wide. `then` is done once it is
    taken, so that a later picture shows it.
    """

    name: str
    of: str
    steps: tuple[Step, ...]
    says: str
    part: str = ""
    start: str = ""
    height: int = 800
    header: bool = False
    phone: bool = False
    folder: Path = FOLDER
    then: tuple[Step, ...] = ()

    @property
    def path(self) -> Path:
        """Where it is kept."""
        return self.folder / f"{self.name}.png"
