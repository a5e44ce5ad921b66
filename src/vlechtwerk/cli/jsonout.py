"""An assessment as JSON, exactly as the contract of the case file says: these keys, in this order."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from vlechtwerk.rules.assessment import Assessment, Obligation, Refusal, Status
from vlechtwerk.rules.casefile import FORMAT
from vlechtwerk.rules.kernel import Rule
from vlechtwerk.texts import Translator, explaining, translate
from vlechtwerk.texts.labels import Kind


def assessment_data(assessment: Assessment, say: Translator) -> dict[str, Any]:
    """The assessment as plain data. Texts are in the language of `say`, except the Dutch name of the status."""
    told = {
        "format": FORMAT,
        "procedure": assessment.procedure,
        "on": assessment.on.isoformat(),
        "status": _status(assessment.status),
        "dates": {name: _iso(found[1].on) if found else None for name, found in assessment.dates.items()},
        "flags": list(assessment.flags),
        "obligations": [_obligation(one) for one in assessment.obligations],
        "signals": [_obligation(one) for one in assessment.signals],
        "allowed": list(assessment.allowed),
        "blocked": [_refusal(one, say) for one in assessment.blocked],
        "refused": [{**_refusal(one, say), "on": one.on.isoformat()} for one in assessment.refused],
        "future": assessment.future,
    }
    return {**told, **_compensation(assessment.extra, say)}


def _status(status: Status) -> dict[str, str | None]:
    dutch = translate("nl").label(Kind.STATUS, status.code) if status.code else None
    return {"code": status.code, "nl": dutch, "since": _iso(status.since), "reason": status.reason}


def _obligation(obligation: Obligation) -> dict[str, Any]:
    rule = obligation.rule
    return {
        "rule": rule.id,
        "what": rule.what,
        "owner": rule.owner.value if rule.owner else None,
        "due": obligation.by.isoformat(),
        "done": _iso(obligation.due.done),
        "state": obligation.state.value,
        "source": source_data(rule),
    }


def source_data(rule: Rule) -> dict[str, str]:
    """Where a rule comes from: the document with its edition, and the section."""
    return {"document": rule.source.document.short, "section": rule.source.section}


def _refusal(refusal: Refusal, say: Translator) -> dict[str, Any]:
    reasons = [{"rule": one.rule.id, "text": explaining.reason(one, say)} for one in refusal.reasons]
    return {"event": refusal.event, "reasons": reasons}


def _compensation(extra: Mapping[str, Any], say: Translator) -> dict[str, Any]:
    """The compensation, only for a procedure that has one."""
    found = extra.get("compensation")
    if found is None:
        return {}
    return {"compensation": {"class": found.share.percent, "rule": found.rule.id, "reason": say(found.share.reason)}}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
