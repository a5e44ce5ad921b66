"""The confidential file of one case with what is open to a position."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from vlechtwerk.dossier.models import Note, NoteQuerySet
from vlechtwerk.history.models import Case
from vlechtwerk.history.queries import effective_events
from vlechtwerk.history.reading import seen_alone
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.activation.procedure import ACTIVATION
from vlechtwerk.rules.kernel import Event
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.access import Access, OwnAccess, access_of, access_through, present_in
from vlechtwerk.sharing.granting import not_over
from vlechtwerk.sharing.identity import acting
from vlechtwerk.sharing.models import Compartment, File, Involvement, lasts_now
from vlechtwerk.sharing.policy import CONFIDENTIAL, Verb

SHOWN_OF_A_PART = (
    "position__account",
    "position__organisation",
    "granted_by__account",
    "stands_in_for__position__account",
    "follows__position__account",
)


@dataclass(frozen=True)
class Dossier:
    """The confidential file as a position sees it today. `own` is how it takes part, and what is open to it."""

    case: Case
    position: Position
    today: date
    own: OwnAccess

    @cached_property
    def mine(self) -> tuple[Access, ...]:
        """What is open to the position itself."""
        return self.counted(self.own.access)

    @property
    def own_parts(self) -> tuple[Involvement, ...]:
        """The parts of the position itself."""
        return self.own.involved

    @cached_property
    def involved(self) -> tuple[Involvement, ...]:
        """Everybody who takes part in the file today."""
        return tuple(present_in(self.case.file, self.today))

    @cached_property
    def access(self) -> tuple[Access, ...]:
        """Everybody to whom a confidential part is open."""
        return self.counted(access_of(self.involved, self.case.file, self.today))

    def counted(self, found: Iterable[Access]) -> tuple[Access, ...]:
        """Of what is open in the file, that which concerns this page of it: the confidential parts."""
        return tuple(one for one in found if one.compartment.kind in CONFIDENTIAL)

    def parts(self, verb: Verb) -> list[Compartment]:
        """The parts in which the position may do something."""
        found = {one.compartment.pk: one.compartment for one in self.mine if verb in one.verbs}
        return list(found.values())

    @property
    def is_client(self) -> bool:
        """Whether the position is the client of this file."""
        return any(one.involvement.capacity == Role.CLIENT for one in self.mine)

    @property
    def notes(self) -> NoteQuerySet:
        """The notes of the confidential parts that the position may read, newest first."""
        visible = Note.objects.visible_to(self.position, self.today).in_file(self.case.file)
        confidential = visible.filter(compartment__in=self.parts(Verb.READ))
        return confidential.select_related(
            "author__account", "author__organisation", "compartment__organisation", "item"
        )

    @cached_property
    def people(self) -> list[Involvement]:
        """Everybody who takes part in the file today or will do so, with what is shown of them."""
        people = Involvement.objects.filter(
            not_over(self.today), lasts_now(), not_over(self.today, "position__"), file=self.case.file
        )
        return list(people.select_related(*SHOWN_OF_A_PART).order_by("from_on", "id"))

    @property
    def capacities(self) -> list[Role]:
        """The capacities of the position itself."""
        return [Role(one.capacity) for one in self.own_parts]

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """The history of the trajectory, as it stood when it was asked first."""
        return effective_events(self.case)


def find(id: UUID, position: Position, today: date, verbs: Iterable[Verb]) -> Dossier:
    """The confidential file of a trajectory, in which a position may do one of these.

    Raises Case.DoesNotExist when it may not, or may not even know of the trajectory.
    """
    case, own = seen_alone(id, position, today, ACTIVATION.name)
    found = Dossier(case, position, today, own)
    if not any(found.parts(verb) for verb in verbs):
        raise Case.DoesNotExist
    return found


def page_open_to(mine: Sequence[Involvement], file: File, today: date) -> str:
    """The name of the page of the confidential file that somebody may open: of the notes, of access, or none.

    `mine` is the involvement of the position in the file that holds today.
    """
    return page_of(access_through(mine, file, today))


def page_of(found: Iterable[Access]) -> str:
    """The name of the page of the confidential file for whom these parts are open, or none."""
    verbs = {verb for one in found if one.compartment.kind in CONFIDENTIAL for verb in one.verbs}
    pages = {Verb.READ: "dossier", Verb.GRANT: "dossier_access"}
    return next((page for verb, page in pages.items() if verb in verbs), "")


def files_with_notes(position: Position, on: date, since: date) -> list[UUID]:
    """The files with a note about a day after `since`, as far as the position may read notes on a day.

    What it may not read does not count, so that nothing can be learnt about it.
    """
    with acting(position, on):
        recent = Note.objects.visible_to(position, on).filter(happened_on__gt=since)
        return list(recent.order_by().values_list("compartment__file_id", flat=True).distinct())
