"""Events that have a page of their own: what has to be kept with them is asked there, and nothing is typed twice.

The names are those of pages in apps that know this one.
"""

from collections.abc import Mapping

from django.urls import reverse

from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.policy import Kind, Verb
from vlechtwerk.trajectories.queries import Trajectory
from vlechtwerk.ui.environment import address as page_address

GUIDED: Mapping[str, str] = {
    "extension_requested": "extension",
    "extension_decided": "extension",
    "stop_requested": "early_stop",
    "stop_decided": "early_stop",
}
"""Events with a shared note that goes with them."""
COUNTED = "icf_completed"
"""The event of which the number is counted on the page of the profile."""
ON_A_PAGE = frozenset({*GUIDED, COUNTED})
"""Events that are not recorded with a form of the event alone."""
REPORTED: Mapping[str, str] = {
    "evaluation_held": "evaluation",
    "no_internship_motivated": "no_internship",
    "care_suspended": "care_suspended",
    "care_resumed": "care_resumed",
    "interrupted": "interruption",
    "final_report_registered": "final_report",
    "final_advice_registered": "final_advice",
}
"""Events with a report that stands in the shared part; who has no access there records the event alone."""
PLANNED: Mapping[str, tuple[str, Verb]] = {
    "delay_noted": ("plan_delay", Verb.WRITE),
    "plan_signed": ("plan", Verb.WRITE),
    "plan_uploaded": ("plan", Verb.WRITE),
    "plan_approved": ("plan", Verb.READ),
    "plan_returned": ("plan", Verb.READ),
}
"""Events that the page of the plan records, with what it takes in the shared part to come there and do them."""
ON_THE_ROAD: Mapping[str, str] = {
    "intake_notified": "melden",
    "first_meeting": "afspraak",
    "start_confirmed": "start",
    "start_refused": "start",
}
"""Events that a step of the road to a confirmed start records, for the work case manager."""


def own_page_of(found: Trajectory, name: str) -> str:
    """The address of the page on which an event is recorded instead of on a form of its own; empty when there is none.

    Without access to the profile whoever wants to close it is led to where access is given.
    """
    if name in GUIDED:
        return page_address(GUIDED[name], found.case.pk)
    if name == COUNTED:
        return page_address("icf_completion" if writes_in(found, Kind.ICF) else "dossier_access", found.case.pk)
    return ""


def address(found: Trajectory, name: str, generic: str) -> str:
    """Where an event is recorded: on a page of its own, with its report, on the page of the plan or of the first meeting.

    Without access to that page it is the form of the event (`generic`).
    """
    if own := own_page_of(found, name):
        return own
    if name in REPORTED and writes_in(found, Kind.SHARED):
        return reverse("report_write", args=[found.case.pk, REPORTED[name]])
    if name in PLANNED and PLANNED[name][1] in _verbs(found, Kind.SHARED):
        return page_address(PLANNED[name][0], found.case.pk)
    if name in ON_THE_ROAD and Role.WORK_CASE_MANAGER in found.capacities:
        return reverse("intake_deed", args=[found.case.pk, ON_THE_ROAD[name]])
    return generic


def writes_in(found: Trajectory, kind: Kind) -> bool:
    """Whether the visitor writes in a part of the file today."""
    return Verb.WRITE in _verbs(found, kind)


def _verbs(found: Trajectory, kind: Kind) -> frozenset[Verb]:
    """What the visitor may do in a part of the file today."""
    return frozenset(verb for one in found.opened if one.compartment.kind == kind for verb in one.verbs)
