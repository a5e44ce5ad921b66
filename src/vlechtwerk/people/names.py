"""Names as they are searched: without case, accents and signs, so that "Özgür" is found with "ozgur"."""

import unicodedata

WITHOUT_DECOMPOSITION = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "œ": "oe", "đ": "d", "ł": "l", "ı": "i"})
"""Letters that Unicode does not take apart into a letter and a sign."""


def search_key(*names: str) -> str:
    """The names in one line of plain lower-case letters and digits, words apart by one space.

    Signs such as the apostrophe of "d'Hondt" part no word; a hyphen does.
    """
    spaced = " ".join(names).casefold().replace("-", " ").translate(WITHOUT_DECOMPOSITION)
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", spaced) if sign.isalnum() or sign.isspace())
    return " ".join(plain.split())
