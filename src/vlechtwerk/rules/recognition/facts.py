"""What is known of one application for recognition: the frozen result of folding its events."""

from dataclasses import dataclass
from datetime import date

from vlechtwerk.rules.kernel import CaseFacts
from vlechtwerk.rules.recognition.terms import Exemption, FormItem, Outcome, RegionSettings


@dataclass(frozen=True, slots=True)
class Application:
    """The form as it was submitted. In the simplified procedure nothing of part 2 is part of it, even when it was filled in."""

    on: date
    exemption: Exemption
    guides: int


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision and what followed on it: told to the applicant, objected to, reconsidered.

    `recognition_starts_on` is set when a positive decision is communicated.
    """

    positive: bool
    on: date
    communicated_on: date | None = None
    recognition_starts_on: date | None = None
    objection_on: date | None = None
    reconsidered_on: date | None = None
    outcome: Outcome | None = None

    @property
    def is_revised(self) -> bool:
        """Whether a new decision has to replace this one."""
        return self.outcome is Outcome.REVISED


@dataclass(frozen=True)
class RecognitionFacts(CaseFacts):
    """The facts of one application after some of its events. A date is None as long as it did not happen."""

    settings: RegionSettings
    started_on: date | None = None
    application: Application | None = None
    undersigned_on: date | None = None
    cancelled_on: date | None = None
    judged_on: date | None = None
    admissible: bool = False
    defects: tuple[FormItem, ...] = ()
    email_sent_on: date | None = None
    examination_on: date | None = None
    advice_on: date | None = None
    advice_positive: bool = False
    decisions: tuple[Decision, ...] = ()
    renewal_on: date | None = None

    @property
    def latest(self) -> Decision | None:
        """The decision that was recorded last."""
        return self.decisions[-1] if self.decisions else None

    @property
    def standing(self) -> Decision | None:
        """The decision that counts: the last one that was communicated, or the first one before anything was communicated.

        How a new decision replaces the old one is not told; here the old one stands until the applicant hears of the new one.
        """
        communicated = [decision for decision in self.decisions if decision.communicated_on]
        if communicated:
            return communicated[-1]
        return self.decisions[0] if self.decisions else None


def begin(settings: RegionSettings) -> RecognitionFacts:
    """The facts of an application of which nothing has happened yet."""
    return RecognitionFacts(settings)
