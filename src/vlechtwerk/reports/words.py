"""The words of reports: what they are, their parts, and what was chosen in them."""

from collections.abc import Mapping
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vlechtwerk.reports import words_doubt, words_explained, words_follow_up, words_profile
from vlechtwerk.reports.kinds import ReportKind
from vlechtwerk.reports.words_follow_up import CITED, cited_in_words
from vlechtwerk.texts.labels import sentence
from vlechtwerk.ui.environment import label, long_date

TITLES: dict[str, Promise] = {
    ReportKind.EXTENSION_NOTE: gettext_lazy("request for an extension"),
    ReportKind.EXTENSION_DECISION: gettext_lazy("decision on the extension"),
    ReportKind.STOP_NOTE: gettext_lazy("request for an early stop"),
    ReportKind.STOP_DECISION: gettext_lazy("decision on the early stop"),
    ReportKind.STOP_VIEW: gettext_lazy("view on an early stop"),
    ReportKind.ADVICE_REQUEST: gettext_lazy("request to VDAB for the advice"),
    ReportKind.BUS_CARD: gettext_lazy("request for a bus card"),
    ReportKind.FEEDBACK: gettext_lazy("feedback to the network coordinator"),
    ReportKind.WELFARE_HAND_OVER: gettext_lazy("hand-over after an advice Welfare"),
    ReportKind.ACTION_REPORT: gettext_lazy("report of an action"),
    ReportKind.EVALUATION: gettext_lazy("interim evaluation"),
    ReportKind.INTERNSHIP: gettext_lazy("internship"),
    ReportKind.NO_INTERNSHIP: gettext_lazy("motivation: no internship"),
    ReportKind.SITUATION: gettext_lazy("notice to the case managers"),
    ReportKind.DELAY: gettext_lazy("notice of a delay"),
    ReportKind.CARE_SUSPENDED: gettext_lazy("care actions suspended"),
    ReportKind.CARE_RESUMED: gettext_lazy("care actions resumed"),
    ReportKind.INTERRUPTION: gettext_lazy("interruption"),
    ReportKind.RIGHTS_REQUEST: gettext_lazy("request for support rights"),
    ReportKind.FINAL_REPORT: gettext_lazy("final report of the trajectory"),
    ReportKind.FINAL_ADVICE: gettext_lazy("final advice"),
    ReportKind.NEED_OUTCOME: gettext_lazy("what was decided about an extra need"),
    ReportKind.INFORMATION_REQUEST: gettext_lazy("question to the work provider"),
    ReportKind.INFORMATION: gettext_lazy("answer of the work provider"),
    ReportKind.PLACE_SOUGHT: gettext_lazy("a place for an internship that was sought"),
    ReportKind.EVALUATION_INPUT: gettext_lazy("input for the interim evaluation"),
    ReportKind.INTERNSHIP_OFF: gettext_lazy("the internship cannot be carried out as planned"),
    ReportKind.CARD_DECISION: gettext_lazy("decision on another bus card"),
    ReportKind.TRAIN_TICKET: gettext_lazy("free train ticket"),
    ReportKind.WELFARE_NOTE: gettext_lazy("note to the trusted advisor about the advice Welfare"),
    ReportKind.ADVISOR_CHANGE: gettext_lazy("the researcher becomes the trusted advisor"),
}
PARTS: dict[str, Promise] = {
    "question": gettext_lazy("what do you want to know?"),
    "due_on": gettext_lazy("by which day?"),
    "months": gettext_lazy("how many months?"),
    "reason": gettext_lazy("why?"),
    "refers_to_file": gettext_lazy("the reason stands in the confidential file"),
    "cause": gettext_lazy("what is the cause?"),
    "category_changed_on": gettext_lazy("since when is the job-seeker category changed?"),
    "certificate": gettext_lazy("there is a medical certificate"),
    "explanation": gettext_lazy("explanation of the cause"),
    "prevents": gettext_lazy("why is a final report or a motivated advice not possible yet?"),
    "actions": gettext_lazy("which necessary actions remain?"),
    "actions_from": gettext_lazy("from which day?"),
    "actions_until": gettext_lazy("until which day?"),
    "consulted_on": gettext_lazy("when did both case managers agree?"),
    "decision": gettext_lazy("decision"),
    "ground": gettext_lazy("what is the main ground?"),
    "also": gettext_lazy("which other grounds are there?"),
    "at_work_from": gettext_lazy("since when at work?"),
    "delay_reason": gettext_lazy("why is there a delay?"),
    "facts": gettext_lazy("the facts in short"),
    "expected_until": gettext_lazy("until when is it expected to last?"),
    "no_extension": gettext_lazy("no reason for an extension"),
    "coordinator_on": gettext_lazy("when did you talk to the network coordinator?"),
    "providers_on": gettext_lazy("when did you talk to the providers?"),
    "manner": gettext_lazy("how is the trajectory closed?"),
    "hardly_any": gettext_lazy("hardly any or no actions took place"),
    "view": gettext_lazy("your view"),
    "advice": gettext_lazy("which advice?"),
    "asked_of": gettext_lazy("asked of"),
    "answered_on": gettext_lazy("answered on"),
    "answer_given": gettext_lazy("answer"),
    "need_outcome": gettext_lazy("what was decided?"),
    "further": gettext_lazy("there was a card before: the mediator of VDAB judges whether another one is needed"),
    "use": gettext_lazy("how was the former card used?"),
    "evolution": gettext_lazy("how did the financial problems evolve?"),
    "job_application": gettext_lazy("the ticket is for going to apply for a job"),
    "employer_visited": gettext_lazy("where does the participant apply?"),
    "addressed_to": gettext_lazy("addressed to"),
    "new_advisor": gettext_lazy("new trusted advisor"),
    "financial_problems": gettext_lazy("the participant has financial problems"),
    "agreed_action": gettext_lazy("the travel is for an agreed action"),
    "rides": gettext_lazy("how many rides?"),
    "channel": gettext_lazy("how is it asked?"),
    "action": gettext_lazy("which action?"),
    "domain": gettext_lazy("which side?"),
    "outcome": gettext_lazy("how did it end?"),
    "result": gettext_lazy("what is the result?"),
    "obstacles": gettext_lazy("which obstacles came up?"),
    "mlp_needed": gettext_lazy("the guidelines of VDAB ask to register this work action in the career file"),
    "mlp_on": gettext_lazy("when was it registered there?"),
    "continuation": gettext_lazy("how does it go on?"),
    "is_last": gettext_lazy("this is the last report: all reports are there now"),
    "attended_by": gettext_lazy("who took part?"),
    "input": gettext_lazy("what did the providers tell?"),
    "adjustment": gettext_lazy("what is adjusted in the plan?"),
    "rights_check": gettext_lazy("can support rights be asked?"),
    "appointment_on": gettext_lazy("on which day was the appointment registered in the service menu?"),
    "employer": gettext_lazy("at which employer?"),
    "occupation": gettext_lazy("for which occupation?"),
    "place_result": gettext_lazy("what came of it?"),
    "reaction": gettext_lazy("how did the employer react, and what was done with it?"),
    "fit": gettext_lazy("how does it fit the wishes and possibilities?"),
    "aims": gettext_lazy("what is the aim?"),
    "until": gettext_lazy("until which day?"),
    "hours": gettext_lazy("how many hours a week?"),
    "growth": gettext_lazy("how do the hours grow?"),
    "employed": gettext_lazy("does the participant work for pay in this period?"),
    "employers": gettext_lazy("which employers were contacted, and what came of it?"),
    "feedback": gettext_lazy("what was done with the feedback and the obstacles?"),
    "reorientation": gettext_lazy("were other occupations and easier internships looked for?"),
    "other_actions": gettext_lazy("which other actions were tried?"),
    "occupations": gettext_lazy("in which occupations was a place sought?"),
    "in_name_of": gettext_lazy("whose words are these?"),
    "situation": gettext_lazy("what happened?"),
    "interrupted_from": gettext_lazy("since when is it interrupted?"),
    "internship_from": gettext_lazy("when does the internship or its preparation start?"),
    "agreements": gettext_lazy("what was agreed?"),
    "evidence": gettext_lazy("what shows it?"),
    "right": gettext_lazy("which right?"),
    "course": gettext_lazy("how did the trajectory go?"),
    "carried_out": gettext_lazy("which actions were carried out, and which not?"),
    "results": gettext_lazy("what are the results?"),
    "gains": gettext_lazy("what grew in other parts of life, besides work?"),
    "evaluation": gettext_lazy("how do both case managers evaluate it?"),
    "client_view": gettext_lazy("what does the participant say of it?"),
    "joint": gettext_lazy("both case managers stand behind it"),
    "motivation": gettext_lazy("why this advice?"),
    "support_meant": gettext_lazy("the advice counts on support rights (BTOM or individual customised work)"),
    "alternative": gettext_lazy("which other way was chosen, or why is there none?"),
    "talked_on": gettext_lazy("when did you talk about it with the participant?"),
    "next_steps": gettext_lazy("which steps are possible after the trajectory?"),
    "agreed_by": gettext_lazy("who agrees?"),
    "told_on": gettext_lazy("the coordinator heard it on"),
    "receiver": gettext_lazy("which service takes over?"),
    "client_present": gettext_lazy("the participant was at the hand-over"),
    "accepted": gettext_lazy("the service that takes over accepted it"),
    "answers": gettext_lazy("to what is this the answer?"),
}
CHOICES: dict[str, dict[str, Promise]] = {
    "decision": {
        "granted": gettext_lazy("granted"),
        "partly": gettext_lazy("granted for fewer months"),
        "refused": gettext_lazy("refused"),
    },
    "cause": {
        "illness": gettext_lazy("illness"),
        "maternity": gettext_lazy("maternity leave"),
        "psychiatric_admission": gettext_lazy("psychiatric admission"),
        "medical_contra_indication": gettext_lazy("medical contra-indication"),
        "care_burden": gettext_lazy("care for somebody else"),
        "accident": gettext_lazy("accident"),
        "force_majeure": gettext_lazy("force majeure"),
        "other_force_majeure": gettext_lazy("other force majeure"),
        "provider": gettext_lazy("delay at a provider"),
        "internship": gettext_lazy("no interruption: the internship started in time"),
    },
    "outcome": {
        "carried_out": gettext_lazy("carried out"),
        "running": gettext_lazy("still running"),
        "cancelled": gettext_lazy("cancelled"),
    },
    "place_result": {
        "offered": gettext_lazy("the place is possible"),
        "waiting": gettext_lazy("the employer still has to answer"),
        "refused": gettext_lazy("the place is not possible"),
    },
    "need_outcome": {
        "plan_change": gettext_lazy("the plan is changed and signed again"),
        "minor_change": gettext_lazy("a minor change of the plan"),
        "none": gettext_lazy("nothing changes"),
    },
    "rights_check": {
        "request": gettext_lazy("yes, the work case manager asks them"),
        "not_applicable": gettext_lazy("no, they do not apply"),
        "already_asked": gettext_lazy("they were asked already"),
    },
    "aims": {
        "generic_competence": gettext_lazy("generic competences"),
        "work_experience": gettext_lazy("work experience"),
        "obstacle": gettext_lazy("an obstacle to work"),
        "technical_skill": gettext_lazy("technical skills"),
    },
    "situation": {
        "need": gettext_lazy("an extra need was found"),
        "shortcoming": gettext_lazy("the participant seriously falls short"),
        "interruption": gettext_lazy("the action is interrupted"),
        "unfeasible": gettext_lazy("the action or the goal is out of reach"),
    },
    "delay_reason": {
        "staff_shortage": gettext_lazy("the provider lacks staff"),
        "staff_absent": gettext_lazy("somebody of the provider is absent"),
        "other": gettext_lazy("another reason for the delay"),
    },
    "channel": {
        "trusted_advisor": gettext_lazy("to the trusted advisor, during the appointment"),
        "job_shop": gettext_lazy("to the job shop, during the appointment"),
        "form": gettext_lazy("with a form that the participant takes to the job shop"),
    },
    "right": {
        "BTOM": gettext_lazy("special employment support measure (BTOM)"),
        "COLLECTIVE": gettext_lazy("collective customised work"),
        "INDIVIDUAL": gettext_lazy("individual customised work"),
    },
}
LABELLED: dict[str, str] = {
    "asked_of": "role",
    "attended_by": "role",
    "agreed_by": "role",
    "advice": "advice",
    "ground": "stop_ground",
    "also": "stop_ground",
    "manner": "end_reason",
    "domain": "domain",
}
"""The parts of which the words are those of the rules."""
TITLES |= words_follow_up.TITLES | words_doubt.TITLES | words_profile.TITLES | words_explained.TITLES
PARTS |= words_follow_up.PARTS | words_doubt.PARTS | words_profile.PARTS | words_explained.PARTS
CHOICES |= words_follow_up.CHOICES | words_doubt.CHOICES | words_profile.CHOICES | words_explained.CHOICES
LABELLED |= words_follow_up.LABELLED
YES = "yes"
"""What stands in a part that was ticked."""
ANSWERS = "answers"
"""The part that tells to which report another one is the answer: an identifier, which nobody reads."""
NOT_READ = frozenset({ANSWERS, words_profile.FOR_GOAL})


def told_in_words(told: Mapping[str, str]) -> list[tuple[str, str]]:
    """The parts of a report in their order, each with its words."""
    read = (part for part in told.items() if part[0] not in NOT_READ)
    ordered = sorted(read, key=lambda part: _ORDER.get(part[0], len(_ORDER)))
    return [(str(PARTS.get(code, code)), value_of(code, value)) for code, value in ordered]


_ORDER = {code: number for number, code in enumerate(PARTS)}


def value_of(code: str, value: str) -> str:
    """One part in words: a day written out, what was chosen, or the words themselves."""
    if value == YES:
        return _("yes")
    if code == CITED:
        return cited_in_words(value)
    if code in CHOICES or code in LABELLED:
        return ", ".join(_choice(code, one) for one in value.split(","))
    try:
        return long_date(date.fromisoformat(value))
    except ValueError:
        return value


def _choice(code: str, value: str) -> str:
    if code in LABELLED:
        return label(LABELLED[code], value)
    return str(CHOICES[code].get(value, value))


def title(kind: str) -> str:
    """What a report is, at the start of a line."""
    return sentence(str(TITLES[kind]))
