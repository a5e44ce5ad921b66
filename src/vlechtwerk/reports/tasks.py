"""The tasks that reports about following the plan open and end, on the lists of who has to do them.

They do so whenever they are written, also again: such a report tells more each time, as when the decision is there.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from vlechtwerk.dossier.models import Note
from vlechtwerk.history.following import follow
from vlechtwerk.history.models import Case
from vlechtwerk.organisations.models import Position
from vlechtwerk.reports.kinds import ReportKind
from vlechtwerk.reports.models import Report
from vlechtwerk.rules.activation.duties.evaluation_duties import RightsCheck
from vlechtwerk.rules.activation.duties.outcome import FOLLOW_UP_PERIOD, follow_up_domain
from vlechtwerk.rules.activation.duties.rights import PendingRequest, contact_is_due
from vlechtwerk.rules.activation.terms import Advice, Domain
from vlechtwerk.rules.roles import CASE_MANAGERS, Role
from vlechtwerk.sharing.following import ASKED_OF_SCREENING
from vlechtwerk.sharing.models import SignalKind
from vlechtwerk.sharing.ringing import ring_at, ring_client
from vlechtwerk.sharing.signals import end_signals, raise_signal

WORK, ADVISOR = (Role.WORK_CASE_MANAGER,), Role.TRUSTED_ADVISOR
AGREEMENTS = ("1", "2", "3")
"""The agreements of a consultation, by the end of the names of their parts."""


@dataclass(frozen=True, slots=True)
class Written:
    """A report that was just written: its kind and parts, the day that it is about, in which case and by whom."""

    kind: ReportKind
    told: Mapping[str, str]
    on: date
    case: Case
    by: Position


def open_and_end(written: Written) -> None:
    """Open the tasks that a report asks, and end those that it fulfils. Call it in the transaction of the report."""
    if written.kind in TASKS:
        TASKS[written.kind](written)


def _evaluation(written: Written) -> None:
    """Rights that can be asked are a task of the work case manager, the same day (AT-159)."""
    if written.told.get("rights_check") == RightsCheck.REQUEST:
        raise_signal(written.case.file_id, SignalKind.RIGHTS_TO_ASK, WORK)


def _rights_request(written: Written) -> None:
    """As long as team TOM has not answered, the work case manager is reminded of the contact with the client (AT-171)."""
    file_id, by = written.case.file_id, written.by
    end_signals(file_id, SignalKind.RIGHTS_TO_ASK, by=by)
    end_signals(file_id, SignalKind.RIGHTS_CONTACT, by=by)
    if waiting := _unanswered(written):
        contacts = tuple(_contacts(written))
        due = max(contact_is_due(PendingRequest(asked_on, contacts)) for asked_on in waiting)
        raise_signal(file_id, SignalKind.RIGHTS_CONTACT, WORK, due_on=due)


def _unanswered(written: Written) -> list[date]:
    """The days of the requests that wait for an answer."""
    standing = Report.objects.visible_to(written.by, timezone.localdate()).in_file(written.case.file)
    requests = standing.filter(kind=ReportKind.RIGHTS_REQUEST)
    return [one.happened_on for one in requests if not one.told.get("answered_on")]


def _contacts(written: Written) -> Iterable[date]:
    """The days on which the work case manager spoke with the client."""
    both = [str(Role.CLIENT), str(Role.WORK_CASE_MANAGER)]
    notes = Note.objects.visible_to(written.by, timezone.localdate()).in_file(written.case.file)
    return notes.filter(attendees__contains=both).values_list("happened_on", flat=True)


def _statute(written: Written) -> None:
    """A statute that changed asks to look at the rights and duties that go with it (AT-148)."""
    end_signals(written.case.file_id, SignalKind.STATUTE_CHANGED, by=written.by)
    since, reviewed = written.told.get("since", ""), written.told.get("reviewed_on", "")
    if reviewed < since or not reviewed:
        raise_signal(written.case.file_id, SignalKind.STATUTE_CHANGED)


def _consultation(written: Written) -> None:
    """What was agreed is a task of who does it, by its day (AT-125). The client reads it in the own view."""
    for number in AGREEMENTS:
        who, by_day = written.told.get(f"who_{number}"), written.told.get(f"by_{number}")
        if who == Role.CLIENT:
            ring_client(written.case.file_id)
        elif who and by_day:
            raise_signal(written.case.file_id, SignalKind.AGREEMENT, [Role(who)], due_on=date.fromisoformat(by_day))


def _formal_service(written: Written) -> None:
    """The client can read it at once (AT-161); a talk is asked of the trusted advisor (AT-162)."""
    ring_client(written.case.file_id)
    if written.told.get("step") == "talk":
        raise_signal(written.case.file_id, SignalKind.TALK_ASKED, [ADVISOR])
        ring_at(written.case.file_id, ADVISOR)


def _mediation_talk(written: Written) -> None:
    """When the trusted advisor decided, the case managers hear that, and the client (AT-162)."""
    if written.told.get("talk_decision") != "open":
        end_signals(written.case.file_id, SignalKind.TALK_ASKED, by=written.by)
        raise_signal(written.case.file_id, SignalKind.TALK_HELD, CASE_MANAGERS)
        ring_client(written.case.file_id)


def _end_considered(written: Written) -> None:
    """When an advice Welfare seems right, the work case manager asks the screening and prepares the closing (AT-164)."""
    end_signals(written.case.file_id, SignalKind.END_CONSIDERED, by=written.by)
    done = written.told.get("screening_on") and written.told.get("prepared")
    if written.told.get("welfare") == "applies" and not done:
        raise_signal(written.case.file_id, SignalKind.END_CONSIDERED, WORK)


def _final_advice(written: Written) -> None:
    """After an advice towards work whoever referred arranges the next step (AT-010); welfare is handed over by itself."""
    if follow_up_domain(Advice(written.told["advice"])) is Domain.WORK:
        raise_signal(written.case.file_id, SignalKind.NEXT_STEP, [ADVISOR], due_on=FOLLOW_UP_PERIOD.after(written.on))
        ring_at(written.case.file_id, ADVISOR)


def _file_talk(written: Written) -> None:
    """The client asked to go through the file, and it was done: she reads that in the own view (AT-138)."""
    end_signals(written.case.file_id, SignalKind.FILE_TALK_ASKED, by=written.by)
    ring_client(written.case.file_id)


def _doubt(written: Written) -> None:
    """The work case manager hears of the doubt the same day, until the choice is noted (AT-036)."""
    raise_signal(written.case.file_id, SignalKind.DOUBT_RAISED, WORK)


def _doubt_outcome(written: Written) -> None:
    end_signals(written.case.file_id, SignalKind.DOUBT_RAISED, by=written.by)


def _reorientation(written: Written) -> None:
    """Whoever referred is asked to look for another offer together (AT-038)."""
    raise_signal(written.case.file_id, SignalKind.REORIENTATION_ASKED, [ADVISOR])
    ring_at(written.case.file_id, ADVISOR)


def _advice_request(written: Written) -> None:
    """Whoever is asked for an advice finds that as a task, until it is registered or the answer is noted (AT-211, AT-216)."""
    file_id, of = written.case.file_id, Role(written.told["asked_of"])
    end_signals(file_id, SignalKind.ADVICE_ASKED, by=written.by)
    if of is Role.DGS:
        follow(written.case, written.on, [ASKED_OF_SCREENING], by=written.by)
    if of in (Role.DGS, ADVISOR) and not written.told.get("decision"):
        raise_signal(file_id, SignalKind.ADVICE_ASKED, [of])
        ring_at(file_id, of)


TASKS = {
    ReportKind.ADVICE_REQUEST: _advice_request,
    ReportKind.EVALUATION: _evaluation,
    ReportKind.RIGHTS_REQUEST: _rights_request,
    ReportKind.STATUTE: _statute,
    ReportKind.CONSULTATION: _consultation,
    ReportKind.FORMAL_SERVICE: _formal_service,
    ReportKind.MEDIATION_TALK: _mediation_talk,
    ReportKind.END_CONSIDERED: _end_considered,
    ReportKind.FINAL_ADVICE: _final_advice,
    ReportKind.FILE_TALK: _file_talk,
    ReportKind.DOUBT: _doubt,
    ReportKind.DOUBT_OUTCOME: _doubt_outcome,
    ReportKind.REORIENTATION: _reorientation,
}
"""The kinds that open or end a task."""
