"""Closing the profile: what the rules ask, and recording that it is complete."""

from collections.abc import Iterator
from uuid import UUID

from vlechtwerk.history.actions import record
from vlechtwerk.history.judging import History
from vlechtwerk.history.models import Event
from vlechtwerk.icf.models import About
from vlechtwerk.icf.queries import Profile
from vlechtwerk.icf.scale import SIDE_OF, comes_from
from vlechtwerk.rules.activation.asking import Asked, RefusedByRules, ask
from vlechtwerk.rules.activation.duties import first_meeting, icf
from vlechtwerk.rules.activation.events import IcfCompleted
from vlechtwerk.rules.activation.facts import ActivationFacts
from vlechtwerk.rules.activation.terms import Domain
from vlechtwerk.rules.assessment import Reason
from vlechtwerk.rules.roles import Role
from vlechtwerk.sharing.models import Involvement


class NotComplete(RefusedByRules):
    """The profile cannot be closed yet. There are no reasons when the set itself is not whole."""


def complete(profile: Profile, key: UUID) -> Event:
    """Record that the ICF is complete, with the number that was counted. A second call with the same `key` changes nothing.

    Raises NotComplete, and what `history.actions.record` raises.
    """
    reasons = tuple(reason for _id, reason in asked_about(profile) if reason)
    if reasons or profile.loaded is None or not profile.loaded.is_whole:
        raise NotComplete(*reasons)
    event = IcfCompleted(profile.found.today, len(profile.joint))
    return record(case=profile.found.case, event=event, by=profile.found.position, key=key)


def asked_about(profile: Profile) -> Iterator[Asked]:
    """The rules about a complete profile, each with what it has against this one."""
    facts, joint = facts_of(profile), profile.joint.values()
    findings = [
        icf.IcfFinding(one.category.code, comes_from(one.source, Role(one.item.capacity)), one.found_on)
        for one in joint
    ]
    yield ask(icf.client_has_one_icf_profile, 1, confidential=True)
    yield ask(icf.icf_report_names_its_sources, findings)
    yield ask(icf.both_sides_are_in_the_icf, _sources(profile))
    told = [one for one in profile.explanations if profile.is_joint(one.item)]
    yield ask(
        icf.what_was_not_done_is_explained,
        [one.text for one in told if one.about == About.ACTION],
        internship_took_place=facts.internship_on is not None,
        conclusion=" ".join(one.text for one in told if one.about == About.CONCLUSION),
    )


def _sources(profile: Profile) -> icf.IcfSources:
    """Which providers take or took part, and on which sides there are findings that both case managers see."""
    part_takers = Involvement.objects.filter(file=profile.found.case.file).values_list("capacity", flat=True)
    involved = set(part_takers)
    sides = {SIDE_OF.get(Role(one.item.capacity)) for one in profile.joint.values()}
    return icf.IcfSources(
        care_provider_involved=str(Role.CARE_PROVIDER) in involved,
        care_processed=Domain.CARE in sides,
        work_provider_involved=str(Role.WORK_PROVIDER) in involved,
        work_processed=Domain.WORK in sides,
    )


def is_behind(profile: Profile) -> Reason | None:
    """What the rule has against a profile in which nothing was written since the last evaluation (AT-081)."""
    evaluations = facts_of(profile).evaluations
    if not evaluations:
        return None
    last = max((one.found_on for one in profile.findings), default=None)
    return ask(first_meeting.icf_is_kept_up_to_date, max(evaluations), last)[1]


def facts_of(profile: Profile) -> ActivationFacts:
    """What the history of the trajectory says."""
    case = profile.found.case
    facts = History(case.rules, profile.found.events, case.chosen).facts()
    if not isinstance(facts, ActivationFacts):
        raise TypeError("only an activation trajectory has an ICF profile")
    return facts
