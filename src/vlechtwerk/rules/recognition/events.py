"""What can happen in the recognition of an external provider.

`on` is the local date on which it happened. A yes or no that is left out is no, a list that is left out is empty.
"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from vlechtwerk.rules.attributes import Range
from vlechtwerk.rules.kernel import Event
from vlechtwerk.rules.recognition.terms import Condition, Exemption, FormItem, Outcome


@dataclass(frozen=True)
class ApplicationStarted(Event):
    """The organisation started the form: there is a draft, and no term runs."""


@dataclass(frozen=True)
class ApplicationSubmitted(Event):
    """The organisation submitted the form.

    `exemption` is the answer of part 1; `experience` (a motivation is written) and `guides` (how many are listed completely)
    are part 2; `area` (the working area is filled in correctly) and `plan_of_action` are part 3; `declared` is the
    declaration on honour; `undersigned` when the person who submits has the right to undersign and did.
    """

    exemption: Exemption | None = None
    experience: bool = False
    guides: Annotated[int, Range(0, 9999)] = 0
    area: bool = False
    plan_of_action: bool = False
    declared: bool = False
    undersigned: bool = False


@dataclass(frozen=True)
class ApplicationUndersigned(Event):
    """The person responsible for the organisation undersigned the application after it was submitted."""


@dataclass(frozen=True)
class ApplicationCancelled(Event):
    """The organisation cancelled its draft."""


@dataclass(frozen=True)
class AdmissibilityJudged(Event):
    """The reviewer judged whether the application is complete and correct; `defects` names what is not."""

    admissible: bool
    defects: tuple[FormItem, ...] = ()


@dataclass(frozen=True)
class AdmissibilityEmailSent(Event):
    """The e-mail about the admissibility left the mail server: the day the 45 days of the examination start."""


@dataclass(frozen=True)
class ExaminationOpened(Event):
    """The reviewer opened the examination of the conditions."""


@dataclass(frozen=True)
class AdviceFinalised(Event):
    """The reviewer finalised the advice to the minister.

    `met` and `not_met` are the conditions with a conclusion; a condition in neither is still to be clarified. `motivated` when
    every conclusion has a motivation.
    """

    positive: bool
    met: tuple[Condition, ...] = ()
    not_met: tuple[Condition, ...] = ()
    motivated: bool = False


@dataclass(frozen=True)
class DecisionRecorded(Event):
    """The decision was recorded; `document` when the decision document is in the file, `motivated` when it gives reasons."""

    positive: bool
    document: bool = False
    motivated: bool = False


@dataclass(frozen=True)
class DecisionCommunicated(Event):
    """The applicant was informed of the decision: the day the 30 days for an objection start.

    `recognition_starts_on` is the first day of the recognition; `way_to_object` when the message tells how to object.
    """

    recognition_starts_on: date | None = None
    way_to_object: bool = False


@dataclass(frozen=True)
class ObjectionFiled(Event):
    """The applicant asked to reconsider the decision; `motivated` when the request gives reasons."""

    motivated: bool = False


@dataclass(frozen=True)
class ReconsiderationDecided(Event):
    """The decision was reconsidered; when it is revised, a new decision is recorded and communicated after it."""

    outcome: Outcome


@dataclass(frozen=True)
class RenewalStarted(Event):
    """The recognised provider started the application for the next period, a case of its own."""


EVENTS: dict[str, type[Event]] = {
    "application_started": ApplicationStarted,
    "application_submitted": ApplicationSubmitted,
    "application_undersigned": ApplicationUndersigned,
    "application_cancelled": ApplicationCancelled,
    "admissibility_judged": AdmissibilityJudged,
    "admissibility_email_sent": AdmissibilityEmailSent,
    "examination_opened": ExaminationOpened,
    "advice_finalised": AdviceFinalised,
    "decision_recorded": DecisionRecorded,
    "decision_communicated": DecisionCommunicated,
    "objection_filed": ObjectionFiled,
    "reconsideration_decided": ReconsiderationDecided,
    "renewal_started": RenewalStarted,
}
