"""The activation trajectory as a whole: the decree it falls under, its order of events, and what is told of it."""

from datetime import date

import pytest

from tests.rules.histories import (
    ACCEPTED,
    FIRST_MEETING,
    IN_PROGRESS,
    READY_FOR_ADVICE,
    REFERRED,
    STARTED,
    forty_events,
    on,
    refused_by,
)
from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.procedure import ACTIVATION, OLDER_DECREE
from vlechtwerk.rules.activation.terms import ChangedPlanSignedBy, ClosingFrom, FirstActionDueFrom, PlanDueFrom
from vlechtwerk.rules.kernel import Shape


@pytest.mark.rule("AT-003")
@pytest.mark.parametrize(
    ("day", "reason"),
    [(date(2023, 6, 30), OLDER_DECREE), (date(2023, 7, 1), None), (date(2026, 2, 2), None)],
)
def test_referrals_before_1_july_2023_fall_under_the_older_decree(day: date, reason: str | None) -> None:
    assert ACTIVATION.unsupported((e.Referred(day),)) == reason


@pytest.mark.rule("AT-003")
def test_only_the_referral_decides_about_the_decree() -> None:
    assert ACTIVATION.unsupported(()) is None
    assert ACTIVATION.unsupported((e.StartConfirmed(date(2023, 6, 30)), e.Referred(date(2023, 7, 1)))) is None
    assert ACTIVATION.unsupported((FIRST_MEETING, e.Referred(date(2020, 1, 1)))) == OLDER_DECREE


def test_without_settings_the_readings_of_the_product_hold() -> None:
    settings = on(date(2026, 2, 2), REFERRED).facts.settings
    assert settings.plan_due_from is PlanDueFrom.FIRST_MEETING
    assert settings.first_action_due_from is FirstActionDueFrom.UPLOAD
    assert settings.changed_plan_signed_by is ChangedPlanSignedBy.TEAM
    assert settings.closing_from is ClosingFrom.MONTHS_24
    assert (settings.maximum_signal_days, settings.closing_reserve_months, settings.target_months) == (60, 0, None)


def test_the_order_in_a_file_does_not_matter_when_the_dates_differ() -> None:
    distinct = (REFERRED, FIRST_MEETING, e.StartConfirmed(date(2026, 2, 20)), *IN_PROGRESS[3:])
    assert on(date(2026, 5, 1), *reversed(distinct)) == on(date(2026, 5, 1), *distinct)


def test_events_of_one_day_are_taken_as_they_are_listed() -> None:
    confirmed = e.StartConfirmed(date(2026, 2, 19))
    assert on(date(2026, 2, 19), REFERRED, FIRST_MEETING, confirmed).refused == ()
    listed_first = on(date(2026, 2, 19), REFERRED, confirmed, FIRST_MEETING)
    assert refused_by(listed_first, "start_confirmed") == {"AT-074"}


def test_events_after_the_day_have_not_happened() -> None:
    assessment = on(date(2026, 4, 6), *IN_PROGRESS)
    assert (assessment.status.code, assessment.future) == ("accepted", 1)
    assert assessment.facts == on(date(2026, 4, 6), *IN_PROGRESS[:-1]).facts


def test_a_refused_event_is_told_and_the_rest_goes_on() -> None:
    early = e.MediationStarted(date(2026, 2, 20))
    assessment = on(STARTED.on, *ACCEPTED, early, *IN_PROGRESS[3:])
    assert [(refusal.event, refusal.on) for refusal in assessment.refused] == [("mediation_started", early.on)]
    assert assessment.facts == on(STARTED.on, *IN_PROGRESS).facts


def test_a_trajectory_with_everything_in_it_ends_well() -> None:
    assessment = on(date(2028, 1, 1), *forty_events())
    assert len(forty_events()) == 40
    assert (assessment.refused, assessment.status.reason) == ((), "final_advice")


def test_the_automatic_changes_are_part_of_the_book() -> None:
    assert set(ACTIVATION.automatics) == {
        "minimum_reached",
        "duration_start",
        "maximum_reached",
        "closing_from",
        "automatic_end",
    }
    assert set(ACTIVATION.milestones) <= set(ACTIVATION.automatics)


def test_the_obligations_of_the_contract_are_exactly_those_of_the_handbook() -> None:
    owed = {rule.what for rule in ACTIVATION.book.of_shape(Shape.DEADLINE) if not rule.signal}
    assert owed == {
        "first_meeting",
        "start_confirmation",
        "plan_upload",
        "first_action",
        "evaluation",
        "final_report",
        "closing_registrations",
        "block_access",
    }


def test_a_report_from_another_system_is_read_in_any_order() -> None:
    shuffled = (*READY_FOR_ADVICE[5:], *READY_FOR_ADVICE[:5])
    assert on(date(2027, 6, 28), *shuffled).refused == ()


def test_every_event_type_has_a_name_and_every_name_a_fold() -> None:
    assert set(ACTIVATION.names.values()) == set(ACTIVATION.events)
    assert all(ACTIVATION.gates[kind] for kind in ACTIVATION.events.values())
