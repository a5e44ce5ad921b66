"""Who takes part in a file sees it, from and until a day; for everybody else it does not exist."""

from datetime import date

import pytest
from django.db import IntegrityError

from tests.cast import Cast
from vlechtwerk.audit.models import Entry
from vlechtwerk.organisations.models import Position
from vlechtwerk.people.actions import register
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.actions import Part, end_involvement, involve, open_file
from vlechtwerk.sharing.models import File, InvolvementReason

OPENED = date(2026, 2, 2)


@pytest.fixture
def file(cast: Cast) -> File:
    """A file that the mediator opened."""
    return open_file(
        person=register(given_name="Fien", family_name="Voorbeeld"), on=OPENED, by=cast[Role.VDAB_MEDIATOR]
    )


def part_of(position: Position, from_on: date = OPENED, until_on: date | None = None) -> Part:
    """A part of a position in the role it has."""
    return Part(position, Role(position.role), from_on, InvolvementReason.ASSIGNMENT, until_on)


def sees(position: Position, day: date) -> bool:
    """Whether a position sees any file on a day."""
    return File.objects.visible_to(position, day).exists()


def test_who_opens_a_file_sees_it_and_an_outsider_does_not(cast: Cast, file: File) -> None:
    assert File.objects.visible_to(cast[Role.VDAB_MEDIATOR], OPENED).get() == file
    assert not sees(cast.outsider, OPENED)
    assert not sees(cast[Role.WORK_CASE_MANAGER], OPENED)


def test_a_part_holds_from_its_first_day_and_no_longer_on_its_end(cast: Cast, file: File) -> None:
    manager = cast[Role.WORK_CASE_MANAGER]
    involve(file=file, part=part_of(manager, date(2026, 2, 3), date(2026, 3, 5)), by=cast[Role.VDAB_MEDIATOR])
    days = [date(2026, 2, 2), date(2026, 2, 3), date(2026, 3, 4), date(2026, 3, 5)]
    assert [sees(manager, day) for day in days] == [False, True, True, False]


def test_ending_a_part_today_takes_the_file_away_today(cast: Cast, file: File) -> None:
    manager = cast[Role.WORK_CASE_MANAGER]
    part = involve(file=file, part=part_of(manager), by=cast[Role.VDAB_MEDIATOR])
    end_involvement(involvement=part, until_on=date(2026, 2, 10), by=cast[Role.VDAB_MEDIATOR])
    assert not sees(manager, date(2026, 2, 10))
    assert sees(manager, date(2026, 2, 9))


def test_a_position_that_is_not_held_any_more_sees_nothing(cast: Cast, file: File) -> None:
    mediator = cast[Role.VDAB_MEDIATOR]
    mediator.until_on = date(2026, 3, 1)
    assert not sees(mediator, date(2026, 3, 1))
    assert sees(mediator, date(2026, 2, 28))


def test_two_capacities_in_one_file_show_it_once(cast: Cast, file: File) -> None:
    mediator = cast[Role.VDAB_MEDIATOR]
    advisor = Part(mediator, Role.TRUSTED_ADVISOR, OPENED, InvolvementReason.REFERRAL)
    involve(file=file, part=advisor, by=mediator)
    assert File.objects.visible_to(mediator, OPENED).count() == 1


def test_the_same_part_is_not_given_twice(cast: Cast, file: File) -> None:
    with pytest.raises(IntegrityError):
        involve(file=file, part=part_of(cast[Role.VDAB_MEDIATOR]), by=cast[Role.VDAB_MEDIATOR])


def test_opening_giving_and_ending_are_noted(cast: Cast, file: File) -> None:
    mediator = cast[Role.VDAB_MEDIATOR]
    part = involve(file=file, part=part_of(cast[Role.DGS]), by=mediator)
    end_involvement(involvement=part, until_on=date(2026, 3, 1), by=mediator)
    lines = Entry.objects.filter(file_id=file.pk, position_id=mediator.pk).order_by("id")
    assert list(lines.values_list("verb", flat=True)) == ["file_opened", "involved", "involvement_ended"]


def test_who_gave_a_part_is_kept(cast: Cast, file: File) -> None:
    part = involve(file=file, part=part_of(cast[Role.DGS]), by=cast[Role.VDAB_MEDIATOR])
    assert part.granted_by == cast[Role.VDAB_MEDIATOR]
