"""Asking an extension with a shared note, and the decision of the project follower."""

import pytest

from tests.dossier.world import CARE, WORK, World
from tests.execution.telling import EXTENSION, happened, reports, send
from tests.scene import text_of
from vlechtwerk.audit.models import Entry, Verb
from vlechtwerk.rules.roles import Role

FOLLOWER, PAGE = Role.PROJECT_FOLLOWER, "verlenging/"


def asked(world: World, role: Role = WORK, **more: object) -> str:
    """What the page says after somebody asked an extension; empty when it was sent."""
    answer = send(world, role, PAGE, EXTENSION, more)
    return "" if answer.status_code == 302 else text_of(answer)


def decided(world: World, **told: object) -> str:
    """What the page says after the project follower decided; empty when it was stored."""
    answer = send(world, FOLLOWER, PAGE, {"happened_on": "2027-09-10"}, told)
    return "" if answer.status_code == 302 else text_of(answer)


@pytest.mark.rule("AT-228")
def test_the_work_case_manager_asks_an_extension_with_a_note_that_the_project_follower_reads(late: World) -> None:
    assert asked(late) == ""
    assert happened(late, "extension_requested")[0]["months"] == 3
    page = text_of(late.visitor(FOLLOWER).get(f"{late.scene.url}{PAGE}"))
    assert "De evaluatie van de stage" in page
    assert "3" in page


@pytest.mark.rule("AT-228")
def test_the_care_case_manager_cannot_send_the_request(late: World) -> None:
    assert send(late, CARE, PAGE, EXTENSION).status_code == 404
    assert happened(late, "extension_requested") == []


@pytest.mark.rule("AT-225")
@pytest.mark.rule("AT-228")
@pytest.mark.parametrize("left_out", ["months", "actions", "consulted_on"])
def test_a_request_without_length_actions_or_agreement_is_refused_with_the_rule(late: World, left_out: str) -> None:
    assert "Dit kan niet, en er is niets bewaard" in asked(late, WORK, **{left_out: ""})
    assert happened(late, "extension_requested") == []
    assert reports(late, WORK) == []


@pytest.mark.rule("AT-228")
def test_words_about_the_reason_beside_the_reference_to_the_file_are_refused(late: World) -> None:
    assert "geen tekst over gezondheid" in asked(late, reason="Zij was ernstig ziek.")


@pytest.mark.rule("AT-228")
@pytest.mark.parametrize(("refers", "reason"), [("on", ""), ("", "Drie maanden ziek gemeld bij VDAB.")])
def test_beside_a_reference_to_the_file_the_note_holds_nothing_about_the_cause(
    late: World, refers: str, reason: str
) -> None:
    assert asked(late, refers_to_file=refers, reason=reason) == ""
    told = reports(late, FOLLOWER)[0].told
    assert ("cause" in told, "category_changed_on" in told) == (not refers, not refers)


@pytest.mark.rule("AT-223")
def test_illness_is_shown_by_the_changed_category(late: World) -> None:
    assert asked(late, category_changed_on="") != ""
    assert asked(late) == ""


@pytest.mark.rule("AT-226")
def test_delay_at_a_provider_is_no_reason(late: World) -> None:
    assert asked(late, cause="provider", explanation="Geen personeel") != ""


@pytest.mark.rule("AT-224")
@pytest.mark.parametrize(("last", "fits"), [("2028-01-07", True), ("2028-01-08", False)])
def test_what_remains_is_done_within_the_months_that_are_asked(late: World, last: str, fits: bool) -> None:
    assert (asked(late, actions_until=last) == "") is fits


@pytest.mark.rule("AT-222")
def test_without_three_months_of_interruption_the_page_says_why_it_cannot_be_asked(world: World) -> None:
    page = text_of(world.visitor(WORK).get(f"{world.scene.url}{PAGE}"))
    assert "Waarom dit nu niet gevraagd kan worden" in page


@pytest.mark.rule("AT-221")
@pytest.mark.parametrize(
    ("told", "months"),
    [
        ({"decision": "granted"}, 3),
        ({"decision": "partly", "months": "2", "reason": "Twee maanden volstaan."}, 2),
        ({"decision": "refused", "reason": "De acties kunnen in de tijd die er is."}, 0),
    ],
)
def test_the_project_follower_grants_all_or_less_or_refuses(late: World, told: dict[str, str], months: int) -> None:
    asked(late)
    assert decided(late, **told) == ""
    maximum = text_of(late.visitor(WORK).get(f"{late.scene.url}{PAGE}"))
    left = {3: "3 maanden", 2: "4 maanden", 0: "6 maanden"}[months]
    assert f"Kan er nog bij {left}" in maximum
    if reason := told.get("reason"):
        assert reason in maximum


@pytest.mark.parametrize("decision", ["partly", "refused"])
def test_whoever_does_not_grant_everything_tells_why(late: World, decision: str) -> None:
    asked(late)
    assert "Zeg waarom niet alles toegekend is." in decided(late, decision=decision, months="2")
    assert happened(late, "extension_decided") == []


def test_fewer_months_means_fewer_than_were_asked(late: World) -> None:
    asked(late)
    assert "Kies minder maanden" in decided(late, decision="partly", months="3", reason="Minder volstaat.")


def test_sending_twice_stores_one_note_and_one_line_in_the_record(late: World) -> None:
    key = "0192d6f0-0000-7000-8000-000000000001"
    for _time in range(2):
        assert send(late, WORK, PAGE, EXTENSION, idempotency_key=key).status_code in {302, 303}
    assert len(happened(late, "extension_requested")) == 1
    assert len(reports(late, CARE)) == 1
    assert Entry.objects.filter(verb=Verb.REPORT_WRITTEN).count() == 1


@pytest.mark.parametrize("role", [Role.TRUSTED_ADVISOR, Role.WORK_PROVIDER, Role.VDAB_MEDIATOR])
def test_others_who_read_the_course_of_the_trajectory_do_not_read_the_note(late: World, role: Role) -> None:
    asked(late)
    assert "De evaluatie van de stage" not in text_of(late.visitor(role).get(f"{late.scene.url}{PAGE}"))
    assert reports(late, role) == []
