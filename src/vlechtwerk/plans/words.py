"""The words of plans and of the provider network for their codes. They are written in lower case."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vlechtwerk.consent.sharing import Answer
from vlechtwerk.dossier import words as dossier_words
from vlechtwerk.plans.differing import What
from vlechtwerk.plans.models import Manner
from vlechtwerk.rules.activation.duties.care_providers import care_tasks
from vlechtwerk.rules.activation.duties.network import Judgement as Verdict
from vlechtwerk.rules.activation.terms import Domain
from vlechtwerk.texts import dates
from vlechtwerk.ui.environment import current_language, label, long_date

ANSWERS: dict[str, Promise] = {
    one: dossier_words.ANSWERS[one] for one in (Answer.AGREED_TOGETHER, Answer.AGREED_ON_PAPER)
}
MANNERS: dict[str, Promise] = {
    Manner.DIGITAL: gettext_lazy("digitally, in this program"),
    Manner.PAPER: gettext_lazy("on paper"),
}
VERDICTS: dict[str, Promise] = {
    Verdict.APPROVED: gettext_lazy("I approve the plan"),
    Verdict.QUESTION: gettext_lazy("I have a question for the case managers"),
    Verdict.RETURNED: gettext_lazy("I return the plan"),
}
SAID: dict[str, Promise] = {
    Verdict.APPROVED: gettext_lazy("approved"),
    Verdict.QUESTION: gettext_lazy("asked a question"),
    Verdict.RETURNED: gettext_lazy("returned"),
}
WHATS: dict[str, Promise] = {
    What.ADDED: gettext_lazy("added"),
    What.CHANGED: gettext_lazy("changed"),
    What.REMOVED: gettext_lazy("taken out"),
}
NAMES: dict[str, Promise] = {
    "expected_start": gettext_lazy("likely start"),
    "months": gettext_lazy("likely duration in months"),
    "aim": gettext_lazy("content and aim of the trajectory"),
    "rights": gettext_lazy("rights and duties of everybody who signs"),
    "evaluations": gettext_lazy("how often the plan is evaluated"),
    "aligned_on": gettext_lazy("aligned with the network coordinator on"),
    "domain": gettext_lazy("side"),
    "text": gettext_lazy("what"),
    "measure": gettext_lazy("how you see that it is reached"),
    "feasibility": gettext_lazy("why it can be done"),
    "obstacle": gettext_lazy("obstacle to work"),
    "why": gettext_lazy("what it means for work"),
    "due_on": gettext_lazy("reached by"),
    "need": gettext_lazy("need of the participant"),
    "task": gettext_lazy("task of the care provider"),
    "discipline": gettext_lazy("discipline"),
    "provider": gettext_lazy("proposed provider"),
    "internship": gettext_lazy("internship"),
    "hours": gettext_lazy("hours a week"),
    "starts_on": gettext_lazy("starts on"),
    "evaluated_on": gettext_lazy("evaluated on"),
    "cost": gettext_lazy("estimate of the cost"),
    "goals": gettext_lazy("for the goals"),
    "after": gettext_lazy("comes after"),
}


def tasks() -> dict[str, str]:
    """The tasks of a care provider (AT-176) by their code."""
    return {code: _(text) for code, text in care_tasks.points.items()}


def euro(amount: Decimal) -> str:
    """An amount in euro."""
    return dates.euro(amount, current_language())


def value(name: str, kept: Any, named: dict[str, str]) -> str:
    """One thing of a goal or an action in words; `named` are the words of goals and actions by their code."""
    if kept in (None, "", (), False):
        return ""
    if isinstance(kept, tuple):
        return ", ".join(named.get(one, "?") for one in kept)
    if isinstance(kept, Domain):
        return label("domain", kept)
    if isinstance(kept, date):
        return long_date(kept)
    if name == "task":
        return tasks().get(str(kept), "")
    if isinstance(kept, Decimal):
        return euro(kept) if name == "cost" else number(kept)
    return _("yes") if kept is True else str(kept)


def number(kept: Decimal) -> str:
    """A number with the separators of the language."""
    return dates.number(kept, current_language())


def version(number: int) -> str:
    """The name of a version of the plan."""
    return _("version %(number)s") % {"number": number}
