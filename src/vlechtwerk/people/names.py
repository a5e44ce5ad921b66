"""Names as they are searched: without case, accents and signs, so that "Özgür" is found with "ozgur"."""

import re
import unicodedata

WITHOUT_DECOMPOSITION = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "œ": "oe", "đ": "d", "ł": "l", "ı": "i"})
"""Letters that Unicode does not take apart into a letter and a sign."""
SIGN = re.compile(r"[^\w\s]|_")
"""What is no letter, no digit and no space."""


def search_key(*names: str) -> str:
    """The names in one line of plain lower-case letters and digits, words apart by one space.

    Signs such as the apostrophe of "d'Hondt" part no word; a hyphen does.
    """
    spaced = " ".join(names).casefold().replace("-", " ").translate(WITHOUT_DECOMPOSITION)
    return " ".join(SIGN.sub("", unicodedata.normalize("NFKD", spaced)).split())
