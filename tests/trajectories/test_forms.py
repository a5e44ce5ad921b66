"""The forms that are made from the events of the rules."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.http import QueryDict
from django.utils import translation

from vlechtwerk.history.models import CorrectionReason
from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.procedure import ACTIVATION
from vlechtwerk.rules.activation.terms import Attendance, Domain, InterruptionReason, Medium, RegionSettings
from vlechtwerk.rules.casefile import read_event, write_event
from vlechtwerk.rules.casefile.fields import fields_of
from vlechtwerk.rules.kernel import Event
from vlechtwerk.rules.roles import Role
from vlechtwerk.trajectories.fields import ROLES_ASKED, WORDS
from vlechtwerk.trajectories.forms import CorrectionForm, EventForm, Question, TrialForm
from vlechtwerk.ui.forms import field, kind_of

BEGAN, TODAY = date(2026, 2, 2), date(2026, 5, 1)
KEY = "6a3ba9a4-9f3a-4b5e-8b2c-0d2d3f4a5b6c"
NAMES = {kind: name for name, kind in e.EVENTS.items()}


@pytest.fixture(autouse=True)
def _dutch() -> Iterator[None]:
    with translation.override("nl"):
        yield


def question(name: str, **details: Any) -> Question:
    """What is asked about an event on 1 May 2026 in a trajectory that began on 2 February."""
    return Question(name, BEGAN, TODAY, **details)


def answers(**told: Any) -> QueryDict:
    """What a browser sends."""
    data = QueryDict(mutable=True)
    for key, value in {"idempotency_key": KEY, **told}.items():
        data.setlist(key, value if isinstance(value, list) else [value])
    return data


def told_by(event: Event) -> QueryDict:
    """What a browser sends for an event."""
    written = write_event(ACTIVATION, event)
    by_key = fields_of(type(event))
    as_text = {"True": "on", "False": ""} if type(event) is not e.ExtensionDecided else {}
    return answers(
        **{
            by_key[key].name: value if isinstance(value, list) else as_text.get(str(value), str(value))
            for key, value in written.items()
            if key != "event"
        }
    )


def errors(form: EventForm) -> dict[str, list[str]]:
    """The faults of a form by field."""
    return {name: [str(text) for text in texts] for name, texts in form.errors.items()}


def offered(form: EventForm, name: str) -> dict[str, str]:
    """The words to choose from, by code."""
    return {choice.value: choice.label for choice in field(form[name]).choices}


@pytest.mark.parametrize("name", list(e.EVENTS))
def test_every_event_can_be_told_with_its_form(name: str) -> None:
    facts = ACTIVATION.begin(RegionSettings())
    event = ACTIVATION.candidates(facts, e.EVENTS[name], date(2026, 4, 1))[0]
    form = EventForm(question(name, first_plan=True), told_by(event))
    assert errors(form) == {}
    assert form.event == event


@pytest.mark.parametrize("name", list(e.EVENTS))
def test_what_a_form_tells_can_stand_in_a_case_file(name: str) -> None:
    facts = ACTIVATION.begin(RegionSettings())
    event = ACTIVATION.candidates(facts, e.EVENTS[name], date(2026, 4, 1))[0]
    form = EventForm(question(name, first_plan=True), told_by(event))
    assert form.is_valid()
    assert read_event(ACTIVATION, write_event(ACTIVATION, form.event)) == form.event


def test_every_closed_list_of_the_rules_has_words_and_every_list_of_roles_a_choice() -> None:
    asked = [field for kind in e.EVENTS.values() for field in fields_of(kind).values()]
    lists = {field.kind for field in asked} - {date, int, bool}
    assert lists == set(WORDS)
    assert {field.name for field in asked if field.kind is Role} == set(ROLES_ASKED)


def test_a_closed_list_becomes_radio_buttons_with_words_of_the_field() -> None:
    form = EventForm(question("first_meeting"))
    assert kind_of(form.fields["attendance"].widget) == "radios"
    assert offered(form, "attendance")["absent_valid"] == "afwezig met geldige reden"


def test_who_agreed_offers_both_case_managers_only() -> None:
    found = offered(EventForm(question("final_advice_registered")), "agreed_by")
    assert list(found) == ["work_case_manager", "care_case_manager"]


def test_the_date_is_that_of_today_until_another_is_chosen() -> None:
    assert EventForm(question("care_suspended"))["on"].value() == TODAY


def test_the_hint_of_the_date_tells_by_when_it_is_owed() -> None:
    form = EventForm(question("plan_uploaded", term=lambda: "Te doen tegen 2 april 2026."))
    assert form.shown()[0].hint == "Te doen tegen 2 april 2026."


def test_a_first_plan_is_not_asked_what_changed_and_no_plan_its_own_number() -> None:
    assert set(EventForm(question("plan_signed", first_plan=True)).fields) == {
        "idempotency_key",
        "seen",
        "on",
        "by",
        "medium",
    }
    assert "changed" in EventForm(question("plan_signed")).fields


@pytest.mark.parametrize(("day", "possible"), [("2026-05-01", True), ("2026-05-02", False)])
def test_a_day_that_has_not_come_is_refused_beside_the_field(day: str, possible: bool) -> None:
    found = errors(EventForm(question("care_suspended"), answers(on=day)))
    expected = {"on": ["Deze dag moet nog komen. Kies vandaag of een dag ervoor."]}
    assert found == ({} if possible else expected)


@pytest.mark.parametrize(("day", "possible"), [("2026-02-02", True), ("2026-02-01", False)])
def test_a_day_before_the_case_began_is_refused_beside_the_field(day: str, possible: bool) -> None:
    found = errors(EventForm(question("care_suspended"), answers(on=day)))
    expected = {"on": ["Het traject begon op 2 februari 2026. Kies die dag of een latere."]}
    assert found == ({} if possible else expected)


@pytest.mark.parametrize(
    "day", ["", "gisteren", "2026-02-30", "1999-12-31", "2200-01-01", "99999-01-01", "2026-05-01\x00"]
)
def test_what_is_no_day_of_the_rules_is_refused_beside_the_field(day: str) -> None:
    assert list(errors(EventForm(question("care_suspended"), answers(on=day)))) == ["on"]


def test_a_day_may_be_typed_as_people_in_flanders_write_it() -> None:
    form = EventForm(question("care_suspended"), answers(on="19-02-2026"))
    assert form.is_valid()
    assert form.event == e.CareSuspended(date(2026, 2, 19))


@pytest.mark.parametrize(("until", "possible"), [("2026-04-01", True), ("2026-03-31", False)])
def test_an_interruption_does_not_end_before_it_begins(until: str, possible: bool) -> None:
    form = EventForm(question("interrupted"), answers(on="2026-04-01", until=until, reason="illness"))
    assert errors(form) == ({} if possible else {"until": ["Deze dag ligt voor 1 april 2026."]})


@pytest.mark.parametrize(("number", "possible"), [("43", True), ("44", False), ("-1", False), ("9" * 5000, False)])
def test_a_number_stays_within_the_bounds_of_the_rules(number: str, possible: bool) -> None:
    form = EventForm(question("icf_completed"), answers(on="2026-04-01", categories=number))
    assert form.is_valid() is possible


def test_a_word_that_is_not_on_the_list_is_refused() -> None:
    found = errors(EventForm(question("action_started"), answers(on="2026-04-01", domain="leisure")))
    assert list(found) == ["domain"]


def test_a_decision_asks_for_yes_or_no() -> None:
    assert "granted" in errors(EventForm(question("extension_decided"), answers(on="2026-04-01")))
    form = EventForm(question("extension_decided"), answers(on="2026-04-01", granted="False"))
    assert form.is_valid()
    assert form.event == e.ExtensionDecided(date(2026, 4, 1), granted=False)


def test_what_is_left_out_is_not_told() -> None:
    form = EventForm(question("plan_signed", first_plan=True), answers(on="2026-04-01", medium=""))
    assert form.is_valid()
    assert form.event == e.PlanSigned(date(2026, 4, 1))


SIGNED = e.PlanSigned(date(2026, 3, 30), (Role.CLIENT,), Medium.EID, changed=(Domain.WORK,))


def test_a_correction_starts_from_what_stands_there() -> None:
    form = CorrectionForm(question("plan_signed", earlier=SIGNED))
    assert next(iter(form.fields)) == "reason_code"
    assert (form["on"].value(), form["by"].value(), form["medium"].value()) == (SIGNED.on, (Role.CLIENT,), Medium.EID)


def test_a_correction_keeps_people_that_the_form_would_not_offer() -> None:
    held = e.EvaluationHeld(date(2026, 4, 1), (Role.CLIENT, Role.TRUSTED_ADVISOR))
    assert "trusted_advisor" in offered(CorrectionForm(question("evaluation_held", earlier=held)), "attended_by")


@pytest.mark.parametrize("reason", [CorrectionReason.DID_NOT_HAPPEN, CorrectionReason.WRONG_CASE])
def test_striking_needs_no_new_answers(reason: CorrectionReason) -> None:
    form = CorrectionForm(question("plan_signed", earlier=SIGNED), answers(reason_code=reason.value, on="nergens"))
    assert form.is_valid()
    assert form.replacement is None


def test_a_later_plan_says_which_part_changed() -> None:
    found = errors(EventForm(question("plan_signed"), answers(on="2026-04-01", by=["client"])))
    assert list(found) == ["changed"]


def test_a_correction_that_changes_nothing_is_refused() -> None:
    same = told_by(SIGNED)
    same["reason_code"] = CorrectionReason.WRONG_DATE.value
    form = CorrectionForm(question("plan_signed", earlier=SIGNED), same)
    assert errors(form) == {"__all__": ["Er is nog niets anders. Verander wat fout is."]}


def test_what_might_happen_may_lie_ahead() -> None:
    form = TrialForm(question("care_suspended", trial=True), answers(on="2027-01-10"))
    assert form.is_valid()
    assert form.looking_on == date(2027, 1, 10)


def test_a_trial_can_be_looked_at_on_another_day() -> None:
    form = TrialForm(question("care_suspended", trial=True), answers(on="2027-01-10", looking_on="2027-03-01"))
    assert form.is_valid()
    assert form.looking_on == date(2027, 3, 1)


def test_the_first_appointment_is_told_with_who_was_there() -> None:
    sent = answers(on="2026-02-19", attendance="present", attended_by=["client", "work_case_manager"])
    form = EventForm(question("first_meeting"), sent)
    assert form.is_valid()
    present = (Role.CLIENT, Role.WORK_CASE_MANAGER)
    assert form.event == e.FirstMeeting(date(2026, 2, 19), Attendance.PRESENT, present)


def test_an_interruption_is_told_with_its_reason() -> None:
    form = EventForm(question("interrupted"), answers(on="2026-04-01", until="2026-04-30", reason="illness"))
    assert form.is_valid()
    assert form.event == e.Interrupted(date(2026, 4, 1), date(2026, 4, 30), InterruptionReason.ILLNESS)
