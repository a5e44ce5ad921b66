"""Writing people."""

from vlechtwerk.people.models import Person
from vlechtwerk.people.names import loose_key, search_key


def register(
    *,
    given_name: str,
    family_name: str,
    birth_year: int | None = None,
    mlp_reference: str | None = None,
    is_fictional: bool = False,
) -> Person:
    """Store a person and the key to find them by.

    Raises IntegrityError when the names have no letter or digit at all, and when somebody has this reference already.
    """
    person = new_person(given_name, family_name, birth_year=birth_year, is_fictional=is_fictional)
    person.mlp_reference = mlp_reference
    person.save(force_insert=True)
    return person


def new_person(
    given_name: str, family_name: str, *, birth_year: int | None = None, is_fictional: bool = False
) -> Person:
    """A person that is not stored yet, for those who store many at once."""
    return Person(
        given_name=given_name,
        family_name=family_name,
        birth_year=birth_year,
        is_fictional=is_fictional,
        search_key=search_key(given_name, family_name),
        loose_key=loose_key(given_name, family_name),
    )
