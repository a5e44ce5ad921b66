"""The invented people of the region. Nobody is called like this: the family names say that they are made up."""

from vlechtwerk.people.actions import new_person
from vlechtwerk.people.models import Person

GIVEN_NAMES = (
    "Mia", "Jef", "Ayşe", "Wout", "Fatima", "Zoë", "Karim", "Lieve", "Noor", "Dries", "Amina", "Hugo", "Jana", "Milan",
    "Rachida", "Tuur", "Elif", "Bram", "Yasmina", "Senne", "Oumar", "Greet", "Ilyas", "Roos", "Mehdi", "Hilde", "Kaat",
    "Samir", "An", "Femke",
)  # fmt: skip
FAMILY_NAMES = (
    "Voorbeeld", "Verzonnen", "Denkbeeldig", "Fictief", "Proefpersoon", "Verbeelding", "Fabelaar", "Ingebeeld", "Modelmens",
    "Schijnbaar", "Verdichtsel", "Sprookjes", "Papierens",
)  # fmt: skip


def fictional_person(number: int) -> Person:
    """The person with this number, not stored yet: always the same one, and no two alike for the first 390."""
    given = GIVEN_NAMES[number % len(GIVEN_NAMES)]
    family = FAMILY_NAMES[(number + number // len(GIVEN_NAMES)) % len(FAMILY_NAMES)]
    return new_person(given, family, birth_year=1966 + number * 7 % 38, is_fictional=True)
