"""The words of the plan on paper: a title, facts and tables, as the template of documents asks them."""

from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vlechtwerk.plans import words
from vlechtwerk.plans.content import Content
from vlechtwerk.plans.models import Plan
from vlechtwerk.plans.queries import PlanFile
from vlechtwerk.plans.showing import facts_of, named, waiting_for
from vlechtwerk.rules.activation.duties.plan_content import PLAN_NAME
from vlechtwerk.rules.roles import CASE_MANAGERS, Role
from vlechtwerk.texts.labels import sentence
from vlechtwerk.ui.environment import label, long_date

BLANK = "…………………"


def document_of(plans: PlanFile, plan: Plan) -> dict[str, Any]:
    """A version of the plan with the six parts of the decree: parties, duration, aim, actions, rights, evaluations."""
    content, recorded = plan.told, plans.recorded(plan)
    facts = [(_("participant"), str(plans.found.case.file.person)), *_managers(plans)]
    facts.append((_("version"), str(plan.number)))
    facts += [(one.label, one.value) for one in facts_of(content.agreements, {}, costs=False)]
    return {
        "title": PLAN_NAME,
        "language": get_language() or "nl",
        "confidential": _("Confidential"),
        "page": _("page"),
        "of": _("of"),
        "facts": facts,
        "notices": [] if recorded else [_("This is a draft. It is valid when everybody signed it.")],
        "tables": [_goals(content), _actions(content), _signatures(plans, plan)],
    }


def _managers(plans: PlanFile) -> list[tuple[str, str]]:
    people = (one for one in plans.found.involved if one.capacity in CASE_MANAGERS)
    return [
        (label("role", one.capacity), f"{one.position.account.name}, {one.position.organisation.name}")
        for one in people
    ]


def _goals(content: Content) -> dict[str, Any]:
    rows = [
        [one.text, one.measure, one.obstacle or one.why, long_date(one.due_on)] for one in content.goals
    ]  # fmt: skip
    columns = [_("goal"), _("how you see that it is reached"), _("why it is needed for work"), _("reached by")]
    return _table(_("Goals"), columns, rows)


def _actions(content: Content) -> dict[str, Any]:
    names = named(content)
    rows = [
        [
            one.text,
            one.need,
            one.provider or one.discipline,
            *(words.value(name, getattr(one, name), names) for name in ("goals", "starts_on", "evaluated_on")),
        ]
        for one in content.actions
    ]
    columns = [
        _("action"),
        _("need of the participant"),
        _("provider"),
        _("for the goals"),
        _("starts on"),
        _("evaluated on"),
    ]
    return _table(_("Agreed actions"), columns, rows)


def _signatures(plans: PlanFile, plan: Plan) -> dict[str, Any]:
    signed = plans.signatures(plan)
    rows = [
        [label("role", one), long_date(each.signed_on), str(words.MANNERS[each.manner])] for one, each in signed.items()
    ]
    recorded = plans.recorded(plan)
    if recorded is None:
        rows += [[_who(one), BLANK, BLANK] for one in waiting_for(plans, plan)]
    elif not signed:
        rows = [[_who(one), long_date(recorded.signed_on), ""] for one in sorted(recorded.signed_by)]
    return _table(_("Signatures"), [_("who"), _("day"), _("manner or signature")], rows)


def _who(role: Role) -> str:
    return label("role", role)


def _table(title: str, columns: list[str], rows: list[list[str]]) -> dict[str, Any]:
    return {
        "title": title,
        "columns": [sentence(one) for one in columns],
        "rows": [[sentence(cell) for cell in row] for row in rows],
        "empty": _("Nothing yet."),
    }
