"""Why something is not stored. Each carries what a page needs to say it; nothing here holds personal data."""

from datetime import date

from vlechtwerk.rules.assessment import Reason, Refusal

FUTURE = "this day has not come yet; what is planned is recorded when it has happened"
BEFORE_THE_CASE = "this day lies before the day on which the case began"
OUT_OF_RANGE = "days from the year 2000 to the year 2199 are possible"
NOTHING_LEFT = "without its first event the case would be empty"
TWICE_CORRECTED = "this event has been corrected already; correct the correction"
CHANGED_MEANWHILE = "something was recorded in this case since this page was opened; look at it first"


class Refused(Exception):
    """The rules refuse an event.

    `reasons` are why the event itself is not possible. `contradicted` are the stored events that would not have been possible
    had it been there, each with its reasons; they have to be corrected first. One of both is filled.
    """

    def __init__(
        self, event: str, on: date, reasons: tuple[Reason, ...], contradicted: tuple[Refusal, ...] = ()
    ) -> None:
        """Keep the name and the day of the event, and the reasons."""
        super().__init__(f"{event} on {on}: {', '.join(self.ids_of(reasons, contradicted))}")
        self.event, self.on = event, on
        self.reasons, self.contradicted = reasons, contradicted

    @staticmethod
    def ids_of(reasons: tuple[Reason, ...], contradicted: tuple[Refusal, ...]) -> list[str]:
        """The ids of the rules that refuse."""
        of_others = (reason for refusal in contradicted for reason in refusal.reasons)
        return [reason.rule.id for reason in (*reasons, *of_others)]


class NotPossible(Exception):
    """Something cannot be stored for a reason that is no rule of a handbook. `message` is an English message id."""

    def __init__(self, message: str) -> None:
        """Keep the message."""
        super().__init__(message)
        self.message = message


class DayNotPossible(NotPossible):
    """An event cannot be recorded on this day; to be told beside the field of the date."""


class Unsupported(NotPossible):
    """The history falls under a decree that these rules do not cover."""


class ChangedMeanwhile(NotPossible):
    """Somebody else recorded something in the case since the form was opened."""


class NotInvolved(LookupError):
    """Whoever acts has no part in the file; for them the case does not exist."""
