"""The draft, the submission and the undersigning."""

from dataclasses import replace
from datetime import date

import pytest

from tests.rules.recognition.applications import (
    DECIDED,
    JUDGED,
    STARTED,
    SUBMITTED,
    code,
    due,
    full,
    on,
    owed,
    simplified,
    tried,
)
from vlechtwerk.rules.assessment import State
from vlechtwerk.rules.kernel import Event
from vlechtwerk.rules.recognition import events as e
from vlechtwerk.rules.recognition.procedure import RECOGNITION
from vlechtwerk.rules.recognition.terms import Exemption

DAY = date(2025, 4, 10)
FORMS = [full(DAY), *(simplified(DAY, kind) for kind in Exemption if kind.simplified)]


@pytest.mark.rule("IM-046")
@pytest.mark.parametrize(
    ("day", "against"), [(date(2022, 11, 22), {"IM-046"}), (date(2022, 11, 23), set()), (date(2031, 1, 1), set())]
)
def test_applications_are_possible_from_23_november_2022(day: date, against: set[str]) -> None:
    assert tried((), e.ApplicationStarted(day)) == against


@pytest.mark.rule("IM-046")
def test_too_early_an_application_hears_from_when_it_is_possible() -> None:
    (refusal,) = on(date(2022, 11, 22), e.ApplicationStarted(date(2022, 11, 22))).refused
    assert refusal.reasons[0].shortfall.possible_from == date(2022, 11, 23)


@pytest.mark.rule("IM-046")
def test_an_application_before_the_procedure_opened_is_refused_and_not_unsupported() -> None:
    assert RECOGNITION.unsupported((e.ApplicationStarted(date(2020, 1, 1)),)) is None


@pytest.mark.rule("IM-038")
def test_one_case_holds_one_application() -> None:
    assert tried((STARTED,), e.ApplicationStarted(DAY)) == {"IM-038"}


@pytest.mark.rule("IM-038")
def test_nothing_happens_before_the_application_is_started() -> None:
    kinds = set(RECOGNITION.events) - {"application_started"}
    blocked = {one.event: {reason.rule.id for reason in one.reasons} for one in on(DAY).blocked}
    assert blocked == {kind: {"IM-038"} for kind in kinds}


@pytest.mark.rule("IM-060")
def test_a_cancelled_draft_is_over() -> None:
    cancelled = (STARTED, e.ApplicationCancelled(date(2025, 4, 9)))
    assert code(DAY, *cancelled) == "cancelled"
    assert tried(cancelled, full(DAY)) == {"IM-060"}
    assert on(DAY, *cancelled).allowed == ()


@pytest.mark.rule("IM-060")
def test_a_submitted_application_is_not_cancelled() -> None:
    assert tried(SUBMITTED, e.ApplicationCancelled(DAY)) == {"IM-060"}


@pytest.mark.rule("IM-057")
def test_no_term_runs_on_a_draft_and_nobody_judges_it() -> None:
    draft = on(date(2025, 12, 31), STARTED)
    assert draft.obligations == draft.signals == ()
    assert tried((STARTED,), e.AdmissibilityJudged(DAY, True)) == {"IM-057"}
    assert tried(SUBMITTED, e.AdmissibilityJudged(DAY, True)) == set()


@pytest.mark.rule("IM-083")
def test_a_second_submission_is_refused() -> None:
    assert tried(SUBMITTED, full(date(2025, 4, 11))) == {"IM-083"}


@pytest.mark.rule("IM-044")
@pytest.mark.parametrize("form", FORMS)
def test_a_complete_application_is_accepted_in_both_procedures(form: e.ApplicationSubmitted) -> None:
    assert tried((STARTED,), form) == set()


@pytest.mark.rule("IM-058")
@pytest.mark.parametrize("form", FORMS)
def test_an_application_without_answer_in_part_1_is_refused(form: e.ApplicationSubmitted) -> None:
    assert tried((STARTED,), replace(form, exemption=None)) == {"IM-058"}


@pytest.mark.rule("IM-061")
@pytest.mark.parametrize("gap", [{"experience": False}, {"guides": 0}])
def test_without_exemption_part_2_is_complete(gap: dict[str, int]) -> None:
    (refusal,) = on(DAY, STARTED, replace(full(DAY), **gap)).refused  # type: ignore[arg-type]  # the gap is a field
    (reason,) = refusal.reasons
    assert (reason.rule.id, reason.shortfall.missing) == ("IM-061", tuple(gap))


@pytest.mark.rule("IM-061")
def test_one_guide_is_enough() -> None:
    assert tried((STARTED,), replace(full(DAY), guides=1)) == set()


@pytest.mark.rule("IM-059")
def test_what_an_exempted_applicant_filled_in_under_part_2_stays_out_of_the_application() -> None:
    form = replace(simplified(DAY), experience=True, guides=7)
    application = on(DAY, STARTED, form).facts.application
    assert application.guides == 0


@pytest.mark.rule("IM-067")
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("gap", ["area", "plan_of_action"])
def test_part_3_is_complete_for_everybody(form: e.ApplicationSubmitted, gap: str) -> None:
    (refusal,) = on(DAY, STARTED, replace(form, **{gap: False})).refused  # type: ignore[arg-type]  # the gap is a field
    (reason,) = refusal.reasons
    assert (reason.rule.id, reason.shortfall.missing) == ("IM-067", (gap,))


@pytest.mark.rule("IM-082")
@pytest.mark.parametrize("form", FORMS)
def test_without_declaration_nothing_is_submitted(form: e.ApplicationSubmitted) -> None:
    assert tried((STARTED,), replace(form, declared=False)) == {"IM-082"}


@pytest.mark.rule("IM-076")
def test_submitting_without_undersigning_is_possible_and_flagged() -> None:
    assessment = on(DAY, *SUBMITTED)
    assert assessment.refused == ()
    assert assessment.flags == ("not_undersigned",)


@pytest.mark.rule("IM-076")
@pytest.mark.parametrize(("day", "state"), [(date(2025, 4, 14), State.OPEN), (date(2025, 4, 15), State.LATE)])
def test_undersigning_is_signalled_until_the_fourth_day(day: date, state: State) -> None:
    found = owed(on(day, *SUBMITTED), "undersigning")
    assert found is not None
    assert (found.by, found.state) == (date(2025, 4, 14), state)


@pytest.mark.rule("IM-076")
def test_undersigning_later_does_not_change_the_term_of_the_judgement() -> None:
    undersigned = (*SUBMITTED, e.ApplicationUndersigned(date(2025, 4, 14)))
    assessment = on(date(2025, 4, 14), *undersigned)
    assert assessment.flags == ()
    assert due(assessment, "admissibility_judgement") == date(2025, 4, 17)


@pytest.mark.rule("IM-076")
def test_the_signal_ends_with_the_judgement() -> None:
    found = owed(on(date(2025, 4, 16), *JUDGED), "undersigning")
    assert found is not None
    assert found.state is State.LAPSED


@pytest.mark.rule("IM-077")
@pytest.mark.parametrize(
    "history",
    [
        (STARTED, full(DAY, undersigned=True)),
        (*SUBMITTED, e.ApplicationUndersigned(date(2025, 4, 11))),
        DECIDED,
    ],
)
def test_an_application_is_undersigned_once_and_before_the_decision(history: tuple[Event, ...]) -> None:
    assert tried(history, e.ApplicationUndersigned(history[-1].on)) == {"IM-077"}


@pytest.mark.rule("IM-077")
def test_undersigning_at_the_submission_fulfils_the_condition() -> None:
    assessment = on(DAY, STARTED, full(DAY, undersigned=True))
    found = owed(assessment, "undersigning")
    assert found is not None
    assert found.state is State.MET
    assert assessment.flags == ()
