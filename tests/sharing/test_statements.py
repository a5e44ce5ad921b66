"""The policy that is written into statements is the one of the querysets."""

from datetime import date

import pytest

from tests.cast import Cast, make_cast
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.models import Involvement
from vlechtwerk.sharing.statements import parts_of

TODAY = date(2026, 5, 1)


@pytest.fixture
def cast(db: None) -> Cast:
    """Everybody of one region."""
    return make_cast()


@pytest.mark.parametrize("role", [Role.WORK_CASE_MANAGER, Role.NETWORK_COORDINATOR, Role.VDAB_MEDIATOR])
@pytest.mark.parametrize("on", [TODAY, date(2031, 1, 31)])
def test_a_statement_asks_for_the_parts_as_the_queryset_does(cast: Cast, role: Role, on: date) -> None:
    parts, (text, values) = parts_of(cast[role], on), Involvement.objects.of(cast[role], on).query.sql_with_params()
    assert parts is not None
    assert parts.text % {name: repr(value) for name, value in parts.values.items()} == text % tuple(map(repr, values))


def test_a_position_that_is_no_longer_held_has_no_parts(cast: Cast) -> None:
    position = cast[Role.WORK_CASE_MANAGER]
    position.until_on = TODAY
    assert parts_of(position, TODAY) is None
    assert not Involvement.objects.of(position, TODAY).exists()
