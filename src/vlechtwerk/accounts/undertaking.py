"""The undertaking of confidentiality that everybody who works with files accepts before the first look.

The text has versions. A version that somebody accepted is never changed: other words are a new version, with the day on
which it takes effect, and everybody is asked again. What is stored is who accepted which version, when, in which language, and
a digest of the words that stood on the screen.
"""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from django.utils.translation import gettext, gettext_noop


@dataclass(frozen=True, slots=True)
class Undertaking:
    """One version: its number, the day on which it took effect, and what one promises (English message ids)."""

    version: int
    since: date
    promises: tuple[str, ...]

    def words(self) -> list[str]:
        """The promises in the language of the page."""
        return [gettext(promise) for promise in self.promises]

    def digest(self) -> str:
        """The digest of the words in the language of the page, to show later what was accepted."""
        return sha256("\n".join(self.words()).encode()).hexdigest()


VERSIONS = (
    Undertaking(
        1,
        date(2026, 11, 21),
        (
            gettext_noop("I open a file only when my task in it asks for that, and only the parts that I need."),
            gettext_noop(
                "What I learn about a person I keep to myself, also towards colleagues who have no part in the file. "
                "This stays so when my task or my job has ended."
            ),
            gettext_noop(
                "I pass something on only with the consent that stands in the file, or when the law obliges me to."
            ),
            gettext_noop(
                "I know that everything I open or change is kept with my name, my position and the time, and that the "
                "person whom the file is about can see who looked."
            ),
            gettext_noop(
                "My password, my telephone and my keys are mine alone: nobody else works under my name. I tell a loss or "
                "a mistake at once to the data-protection officer of my organisation."
            ),
        ),
    ),
)
CURRENT = VERSIONS[-1]
