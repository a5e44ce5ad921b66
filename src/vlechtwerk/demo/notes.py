"""What stands in the confidential files of the region: who was given access, and a few notes for each trajectory.

Everything is written by the position that could do so on the day itself, past the same walls as in the program.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

from vlechtwerk.consent.actions import new_consent
from vlechtwerk.consent.models import Consent, Item
from vlechtwerk.consent.sharing import Agreement, Answer, Sharing
from vlechtwerk.dossier.actions import NOT_SHARED, Draft, item_of, new_note
from vlechtwerk.dossier.models import Note, NoteKind
from vlechtwerk.dossier.sealing import seal
from vlechtwerk.history.copying import copy_rows
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.duties.confidentiality import EntryClass
from vlechtwerk.rules.activation.duties.consent import proposed_end
from vlechtwerk.rules.calendar import months
from vlechtwerk.rules.kernel import Event
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.identity import acting
from vlechtwerk.sharing.models import Compartment, Grant, Involvement
from vlechtwerk.sharing.policy import GRANTABLE, Kind, verbs_by_grant

END_OF_THE_DAY = time(16, 40)
BRUSSELS = ZoneInfo("Europe/Brussels")
WORK, CARE = Role.WORK_CASE_MANAGER, Role.CARE_CASE_MANAGER
AGREED_FOR = months(12)
TALK = (Role.CLIENT, WORK, CARE)


@dataclass(frozen=True, slots=True)
class Telling:
    """What somebody writes down at an event: in which part, who took part, one of these texts, and why others read it."""

    event: type[Event]
    author: Role
    part: Kind
    kind: NoteKind
    attendees: tuple[Role, ...]
    texts: tuple[str, ...]
    why: str = ""


TELLINGS = (
    Telling(
        e.FirstMeeting, WORK, Kind.SHARED, NoteKind.CONTACT, TALK,
        (
            "Kennisgemaakt. Wil graag weer onder de mensen komen en zoekt werk waar het rustig is.",
            "Kennisgemaakt. Kan een halve dag volhouden; daarna heeft het hoofd rust nodig.",
            "Kennisgemaakt. Vroeger met plezier in een bakkerij gewerkt; vroeg opstaan is geen probleem.",
        ),
        "Om een werkplek te zoeken die past",
    ),
    Telling(
        e.FirstMeeting, CARE, Kind.CARE_OWN, NoteKind.OWN_NOTE, (),
        (
            "Vertelde op de gang meer dan aan tafel. Volgende keer eerst samen koffie drinken.",
            "Zelf nog nagaan of de huisarts al gebeld is. Niets hiervan is nodig voor het werk.",
        ),
    ),
    Telling(
        e.PlanSigned, CARE, Kind.SHARED, NoteKind.CONTACT, TALK,
        (
            "Samen het plan overlopen. Heeft tijd nodig om nieuwe taken te leren; een vaste begeleider helpt.",
            "Samen het plan overlopen. Werkt best met een duidelijk dagschema en korte opdrachten.",
        ),
        "Om de begeleiding op de werkplek te regelen",
    ),
    Telling(
        e.ActionStarted, Role.WORK_PROVIDER, Kind.SHARED, NoteKind.CONTACT, (Role.CLIENT, Role.WORK_PROVIDER),
        (
            "Eerste dag op de werkplek. Was op tijd en vroeg zelf om uitleg toen iets niet lukte.",
            "Eerste dag op de werkplek. Het lawaai in de hal was te veel; aan de paktafel ging het goed.",
        ),
        "Om de stage goed te laten lopen",
    ),
    Telling(
        e.EvaluationHeld, WORK, Kind.SHARED, NoteKind.EVALUATION, TALK,
        (
            "Tussentijds bekeken: drie halve dagen lukken. We bouwen op naar vier als het zo blijft.",
            "Tussentijds bekeken: het gaat vooruit, met ups en downs. Het plan blijft zoals het is.",
        ),
        "Om het plan bij te sturen",
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """A note with who wrote it and how it is shared."""

    author: Involvement
    note: Note
    sharing: Sharing


def fill_files(histories: Mapping[UUID, tuple[int, Sequence[Event]]], today: date) -> int:
    """Give access and write notes in the files of these people; return how many notes. Nothing in a file without a team."""
    parts: dict[UUID, dict[tuple[str, UUID | None], Compartment]] = defaultdict(dict)
    for part in Compartment.objects.filter(file__person__in=histories).select_related("file"):
        parts[part.file_id][part.kind, part.organisation_id] = part
    teams: dict[UUID, list[Involvement]] = defaultdict(list)
    for one in Involvement.objects.filter(file__person__in=histories).select_related("position", "file"):
        teams[one.file_id].append(one)
    together = {file: team for file, team in teams.items() if _who(team, CARE)}
    copy_rows([grant for file, team in together.items() for grant in _grants(team, parts[file])])
    notes = [
        note
        for file, team in together.items()
        for note in _notes(team, parts[file], *histories[team[0].file.person_id])
    ]
    _write(notes, today)
    return len(notes)


def _who(team: Iterable[Involvement], role: Role) -> Involvement | None:
    """Who has a role in a file."""
    return next((one for one in team if one.capacity == role), None)


def _grants(team: Sequence[Involvement], parts: dict[tuple[str, UUID | None], Compartment]) -> Iterator[Grant]:
    """The access that the work case manager took and gave: from the day on which each joined the team."""
    manager, carer = _who(team, WORK), _who(team, CARE)
    if manager is None or carer is None:
        return
    for one in team:
        for kind in GRANTABLE:
            if verbs := verbs_by_grant(Role(one.capacity), kind):
                yield Grant(
                    involvement=one,
                    compartment=parts[str(kind), None],
                    verbs=[str(verb) for verb in verbs],
                    from_on=one.from_on,
                    until_on=one.until_on,
                    granted_by=manager.position,
                    reason="Eigen toegang" if one is manager else "Werkt mee aan het traject",
                )


def _notes(
    team: Sequence[Involvement],
    parts: dict[tuple[str, UUID | None], Compartment],
    number: int,
    events: Sequence[Event],
) -> Iterator[Told]:
    """The notes of one file: at most one of each kind, in words that differ from person to person."""
    for telling in TELLINGS:
        author = _who(team, telling.author)
        happened = next((event.on for event in events if isinstance(event, telling.event)), None)
        if author is None or happened is None or not author.is_in_force(happened):
            continue
        organisation = author.position.organisation_id if telling.part is Kind.CARE_OWN else None
        text = telling.texts[number % len(telling.texts)]
        agreed = _agreed(telling, happened, number) if telling.part is not Kind.CARE_OWN else NOT_SHARED
        draft = Draft(happened, telling.kind, EntryClass.FUNCTIONING, text, telling.attendees, agreed=agreed)
        item = item_of(parts[telling.part, organisation], draft, by=author.position, capacity=telling.author)
        note = new_note(item, draft)
        item.made_at = note.written_at = datetime.combine(happened, END_OF_THE_DAY, BRUSSELS)
        yield Told(author, note, draft.sharing(telling.author))


def _agreed(telling: Telling, happened: date, number: int) -> Agreement:
    """What was agreed at the talk: most people agree at the table, some want to think about it at home."""
    everybody = frozenset({WORK, CARE, Role.WORK_PROVIDER, Role.NETWORK_COORDINATOR})
    answer = Answer.DECIDES_HERSELF if number % 4 == 1 else Answer.AGREED_TOGETHER
    return Agreement(everybody, telling.why, happened, answer, proposed_end(happened, AGREED_FOR))


def _write(notes: Sequence[Told], today: date) -> None:
    """Store the notes with their items and consents, each author acting.

    Whoever has left a file since acts as on the day of the note.
    """
    Item.objects.bulk_create(one.note.item for one in notes)
    asked = [one for one in notes if one.note.compartment.kind != Kind.CARE_OWN and one.sharing.by_consent]
    Consent.objects.bulk_create(
        new_consent(one.note.item, one.sharing, by=one.author.position, at=one.note.item.made_at) for one in asked
    )
    batches: dict[tuple[UUID, date], list[Note]] = defaultdict(list)
    authors: dict[UUID, Position] = {}
    for one in notes:
        day = today if one.author.is_in_force(today) else one.note.happened_on
        authors[one.note.author_id] = one.author.position
        batches[one.note.author_id, day].append(one.note)
    for (author_id, day), written in batches.items():
        with acting(authors[author_id], day):
            seal(written)
            Note.objects.bulk_create(written)
