"""What a care worker writes for herself alone, and the question without a name that she can make of it (AT-250, AT-258).

The record tells that she did these things, and not about whom: a line in the record of the file would tell its readers that
there is a doubt.
"""

import re
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from vlechtwerk.audit.actions import note
from vlechtwerk.audit.models import Verb as Deed
from vlechtwerk.consent.informing import asked_about_informing
from vlechtwerk.dossier.actions import NoteRefused, PartNotOpen
from vlechtwerk.dossier.models import Aside
from vlechtwerk.dossier.queries import Dossier
from vlechtwerk.organisations.models import Position
from vlechtwerk.organisations.queries import keeping_settings_on
from vlechtwerk.rules.activation.asking import ask
from vlechtwerk.rules.activation.duties.working_notes import dilemma_is_no_fact, doubt_is_discussed_anonymously
from vlechtwerk.rules.assessment import Reason
from vlechtwerk.sharing.access import open_compartments
from vlechtwerk.sharing.authored import remove_what_is_over, texts_of
from vlechtwerk.sharing.models import Compartment
from vlechtwerk.sharing.policy import Kind, Verb

DATE = re.compile(
    r"\b\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\b|\b\d{4}-\d{2}-\d{2}\b"
    r"|\b\d{1,2} (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)\b",
    re.IGNORECASE,
)
"""What looks like a day, in figures or in words."""


def part_for_asides(found: Dossier) -> Compartment | None:
    """The own notes of the organisation of the visitor, beside which she may write for herself; None for everybody else."""
    return next((part for part in found.parts(Verb.WRITE) if part.kind == Kind.CARE_OWN), None)


def asides_in(found: Dossier) -> list[tuple[Aside, str]]:
    """What the visitor wrote for herself in a file, the newest first, with the words."""
    mine = Aside.objects.visible_to(found.position, found.today).filter(compartment__file=found.case.file)
    return texts_of(mine.order_by("-kept_at", "-pk"))


@transaction.atomic
def write_aside(*, compartment: Compartment, text: str, by: Position, key: UUID) -> Aside:
    """Write something for oneself beside the own notes of one's organisation. A second call with the same `key` does nothing.

    Call it inside `sharing.identity.acting`. Raises PartNotOpen when it is not a part of that kind or nothing may be written
    there, and NoteRefused when a rule refuses it.
    """
    today = timezone.localdate()
    if compartment.kind != Kind.CARE_OWN or not _may_write(compartment, by, today):
        raise PartNotOpen
    if earlier := Aside.objects.filter(author=by, idempotency_key=key).first():
        return earlier
    who = str(by.pk)
    asked = dict([asked_about_informing(compartment.file_id, today), ask(dilemma_is_no_fact, who, who)])
    if reasons := tuple(reason for reason in asked.values() if reason):
        raise NoteRefused(*reasons)
    days = keeping_settings_on(by.region, today).aside_days
    row = Aside(compartment=compartment, author=by, until_on=today + timedelta(days=days), idempotency_key=key)
    row.seal(text.strip())
    row.save(force_insert=True)
    note(Deed.ASIDE_WRITTEN, by=by, rules=asked)
    remove_what_is_over(Aside, today)
    return row


@transaction.atomic
def remove_aside(id: UUID, *, by: Position) -> None:
    """Remove what somebody wrote for herself: nothing is left of it. Raises Aside.DoesNotExist for who did not write it.

    Call it inside `sharing.identity.acting`.
    """
    Aside.objects.visible_to(by, timezone.localdate()).get(pk=id).delete()
    note(Deed.ASIDE_REMOVED, by=by, rules=["AT-250"])


@transaction.atomic
def ask_without_a_name(found: Dossier, text: str) -> Reason | None:
    """Make a question for the own team of a doubt; why it cannot be asked like this, when it gives the participant away.

    The question itself is not stored: the record tells that one was made.
    """
    rule, reason = ask(doubt_is_discussed_anonymously, text, identifiers=given_away(found, text), logged=True)
    if reason is None:
        note(Deed.QUESTION_ASKED, by=found.position, rules=[rule])
    return reason


def given_away(found: Dossier, text: str) -> list[str]:
    """The names and the number of the participant, and the days, that stand in a text as words of their own."""
    person = found.case.file.person
    names = (person.given_name, person.family_name, found.case.reference)
    told = [one for one in names if re.search(rf"\b{re.escape(one)}\b", text, re.IGNORECASE)]
    return [*told, *DATE.findall(text)]


def _may_write(compartment: Compartment, by: Position, today: date) -> bool:
    return open_compartments(by, Verb.WRITE, today).filter(pk=compartment.pk).exists()
