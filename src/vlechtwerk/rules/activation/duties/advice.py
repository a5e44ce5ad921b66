"""The final advice: who registers what, what is asked at VDAB first, and what the advice rests on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.findings import done_by, told, unmet
from vlechtwerk.rules.activation.terms import Advice
from vlechtwerk.rules.calendar import weeks
from vlechtwerk.rules.documents import CARE_HANDBOOK
from vlechtwerk.rules.kernel import Findings, Force
from vlechtwerk.rules.roles import CASE_MANAGERS, Role

REPORT_PERIOD = weeks(4)
ASKED_FIRST = {Advice.SEC: Role.TOM_TEAM, Advice.AMA: Role.TRUSTED_ADVISOR, Advice.WELFARE: Role.DGS}
"""Who must be asked before each final advice; the regular circuit needs nobody."""
REGISTERED_BY_VDAB = frozenset({Advice.AMA, Advice.WELFARE})


@dataclass(frozen=True)
class AdviceDraft:
    """A final advice that is being prepared: who agrees, why, when the client heard it, and what may follow."""

    agreed_by: frozenset[Role]
    motivation: str
    discussed_on: date | None
    next_steps: tuple[str, ...]
    registered_on: date


@dataclass(frozen=True)
class ActionReport:
    """An action of the plan at the end: reported, or cancelled with a reason."""

    provider: str
    reported_on: date | None = None
    cancelled_because: str = ""

    @property
    def accounted_for(self) -> bool:
        """Whether nothing more is expected of the provider."""
        return self.reported_on is not None or told(self.cancelled_because)


@dataclass(frozen=True)
class AdvicePreparation:
    """What was asked at VDAB for a final advice: of whom and when, and when VDAB registered its mediation advice."""

    advice: Advice
    asked: Mapping[Role, date] = field(default_factory=dict)
    registered_by_vdab_on: date | None = None


@BOOK.requirement(
    "AT-146",
    CARE_HANDBOOK.at("4.1.1; 2.1"),
    concerns="final_advice",
    points={
        "agreed": "the agreement of both case managers",
        "motivation": "the motivation, drawn from the trajectory",
        "discussed": "a talk with the client before the registration",
    },
)
def advice_is_founded_and_joint(draft: AdviceDraft) -> Findings:
    """Both case managers formulate together a founded final advice, in consultation with the client."""
    return unmet(
        agreed=draft.agreed_by >= CASE_MANAGERS,
        motivation=told(draft.motivation),
        discussed=done_by(draft.discussed_on, draft.registered_on),
    )


@BOOK.requirement(
    "AT-151",
    CARE_HANDBOOK.at("4.1.1; 2.1"),
    concerns="final_advice",
    points={
        "discussed": "a talk with the client before the registration",
        "next_steps": "at least one possible step after the trajectory",
    },
)
def client_hears_advice_and_next_steps(draft: AdviceDraft) -> Findings:
    """The final advice is discussed with the client, who is offered possible steps after the trajectory."""
    return unmet(
        discussed=done_by(draft.discussed_on, draft.registered_on),
        next_steps=any(told(step) for step in draft.next_steps),
    )


@BOOK.requirement(
    "AT-202",
    CARE_HANDBOOK.at("5.1.1"),
    concerns="final_advice",
    points={"advice": "the final advice within four weeks after the last report"},
)
def finished_plan_does_not_wait(last_report_on: date, *, advice_on: date | None, on: date) -> Findings:
    """Eighteen months is a maximum: when the plan is finished sooner, the final advice is registered sooner."""
    due = REPORT_PERIOD.after(last_report_on)
    return unmet(advice=on <= due or done_by(advice_on, on))


@BOOK.requirement(
    "AT-207",
    CARE_HANDBOOK.at("5.1.3"),
    concerns="final_advice",
    points={"reports": "for each action a report, or the reason why it was cancelled"},
)
def every_action_is_accounted_for(actions: Sequence[ActionReport]) -> Findings:
    """Before the final advice each action has its report, unless it was cancelled with a reason."""
    return unmet(reports=not providers_to_remind(actions))


def providers_to_remind(actions: Sequence[ActionReport]) -> tuple[str, ...]:
    """The providers of whom a report is still expected, each once and in order."""
    return tuple(dict.fromkeys(action.provider for action in actions if not action.accounted_for))


@BOOK.requirement(
    "AT-211",
    CARE_HANDBOOK.at("5.1.3; 5.4"),
    concerns="final_advice",
    points={
        "tom_team": "a request to team TOM, for the social economy",
        "trusted_advisor": "a request to the trusted advisor, for work-like activities",
        "dgs": "a request to the screening service (DGS), for Welfare",
        "registered": "the registration of the mediation advice by VDAB",
    },
)
def vdab_is_asked_first(preparation: AdvicePreparation, advice_on: date) -> Findings:
    """The work case manager asks VDAB in time; an advice that VDAB registers comes before the final advice."""
    needed = ASKED_FIRST.get(preparation.advice)
    asked = {role for role, day in preparation.asked.items() if day <= advice_on}
    by_vdab = preparation.advice in REGISTERED_BY_VDAB
    return unmet(
        tom_team=needed is not Role.TOM_TEAM or Role.TOM_TEAM in asked,
        trusted_advisor=needed is not Role.TRUSTED_ADVISOR or Role.TRUSTED_ADVISOR in asked,
        dgs=needed is not Role.DGS or Role.DGS in asked,
        registered=not by_vdab or done_by(preparation.registered_by_vdab_on, advice_on),
    )


def awaits_vdab(preparation: AdvicePreparation, on: date) -> bool:
    """Whether a late final advice is explained: it was asked at VDAB, and VDAB has not registered it on this day."""
    if preparation.advice not in REGISTERED_BY_VDAB:
        return False
    asked_on = preparation.asked.get(ASKED_FIRST[preparation.advice])
    return done_by(asked_on, on) and not done_by(preparation.registered_by_vdab_on, on)


@BOOK.requirement(
    "AT-212",
    CARE_HANDBOOK.at("5.1.4; 2.1"),
    concerns="final_advice",
    points={"advice": "one of the four final advices"},
)
def advice_is_one_of_four(code: str) -> Findings:
    """There are four final advices: regular circuit, social-economy circuit, work-like activities and Welfare.

    The regular circuit is called NEC or REC (sections 2.1, 5.1.4 and 5.4); both codes mean the same advice.
    """
    try:
        Advice(code)
    except ValueError:
        return ("advice",)
    return ()


@BOOK.requirement(
    "AT-213",
    CARE_HANDBOOK.at("5.1.4; 5.4"),
    concerns="mediation_advice",
    force=Force.SHOULD,
    points={"asked": "a request to team TOM for the support that is meant"},
)
def support_in_the_regular_circuit_is_asked(*, support_meant: bool, asked_of_team_tom: bool) -> Findings:
    """An advice for the regular circuit may count on support rights, which are then asked of team TOM."""
    return unmet(asked=asked_of_team_tom or not support_meant)


@BOOK.requirement(
    "AT-214",
    CARE_HANDBOOK.at("5.1.4"),
    concerns="mediation_advice",
    points={
        "work_case_manager": "registered by the work case manager",
        "granted": "collective customised work granted by team TOM",
    },
)
def social_economy_follows_the_right(by: Role, *, granted_on: date | None, registered_on: date) -> Findings:
    """The work case manager registers the social-economy circuit after team TOM granted collective customised work."""
    return unmet(work_case_manager=by is Role.WORK_CASE_MANAGER, granted=done_by(granted_on, registered_on))


@BOOK.requirement(
    "AT-216",
    CARE_HANDBOOK.at("5.1.4; 5.4"),
    concerns="mediation_advice",
    points={
        "dgs": "registered by the screening service (DGS)",
        "agreed": "the agreement of the screening service (DGS)",
    },
)
def screening_service_validates_welfare(by: Role, *, agreed: bool | None) -> Findings:
    """The screening service validates an advice Welfare that the work case manager asked; if it refuses, another is chosen.

    `agreed` is None as long as the service has not answered.
    """
    return unmet(dgs=by is Role.DGS, agreed=agreed is True)
