"""The profile of one file as somebody sees it: what stands in each category, and how it stood on a day."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from vlechtwerk.consent.models import Item
from vlechtwerk.consent.queries import Beside, beside, reached
from vlechtwerk.dossier.queries import Dossier, find
from vlechtwerk.history.models import Case
from vlechtwerk.icf.loading import Loaded, set_in_force
from vlechtwerk.icf.models import About, Explanation, Finding, Talk
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.roles import CASE_MANAGERS
from vlechtwerk.sharing.models import Compartment, Involvement
from vlechtwerk.sharing.policy import Kind, Verb

BOTH = frozenset(str(one) for one in CASE_MANAGERS)


@dataclass(frozen=True)
class Profile:
    """The findings that are open to a position, the latest first; what it does not see is in no count of it (AT-247)."""

    found: Dossier
    part: Compartment
    loaded: Loaded | None

    @property
    def own_parts(self) -> Iterable[Involvement]:
        """How the position takes part in the file today."""
        return self.found.own_parts

    @property
    def may_write(self) -> bool:
        """Whether the position may write findings."""
        return self.part in self.found.parts(Verb.WRITE)

    @cached_property
    def findings(self) -> list[Finding]:
        """The findings that stand and that the position sees."""
        visible = Finding.objects.visible_to(self.found.position, self.found.today).in_file(self.found.case.file)
        return list(visible.select_related("category", "item", "author__account", "author__organisation"))

    @cached_property
    def explanations(self) -> list[Explanation]:
        """The explanations that stand and that the position sees."""
        visible = Explanation.objects.visible_to(self.found.position, self.found.today).in_file(self.found.case.file)
        return list(visible.select_related("item", "author__account", "author__organisation"))

    @cached_property
    def around(self) -> Beside:
        """The consents and remarks of everything above."""
        return beside([one.item for one in (*self.findings, *self.explanations)])

    @cached_property
    def by_code(self) -> Mapping[str, list[Finding]]:
        """The findings of each category, the latest first."""
        return _by_code(self.findings)

    @property
    def filled(self) -> int:
        """How many categories of the set hold a finding that the position sees."""
        return sum(one.code in self.by_code for one in self.loaded.categories) if self.loaded else 0

    @property
    def total(self) -> int:
        """How many categories the set has."""
        return len(self.loaded.categories) if self.loaded else 0

    def latest_on(self, day: date) -> Mapping[str, Finding]:
        """What stood in each category on a day."""
        return {code: found[0] for code, found in _by_code(self._until(day)).items()}

    def _until(self, day: date) -> list[Finding]:
        return [one for one in self.findings if one.found_on <= day]

    def is_joint(self, item: Item) -> bool:
        """Whether both case managers see something.

        Only that counts when the profile is closed, so that no number tells anybody that something is kept from them.
        """
        seen = reached(item, self.around.consents.get(item.pk, ()), self.found.today)
        return {item.capacity, *seen} >= BOTH

    @cached_property
    def joint(self) -> Mapping[str, Finding]:
        """The latest finding of each category of the set that both case managers see."""
        codes = {one.code for one in self.loaded.categories} if self.loaded else set()
        seen = [one for one in self.findings if one.category.code in codes and self.is_joint(one.item)]
        return {code: found[0] for code, found in _by_code(seen).items()}

    @property
    def conclusion(self) -> Explanation | None:
        """The conclusion that was written last."""
        return next((one for one in reversed(self.explanations) if one.about == About.CONCLUSION), None)

    @cached_property
    def talked_on(self) -> date | None:
        """The last day on which it was gone through with the client."""
        days = Talk.objects.filter(file=self.found.case.file).order_by("-talked_on").values_list("talked_on", flat=True)
        return days.first()


def _by_code(findings: Sequence[Finding]) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = {}
    for one in findings:
        found.setdefault(one.category.code, []).append(one)
    return found


def find_profile(id: UUID, position: Position, today: date, verb: Verb) -> Profile:
    """The profile of a trajectory, in which a position may read or write. Raises Case.DoesNotExist when it may not."""
    found = find(id, position, today, [verb])
    part = next((one for one in found.parts(verb) if one.kind == Kind.ICF), None)
    if part is None:
        raise Case.DoesNotExist
    return Profile(found, part, set_in_force(today))
