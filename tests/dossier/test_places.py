"""Places in a file: providers, the coordinator, and the referral line of a work provider."""

from datetime import date
from uuid import uuid4

import pytest
import time_machine

from tests.dossier.colleagues import colleague_of, place
from tests.dossier.world import CARE, CARER, WORK, World, read_in_database
from tests.scene import TODAY, signed_in, text_of
from vlechtwerk.people.models import Person
from vlechtwerk.rules.activation.duties.periods import Period
from vlechtwerk.rules.activation.duties.work_providers import work_provider_reads_through_the_line
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.actions import OwnFile, Part, involve
from vlechtwerk.sharing.granting import Giving, GrantRefused, NotInTheFile, give_access
from vlechtwerk.sharing.models import Involvement, InvolvementReason
from vlechtwerk.sharing.places import Line, PlaceTaken, end_place, make_line, take_place
from vlechtwerk.sharing.policy import Kind
from vlechtwerk.sharing.waiting import Asked, waiting_for

FIRST, LAST = date(2026, 5, 4), date(2026, 11, 4)
PROVIDER = Role.WORK_PROVIDER


def tasks(world: World) -> list[tuple[Asked, str]]:
    """What waits for the work case manager about the colleagues of the care provider."""
    found = waiting_for(world.position(WORK), TODAY)
    return [(one.asked, one.part.position.account.name) for one in found if one.part and one.role is CARER]


@pytest.mark.rule("AT-127")
def test_a_care_provider_who_replaces_another_gives_the_work_case_manager_two_tasks(world: World) -> None:
    world.give_all()
    new, old = colleague_of(world, CARER, elsewhere=True), place(world, CARER)
    took = take_place(file=world.file, position=new, replaces=old, by=world.position(CARE))
    assert sorted(tasks(world)) == [(Asked.END, "Care_Provider"), (Asked.GIVE, "Nieuw Gezicht")]
    assert world.part(Kind.SHARED).pk not in read_in_database(new)
    give_access(Giving(took, [Kind.SHARED], "nieuwe dienstverlener"), by=world.position(WORK))
    end_place(involvement=old, by=world.position(WORK))
    assert tasks(world) == []
    assert world.part(Kind.SHARED).pk in read_in_database(new)
    assert read_in_database(world.position(CARER)) == set()


@pytest.mark.rule("AT-138")
@pytest.mark.parametrize("by", [CARER, PROVIDER, Role.NETWORK_COORDINATOR])
def test_providers_and_the_coordinator_let_nobody_take_part(world: World, by: Role) -> None:
    with pytest.raises(GrantRefused) as refused:
        take_place(file=world.file, position=colleague_of(world, CARER), by=world.position(by))
    assert refused.value.reason.rule.id == "AT-138"


@pytest.mark.rule("AT-138")
def test_only_the_work_case_manager_ends_the_place_of_a_provider(world: World) -> None:
    with pytest.raises(GrantRefused):
        end_place(involvement=place(world, CARER), by=world.position(CARE))
    with pytest.raises(NotInTheFile):
        end_place(involvement=place(world, CARE), by=world.position(WORK))


@pytest.mark.rule("AT-007")
def test_a_place_for_one_is_not_filled_twice(world: World) -> None:
    with pytest.raises(PlaceTaken):
        take_place(file=world.file, position=colleague_of(world, CARE), by=world.position(WORK))
    present = place(world, CARER)
    assert take_place(file=world.file, position=present.position, by=world.position(WORK)) == present


@pytest.fixture
def lined(world: World) -> World:
    """The file with a referral line of 4 May to 4 November 2026, and no other part of the work provider."""
    Involvement.objects.filter(pk=place(world, PROVIDER).pk).update(until_on=TODAY)
    make_line(file=world.file, line=Line(world.position(PROVIDER), FIRST, LAST), by=world.position(WORK))
    return world


@pytest.mark.rule("AT-183")
@pytest.mark.parametrize(
    ("day", "status"),
    [(date(2026, 5, 3), 404), (FIRST, 200), (LAST, 200), (date(2026, 11, 5), 404)],
)
def test_a_work_provider_reads_on_the_days_of_the_line(lined: World, day: date, status: int) -> None:
    with time_machine.travel(f"{day}T12:00:00+02:00"):
        assert signed_in(lined.position(PROVIDER)).get(lined.scene.url).status_code == status
    assert (work_provider_reads_through_the_line([Period(FIRST, LAST)], day) == ()) is (status == 200)


@pytest.mark.rule("AT-183")
def test_only_the_work_case_manager_makes_a_line_and_none_covers_the_same_day_twice(lined: World) -> None:
    provider, by = lined.position(PROVIDER), lined.position(WORK)
    with pytest.raises(GrantRefused) as refused:
        make_line(file=lined.file, line=Line(provider, FIRST, LAST), by=lined.position(CARE))
    assert refused.value.reason.rule.id == "AT-183"
    with pytest.raises(PlaceTaken):
        make_line(file=lined.file, line=Line(provider, LAST, date(2026, 12, 1)), by=by)
    again = make_line(file=lined.file, line=Line(provider, FIRST, LAST), by=by)
    assert again.until_on == date(2026, 11, 5)
    assert make_line(file=lined.file, line=Line(provider, date(2026, 11, 5), date(2026, 12, 1)), by=by) != again


def test_the_line_is_made_in_the_browser_and_shown_with_its_end(world: World) -> None:
    browser, to = world.visitor(WORK), colleague_of(world, PROVIDER)
    answers = {"to": str(to.pk), "first": "2026-05-04", "last": "2026-11-04", "idempotency_key": str(uuid4())}
    assert browser.post(f"{world.url}toegang/doorverwijslijn/", answers).status_code == 302
    page = text_of(world.visitor(Role.CLIENT).get(f"{world.url}toegang/"))
    assert "4 november 2026" in page
    assert browser.post(f"{world.url}toegang/doorverwijslijn/", {**answers, "last": "2026-05-03"}).status_code == 422
    assert browser.post(f"{world.url}toegang/doorverwijslijn/", {**answers, "first": "2026-04-30"}).status_code == 422


def test_nobody_works_in_the_file_about_herself(world: World) -> None:
    own = colleague_of(world, CARER)
    Person.objects.filter(pk=world.file.person_id).update(account=own.account)
    part = Part(own, CARER, TODAY, InvolvementReason.ACTION_ASSIGNED)
    with pytest.raises(OwnFile):
        involve(file=world.file, part=part, by=world.position(WORK))
    assert "Nieuw Gezicht" not in text_of(world.visitor(WORK).get(f"{world.url}toegang/meewerken/"))
