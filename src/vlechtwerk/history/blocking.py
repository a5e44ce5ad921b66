"""Which events shut the file of a case for the professionals."""

from collections.abc import Iterable
from datetime import date

from vlechtwerk.rules.activation.events import AccessBlocked
from vlechtwerk.rules.kernel import Event

BLOCKING: tuple[type[Event], ...] = (AccessBlocked,)
"""The events that tell that access is blocked (AT-241); recording one ends the access itself."""


def blocked_on(events: Iterable[Event]) -> date | None:
    """The day on which the file was shut; None while it is open."""
    return min((event.on for event in events if isinstance(event, BLOCKING)), default=None)
