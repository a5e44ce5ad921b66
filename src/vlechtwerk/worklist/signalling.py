"""The signals of the home screen: where each leads, and with which words it is put away."""

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
from vlechtwerk.worklist.queries import Waiting

CASE, WRITE = ("trajectory", ""), "report_write"
LEADS_TO: Mapping[str, tuple[str, str]] = {
    SignalKind.NEW_REFERRAL: ("intake_road", ""),
    SignalKind.REMOVAL_ASKED: ("intake_road", ""),
    SignalKind.PLAN_ANSWERED: ("plan", ""),
    SignalKind.RIGHTS_TO_ASK: ("report_write", "rights_request"),
    SignalKind.RIGHTS_CONTACT: ("dossier_write", ""),
    SignalKind.STATUTE_CHANGED: ("reports", ""),
    SignalKind.AGREEMENT: ("reports", ""),
    SignalKind.TALK_ASKED: ("cooperation", ""),
    SignalKind.TALK_HELD: ("cooperation", ""),
    SignalKind.END_CONSIDERED: ("reports", ""),
    SignalKind.NEED_TOLD: (WRITE, "need_outcome"),
    SignalKind.NEED_DECIDED: ("reports", ""),
    SignalKind.INFORMATION_ASKED: (WRITE, "information"),
    SignalKind.INFORMATION_GIVEN: ("reports", ""),
    SignalKind.INTERNSHIP_OFF: ("reports", ""),
    SignalKind.NO_INTERNSHIP_TOLD: ("reports", ""),
    SignalKind.NO_INTERNSHIP_DOUBTED: (WRITE, "no_internship"),
    SignalKind.PROVIDER_TO_REPLACE: ("network_plan", ""),
    SignalKind.CARD_ASKED: (WRITE, "card_decision"),
    SignalKind.CARD_DECIDED: ("shared_notes", ""),
    SignalKind.WELFARE_REGISTERED: (WRITE, "welfare_note"),
    SignalKind.WELFARE_NOTED: ("shared_notes", ""),
    SignalKind.ADVISOR_TO_CHANGE: (WRITE, "advisor_change"),
    SignalKind.HAND_OVER_OPEN: (WRITE, "welfare_hand_over"),
    SignalKind.FILE_TALK_ASKED: ("report_write", "file_talk"),
    SignalKind.DOUBT_RAISED: (WRITE, "doubt_outcome"),
    SignalKind.REORIENTATION_ASKED: ("cooperation", ""),
    SignalKind.ADVICE_ASKED: ("shared_notes", ""),
    SignalKind.FOLLOWER_TO_NAME: ("dossier_deed", "meewerken"),
    SignalKind.RESEARCHER_TO_NAME: ("dossier_deed", "meewerken"),
}
"""The page on which each kind is looked at or done, with what goes in its address; of others it is the page of the case."""
TALKED = gettext_lazy("We talked about it")
PUT_AWAY: Mapping[str, Promise] = {
    SignalKind.NEW_REFERRAL: gettext_lazy("Seen"),
    SignalKind.REMOVAL_ASKED: gettext_lazy("Seen"),
    SignalKind.PLAN_UPLOADED: gettext_lazy("Seen"),
    SignalKind.PLAN_ANSWERED: gettext_lazy("Seen"),
    SignalKind.TALK_HELD: gettext_lazy("Seen"),
    SignalKind.NEED_DECIDED: gettext_lazy("Seen"),
    SignalKind.INFORMATION_GIVEN: gettext_lazy("Seen"),
    SignalKind.INTERNSHIP_OFF: gettext_lazy("Seen"),
    SignalKind.CARD_DECIDED: gettext_lazy("Seen"),
    SignalKind.NO_INTERNSHIP_TOLD: gettext_lazy("Seen"),
    SignalKind.NO_INTERNSHIP_DOUBTED: gettext_lazy("Seen"),
    SignalKind.WELFARE_NOTED: gettext_lazy("Seen"),
    SignalKind.AGREEMENT: gettext_lazy("Done"),
    SignalKind.NEXT_STEP: gettext_lazy("Done"),
    SignalKind.END_CONSIDERED: gettext_lazy("Done"),
}
"""With which words a signal is put away; others were talked about."""


@dataclass(frozen=True)
class Shown:
    """A signal with its case, where it leads, by which day, and the button that puts it away (empty for a task)."""

    signal: Signal
    case: Case
    day: date
    url: str
    button: str

    @property
    def due(self) -> date | None:
        """The day by which it is asked."""
        return self.signal.due_on

    @property
    def is_late(self) -> bool:
        """Whether that day has passed."""
        return self.due is not None and self.due < timezone.localdate()


def shown(waiting: Waiting) -> Shown:
    """A signal as the home screen shows it."""
    kind = waiting.signal.kind
    page, more = CASE if _watches(waiting.signal) else LEADS_TO.get(kind, CASE)
    address = reverse(page, args=[waiting.case.pk, *([more] if more else [])])
    button = "" if kind in DONE_ELSEWHERE else str(PUT_AWAY.get(kind, TALKED))
    return Shown(waiting.signal, waiting.case, waiting.day, address, button)


def _watches(signal: Signal) -> bool:
    """Whether somebody only watches that it is done: the network coordinator, for a hand-over after an advice (AT-219)."""
    return signal.kind == SignalKind.HAND_OVER_OPEN and signal.capacities == [Role.NETWORK_COORDINATOR]
