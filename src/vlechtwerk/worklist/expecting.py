"""What somebody reads whose list of cases is empty: what appears there and when, or where the work is if nothing ever does."""

from collections.abc import Mapping
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from vlechtwerk.rules.roles import Role


class Expecting(NamedTuple):
    """What to expect of an empty list: a heading, and a few sentences."""

    title: Promise
    text: Promise


NOTHING_YET = gettext_lazy("You have no cases yet")
NOBODY_ASKED = gettext_lazy("Nothing is asked of you now")
SEES_NO_CASES = gettext_lazy("You see no cases, and that is right")
ANYBODY = Expecting(NOTHING_YET, gettext_lazy("A case appears here as soon as you are involved in it."))
EXPECTING: Mapping[Role, Expecting] = {
    Role.VDAB_MEDIATOR: Expecting(
        NOTHING_YET, gettext_lazy("A case appears here as soon as you refer somebody. Begin at Referrals.")
    ),
    Role.WORK_CASE_MANAGER: Expecting(
        NOTHING_YET,
        gettext_lazy(
            "A case appears here when a mediator plans a first appointment with you, or when a colleague hands one over."
        ),
    ),
    Role.CARE_CASE_MANAGER: Expecting(
        NOTHING_YET,
        gettext_lazy(
            "A case appears here when the work case manager lets you take part, or when a colleague hands one over."
        ),
    ),
    Role.NETWORK_COORDINATOR: Expecting(
        NOTHING_YET,
        gettext_lazy("A case appears here when its trajectory plan is uploaded. Then you read the plan and answer."),
    ),
    Role.CARE_PROVIDER: Expecting(
        NOTHING_YET,
        gettext_lazy(
            "A case appears here when an action is assigned to you and a case manager lets you take part. "
            "What is assigned stands at My assignments."
        ),
    ),
    Role.WORK_PROVIDER: Expecting(
        NOTHING_YET,
        gettext_lazy(
            "A case appears here when an action is assigned to you and the work case manager makes a referral line. "
            "What is assigned stands at My assignments."
        ),
    ),
    Role.PROJECT_FOLLOWER: Expecting(
        NOBODY_ASKED,
        gettext_lazy(
            "A case appears here when the work case manager asks an extension, an early stop or a mediation. "
            "After your decision it leaves the list."
        ),
    ),
    Role.DGS: Expecting(
        NOBODY_ASKED,
        gettext_lazy(
            "A case appears here when the work case manager asks you for an advice Welfare. You look whether it is right and "
            "register it, or you tell the work case manager that it is not. A registered advice comes back every year."
        ),
    ),
    Role.TOM_TEAM: Expecting(
        SEES_NO_CASES,
        gettext_lazy(
            "Requests for support rights and customised work reach you outside this program. The work case manager notes here "
            "what was asked and what you decided. You do nothing here, unless you meet a bottleneck: tell it at Region."
        ),
    ),
    Role.CARE_PARTNERSHIP_CONTACT: Expecting(
        SEES_NO_CASES,
        gettext_lazy(
            "You do the administration. Your work stands at Referrals, Region and Compensation, in numbers only."
        ),
    ),
    Role.CARE_DEPARTMENT: Expecting(
        SEES_NO_CASES, gettext_lazy("Your work stands at Region and Compensation, in numbers only.")
    ),
    Role.DATA_PROTECTION_OFFICER: Expecting(
        SEES_NO_CASES,
        gettext_lazy(
            "Your work stands at Review of the record, Questions about own data and Retention. You open a file in an emergency "
            "only, with a reason; the participant hears of it."
        ),
    ),
}
"""What each function may expect; of others it is `ANYBODY`."""


def expecting(role: str) -> Expecting:
    """What somebody with this role may expect of the own list."""
    return EXPECTING.get(Role(role), ANYBODY)
