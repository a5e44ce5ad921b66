"""The example set, to try the program with: general codes of the ICF with short titles in words of our own.

The set of VDAB is not public. This is not it, and it says so wherever it is shown.
"""

from datetime import date
from importlib.resources import files

from vlechtwerk.icf.loading import About, Loaded, load_set

NAME = "Voorbeeldset, niet die van VDAB"
SOURCE = "Algemene ICF-codes (WHO, 2001), met eigen korte titels; alleen om te oefenen"


def load_example(from_on: date) -> Loaded:
    """Store the example set, in force from a day."""
    content = (files("vlechtwerk.icf") / "voorbeeldset.csv").read_bytes()
    return load_set(content, About(NAME, SOURCE, from_on, is_example=True))
