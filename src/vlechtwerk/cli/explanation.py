"""The explanation of one date: the fact it starts from, the steps of the count, the rule behind it and its source."""

from datetime import date
from typing import Any

from vlechtwerk.cli.loading import NamedCase
from vlechtwerk.cli.report import day_text, standing
from vlechtwerk.cli.sheet import Sheet, word
from vlechtwerk.rules.assessment import Assessment, Obligation, Procedure, State, dues, milestone, state_of
from vlechtwerk.rules.calendar import Reckoning, is_working_day, working_day_before
from vlechtwerk.rules.kernel import Due, Rule
from vlechtwerk.texts import Translator, explaining
from vlechtwerk.texts.labels import Kind, sentence


def things_to_explain(procedure: Procedure[Any]) -> dict[str, Kind]:
    """Everything in a procedure that has a date, by name: obligations and signals, and what comes by itself."""
    owed = {rule.what: Kind.OBLIGATION for rule in procedure.deadlines}
    return owed | dict.fromkeys(procedure.automatics, Kind.DATE)


def explained(one: NamedCase, assessment: Assessment, what: str, say: Translator) -> list[str]:
    """The explanation of every date with this name in the case."""
    procedure = one.case.procedure
    sheet = Sheet(procedure.book)
    sheet.title(one.name)
    found = [(rule, due) for rule, due in dues(procedure, assessment.facts) if rule.what == what]
    reached = milestone(procedure, assessment.facts, what) if what in procedure.automatics else None
    for rule, due in found:
        number = f" ({due.number})" if len(found) > 1 else ""
        sheet.heading(sentence(word(what, say, Kind.OBLIGATION)) + number)
        _owed(sheet, Obligation(rule, due, state_of(due, assessment.on)), assessment.on, say)
    if reached is not None:
        _automatic(sheet, *reached, say)
    if not found and reached is None:
        _nothing(sheet, procedure, what, say)
    return sheet.lines


def _owed(sheet: Sheet, one: Obligation, on: date, say: Translator) -> None:
    sheet.item(sentence(standing(one, on, say)) + ".")
    _when_owed(sheet, one, on, say)
    if one.rule.owner:
        sheet.item(say("Who: {owner}.").format(owner=word(one.rule.owner, say, Kind.ROLE)))
    _counted(sheet, one.due.by, say("Counted like this:"), say)
    _other_reading(sheet, one.due, say)
    if one.due.done is None and one.state is State.OPEN:
        _working_day(sheet, one.by, say)
    _source(sheet, one.rule, say)


def _when_owed(sheet: Sheet, one: Obligation, on: date, say: Translator) -> None:
    """From when it is owed when that lies ahead, and since when it is not when that has passed."""
    opens, lapses = one.due.opens, one.due.lapses
    if opens is not None and opens > on:
        sheet.item(say("Owed from {day}.").format(day=day_text(opens, say)))
    if one.state is State.LAPSED and lapses is not None:
        sheet.item(say("No longer owed since {day}.").format(day=day_text(lapses, say)))


def _automatic(sheet: Sheet, rule: Rule, reckoning: Reckoning, say: Translator) -> None:
    sheet.heading(sentence(word(rule.what, say, Kind.DATE)))
    sheet.item(sentence(day_text(reckoning.on, say)) + ".")
    _counted(sheet, reckoning, say("Counted like this:"), say)
    _source(sheet, rule, say)


def _nothing(sheet: Sheet, procedure: Procedure[Any], what: str, say: Translator) -> None:
    """There is no such date in this case on this day; the rule tells when there would be."""
    sheet.heading(sentence(word(what, say, Kind.OBLIGATION, Kind.DATE)))
    sheet.item(say("On this day there is no such date in this case: what it is counted from has not happened."))
    rules = [rule for rule in procedure.deadlines if rule.what == what] or [procedure.automatics[what]]
    for rule in rules:
        _source(sheet, rule, say)


def _counted(sheet: Sheet, reckoning: Reckoning, heading: str, say: Translator) -> None:
    sheet.item(heading)
    for step in explaining.steps(reckoning, say):
        sheet.detail(step)


def _other_reading(sheet: Sheet, due: Due, say: Translator) -> None:
    """Where the source contradicts itself: the date under the reading that was not chosen."""
    if due.other_reading is not None:
        heading = say("The source can also be read in another way; then it would be {day}:")
        _counted(sheet, due.other_reading, heading.format(day=day_text(due.other_reading.on, say)), say)


def _working_day(sheet: Sheet, day: date, say: Translator) -> None:
    """A term is never moved, so whoever needs an open office aims at the working day before."""
    if not is_working_day(day):
        text = say("{day} is no working day and the term does not move: aim at {target}.")
        sheet.item(text.format(day=sentence(day_text(day, say)), target=day_text(working_day_before(day), say)))


def _source(sheet: Sheet, rule: Rule, say: Translator) -> None:
    force = word(rule.force, say, Kind.FORCE)
    sheet.item(say("Rule {id} ({force}): {norm}").format(id=rule.id, force=force, norm=say(rule.norm)))
    source = rule.source
    sheet.item(
        say("Source: {document}, section {section}.").format(document=source.document.short, section=source.section)
    )
