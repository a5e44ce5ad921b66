"""What people of a file have to talk about or to do: where each signal leads, and with which words it is put away."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from vlechtwerk.history.models import Case
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.models import Signal, SignalKind
from vlechtwerk.sharing.signal_kinds import DONE_ELSEWHERE
from vlechtwerk.sharing.signals import waiting_in
from vlechtwerk.trajectories.queries import Trajectory

CASE, ROAD, PLAN = ("trajectory",), ("intake_road",), ("plan",)
REPORTS, NOTES, COOPERATION = ("reports",), ("shared_notes",), ("cooperation",)
CONSENTS, DOCUMENTS = ("dossier_consents",), ("dossier_documents",)
NAMING = ("dossier_deed", "meewerken")


def _writing(kind: str) -> tuple[str, str]:
    return "report_write", kind


LEADS_TO: Mapping[str, tuple[str, ...]] = {
    SignalKind.CONSENT_REFUSED: CONSENTS,
    SignalKind.CONSENT_WITHDRAWN: CONSENTS,
    SignalKind.DOCUMENT_SHARED: DOCUMENTS,
    SignalKind.DOCUMENT_TAKEN_BACK: DOCUMENTS,
    SignalKind.SITUATION_TOLD: REPORTS,
    SignalKind.DELAY_TOLD: REPORTS,
    SignalKind.NEW_REFERRAL: ROAD,
    SignalKind.REMOVAL_ASKED: ROAD,
    SignalKind.PLAN_UPLOADED: PLAN,
    SignalKind.PLAN_ANSWERED: PLAN,
    SignalKind.RIGHTS_TO_ASK: _writing("rights_request"),
    SignalKind.RIGHTS_CONTACT: ("dossier_write",),
    SignalKind.STATUTE_CHANGED: REPORTS,
    SignalKind.AGREEMENT: REPORTS,
    SignalKind.TALK_ASKED: COOPERATION,
    SignalKind.TALK_HELD: COOPERATION,
    SignalKind.END_CONSIDERED: REPORTS,
    SignalKind.NEED_TOLD: _writing("need_outcome"),
    SignalKind.NEED_DECIDED: REPORTS,
    SignalKind.INFORMATION_ASKED: _writing("information"),
    SignalKind.INFORMATION_GIVEN: REPORTS,
    SignalKind.INTERNSHIP_OFF: REPORTS,
    SignalKind.NO_INTERNSHIP_TOLD: REPORTS,
    SignalKind.NO_INTERNSHIP_DOUBTED: _writing("no_internship"),
    SignalKind.PROVIDER_TO_REPLACE: ("network_plan",),
    SignalKind.CARD_ASKED: _writing("card_decision"),
    SignalKind.CARD_DECIDED: NOTES,
    SignalKind.WELFARE_REGISTERED: _writing("welfare_note"),
    SignalKind.WELFARE_NOTED: NOTES,
    SignalKind.ADVISOR_TO_CHANGE: _writing("advisor_change"),
    SignalKind.HAND_OVER_OPEN: _writing("welfare_hand_over"),
    SignalKind.FILE_TALK_ASKED: _writing("file_talk"),
    SignalKind.DOUBT_RAISED: _writing("doubt_outcome"),
    SignalKind.REORIENTATION_ASKED: COOPERATION,
    SignalKind.ADVICE_ASKED: NOTES,
    SignalKind.FOLLOWER_TO_NAME: NAMING,
    SignalKind.RESEARCHER_TO_NAME: NAMING,
}
"""The page on which each kind is looked at or done, with what goes in its address; of others it is the page of the case."""
SEEN, DONE, TALKED = gettext_lazy("Seen"), gettext_lazy("Done"), gettext_lazy("We talked about it")
PUT_AWAY: Mapping[str, Promise] = {
    SignalKind.NEW_REFERRAL: SEEN,
    SignalKind.REMOVAL_ASKED: SEEN,
    SignalKind.PLAN_UPLOADED: SEEN,
    SignalKind.PLAN_ANSWERED: SEEN,
    SignalKind.TALK_HELD: SEEN,
    SignalKind.NEED_DECIDED: SEEN,
    SignalKind.INFORMATION_GIVEN: SEEN,
    SignalKind.INTERNSHIP_OFF: SEEN,
    SignalKind.CARD_DECIDED: SEEN,
    SignalKind.NO_INTERNSHIP_TOLD: SEEN,
    SignalKind.NO_INTERNSHIP_DOUBTED: SEEN,
    SignalKind.WELFARE_NOTED: SEEN,
    SignalKind.AGREEMENT: DONE,
    SignalKind.NEXT_STEP: DONE,
    SignalKind.END_CONSIDERED: DONE,
}
"""With which words a signal is put away; others were talked about."""


@dataclass(frozen=True)
class Shown:
    """A signal with its case, where it leads, and the button that puts it away (empty for a task)."""

    signal: Signal
    case: Case
    url: str
    button: str

    @property
    def leads_away(self) -> bool:
        """Whether it is done on another page than that of the case."""
        return self.url != reverse(*CASE, args=[self.case.pk])

    @property
    def day(self) -> date:
        """The day on which it was made."""
        return timezone.localdate(self.signal.made_at)

    @property
    def due(self) -> date | None:
        """The day by which it is asked."""
        return self.signal.due_on

    @property
    def is_late(self) -> bool:
        """Whether that day has passed."""
        return self.due is not None and self.due < timezone.localdate()


def tasks(found: Trajectory) -> list[Shown]:
    """What the visitor has to talk about or to do in a file, the oldest first."""
    return [shown(one, found.case) for one in waiting_in(found.case.file_id, found.capacities, found.today)]


def shown(signal: Signal, case: Case) -> Shown:
    """A signal of a case as it is shown."""
    page, *more = CASE if _watches(signal) else LEADS_TO.get(signal.kind, CASE)
    address = reverse(page, args=[case.pk, *more])
    button = "" if signal.kind in DONE_ELSEWHERE else str(PUT_AWAY.get(signal.kind, TALKED))
    return Shown(signal, case, address, button)


def _watches(signal: Signal) -> bool:
    """Whether somebody only watches that it is done: the network coordinator, for a hand-over after an advice (AT-219)."""
    return signal.kind == SignalKind.HAND_OVER_OPEN and signal.capacities == [Role.NETWORK_COORDINATOR]
