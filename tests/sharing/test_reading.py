"""Looking at a file is recorded with the capacity and the involvement that give access to it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import pytest

from tests.cast import Cast
from vlechtwerk.audit.models import Entry, Verb
from vlechtwerk.history.models import Case
from vlechtwerk.history.reading import opened
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing import reading
from vlechtwerk.sharing.actions import Part, involve
from vlechtwerk.sharing.models import Involvement, InvolvementReason


@dataclass(frozen=True)
class Seen:
    """What was looked up of a case."""

    own_parts: Iterable[Involvement]


def line() -> Entry:
    """The last line of the record."""
    return Entry.objects.latest("id")


def test_who_reads_is_written_down_with_grant_part_and_purpose(cast: Cast) -> None:
    case, position = cast.open(), cast[Role.CARE_PROVIDER]
    grant = case.file.involvements.get(position=position)
    reading.read(position, case.file.involvements.all())
    found = line()
    assert (found.verb, found.file_id, found.grant_id) == (Verb.FILE_READ, case.file_id, grant.pk)
    assert (found.capacity, found.part, found.purpose) == ("care_provider", "administrative", "guidance")


def test_of_several_capacities_the_one_of_the_position_counts(cast: Cast) -> None:
    case, position = cast.open(), cast[Role.VDAB_MEDIATOR]
    part = Part(position, Role.TRUSTED_ADVISOR, date(2020, 1, 2), InvolvementReason.REFERRAL)
    involve(file=case.file, part=part, by=position)
    reading.read(position, case.file.involvements.all())
    assert line().capacity == "vdab_mediator"


def test_another_capacity_counts_when_it_is_the_only_one(cast: Cast) -> None:
    case, position = cast.open(), cast[Role.VDAB_MEDIATOR]
    case.file.involvements.filter(position=position).update(capacity=Role.TRUSTED_ADVISOR)
    reading.read(position, case.file.involvements.all())
    assert line().capacity == "trusted_advisor"


def test_a_list_is_one_line_with_every_file_once(cast: Cast) -> None:
    first, second = UUID(int=1), UUID(int=2)
    reading.listed(cast[Role.DGS], [first, second, first])
    found = line()
    assert (found.verb, found.shown, found.file_id) == (Verb.FILES_LISTED, [first, second], None)


def test_a_refused_attempt_is_under_no_grant(cast: Cast) -> None:
    case = cast.open()
    reading.refused(cast.outsider, case.file_id)
    found = line()
    assert (found.allowed, found.grant_id, found.file_id) == (False, None, case.file_id)
    assert (found.part, found.purpose) == ("administrative", None)


def test_who_has_no_part_in_a_file_reads_nothing(cast: Cast) -> None:
    case = cast.open()
    before = Entry.objects.count()
    with pytest.raises(Involvement.DoesNotExist):
        reading.read(cast.outsider, case.file.involvements.all())
    assert Entry.objects.count() == before


def test_a_case_of_which_the_access_ends_while_it_is_looked_up_is_refused(cast: Cast) -> None:
    case = cast.open()

    def look_up() -> Seen:
        return Seen(case.file.involvements.exclude(position=cast[Role.DGS]))

    with pytest.raises(Case.DoesNotExist):
        opened(case.pk, cast[Role.DGS], look_up)
    found = line()
    assert (found.allowed, found.file_id) == (False, case.file_id)
