"""Signing, uploading, judging, and what a change does to the signatures."""

import pytest
from django.utils import timezone

from tests.dossier.world import CARE, CARER, WORK
from tests.plans.world import CLIENT, COORDINATOR, INTERNSHIP, THERAPY, PlanWorld
from tests.scene import text_of
from vlechtwerk.doorbell.models import Address, Mail
from vlechtwerk.rules.roles import Role


@pytest.fixture
def written(world: PlanWorld) -> PlanWorld:
    """A plan in which nothing is missing."""
    world.complete()
    return world


@pytest.fixture
def uploaded(written: PlanWorld) -> PlanWorld:
    """A plan that everybody signed and that was uploaded."""
    written.sign_all()
    assert written.send(CARE, "opladen/").status_code == 302
    return written


def therapy(world: PlanWorld) -> str:
    """The code of the action of care."""
    return next(one.code for one in world.latest().told.actions if one.domain == "care")


def waiting(world: PlanWorld) -> int:
    """How many people still have to sign, as the page tells."""
    return world.words(CARE).lower().count("moet nog ondertekenen")


@pytest.mark.rule("AT-092")
def test_the_participant_and_both_case_managers_sign_each_in_the_own_name(written: PlanWorld) -> None:
    assert waiting(written) == 3
    assert written.sign(CLIENT).status_code == 302
    assert waiting(written) == 2
    assert written.page(CARE, "opladen/").status_code == 200
    assert written.send(CARE, "opladen/").status_code == 404


@pytest.mark.rule("AT-092")
def test_nobody_signs_digitally_for_somebody_else(written: PlanWorld) -> None:
    answer = written.sign(CLIENT, by=CARE, manner="digital")
    assert answer.status_code == 422
    assert "in eigen naam" in text_of(answer)
    assert written.sign(CLIENT, by=CARE).status_code == 302


@pytest.mark.rule("AT-093")
@pytest.mark.parametrize(("day", "told"), [("2026-05-01", "één dag ja"), ("2026-04-30", "één dag nee")])
def test_the_plan_tells_whether_everybody_signed_on_one_day(written: PlanWorld, day: str, told: str) -> None:
    written.sign(CLIENT, by=CARE, signed_on=day)
    for role in (WORK, CARE):
        written.sign(role)
    assert told in written.words(CARE)


@pytest.mark.rule("AT-111")
def test_a_plan_that_was_not_aligned_with_the_coordinator_is_warned_of_and_can_be_signed(written: PlanWorld) -> None:
    assert "AT-111" in written.words(CARE)
    assert written.sign(CARE).status_code == 302
    assert written.frame(aligned_on="2026-04-30").status_code == 302
    assert "AT-111" not in written.words(CARE)


@pytest.mark.parametrize("role", [CARER, COORDINATOR])
def test_who_does_not_sign_has_no_page_to_sign(written: PlanWorld, role: Role) -> None:
    assert written.page(role, "ondertekenen/").status_code == 404


@pytest.mark.parametrize(("day", "status"), [("2026-05-01", 302), ("2026-05-02", 422)])
def test_nobody_signs_on_a_day_that_has_to_come(written: PlanWorld, day: str, status: int) -> None:
    assert written.sign(CLIENT, by=CARE, signed_on=day).status_code == status


def test_a_plan_in_which_something_is_missing_is_not_signed(world: PlanWorld) -> None:
    world.goal()
    world.frame()
    answer = world.sign(CARE)
    assert answer.status_code == 422
    assert "AT-083" in answer.content.decode()


@pytest.mark.rule("AT-097")
def test_a_typing_error_keeps_the_signatures(written: PlanWorld) -> None:
    written.sign(CLIENT)
    change = {"change": therapy(written), "need": "Fien is snel moe", "only_wording": "on"}
    assert written.act(CARE, THERAPY, **change).status_code == 302
    assert waiting(written) == 2


@pytest.mark.rule("AT-095")
@pytest.mark.parametrize("changed", [{"need": "Iets anders"}, {"evaluated_on": "2026-10-31"}, {"cost": "900,00"}])
def test_a_change_of_content_takes_the_signatures_away(written: PlanWorld, changed: dict[str, str]) -> None:
    written.sign(CLIENT)
    assert written.act(CARE, THERAPY, change=therapy(written), **changed).status_code == 302
    assert waiting(written) == 3


@pytest.mark.rule("AT-112")
def test_the_upload_records_the_signing_and_the_upload(uploaded: PlanWorld) -> None:
    names = list(uploaded.scene.case.events.order_by("sequence").values_list("name", flat=True))
    assert names[-2:] == ["plan_signed", "plan_uploaded"]
    assert "Opgeladen op 1 mei 2026" in uploaded.words(CARE)
    assert uploaded.page(CARE, "ondertekenen/").status_code == 404


@pytest.mark.rule("AT-105")
def test_how_it_was_signed_stands_in_the_history(written: PlanWorld) -> None:
    for role, by in ((CLIENT, CARE), (WORK, WORK), (CARE, CARE)):
        written.sign(role, by=by)
    written.send(CARE, "opladen/")
    signed = written.scene.case.events.get(name="plan_signed")
    assert (signed.data or {})["medium"] == "mixed"


@pytest.mark.rule("AT-097")
def test_a_minor_change_of_a_signed_plan_asks_a_reason_and_keeps_the_version(uploaded: PlanWorld) -> None:
    change = {"change": therapy(uploaded), "starts_on": "2026-05-18"}
    refused = uploaded.act(CARE, THERAPY, **change)
    assert refused.status_code == 422
    assert "AT-097" in refused.content.decode()
    assert uploaded.act(CARE, THERAPY, **change, reason="De ergotherapeut is ziek").status_code == 302
    assert uploaded.latest().number == 1
    assert "De ergotherapeut is ziek" in uploaded.words(WORK)


@pytest.mark.rule("AT-095")
def test_a_fundamental_change_of_a_signed_plan_is_a_new_version_to_sign(uploaded: PlanWorld) -> None:
    assert uploaded.act(WORK, {**INTERNSHIP, "text": "Tweede stage"}).status_code == 302
    assert uploaded.latest().number == 2
    assert waiting(uploaded) == 3
    assert "Tweede stage" not in uploaded.words(CARE, "?versie=1")


@pytest.mark.rule("AT-150")
@pytest.mark.parametrize(("day", "status"), [("", 422), ("2026-05-01", 302), ("2026-05-02", 422)])
def test_a_new_version_is_talked_about_with_the_participant_first(uploaded: PlanWorld, day: str, status: int) -> None:
    change = {**INTERNSHIP, "text": "Tweede stage"}
    answer = uploaded.act(WORK, change, discussed_on=day, answer="", valid_until="")
    assert answer.status_code == status
    assert ("AT-150" in text_of(answer)) == (status == 422)


def test_two_versions_are_compared_in_words(uploaded: PlanWorld) -> None:
    uploaded.act(WORK, {**INTERNSHIP, "text": "Tweede stage"})
    page = uploaded.words(CLIENT, "vergelijken/")
    assert "Actie: Tweede stage (toegevoegd)" in page
    assert THERAPY["text"] not in page


@pytest.mark.rule("AT-114")
def test_a_plan_is_returned_with_a_reason_only(uploaded: PlanWorld) -> None:
    assert uploaded.send(COORDINATOR, "beoordelen/", verdict="returned").status_code == 422
    told = {"verdict": "returned", "text": "Er is geen stageplaats vrij"}
    assert uploaded.send(COORDINATOR, "beoordelen/", **told).status_code == 302
    assert "Er is geen stageplaats vrij" in uploaded.words(WORK)
    assert uploaded.scene.case.events.filter(name="plan_returned").count() == 1


APPROVAL = {"verdict": "approved", "realistic": "on", "within_budget": "on"}


@pytest.mark.rule("AT-103")
@pytest.mark.parametrize(("amount", "status"), [("", 422), ("1999,99", 422), ("2000,00", 302)])
def test_a_plan_is_approved_when_it_costs_no_more_than_the_maximum(
    uploaded: PlanWorld, amount: str, status: int
) -> None:
    told = {"valid_from": "2026-01-01", "amount": amount, "legal_source": "Bestek, artikel 7"}
    key = {"idempotency_key": "0197a5b0-0000-7000-8000-000000000001"}
    assert uploaded.visitor(COORDINATOR).post("/plafond/", {**told, **key}).status_code == 302
    assert uploaded.send(COORDINATOR, "beoordelen/", **APPROVAL).status_code == status
    assert uploaded.scene.case.events.filter(name="plan_approved").count() == (status == 302)


@pytest.mark.rule("AT-114")
def test_beside_the_answer_stands_what_is_judged_and_what_it_costs(uploaded: PlanWorld) -> None:
    page = uploaded.words(COORDINATOR, "beoordelen/")
    beside = page[page.index("Wat u beoordeelt") :]
    told = (THERAPY["text"], "vanaf", "Ramingen samen", "voor deze regio heeft niemand ze ingevuld")
    assert [one for one in told if one not in beside] == []


@pytest.mark.rule("AT-114")
def test_a_question_reaches_both_case_managers_and_stops_nothing(uploaded: PlanWorld) -> None:
    uploaded.send(COORDINATOR, "beoordelen/", verdict="question", text="Is er al een magazijn gevonden?")
    for role in (WORK, CARE):
        assert "Is er al een magazijn gevonden?" in uploaded.words(role)
    assert uploaded.page(COORDINATOR, "beoordelen/").status_code == 200


@pytest.mark.rule("AT-114")
@pytest.mark.parametrize(
    "verdict", [{"verdict": "question", "text": "Wanneer?"}, {"verdict": "returned", "text": "Te duur"}]
)
def test_both_case_managers_hear_that_the_coordinator_answered(uploaded: PlanWorld, verdict: dict[str, str]) -> None:
    uploaded.send(COORDINATOR, "beoordelen/", **verdict)
    for role in (WORK, CARE):
        assert "de netwerkcoördinator antwoordde op het trajectplan" in text_of(uploaded.visitor(role).get("/"))


@pytest.mark.rule("AT-113")
def test_the_coordinator_hears_of_each_version_once_and_of_a_minor_change_not(uploaded: PlanWorld) -> None:
    account = uploaded.position(COORDINATOR).account
    told = "er is een versie van het trajectplan opgeladen"
    assert text_of(uploaded.visitor(COORDINATOR).get("/")).count(told) == 1
    uploaded.send(COORDINATOR, "beoordelen/", verdict="question", text="Wanneer?")
    assert told not in text_of(uploaded.visitor(COORDINATOR).get("/"))
    Address.objects.create(account=account, email="netwerk@voorbeeld.be", confirmed_at=timezone.now())
    uploaded.act(CARE, THERAPY, change=therapy(uploaded), starts_on="2026-05-18", reason="De ergotherapeut is ziek")
    assert told not in text_of(uploaded.visitor(COORDINATOR).get("/"))
    uploaded.act(WORK, {**INTERNSHIP, "text": "Tweede stage"})
    uploaded.sign_all()
    assert uploaded.send(CARE, "opladen/").status_code == 302
    assert told in text_of(uploaded.visitor(COORDINATOR).get("/"))
    assert Mail.objects.filter(account=account).count() == 1


@pytest.mark.rule("AT-087")
@pytest.mark.parametrize(("steps", "status"), [("", 422), ("Morgen tekenen we", 302)])
def test_a_late_plan_is_explained_with_reason_and_next_steps(world: PlanWorld, steps: str, status: int) -> None:
    world.complete()
    told = {"reason": "De deelnemer was ziek", "next_steps": steps}
    assert world.send(WORK, "vertraging/", **told).status_code == status
    assert world.scene.case.events.filter(name="delay_noted").count() == (status == 302)


@pytest.mark.rule("AT-086")
def test_the_plan_is_taken_along_under_its_fixed_name_and_without_an_author(uploaded: PlanWorld) -> None:
    answer = uploaded.page(CARE, "document/")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="Trajectplan AT 2.pdf"'
    assert answer.content.startswith(b"%PDF")
    assert b"/Author" not in answer.content


def test_what_happened_outside_the_pages_of_the_plan_is_recorded_alone_by_who_records_it(written: PlanWorld) -> None:
    alone = f"{written.scene.url}vastleggen/plan_signed/"
    assert f'href="{alone}"' in written.page(WORK).content.decode()
    for other in (CLIENT, COORDINATOR):
        assert "/vastleggen/" not in written.page(other).content.decode()
