"""Everything that the templates of the road need, page by page."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from vlechtwerk.dossier.queries import page_open_to
from vlechtwerk.intake import words
from vlechtwerk.intake.answers import YES, answered
from vlechtwerk.intake.deed_form import Deed
from vlechtwerk.intake.models import Appointment, Sheet, SheetKind
from vlechtwerk.intake.queries import SHEETS_OF, Intake
from vlechtwerk.intake.steps import steps, what_now
from vlechtwerk.organisations.queries import intake_settings_on
from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.first_meeting import referral_information_is_repeated
from vlechtwerk.rules.activation.duties.initiation import consultation_comes_in_time
from vlechtwerk.rules.activation.duties.referral import referral_file
from vlechtwerk.rules.assessment import Reason
from vlechtwerk.rules.roles import CASE_MANAGERS
from vlechtwerk.ui.environment import long_date
from vlechtwerk.ui.explain import reasons, why
from vlechtwerk.ui.forms import drawn
from vlechtwerk.ui.shapes import Cell, Column, Fact


def common(intake: Intake) -> dict[str, Any]:
    """What every page of the road shows."""
    return {
        "id": intake.case.pk,
        "person": str(intake.case.file.person),
        "reference": intake.case.reference,
        "today": intake.found.today,
    }


def road_page(intake: Intake, sheets: list[Sheet]) -> dict[str, Any]:
    """What comes now, the appointment and what was handed over."""
    found = steps(intake)
    told = {sheet.kind: sheet.answers for sheet in sheets}
    manages = not CASE_MANAGERS.isdisjoint(intake.capacities)
    sees_appointment = not SHEETS_OF.isdisjoint(intake.capacities)
    return {
        **common(intake),
        "steps": found,
        "now": what_now(intake, found),
        "is_own": intake.found.is_own,
        "is_over": intake.is_over,
        "is_running": intake.facts.started_on is not None,
        "appointment": appointment(intake.appointment) if sees_appointment and intake.appointment else (),
        "earlier": moved(intake.appointments) if sees_appointment else (),
        "columns": [Column(_("day")), Column(_("hour")), Column(_("place")), Column(_("why"))],
        "sheets": [(words.SHEETS[kind], answered(answers)) for kind, answers in told.items()],
        "asks_for_a_note": manages and told.get(SheetKind.APPROACH, {}).get("see_confidential_file") == YES,
        "gaps": gaps(told) if manages and told else (),
        "gaps_why": why(BOOK.rule_of(referral_file)),
        "channel": channel(intake) if manages else "",
        "channel_why": why(BOOK.rule_of(consultation_comes_in_time)),
        "manages": manages,
        "confidential_page": page_open_to(intake.found.own_parts, intake.case.file, intake.found.today),
    }


def appointment(booked: Appointment) -> tuple[Fact, ...]:
    """The four data of an appointment."""
    return (
        Fact(_("day"), long_date(booked.on)),
        Fact(_("hour"), f"{booked.at:%H:%M}"),
        Fact(_("place"), booked.place),
        Fact(_("with"), booked.meets.account.name),
    )


def moved(appointments: tuple[Appointment, ...]) -> list[tuple[Cell, ...]]:
    """The appointments one after the other, when there is more than one; the last one counts."""
    rows: list[tuple[Cell, ...]] = [
        (
            Cell(long_date(one.on)),
            Cell(f"{one.at:%H:%M}"),
            Cell(one.place),
            Cell(str(words.REASONS[one.reason])),
        )
        for one in appointments
    ]
    return rows if len(rows) > 1 else []


def gaps(told: dict[str, dict[str, Any]]) -> list[str]:
    """What the file of the referral does not hold yet (AT-048): shown to the case managers, no reason to refuse."""
    both: dict[str, Any] = {name: value for answers in told.values() for name, value in answers.items()}
    given = {
        "needs": both.get("care_questions") or both.get("work_questions"),
        "obstacles": both.get("assessed_obstacles"),
        "icf": both.get("icf_assessed"),
        "plan_of_approach": both.get("agreements") and both.get("motivation"),
        "contact_data": both.get("contact_data"),
        "language": both.get("language"),
    }
    missing = referral_file.missing([code for code, value in given.items() if value])
    return [_(referral_file.points[code]) for code in missing]


def channel(intake: Intake) -> str:
    """How the region passes on intakes, in words; empty while it chose nothing."""
    chosen = intake_settings_on(intake.case.region, intake.found.today).intake_channel
    return str(words.CHANNELS[chosen]) if chosen else ""


def sheet_page(intake: Intake) -> dict[str, Any]:
    """The appointment sheet."""
    booked = intake.appointment
    return {**common(intake), "appointment": appointment(booked) if booked else ()}


def deed_page(intake: Intake, form: Deed, against: Iterable[Reason]) -> dict[str, Any]:
    """The form of one step, with what the rules have against what was sent."""
    return {
        **common(intake),
        "title": str(form.title),
        "intro": str(form.intro),
        **drawn(form),
        "told_before": form.told_before(),
        "told_before_why": why(BOOK.rule_of(referral_information_is_repeated)),
        "reasons": reasons(against),
    }
