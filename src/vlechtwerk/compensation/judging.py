"""Judging whether the lack of an internship was shown well enough: it asks a decision about payments and takes none (AT-195)."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop

from vlechtwerk.audit.actions import note
from vlechtwerk.audit.models import Verb
from vlechtwerk.compensation.actions import OutOfDate, ask, entered_before, locked
from vlechtwerk.compensation.instalments import one_provided
from vlechtwerk.compensation.models import Judgement
from vlechtwerk.history.models import Case
from vlechtwerk.history.queries import assessment_of
from vlechtwerk.organisations.models import Position
from vlechtwerk.rules.activation.duties.budget import InternshipReview, lack_of_an_internship_is_judged

NOTHING_TO_JUDGE = gettext_noop("nobody told why there was no internship, so there is nothing to judge")


def judged(cases: Iterable[Case]) -> dict[UUID, Judgement]:
    """The judgement that counts for each of these cases: one query, whatever their number."""
    rows = Judgement.objects.filter(case__in=[one.pk for one in cases]).select_related("entered_by__account")
    return {one.case_id: one for one in rows.order_by("id")}


def is_to_judge(case: Case) -> bool:
    """Whether a trajectory had no internship and the work provider told why."""
    facts = assessment_of(case, timezone.localdate()).facts
    return facts.internship_on is None and facts.no_internship_on is not None


@transaction.atomic
def judge(*, number: int, review: InternshipReview, by: Position, key: UUID) -> None:
    """Note the judgement about a trajectory in the region of `by`. A second call with the same `key` changes nothing.

    Raises MoneyRefused, OutOfDate when there is nothing to judge, and Case.DoesNotExist outside the region.
    """
    region = locked(by.region)
    case = one_provided(region, number, timezone.localdate()).case
    if entered_before(Judgement.objects.all(), by, key):
        return
    if not is_to_judge(case):
        raise OutOfDate(NOTHING_TO_JUDGE)
    rule = ask(lack_of_an_internship_is_judged, review)
    row = Judgement(case=case, sufficient=bool(review.sufficient), reason=review.reason.strip())
    row.entered_by, row.idempotency_key = by, key
    row.save(force_insert=True)
    note(Verb.INTERNSHIP_JUDGED, by=by, file_id=case.file_id, rules=[rule])
