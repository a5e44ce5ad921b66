"""The steps of closing a trajectory, in their order, each with the rule that asks it and what was done about it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from vlechtwerk.execution.forms import About
from vlechtwerk.execution.forms_closing import preparation, requests_to_vdab
from vlechtwerk.reports.kinds import ReportKind
from vlechtwerk.rules.activation import closing
from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.closing import ALL_ICF_CATEGORIES
from vlechtwerk.rules.activation.duties import advice, outcome, welfare
from vlechtwerk.rules.activation.facts import ActivationFacts
from vlechtwerk.rules.activation.terms import Advice, StopManner
from vlechtwerk.rules.kernel import Rule
from vlechtwerk.rules.roles import Role

HAND_OVER = ReportKind.WELFARE_HAND_OVER
RECORD = "record_event"
"""The name of the page to record an event."""


@dataclass(frozen=True)
class Step:
    """One step: what is done, by whom, the rule that asks it, the day on which it was done, and the page to do it on.

    `missing` are the points of the rule that are not fulfilled yet. `opens` is a pair of the name of a page and what goes in
    its address.
    """

    code: str
    what: Promise
    owner: Role
    rule: Rule
    done_on: date | None
    opens: tuple[str, str]
    missing: tuple[str, ...] = ()


WHAT: Mapping[str, Promise] = {
    "reports": gettext_lazy("all reports about the actions are there"),
    "icf": gettext_lazy("the ICF profile is complete"),
    "internship": gettext_lazy("an internship took place, or it is shown why not"),
    "vdab": gettext_lazy("what VDAB has to decide is asked"),
    "mediation_advice": gettext_lazy("a new mediation advice is registered"),
    "warned": gettext_lazy("the network coordinator knows that the trajectory will be closed"),
    "report": gettext_lazy("the final report is registered by both case managers together"),
    "advice": gettext_lazy("the final advice was talked about with the participant and is registered"),
    "feedback": gettext_lazy("the network coordinator heard the final advice"),
    "note": gettext_lazy("a note tells the trusted advisor of the advice Welfare"),
    "researcher": gettext_lazy("the researcher of the screening service is the trusted advisor"),
    "hand_over": gettext_lazy("the participant is handed over in person after the advice Welfare"),
    "access": gettext_lazy("access to the confidential file is blocked, the own access last"),
}
AT_A_STOP = ("icf", "access")
"""What is left to do when the trajectory ended without a final advice (AT-239)."""


def steps(about: About) -> list[Step]:
    """Every step of the closing that applies to a trajectory as it stands today."""
    facts = about.facts
    every = [*_before(facts), *_registering(about, facts), *_after(about, facts)]
    without_advice = facts.ending is not None and facts.ending.reason in {one.value for one in StopManner}
    return [one for one in every if not without_advice or one.code in AT_A_STOP]


def _before(facts: ActivationFacts) -> Iterator[Step]:
    team = Role.CASE_MANAGEMENT_TEAM
    complete_on = facts.icf_on if facts.icf_categories >= ALL_ICF_CATEGORIES else None
    shown_on = facts.internship_on or facts.no_internship_on
    yield _step(
        "reports", team, closing.all_reports_are_registered, facts.last_report_on, _report(ReportKind.ACTION_REPORT)
    )
    yield _step("icf", team, closing.icf_is_complete, complete_on, ("icf_completion", ""))
    yield _step("internship", team, closing.internship_or_motivation, shown_on, _report(ReportKind.NO_INTERNSHIP))


def _registering(about: About, facts: ActivationFacts) -> Iterator[Step]:
    work, team = Role.WORK_CASE_MANAGER, Role.CASE_MANAGEMENT_TEAM
    asked = requests_to_vdab(about.reports)
    prepared_on, missing = _prepared(facts, asked), _unprepared(facts, asked)
    request = _step("vdab", work, advice.vdab_is_asked_first, prepared_on, _report(ReportKind.ADVICE_REQUEST))
    yield replace(request, missing=missing)
    yield _step(
        "mediation_advice", work, closing.mediation_advice_matches, facts.mediation_advice_on,
        (RECORD, "mediation_advice_registered"),
    )  # fmt: skip
    warned_on = facts.coordinator_warned_on
    yield _step("warned", team, closing.coordinator_is_warned, warned_on, (RECORD, "coordinator_warned"))
    report_on = facts.final_report_on if facts.final_report_joint else None
    yield _step("report", team, closing.final_report, report_on, _report(ReportKind.FINAL_REPORT))
    yield _step(
        "advice", work, closing.both_agree_on_the_advice, facts.final_advice_on, _report(ReportKind.FINAL_ADVICE)
    )


def _after(about: About, facts: ActivationFacts) -> Iterator[Step]:
    told_on = _day_of(about, ReportKind.FEEDBACK)
    work = Role.WORK_CASE_MANAGER
    yield _step("feedback", work, outcome.advice_is_reported_back, told_on, _report(ReportKind.FEEDBACK))
    if facts.mediation_advice is Advice.WELFARE:
        yield from _noted(about, facts)
        yield _step(
            "hand_over",
            Role.DGS,
            welfare.welfare_is_handed_over_in_person,
            _day_of(about, HAND_OVER),
            _report(HAND_OVER),
        )
    blocked_on = facts.access_blocked_on
    yield _step("access", work, closing.block_access, blocked_on, (RECORD, "access_blocked"))


def _noted(about: About, facts: ActivationFacts) -> Iterator[Step]:
    """The note to the trusted advisor, and the researcher who then takes that place (AT-218)."""
    rule, noted_on = welfare.trusted_advisor_hears_of_welfare, _day_of(about, ReportKind.WELFARE_NOTE)
    named_on = _day_of(about, ReportKind.ADVISOR_CHANGE)
    registered_on = facts.mediation_advice_on or about.today
    missing = rule(welfare.TakeOver(registered_on, noted_on, named_on))
    note = _step("note", Role.WORK_CASE_MANAGER, rule, noted_on, _report(ReportKind.WELFARE_NOTE))
    yield replace(note, missing=tuple(one for one in missing if one == "note"))
    change = _step("researcher", Role.DGS, rule, named_on, _report(ReportKind.ADVISOR_CHANGE))
    yield replace(change, missing=tuple(one for one in missing if one == "researcher"))


def _day_of(about: About, kind: ReportKind) -> date | None:
    """The day of the latest report of a kind; None when there is none."""
    told = about.reports.of_kind(kind)
    return told[0].happened_on if told else None


def _prepared(facts: ActivationFacts, asked: Mapping[Role, date]) -> date | None:
    """The day since which nothing is waited for at VDAB; None before that, and while nobody knows which advice it will be."""
    if facts.mediation_advice is None or facts.mediation_advice_on is None or _unprepared(facts, asked):
        return None
    return facts.mediation_advice_on


def _unprepared(facts: ActivationFacts, asked: Mapping[Role, date]) -> tuple[str, ...]:
    """Which requests are missing for the advice that is registered at VDAB."""
    meant = facts.mediation_advice
    if meant is None or facts.mediation_advice_on is None:
        return ()
    prepared = preparation(meant, asked, facts)
    return advice.vdab_is_asked_first(prepared, max([facts.mediation_advice_on, *asked.values()]))


def _report(kind: ReportKind) -> tuple[str, str]:
    return ("report_write", kind.value)


def _step(
    code: str, owner: Role, rule: Callable[..., Any], done_on: date | None, opens: tuple[str, str]
) -> Step:  # fmt: skip
    return Step(code, WHAT[code], owner, BOOK.rule_of(rule), done_on, opens)
