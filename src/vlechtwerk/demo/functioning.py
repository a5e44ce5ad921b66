"""What stands in the ICF profiles of the region, about an example set of categories that is not the one of VDAB.

At the first meeting something is filled in, at an evaluation part of it again, and by the end everything.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from vlechtwerk.consent.actions import Place, new_consent, new_item
from vlechtwerk.consent.models import Consent, Item, ItemKind
from vlechtwerk.consent.sharing import Agreement, Answer, Sharing
from vlechtwerk.demo.notes import AGREED_FOR, BRUSSELS, CARE, END_OF_THE_DAY, WORK
from vlechtwerk.icf.example import load_example
from vlechtwerk.icf.models import Category, Finding, wording
from vlechtwerk.icf.scale import SIDE_OF, Source
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.activation import events as e
from vlechtwerk.rules.activation.duties.confidentiality import EntryClass
from vlechtwerk.rules.activation.duties.consent import proposed_end
from vlechtwerk.rules.kernel import Event
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.identity import acting
from vlechtwerk.sharing.models import Compartment, Involvement
from vlechtwerk.sharing.policy import Kind

EVERY = 4
"""At the first meeting one category in so many is filled in."""
WHY = "Om te weten welk werk past"
Histories = Mapping[UUID, tuple[int, Sequence[Event]]]


@dataclass(frozen=True, slots=True)
class Found:
    """A finding with who wrote it and how it is shared."""

    author: Involvement
    finding: Finding
    sharing: Sharing


def fill_profiles(histories: Histories, today: date) -> int:
    """Load the example set and fill in the profiles of these people; return how many findings."""
    first = min((event.on for _number, events in histories.values() for event in events), default=today)
    categories = load_example(first).categories
    teams: dict[UUID, dict[Role, Involvement]] = defaultdict(dict)
    taking_part = Involvement.objects.filter(file__person__in=histories, capacity__in=[str(WORK), str(CARE)])
    for one in taking_part.select_related("position", "file"):
        teams[one.file_id][Role(one.capacity)] = one
    parts = {part.file_id: part for part in Compartment.objects.filter(file__in=teams, kind=Kind.ICF)}
    found = [
        one
        for file, team in teams.items()
        if len(team) == len(SIDE_OF)
        for one in _findings(team, parts[file], categories, histories[team[WORK].file.person_id])
    ]
    _write(found, today)
    return len(found)


def _findings(
    team: Mapping[Role, Involvement],
    part: Compartment,
    categories: Sequence[Category],
    history: tuple[int, Sequence[Event]],
) -> Iterator[Found]:
    """The findings of one file, day by day."""
    number, events = history
    for category in categories:
        author = team[WORK if category.number % 3 == 0 else CARE]
        for day, value in _moments(events, number, category):
            if author.is_in_force(day):
                yield _found(author, part, category, (day, value))


def _moments(events: Sequence[Event], number: int, category: Category) -> Iterator[tuple[date, str]]:
    """When something was found about a category, and which value."""
    turn = number + category.number
    met, evaluated, closed = (_day(events, kind) for kind in (e.FirstMeeting, e.EvaluationHeld, e.IcfCompleted))
    if met and turn % EVERY == 0:
        yield met, str(1 + turn % 3)
    if evaluated and turn % (2 * EVERY) == 0:
        yield evaluated, str(turn % 3)
    if closed and turn % EVERY != 0:
        yield closed, "0" if turn % 5 else "9"


def _day(events: Sequence[Event], kind: type[Event]) -> date | None:
    return next((event.on for event in events if isinstance(event, kind)), None)


def _found(author: Involvement, part: Compartment, category: Category, told: tuple[date, str]) -> Found:
    (day, value), role = told, Role(author.capacity)
    agreed = Agreement(frozenset(SIDE_OF), WHY, day, Answer.AGREED_TOGETHER, proposed_end(day, AGREED_FOR))
    sharing = Sharing(role, EntryClass.FUNCTIONING, wording(category, value, ""), agreed)
    item = new_item(Place(part, ItemKind.FINDING), sharing, by=author.position)
    item.made_at = datetime.combine(day, END_OF_THE_DAY, BRUSSELS)
    finding = Finding(
        item=item,
        compartment=part,
        author=author.position,
        category=category,
        domain=SIDE_OF[role],
        qualifier=value,
        source=Source.CONVERSATION,
        found_on=day,
        why=WHY,
        written_at=item.made_at,
    )
    return Found(author, finding, sharing)


def _write(found: Sequence[Found], today: date) -> None:
    """Store the findings with their items and consents; whoever has left a file since acts as on the day of the finding."""
    Item.objects.bulk_create(one.finding.item for one in found)
    Consent.objects.bulk_create(
        new_consent(one.finding.item, one.sharing, by=one.author.position, at=one.finding.item.made_at)
        for one in found
        if one.sharing.by_consent
    )
    batches: dict[tuple[UUID, date], list[Finding]] = defaultdict(list)
    authors: dict[UUID, Position] = {}
    for one in found:
        day = today if one.author.is_in_force(today) else one.finding.found_on
        authors[one.author.position_id] = one.author.position
        batches[one.author.position_id, day].append(one.finding)
    for (author_id, day), written in batches.items():
        with acting(authors[author_id], day):
            Finding.objects.bulk_create(written)
