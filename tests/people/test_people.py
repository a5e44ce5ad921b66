"""People are found by their name, however it is typed."""

import pytest
from django.db import IntegrityError

from vlechtwerk.people.actions import register
from vlechtwerk.people.models import Person
from vlechtwerk.people.names import search_key


@pytest.mark.parametrize(
    ("names", "key"),
    [
        (("Fien", "Voorbeeld"), "fien voorbeeld"),
        (("Özgür", "Yılmaz"), "ozgur yilmaz"),
        (("ÉLISE", "d'Hondt"), "elise dhondt"),
        (("Anne-Marie", "Van  der  Straße"), "anne marie van der strasse"),
        (("Łukasz", "Sørensen"), "lukasz sorensen"),
        (("Zoë", "'t Jong"), "zoe t jong"),
        ((" ", ""), ""),
    ],
)
def test_a_name_is_searched_without_case_accents_and_signs(names: tuple[str, ...], key: str) -> None:
    assert search_key(*names) == key


@pytest.mark.django_db
def test_a_person_is_stored_with_the_key_of_the_names() -> None:
    person = register(given_name="Zoë", family_name="Voorbeeld", birth_year=1990, is_fictional=True)
    assert Person.objects.get(search_key="zoe voorbeeld") == person


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["", "--", "'"])
def test_a_person_needs_a_name_that_can_be_found(name: str) -> None:
    with pytest.raises(IntegrityError):
        register(given_name=name, family_name=name)


@pytest.mark.django_db
@pytest.mark.parametrize("year", [1899, 2200])
def test_a_year_of_birth_makes_sense(year: int) -> None:
    with pytest.raises(IntegrityError):
        register(given_name="Fien", family_name="Voorbeeld", birth_year=year)
