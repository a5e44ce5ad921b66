"""What goes into the log of the program: where something went wrong, never about whom."""

import logging
import re
import traceback
from types import TracebackType

ExceptionInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


OUR_OWN = frozenset({"vlechtwerk", "gunicorn"})
"""Whose messages are written as they are: we know that they name no people."""
FILLED_IN = re.compile(r"%(?:\(\w+\))?[#0+ -]*\d*(?:\.\d+)?[a-zA-Z]")
# Django writes here what somebody sent, as the whole of the message.
TELLS_WHAT_WAS_SENT = "django.security"


class WithoutValues(logging.Formatter):
    """Writes what is on a list: moment, level, logger, the fixed words of a message, the kind of page and its status.

    What is filled in into a message may be an address with a name that somebody typed. An exception is written as its type and
    the lines it passed, without its text, which often repeats what was typed or stored: a database names the values of the
    row it refuses. The source of these lines is ours and holds no data.
    """

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, with an exception below it."""
        record.told = told(record)
        return super().format(record)

    def formatException(self, ei: ExceptionInfo) -> str:  # noqa: N802 - the name is given by the standard library
        """Return the traceback of an exception and of what caused it, without their texts."""
        parts: list[str] = []
        error: BaseException | None = ei[1]
        while error is not None:
            frames = traceback.format_list(traceback.extract_tb(error.__traceback__))
            parts.append("".join(frames) + type(error).__qualname__)
            error = error.__cause__ or error.__context__
        return "\ncaused by:\n".join(parts)


def told(record: logging.LogRecord) -> str:
    """The words of a message that may be known: those of our own, and of others the fixed part only."""
    if record.name.split(".")[0] in OUR_OWN:
        return record.getMessage()
    words = "" if record.name.startswith(TELLS_WHAT_WAS_SENT) else FILLED_IN.sub("...", str(record.msg))
    match = getattr(getattr(record, "request", None), "resolver_match", None)
    page = f"page={match.route}" if match else ""
    status = f"status={record.status_code}" if hasattr(record, "status_code") else ""
    return " ".join(filter(None, (words, page, status)))
