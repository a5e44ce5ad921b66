"""The words of the reports about following the plan: consultations, effort, talks at VDAB, and the statute."""

from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from vlechtwerk.reports.kinds import ReportKind
from vlechtwerk.ui.environment import long_date

TAKEN_UNTIL = "taken_until"
"""The part with the last day on which somebody follows the actions of an absent colleague."""
TITLES: dict[str, Promise] = {
    ReportKind.CONSULTATION: gettext_lazy("consultation about the course"),
    ReportKind.EFFORT: gettext_lazy("attendance or assignment"),
    ReportKind.FORMAL_SERVICE: gettext_lazy("formal service or a talk at VDAB"),
    ReportKind.MEDIATION_TALK: gettext_lazy("mediation talk at VDAB"),
    ReportKind.END_CONSIDERED: gettext_lazy("does an advice Welfare fit?"),
    ReportKind.STATUTE: gettext_lazy("statute of the participant"),
    ReportKind.RIGHT_REFERRAL: gettext_lazy("referral to examine a right"),
    ReportKind.FOLLOW_UP_TAKEN: gettext_lazy("the actions of an absent colleague taken over"),
}
PARTS: dict[str, Promise] = {
    TAKEN_UNTIL: gettext_lazy("until which day do you follow the actions of your colleague?"),
    "sessions": gettext_lazy("how many sessions with the participant were there?"),
    "sessions_from": gettext_lazy("from which day did you count them?"),
    "effort": gettext_lazy("how did it go?"),
    "step": gettext_lazy("what do you choose?"),
    "cited": gettext_lazy("what did not go well at work?"),
    "text": gettext_lazy("what does the participant read about it?"),
    "invited_on": gettext_lazy("when was the participant invited?"),
    "heard_on": gettext_lazy("when was the participant heard?"),
    "not_appeared": gettext_lazy("the participant did not appear"),
    "talk_decision": gettext_lazy("what do you decide?"),
    "welfare": gettext_lazy("does an advice Welfare seem right?"),
    "screening_on": gettext_lazy("when was the screening asked?"),
    "prepared": gettext_lazy("the closing is being prepared"),
    "statute": gettext_lazy("which statute?"),
    "since": gettext_lazy("since when?"),
    "looked_at": gettext_lazy("what did you look at together?"),
    "reviewed_on": gettext_lazy("when did you look at the rights and duties?"),
    "examined": gettext_lazy("which right is examined?"),
    "organisation": gettext_lazy("which organisation examines it?"),
    "examined_outcome": gettext_lazy("what came of it?"),
    "evaluated": gettext_lazy("which actions did you look back at, and how did they go?"),
    "who_1": gettext_lazy("first agreement: who does it?"),
    "what_1": gettext_lazy("first agreement: what?"),
    "by_1": gettext_lazy("first agreement: by which day?"),
    "who_2": gettext_lazy("second agreement: who does it?"),
    "what_2": gettext_lazy("second agreement: what?"),
    "by_2": gettext_lazy("second agreement: by which day?"),
    "who_3": gettext_lazy("third agreement: who does it?"),
    "what_3": gettext_lazy("third agreement: what?"),
    "by_3": gettext_lazy("third agreement: by which day?"),
}
CHOICES: dict[str, dict[str, Promise]] = {
    "effort": {
        "present": gettext_lazy("present"),
        "excused": gettext_lazy("absent, with a valid reason"),
        "absent": gettext_lazy("absent, without a valid reason"),
        "done": gettext_lazy("assignment carried out in time"),
        "missed": gettext_lazy("assignment not carried out in time"),
    },
    "step": {
        "formal_service": gettext_lazy("formal service"),
        "talk": gettext_lazy("a mediation talk with the trusted advisor of VDAB"),
    },
    "talk_decision": {
        "open": gettext_lazy("not decided yet"),
        "transmission": gettext_lazy("the transmission procedure starts"),
        "other_service": gettext_lazy("another service of VDAB fits better"),
        "continue": gettext_lazy("the trajectory continues"),
    },
    "welfare": {"applies": gettext_lazy("yes"), "not": gettext_lazy("no")},
    "looked_at": {
        "income": gettext_lazy("the income or benefit"),
        "allowances": gettext_lazy("allowances and support that may be possible"),
        "duties": gettext_lazy("the duties that go with the statute"),
        "work": gettext_lazy("what changes with an internship or paid work"),
    },
}
LABELLED = {"who_1": "role", "who_2": "role", "who_3": "role"}
"""The parts of which the words are those of the rules."""
CITED = "cited"
"""The part that names what happened on which days: `2026-04-20:absent`, several with commas between them."""


def cited_in_words(value: str) -> str:
    """What happened on which days, in words."""
    told = (one.split(":", maxsplit=1) for one in value.split(","))
    return "; ".join(f"{long_date(date.fromisoformat(day))}: {CHOICES['effort'][what]}" for day, what in told)
