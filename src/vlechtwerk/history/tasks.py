"""Who has a task in a case: what makes it self-evident what a look at the confidential part is for.

Somebody has a task who owes something there now, or who carries out an action of the plan. A stand-in, a look after the end
and emergency access do not speak for themselves.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from uuid import UUID

from django.db.models import Q

from vlechtwerk.history.models import ENDED, Case, Obligation
from vlechtwerk.rules.roles import PROVIDERS, Role, acts_as
from vlechtwerk.sharing.models import Involvement, InvolvementReason

OVER = (ENDED, "cancelled")


def has_task(mine: Iterable[Involvement], owners: Collection[str], *, over: bool) -> bool:
    """Whether somebody who takes part in a file has a task in it: `owners` are who owes something now."""
    return any(_has_task(one, frozenset(owners), over=over) for one in mine)


def _has_task(one: Involvement, owners: frozenset[str], *, over: bool) -> bool:
    capacity = Role(one.capacity)
    if capacity is Role.CLIENT:
        return True
    if over or one.emergency_for or one.reason == InvolvementReason.ABSENCE:
        return False
    return capacity in PROVIDERS or bool(acts_as(capacity) & owners)


def purpose_is_evident(case: Case, mine: Iterable[Involvement], today: date) -> bool:
    """Whether it needs no telling what a look of somebody at the confidential part of a case is for.

    For emergency access it was told already.
    """
    parts = list(mine)
    if any(one.emergency_for or one.capacity == Role.CLIENT for one in parts):
        return True
    owners = set(Obligation.objects.open_on(today).filter(case=case).values_list("owner", flat=True))
    return has_task(parts, owners, over=case.status_on(today).code in OVER)


def without_task(pairs: Collection[tuple[UUID, UUID]], day: date) -> frozenset[tuple[UUID, UUID]]:
    """Which of these pairs of a position and a file had no task on a day of the last weeks: four queries, however many."""
    files = {file for _position, file in pairs}
    cases = list(Case.objects.filter(file_id__in=files))
    owners = _owners([case.pk for case in cases], day)
    over = {case.file_id: case.status_on(day).code in OVER for case in cases}
    owing = {case.file_id: owners.get(case.pk, set()) for case in cases}
    parts: dict[tuple[UUID, UUID], list[Involvement]] = defaultdict(list)
    for one in Involvement.objects.filter(file_id__in=files, position_id__in={position for position, _file in pairs}):
        if one.from_on <= day:
            parts[one.position_id, one.file_id].append(one)
    return frozenset(
        pair for pair in pairs if not has_task(parts[pair], owing.get(pair[1], set()), over=over.get(pair[1], False))
    )


def _owners(cases: Collection[UUID], day: date) -> Mapping[UUID, set[str]]:
    """Who owed something in these cases on a day, as far as it is known now."""
    not_done = Q(done_on__isnull=True) | Q(done_on__gte=day)
    not_lapsed = Q(lapses_on__isnull=True) | Q(lapses_on__gt=day)
    found: dict[UUID, set[str]] = defaultdict(set)
    owed = Obligation.objects.filter(not_done, not_lapsed, case__in=cases, opens_on__lte=day)
    for case, owner in owed.values_list("case_id", "owner"):
        found[case].add(owner)
    return found
