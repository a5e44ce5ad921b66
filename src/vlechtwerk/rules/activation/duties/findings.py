"""How a rule of typed input tells which of its points are not fulfilled."""

from datetime import date

from vlechtwerk.rules.kernel import unmet

__all__ = ["done_by", "told", "unmet"]


def done_by(day: date | None, limit: date) -> bool:
    """Whether something happened on `limit` at the latest; never when it has not happened at all."""
    return day is not None and day <= limit


def told(text: str) -> bool:
    """Whether a text says anything: spaces and empty lines do not count."""
    return bool(text.strip())
