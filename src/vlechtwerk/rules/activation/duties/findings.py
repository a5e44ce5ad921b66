"""How a rule of typed input tells which of its points are not fulfilled."""

from datetime import date

from vlechtwerk.rules.kernel import Findings


def unmet(**conditions: object) -> Findings:
    """The codes of the points that do not hold, in the order in which they are given.

    A point holds unless its value is False, None, an empty collection or a text of only white space.
    """
    return tuple(code for code, value in conditions.items() if not _holds(value))


def done_by(day: date | None, limit: date) -> bool:
    """Whether something happened on `limit` at the latest; never when it has not happened at all."""
    return day is not None and day <= limit


def told(text: str) -> bool:
    """Whether a text says anything: spaces and empty lines do not count."""
    return bool(text.strip())


def _holds(value: object) -> bool:
    return told(value) if isinstance(value, str) else bool(value)
