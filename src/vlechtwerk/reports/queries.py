"""The reports and shared notes of one trajectory that are open to a position."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from vlechtwerk.dossier.queries import Dossier
from vlechtwerk.history.models import Case
from vlechtwerk.organisations.models import Position
from vlechtwerk.reports.kinds import PLANS, ReportKind
from vlechtwerk.reports.models import Report, ReportQuerySet
from vlechtwerk.sharing.access import Access, own_access
from vlechtwerk.sharing.policy import CONFIDENTIAL, Kind, Verb

NOTES, REPORTS = (Kind.ADMINISTRATIVE,), (Kind.SHARED,)
"""The parts with shared notes, and with the reports behind the walls of the confidential file."""


@dataclass(frozen=True)
class Reports(Dossier):
    """What is reported in one file, as a position sees it today. Look at it inside `sharing.identity.acting`."""

    kinds: tuple[Kind, ...] = REPORTS

    def counted(self, found: Iterable[Access]) -> tuple[Access, ...]:
        """The parts with reports or notes too."""
        return tuple(one for one in found if one.compartment.kind != Kind.PARTNERSHIP)

    @cached_property
    def standing(self) -> list[Report]:
        """The reports that stand in these parts, the latest first."""
        return list(self._open.in_file(self.case.file))

    def ever(self, kind: ReportKind) -> list[Report]:
        """The reports of a kind, the latest first, with the earlier wordings that are open to the position."""
        return list(self._open.ever_in_file(self.case.file).filter(kind=kind))

    @property
    def _open(self) -> ReportQuerySet:
        visible = Report.objects.visible_to(self.position, self.today)
        found = visible.filter(compartment__in=self.parts(Verb.READ), compartment__kind__in=self.kinds)
        return found.select_related("author__account", "author__organisation", "item")

    def of_kind(self, *kinds: ReportKind) -> list[Report]:
        """The reports of these kinds, the latest first."""
        return [one for one in self.standing if one.kind in kinds]

    def may_write(self, kind: ReportKind) -> bool:
        """Whether the position writes reports of a kind in this file."""
        plan = PLANS[kind]
        return plan.part in {one.kind for one in self.parts(Verb.WRITE)} and bool(plan.writers & set(self.capacities))


def find_reports(
    case: Case, position: Position, today: date, verb: Verb, kinds: Iterable[Kind] = REPORTS
) -> Reports:  # fmt: skip
    """What is reported in these parts of a trajectory. Raises Case.DoesNotExist when they are not open to the position.

    `case` was looked up for this position, with its file.

    The list of reports is a page of the confidential file: who reads any part of that may open it.
    """
    found = Reports(case, position, today, own_access(position, case.file, today), kinds=tuple(kinds))
    enough = {*found.kinds, *(CONFIDENTIAL if found.kinds == REPORTS and verb is Verb.READ else ())}
    if not {one.kind for one in found.parts(verb)} & enough:
        raise Case.DoesNotExist
    return found
