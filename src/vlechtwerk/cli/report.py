"""An assessment as a report that reads like a page of the handbook about this one case."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from vlechtwerk.cli.loading import NamedCase
from vlechtwerk.cli.output import glued
from vlechtwerk.cli.progress import progress_text
from vlechtwerk.cli.sheet import Sheet, word
from vlechtwerk.rules.assessment import Assessment, Obligation, Reason, Refusal, State
from vlechtwerk.texts import Translator, explaining
from vlechtwerk.texts.labels import Kind, sentence

OVER = ("ended", "cancelled")
MOST_NAMED = 12
"""Events that are named when the same reasons stand in their way; more of them, in a case that is over, are the rest."""


def report_lines(one: NamedCase, assessment: Assessment, say: Translator) -> list[str]:
    """The report about one case: status, what is late, due and done, what may happen next and what not, and why."""
    sheet = Sheet(one.case.procedure.book)
    _head(sheet, one.name, assessment, say)
    _obligations(sheet, assessment, say)
    _signals(sheet, assessment, say)
    _dates(sheet, assessment, say)
    _refused(sheet, assessment, say)
    _allowed(sheet, assessment, say)
    _blocked(sheet, assessment, say)
    _future(sheet, one, assessment, say)
    _compensation(sheet, assessment, say)
    return sheet.lines


def _head(sheet: Sheet, name: str, assessment: Assessment, say: Translator) -> None:
    sheet.title(name)
    procedure = sentence(word(assessment.procedure, say, Kind.PROCEDURE))
    sheet.line(say("{procedure} on {day}.").format(procedure=procedure, day=day_text(assessment.on, say)))
    sheet.line(say("Status: {status}.").format(status=_status(assessment, say)))
    if progress := progress_text(assessment, say):
        sheet.line(progress)
    if assessment.flags:
        flags = ", ".join(word(flag, say, Kind.FLAG) for flag in assessment.flags)
        sheet.line(say("Note: {flags}.").format(flags=flags))
    if len(sheet.documents) == 1:
        sheet.line(say("Between brackets: the rule and the section of {document}.").format(document=sheet.documents[0]))


def _status(assessment: Assessment, say: Translator) -> str:
    status = assessment.status
    if status.code is None or status.since is None:
        return say("nothing has happened yet")
    text = word(status.code, say, Kind.STATUS)
    reason = f" ({word(status.reason, say, Kind.END_REASON)})" if status.reason else ""
    return say("{status} since {day}").format(status=text + reason, day=day_text(status.since, say))


def _obligations(sheet: Sheet, assessment: Assessment, say: Translator) -> None:
    by_state = {
        state: [one for one in assessment.obligations if one.state is state]
        for state in (State.LATE, State.OPEN, State.LAPSED)
    }
    done = [one for one in assessment.obligations if one.due.done is not None]
    _list(sheet, say("What is late"), by_state[State.LATE], assessment, say)
    _list(sheet, say("What is due"), by_state[State.OPEN], assessment, say)
    _list(sheet, say("What was done"), sorted(done, key=lambda one: one.due.done or one.by), assessment, say)
    _list(sheet, say("What is no longer owed"), by_state[State.LAPSED], assessment, say)


def _signals(sheet: Sheet, assessment: Assessment, say: Translator) -> None:
    """Only what still asks attention."""
    alive = [one for one in assessment.signals if one.state in (State.LATE, State.OPEN)]
    _list(sheet, say("What deserves attention"), alive, assessment, say)


def _list(
    sheet: Sheet, heading: str, obligations: Iterable[Obligation], assessment: Assessment, say: Translator
) -> None:
    found = list(obligations)
    if found:
        sheet.heading(heading)
    for one in found:
        sheet.item(_obligation(one, assessment, say), one.rule)


def _obligation(one: Obligation, assessment: Assessment, say: Translator) -> str:
    """One obligation: what, by whom, by when, and how it stands."""
    what = sentence(word(one.rule.what, say, Kind.OBLIGATION))
    if any(other.rule.what == one.rule.what and other.due.number > 1 for other in assessment.obligations):
        what += glued(f" ({one.due.number})")
    owner = f", {word(one.rule.owner, say, Kind.ROLE)}" if one.rule.owner else ""
    return f"{what}{owner}: {standing(one, assessment.on, say)}"


def standing(one: Obligation, on: date, say: Translator) -> str:
    """How an obligation stands on a day: done and when, late, or how many days are left."""
    by, done = day_text(one.by, say), one.due.done
    if done is not None:
        text = say("done on {done}, in time ({by} at the latest)")
        if one.state is State.MET_LATE:
            text = say("done on {done}, late ({by} at the latest)")
        return text.format(done=day_text(done, say), by=by)
    if one.state is State.LAPSED:
        return say("was due on {by}").format(by=by)
    count = abs((one.by - on).days)
    if one.state is State.LATE:
        text = say.plural("{by} at the latest, {count} day late", "{by} at the latest, {count} days late", count)
    elif count == 0:
        text = say("{by} at the latest, that is today")
    else:
        text = say.plural("{by} at the latest, {count} day left", "{by} at the latest, {count} days left", count)
    return text.format(by=by, count=count)


def _dates(sheet: Sheet, assessment: Assessment, say: Translator) -> None:
    """The dates that come by themselves, as long as the case is not over."""
    known = [(name, found) for name, found in assessment.dates.items() if found is not None]
    if not known or assessment.status.code in OVER:
        return
    sheet.heading(say("Dates that come by themselves"))
    for name, (rule, reckoning) in known:
        sheet.item(f"{sentence(word(name, say, Kind.DATE))}: {day_text(reckoning.on, say)}", rule)


def _refused(sheet: Sheet, assessment: Assessment, say: Translator) -> None:
    if assessment.refused:
        sheet.heading(say("Refused: stands in the file but does not count"))
    for refusal in assessment.refused:
        event = word(refusal.event, say, Kind.EVENT)
        sheet.item(f"{sentence(event)}, {day_text(refusal.on, say)}")
        _reasons(sheet, refusal.reasons, say)


def _allowed(sheet: Sheet, assessment: Assessment, say: Translator) -> None:
    sheet.heading(say("May happen now"))
    names = [glued(word(name, say, Kind.EVENT)) for name in assessment.allowed]
    sheet.item(sentence(", ".join(names)) if names else say("nothing"))


def _blocked(sheet: Sheet, assessment: Assessment, say: Translator) -> None:
    """What cannot happen now; events with the same reasons stand together, the largest group last."""
    if not assessment.blocked:
        return
    sheet.heading(say("Not possible now, and why"))
    together: dict[tuple[tuple[str, str], ...], list[Refusal]] = {}
    for refusal in assessment.blocked:
        why = tuple((reason.rule.id, explaining.reason(reason, say)) for reason in refusal.reasons)
        together.setdefault(why, []).append(refusal)
    for refusals in sorted(together.values(), key=lambda group: len(group) > MOST_NAMED):
        names = [glued(word(refusal.event, say, Kind.EVENT)) for refusal in refusals]
        sheet.item(sentence(", ".join(names)) if len(names) <= MOST_NAMED else say("Everything else"))
        _reasons(sheet, refusals[0].reasons, say)


def _reasons(sheet: Sheet, reasons: Iterable[Reason], say: Translator) -> None:
    for reason in reasons:
        sheet.detail(explaining.reason(reason, say), reason.rule)


def _future(sheet: Sheet, one: NamedCase, assessment: Assessment, say: Translator) -> None:
    """The events that have not happened yet on the day of the assessment, in order."""
    ahead = sorted((event for event in one.case.events if event.on > assessment.on), key=lambda event: event.on)
    if not ahead:
        return
    sheet.heading(say("Later in the file, not counted"))
    names = one.case.procedure.names
    for day, events in groupby(ahead, key=lambda event: event.on):
        told = ", ".join(word(names[type(event)], say, Kind.EVENT) for event in events)
        sheet.item(f"{day_text(day, say)}: {told}")


def _compensation(sheet: Sheet, assessment: Assessment, say: Translator) -> None:
    """What the care partnership is paid, only for a procedure that has a compensation."""
    found = assessment.extra.get("compensation")
    if found is None:
        return
    sheet.heading(say("Compensation of the care partnership"))
    share = say("not known yet") if found.share.percent is None else f"{found.share.percent} %"
    sheet.item(f"{sentence(glued(share))}: {say(found.share.reason)}.", found.rule)


def day_text(day: date, say: Translator) -> str:
    """A date in full that stays on one line."""
    return glued(say.date(day))
