"""Care providers: their seven tasks, the conditions of the decree, and what is no care under it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from vlechtwerk.rules.activation.book import BOOK
from vlechtwerk.rules.activation.duties.findings import done_by, told, unmet
from vlechtwerk.rules.activation.duties.periods import Period
from vlechtwerk.rules.documents import CARE_HANDBOOK
from vlechtwerk.rules.kernel import Findings, Points
from vlechtwerk.rules.roles import Role


class Recogniser(StrEnum):
    """Who recognises or licenses an organisation or a person. Only some of them count for the decree."""

    OPGROEIEN = "opgroeien"
    ZORG_EN_GEZONDHEID = "zorg_en_gezondheid"
    VAPH = "vaph"
    WVG_DEPARTMENT = "wvg_department"
    FEDERAL = "federal"
    LOCAL = "local"


NO_HOURS = Decimal(0)
COUNTING_RECOGNISERS = frozenset(Recogniser) - {Recogniser.LOCAL}


class Experience(StrEnum):
    """The fields of care in which a provider can have the experience that the decree asks."""

    DISABILITY = "disability"
    MENTAL_HEALTH = "mental_health"
    GENERAL_WELFARE = "general_welfare"
    SOCIAL_WORK = "social_work"
    SPECIAL_YOUTH_CARE = "special_youth_care"


@dataclass(frozen=True)
class Recognition:
    """A recognition or licence: by whom and in which period."""

    by: Recogniser
    period: Period

    def counts_on(self, day: date) -> bool:
        """Whether it satisfies the decree for an action that starts on a day."""
        return self.by in COUNTING_RECOGNISERS and self.period.covers(day)


@dataclass(frozen=True)
class CareProvider:
    """An organisation, or a self-employed person, that offers care."""

    recognitions: tuple[Recognition, ...] = ()
    experience: frozenset[Experience] = frozenset()

    def is_recognised_on(self, day: date) -> bool:
        """Whether one of its recognitions counts on a day."""
        return any(recognition.counts_on(day) for recognition in self.recognitions)


@dataclass(frozen=True)
class CareWorker:
    """Somebody who gives care: with own recognitions, or employed by an organisation."""

    self_employed: bool
    recognitions: tuple[Recognition, ...] = ()
    organisation: CareProvider | None = None


@dataclass(frozen=True)
class Verification:
    """The check of a provider: by whom, when, on what evidence."""

    by: Role
    on: date
    evidence: str


ALTERNATIVE_TREATMENTS = frozenset({"osteopathy", "acupuncture", "homeopathy", "reiki", "foot reflexology"})
"""Examples of the handbook; administrators add to them."""


@BOOK.checklist("AT-176", CARE_HANDBOOK.at("4.3"), concerns="care_tasks")
def care_tasks() -> Points:
    """The assignment of a care provider consists of seven tasks."""
    return {
        "insight": "explore the care needs together and give insight in them",
        "recovery": "give care that lets the client recover or bear the problems, in view of internship and work",
        "coping": "teach to deal with the own care needs and raise mental strength",
        "network": "help to build a supportive network, in private life and at work",
        "competences": "strengthen personal competences, such as standing up for oneself and coping with failure",
        "other_care": "guide to other care and work together with it",
        "consultation": "consult with the case managers and the other providers",
    }


@BOOK.requirement(
    "AT-176",
    CARE_HANDBOOK.at("4.3"),
    concerns="care_action",
    points={"task": "one of the seven tasks"},
)
def care_action_names_its_task(task: str | None) -> Findings:
    """Each care action belongs to one of the seven tasks of a care provider."""
    return unmet(task=task in care_tasks.points)


@BOOK.requirement(
    "AT-176",
    CARE_HANDBOOK.at("4.3"),
    concerns="care_hours",
    points={"task": "every hour under one of the seven tasks", "hours": "more than no hours at all"},
)
def hours_are_told_by_task(hours: Mapping[str, Decimal]) -> Findings:
    """The hours of a care provider are counted by the task that they served.

    The count is how this program follows the seven tasks; the handbook asks no hours.
    """
    return unmet(task=set(hours) <= set(care_tasks.points), hours=sum(hours.values()) > 0)


def hours_by_task(told: Iterable[Mapping[str, Decimal]]) -> dict[str, Decimal]:
    """The sum of the hours of each of the seven tasks, in their order; a task without hours has zero."""
    found = list(told)
    return {task: sum((one.get(task, NO_HOURS) for one in found), NO_HOURS) for task in care_tasks.points}


@BOOK.requirement(
    "AT-177",
    CARE_HANDBOOK.at("4.3 footnote 8"),
    concerns="provider",
    points={
        "recognition": "a recognition or licence that counts for the decree on the day the action starts",
        "experience": "experience in one of the fields of care of the decree",
    },
)
def care_provider_meets_the_decree(provider: CareProvider, starts_on: date) -> Findings:
    """A care provider is recognised or licensed by a named authority and has experience in a named field of care."""
    return unmet(recognition=provider.is_recognised_on(starts_on), experience=bool(provider.experience))


@BOOK.requirement(
    "AT-178",
    CARE_HANDBOOK.at("4.3 footnote 8"),
    concerns="provider",
    points={"recognition": "a recognition of the own organisation, or a personal one for the self-employed"},
)
def care_worker_is_covered(worker: CareWorker, starts_on: date) -> Findings:
    """Workers of a recognised organisation need no recognition of their own; self-employed people do."""
    personal = any(recognition.counts_on(starts_on) for recognition in worker.recognitions)
    employer = worker.organisation
    covered = not worker.self_employed and employer is not None and employer.is_recognised_on(starts_on)
    return unmet(recognition=personal or covered)


@BOOK.requirement(
    "AT-179",
    CARE_HANDBOOK.at("4.3; 3.6.3"),
    concerns="provider",
    points={
        "verified": "a check of the conditions before the assignment",
        "network_coordinator": "checked by the network coordinator",
        "evidence": "the evidence that was seen",
    },
)
def provider_is_verified(verification: Verification | None, *, assigned_on: date) -> Findings:
    """Only providers that meet the conditions are used, and the network coordinator checks that."""
    if verification is None:
        return ("verified", "network_coordinator", "evidence")
    return unmet(
        verified=done_by(verification.on, assigned_on),
        network_coordinator=verification.by is Role.NETWORK_COORDINATOR,
        evidence=told(verification.evidence),
    )


@BOOK.requirement(
    "AT-180",
    CARE_HANDBOOK.at("4.3"),
    concerns="provider",
    points={"discipline": "a treatment that the authorities recognise"},
)
def treatment_is_no_alternative_one(discipline: str, *, also_refused: Collection[str] = ()) -> Findings:
    """Alternative treatments do not meet the conditions for use in a trajectory.

    The handbook gives examples and says that they are not all; `also_refused` holds what administrators added.
    """
    refused = ALTERNATIVE_TREATMENTS | {name.strip().casefold() for name in also_refused}
    return unmet(discipline=discipline.strip().casefold() not in refused)
