"""Sets of categories to fill in: made up for the tests, with as many as are asked for."""

from datetime import date

from vlechtwerk.icf.loading import About, Loaded, load_set

HEADING = "code;title;component;qualifiers;explanation"


def csv_of(number: int) -> bytes:
    """A file with this many categories."""
    letters = ("b", "d", "e")
    lines = (f"{letters[one % 3]}{100 + one};Onderdeel {one};{letters[one % 3]};;Uitleg {one}" for one in range(number))
    return "\n".join([HEADING, *lines]).encode()


def loaded(number: int = 43, from_on: date = date(2026, 1, 1), name: str = "Proefset") -> Loaded:
    """A stored set with this many categories."""
    return load_set(csv_of(number), About(name, "voor de proef gemaakt", from_on))
