"""What the pages show of the ICF training of care case managers, and of the ICF ambassadors of a region."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vlechtwerk.arrangements.training import Training, lists_trainings, trainings_seen, without_training
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.icf import care_case_manager_had_icf_training
from vlechtwerk.sheets import csv_bytes
from vlechtwerk.ui.environment import long_date
from vlechtwerk.ui.explain import reasons, why
from vlechtwerk.ui.shapes import Cell, Column, Reason


def trainings_page(position: Position, today: date) -> dict[str, Any]:
    """The trainings that the visitor follows, with how many are still open."""
    found = trainings_seen(position, today)
    missing = sum(1 for one in found if one.against)
    text = ngettext(
        "%(num)s care case manager without a noted ICF training",
        "%(num)s care case managers without a noted ICF training",
        missing,
    )
    return {
        "training_columns": [Column(_("care case manager")), Column(_("organisation")), Column(_("ICF training"))],
        "trainings": [_row(one) for one in found],
        "training_open": text % {"num": missing} if missing else "",
        "training_listed": missing > 0 and lists_trainings(position),
        "training_why": why(BOOK.rule_of(care_case_manager_had_icf_training)),
    }


def _row(one: Training) -> tuple[Cell, ...]:
    person = one.person
    told = _("certificate of %(day)s") % {"day": long_date(one.trained_on)} if one.trained_on else _("not noted yet")
    return Cell(person.account.name), Cell(person.organisation.name), Cell(told, tone="late" if one.against else "")


def untrained_table(position: Position, today: date) -> bytes:
    """The care case managers of the region of whom no training is noted, for a spreadsheet program."""
    rows = [
        (one.person.account.name, one.person.organisation.name)
        for one in trainings_seen(position, today)
        if one.against
    ]
    return csv_bytes([_("care case manager"), _("organisation")], rows)


def warned(people: Iterable[Position], today: date) -> tuple[Reason, ...]:
    """A warning for each of these people who is a care case manager without training; it forbids nothing."""
    found = without_training(people, today)
    told = reasons(one.against for one in found if one.against)
    return tuple(
        Reason(f"{one.person.account.name}: {reason.text}", reason.why) for one, reason in zip(found, told, strict=True)
    )
