"""Reports and shared notes of the region: the words that go with evaluations, requests and final reports of the courses."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from vlechtwerk.consent.actions import Place, new_consent, new_item
from vlechtwerk.consent.models import Consent, Item, ItemKind
from vlechtwerk.consent.sharing import Agreement, Answer
from vlechtwerk.demo.notes import AGREED_FOR, BRUSSELS, CARE, END_OF_THE_DAY, WORK
from vlechtwerk.organisations.models import Position
from vlechtwerk.reports.actions import Draft
from vlechtwerk.reports.kinds import ReportKind
from vlechtwerk.reports.models import Report
from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.duties.confidentiality import EntryClass
from vlechtwerk.rules.activation.duties.consent import proposed_end
from vlechtwerk.rules.kernel import Event
from vlechtwerk.rules.roles import CASE_MANAGERS, Role
from vlechtwerk.sharing.identity import acting
from vlechtwerk.sharing.models import Compartment, Involvement
from vlechtwerk.sharing.policy import Kind

WHY = "Om samen te beslissen over de volgende stap"
WORDS: Mapping[type[Event], tuple[ReportKind, dict[str, str]]] = {
    e.EvaluationHeld: (
        ReportKind.EVALUATION,
        {
            "attended_by": "client,work_case_manager,care_case_manager",
            "result": "De acties lopen zoals afgesproken. De uren op de stage kunnen omhoog.",
            "rights_check": "not_applicable",
            "appointment_on": "",
        },
    ),
    e.ExtensionRequested: (
        ReportKind.EXTENSION_NOTE,
        {
            "refers_to_file": "yes",
            "prevents": "De stage is nog niet afgelopen, dus kan het advies niet gemotiveerd worden.",
            "actions": "De stage afronden\nDe stage evalueren met de werkgever",
            "consulted_on": "",
        },
    ),
    e.StopRequested: (
        ReportKind.STOP_NOTE,
        {
            "facts": "Beide casemanagers zien geen weg meer om verder te gaan.",
            "consulted_on": "",
            "coordinator_on": "",
        },
    ),
    e.FinalReportRegistered: (
        ReportKind.FINAL_REPORT,
        {
            "course": "Het traject verliep rustig, met één gesprek per maand.",
            "carried_out": "De zorgacties en de stage zijn uitgevoerd.",
            "results": "Halve dagen werken lukt, met een vaste contactpersoon.",
            "evaluation": "Het doel van het plan is bereikt.",
            "client_view": "Ik ben blij dat ik weer iets omhanden heb.",
            "joint": "yes",
        },
    ),
}
"""What goes with an event; a day that is left open is that of the talk beforehand."""
Histories = Mapping[UUID, tuple[int, Sequence[Event]]]


@dataclass(frozen=True, slots=True)
class Written:
    """A report with who wrote it and the consent that it needs, if any."""

    author: Involvement
    report: Report
    consent: Consent | None


def write_reports(histories: Histories, today: date) -> int:
    """Write what goes with the events of these people; return how many reports."""
    teams: dict[UUID, dict[Role, Involvement]] = defaultdict(dict)
    taking_part = Involvement.objects.filter(file__person__in=histories, capacity__in=[str(WORK), str(CARE)])
    for one in taking_part.select_related("position", "file").order_by("from_on", "id"):
        teams[one.file_id].setdefault(Role(one.capacity), one)
    kinds = [str(Kind.SHARED), str(Kind.ADMINISTRATIVE)]
    parts = {(part.file_id, part.kind): part for part in Compartment.objects.filter(file__in=teams, kind__in=kinds)}
    written = [
        _written(team, parts, draft)
        for team in teams.values()
        if set(team) >= CASE_MANAGERS
        for draft in _drafts(histories[team[WORK].file.person_id][1], team)
    ]
    _store(written, today)
    return len(written)


def _drafts(events: Sequence[Event], team: Mapping[Role, Involvement]) -> Iterator[Draft]:
    """What is written about a course, as far as who writes it took part on that day."""
    for event in events:
        told = _told(event)
        if told and team[WORK].is_in_force(event.on):
            kind, words = told
            agreed = Agreement(CASE_MANAGERS, WHY, event.on, Answer.AGREED_TOGETHER, proposed_end(event.on, AGREED_FOR))
            yield Draft(kind, event.on, words, entry_class=EntryClass.FUNCTIONING, agreed=agreed)


def _told(event: Event) -> tuple[ReportKind, dict[str, str]] | None:
    """The words that go with an event; nothing for most of them. What was agreed beforehand was so two days earlier."""
    found = WORDS.get(type(event))
    if found is None:
        return None
    kind, words = found
    before = (event.on - timedelta(days=2)).isoformat()
    of_event = {name: str(getattr(event, name)) for name in ("months", "ground") if hasattr(event, name)}
    return kind, {**of_event, **{name: value or before for name, value in words.items()}}


def _written(
    team: Mapping[Role, Involvement], parts: Mapping[tuple[UUID, str], Compartment], draft: Draft
) -> Written:  # fmt: skip
    author = team[WORK]
    part, sharing = parts[author.file_id, draft.plan.part], draft.sharing(WORK)
    item = new_item(Place(part, ItemKind.REPORT), sharing, by=author.position)
    item.made_at = datetime.combine(draft.happened_on, END_OF_THE_DAY, BRUSSELS)
    consent = new_consent(item, sharing, by=author.position, at=item.made_at) if sharing.by_consent else None
    report = Report(
        item=item,
        compartment=part,
        author=author.position,
        kind=draft.kind,
        happened_on=draft.happened_on,
        told=dict(draft.told),
        why="" if draft.plan.part is Kind.ADMINISTRATIVE else WHY,
        written_at=item.made_at,
    )
    return Written(author, report, consent)


def _store(written: Sequence[Written], today: date) -> None:
    """Store the reports; whoever has left a file since acts as on the day of the report."""
    Item.objects.bulk_create(one.report.item for one in written)
    Consent.objects.bulk_create(one.consent for one in written if one.consent)
    batches: dict[tuple[UUID, date], list[Report]] = defaultdict(list)
    authors: dict[UUID, Position] = {}
    for one in written:
        day = today if one.author.is_in_force(today) else one.report.happened_on
        authors[one.author.position_id] = one.author.position
        batches[one.author.position_id, day].append(one.report)
    for (author_id, day), reports in batches.items():
        with acting(authors[author_id], day):
            Report.objects.bulk_create(reports)
