"""Writing reports and shared notes, together with the event that they tell of."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from vlechtwerk.audit.actions import note as note_deed
from vlechtwerk.audit.models import Part
from vlechtwerk.audit.models import Verb as Deed
from vlechtwerk.consent.actions import Place, replace, share
from vlechtwerk.consent.informing import asked_about_informing
from vlechtwerk.consent.models import ItemKind
from vlechtwerk.consent.sharing import Agreement, Sharing, asked_about
from vlechtwerk.history.actions import record
from vlechtwerk.history.models import Case
from vlechtwerk.organisations.models import Position
from vlechtwerk.reports.following import pass_on
from vlechtwerk.reports.kinds import PLANS, Plan, ReportKind
from vlechtwerk.reports.models import Report
from vlechtwerk.reports.tasks import Written, open_and_end
from vlechtwerk.reports.words import told_in_words
from vlechtwerk.rules.activation.asking import Asked, RefusedByRules
from vlechtwerk.rules.activation.duties.confidentiality import EntryClass
from vlechtwerk.rules.assessment import Reason
from vlechtwerk.rules.kernel import Event
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.access import open_compartments
from vlechtwerk.sharing.granting import NotInTheFile, capacities_of
from vlechtwerk.sharing.models import Compartment
from vlechtwerk.sharing.policy import Kind, Verb
from vlechtwerk.sharing.reading import writing_in
from vlechtwerk.sharing.ringing import ring_client
from vlechtwerk.sharing.storing import store

NOT_AGREED = Agreement()
"""What is agreed about a shared note: it holds nothing of the confidential file, so there is nothing to agree."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody wants to report; the words are those of `Report`.

    `asked` are the rules about the content with what they have against it, `event` what happened and is recorded with it.
    """

    kind: ReportKind
    happened_on: date
    told: Mapping[str, str]
    asked: tuple[Asked, ...] = ()
    event: Event | None = None
    entry_class: EntryClass = EntryClass.ADMINISTRATIVE
    agreed: Agreement = NOT_AGREED

    @property
    def plan(self) -> Plan:
        """Where it stands and who writes it."""
        return PLANS[self.kind]

    def sharing(self, by: Role) -> Sharing:
        """How it is shared by somebody in a capacity: a shared note with its readers, another report as was agreed."""
        words = "\n".join(f"{part}: {value}" for part, value in told_in_words(self.told))
        if self.plan.part is Kind.ADMINISTRATIVE:
            return Sharing(by, EntryClass.ADMINISTRATIVE, words, Agreement(self.plan.readers))
        return Sharing(by, self.entry_class, words, self.agreed)


class ReportRefused(RefusedByRules):
    """Rules refuse a report."""


class NotTheirs(LookupError):
    """Whoever writes does not write such a report in this file, or what is replaced was replaced already."""


@transaction.atomic
def write_report(*, case: Case, draft: Draft, by: Position, key: UUID, replaces: Report | None = None) -> Report:
    """Write a report in the part of the file that goes with its kind, and record the event that it tells of.

    Both are stored or neither. A second call with the same `key` changes nothing and returns the same report. What comes in
    the place of a report records no event again. Call it inside `sharing.identity.acting`.
    Raises ReportRefused when rules refuse the content, NotTheirs, and what `history.actions.record` raises for the event.
    """
    part, capacity = _place(case, draft, by)
    if earlier := Report.objects.filter(author=by, idempotency_key=key).first():
        return earlier
    if replaces and (replaces.author_id != by.pk or replaces.kind != draft.kind or replaces.replaced_by.exists()):
        raise NotTheirs
    sharing, today = draft.sharing(capacity), timezone.localdate()
    asked = dict([asked_about_informing(case.file_id, today), *draft.asked, *asked_about(sharing, today)])
    if reasons := tuple(reason for _id, reason in _all_asked(asked, draft) if reason):
        raise ReportRefused(*reasons)
    if replaces:
        replace(replaces.item)
    report = _report(part, draft, by, key)
    report.item, report.replaces = share(Place(part, ItemKind.REPORT), sharing, by=by), replaces
    store(report)
    ring_client(case.file_id)
    of_part = Part.ADMINISTRATIVE if part.kind == Kind.ADMINISTRATIVE else Part.CONFIDENTIAL
    note_deed(
        Deed.REPORT_WRITTEN, by=by, file_id=case.file_id, rules=asked, access=writing_in(case.file_id, by, of_part)
    )
    open_and_end(Written(draft.kind, draft.told, draft.happened_on, case, by))
    if replaces:
        return report
    pass_on(case, draft.kind, draft.told, on=draft.happened_on, by=by)
    if draft.event:
        record(case=case, event=draft.event, by=by, key=key)
    return report


def _all_asked(asked: Mapping[str, Reason | None], draft: Draft) -> list[Asked]:
    """Every rule that was asked, also when several of one entry of the register were."""
    rest = [one for one in draft.asked if one[1] is not asked.get(one[0])]
    return [*asked.items(), *rest]


def _place(case: Case, draft: Draft, by: Position) -> tuple[Compartment, Role]:
    """The part of the file in which a report is written, and the capacity in which that is done."""
    today = timezone.localdate()
    parts = open_compartments(by, Verb.WRITE, today)
    part = parts.filter(file=case.file_id, kind=draft.plan.part).first()
    try:
        mine = capacities_of(by, case.file_id, today) & draft.plan.writers
    except NotInTheFile:
        raise NotTheirs from None
    if part is None or not mine:
        raise NotTheirs
    return part, min(mine)


def _report(part: Compartment, draft: Draft, by: Position, key: UUID) -> Report:
    return Report(
        compartment=part,
        author=by,
        kind=draft.kind,
        happened_on=draft.happened_on,
        told=dict(draft.told),
        why=draft.agreed.why.strip(),
        idempotency_key=key,
    )
