"""The answers of a referral: what each is called, in which parts they stand on the form, and how they read."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vlechtwerk.rules.activation.duties.referral import information_at_the_referral
from vlechtwerk.rules.activation.duties.target_group import Language, Obstacle
from vlechtwerk.ui.environment import long_date
from vlechtwerk.ui.shapes import Fact

YES = "on"
OBSTACLES: dict[str, Any] = {
    Obstacle.COGNITIVE: gettext_lazy("cognitive"),
    Obstacle.MEDICAL: gettext_lazy("medical"),
    Obstacle.PSYCHOLOGICAL: gettext_lazy("psychological"),
    Obstacle.PSYCHIATRIC: gettext_lazy("psychiatric"),
    Obstacle.SOCIAL: gettext_lazy("social"),
}
LANGUAGES: dict[str, Any] = {
    Language.SUFFICIENT: gettext_lazy("enough Dutch"),
    Language.WITH_SUPPORT: gettext_lazy("enough Dutch with language support"),
    Language.INSUFFICIENT: gettext_lazy("not enough Dutch"),
}
FIELDS: dict[str, Any] = {
    "given_name": gettext_lazy("given name"),
    "family_name": gettext_lazy("family name"),
    "birth_year": gettext_lazy("year of birth"),
    "mlp_reference": gettext_lazy("reference in My Career for Partners"),
    "contact_data": gettext_lazy("how can the person be reached?"),
    "registered": gettext_lazy("is registered with VDAB"),
    "icf_assessed": gettext_lazy("competences and limitations were assessed with the ICF instrument"),
    "months_to_work": gettext_lazy("in how many months is paid work expected?"),
    "language": gettext_lazy("how is the person's Dutch?"),
    "committed": gettext_lazy("wants to take part actively"),
    "obstacles": gettext_lazy("which kinds of obstacles to paid work are there?"),
    "needs_care": gettext_lazy("needs care actions"),
    "needs_work": gettext_lazy("needs actions towards work"),
    "assessed_obstacles": gettext_lazy("which obstacles are prominent and not enough under control?"),
    "assessed_growth": gettext_lazy("how can the person grow during a trajectory?"),
    "discussed_on": gettext_lazy("on which day were the needs discussed with the person?"),
    "activation_guidance": gettext_lazy("the mediation advice is activation guidance"),
    "advice_on": gettext_lazy("on which day was the mediation advice registered?"),
    "by_partner": gettext_lazy("the VDAB file has the status mediation by partner"),
    "agreements": gettext_lazy("which agreements were made with the person?"),
    "assignments": gettext_lazy("which assignments and options were discussed?"),
    "motivation": gettext_lazy("why is a trajectory right for this person?"),
    "work_questions": gettext_lazy("work questions of the person"),
    "care_questions": gettext_lazy("care questions of the person"),
    "see_confidential_file": gettext_lazy(
        "the questions belong in the confidential file: the case managers ask the person"
    ),
    "informed": gettext_lazy("what was the person told about?"),
    "data_told_on": gettext_lazy("on which day was the person told that data are kept in this program?"),
    "appointment_on": gettext_lazy("day of the first appointment at GTB"),
    "appointment_at": gettext_lazy("hour"),
    "place": gettext_lazy("place"),
    "meets": gettext_lazy("with which work case manager?"),
    "exception": gettext_lazy("motivation of an exception to one referral per person"),
}
"""What each answer of a referral is called, on the form and where it is read."""
PARTS: tuple[tuple[Promise, tuple[str, ...]], ...] = (
    (gettext_lazy("Who is it?"), ("given_name", "family_name", "birth_year", "mlp_reference", "contact_data")),
    (
        gettext_lazy("Is a trajectory right for this person?"),
        ("obstacles", "needs_care", "needs_work", "assessed_obstacles", "assessed_growth"),
    ),
    (
        gettext_lazy("What VDAB takes into account"),
        ("registered", "icf_assessed", "months_to_work", "language", "committed"),
    ),
    (
        gettext_lazy("Before the referral"),
        ("discussed_on", "activation_guidance", "advice_on", "by_partner", "informed", "data_told_on"),
    ),
    (
        gettext_lazy("Plan of approach"),
        ("agreements", "motivation", "assignments", "work_questions", "care_questions", "see_confidential_file"),
    ),
    (gettext_lazy("First appointment at GTB"), ("appointment_on", "appointment_at", "place", "meets")),
    (gettext_lazy("One referral per person"), ("exception",)),
)
"""The parts of the form, each with its fields."""


def answered(answers: Mapping[str, Any]) -> list[Fact]:
    """What was told, in the order of the form and without what was left open."""
    names = [name for _title, fields in PARTS for name in fields if name != "meets" and answers.get(name)]
    return [Fact(str(FIELDS[name]), _said(name, answers[name])) for name in names]


def _said(name: str, value: Any) -> str:
    if isinstance(value, list):
        labels = {**OBSTACLES, **{code: _(text) for code, text in information_at_the_referral.points.items()}}
        return ", ".join(str(labels.get(one, one)) for one in value)
    if name == "language":
        return str(LANGUAGES.get(value, value))
    if name.endswith("_on"):
        return long_date(date.fromisoformat(value))
    return _("yes") if value == YES else str(value)
