"""Judging whether the lack of an internship was shown well enough: it asks a decision about payments and takes none (AT-195).

The network coordinator judges for the network, and the project follower for VDAB, which commissions it. Neither judgement takes
the place of the other.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop

from vlechtwerk.audit.actions import note
from vlechtwerk.audit.models import Verb
from vlechtwerk.compensation.actions import OutOfDate, ask, entered_before, locked
from vlechtwerk.compensation.instalments import one_provided
from vlechtwerk.compensation.models import Judgement
from vlechtwerk.history.models import Case, Event
from vlechtwerk.history.queries import assessment_of
from vlechtwerk.organisations.models import Position, Region
from vlechtwerk.rules.activation.duties.budget import (
    INTERNSHIP_REVIEWERS,
    InternshipReview,
    lack_of_an_internship_is_judged,
)
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.models import SignalKind
from vlechtwerk.sharing.policy import Stage
from vlechtwerk.sharing.signals import raise_signal

NOTHING_TO_JUDGE = gettext_noop("nobody told why there was no internship, so there is nothing to judge")
COMPLETES = (Role.WORK_CASE_MANAGER, Role.WORK_PROVIDER)
"""Who can show more, after a judgement that too little was shown."""
Judgements = Mapping[Role, Judgement]


def judges(position: Position) -> bool:
    """Whether a position judges in its region."""
    return position.role in INTERNSHIP_REVIEWERS


def judged(cases: Iterable[Case]) -> Mapping[UUID, Judgements]:
    """The last judgement of each side about these cases: one query, whatever their number."""
    rows = Judgement.objects.filter(case__in=[one.pk for one in cases]).select_related("entered_by__account")
    found: dict[UUID, dict[Role, Judgement]] = defaultdict(dict)
    for one in rows.order_by("id"):
        found[one.case_id][Role(one.entered_by.role)] = one
    return found


def is_flagged(judgements: Judgements) -> bool:
    """Whether the payments wait for a decision by people, because for one side too little was shown."""
    return any(not one.sufficient for one in judgements.values())


@dataclass(frozen=True)
class Motivated:
    """A trajectory without an internship of which it was told why, on which day, with what was judged of it."""

    case: Case
    told_on: date
    judgements: Judgements


def motivated(region: Region) -> list[Motivated]:
    """The trajectories of a region without an internship of which it was told why, the latest told first: three queries."""
    standing = Event.objects.filter(case__region=region, data__isnull=False, corrected_by__isnull=True)
    with_one = standing.filter(name="action_started", data__internship=True).values("case_id")
    told = standing.filter(name="no_internship_motivated").exclude(case_id__in=with_one).select_related("case__file")
    latest = {one.case: one.on for one in told.order_by("on", "sequence")}
    found = judged(latest)
    rows = [Motivated(case, on, found.get(case.pk, {})) for case, on in latest.items()]
    return sorted(rows, key=lambda one: (one.told_on, one.case.number), reverse=True)


def is_to_judge(case: Case) -> bool:
    """Whether a trajectory had no internship and the work provider told why."""
    facts = assessment_of(case, timezone.localdate()).facts
    return facts.internship_on is None and facts.no_internship_on is not None


@transaction.atomic
def judge(*, number: int, review: InternshipReview, by: Position, key: UUID) -> None:
    """Note the judgement about a trajectory in the region of `by`. A second call with the same `key` changes nothing.

    After a no the work provider and the work case manager get a signal that more can be shown, as long as the file is open.
    Raises MoneyRefused, OutOfDate when there is nothing to judge, and Case.DoesNotExist outside the region.
    """
    region, today = locked(by.region), timezone.localdate()
    case = one_provided(region, number, today).case
    if entered_before(Judgement.objects.all(), by, key):
        return
    if not is_to_judge(case):
        raise OutOfDate(NOTHING_TO_JUDGE)
    rule = ask(lack_of_an_internship_is_judged, review)
    row = Judgement(case=case, sufficient=bool(review.sufficient), reason=review.reason.strip())
    row.entered_by, row.idempotency_key = by, key
    row.save(force_insert=True)
    note(Verb.INTERNSHIP_JUDGED, by=by, file_id=case.file_id, rules=[rule])
    if not row.sufficient and case.file.stage_on(today) is Stage.OPEN:
        raise_signal(case.file_id, SignalKind.NO_INTERNSHIP_DOUBTED, COMPLETES)
