"""What goes into the log of the program: where something went wrong, never about whom."""

import json
import logging
import re
import time
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
    row it refuses. The source of these lines is ours and holds no data. The moment is in UTC and says so.
    """

    converter = staticmethod(time.gmtime)
    default_time_format = "%Y-%m-%dT%H:%M:%S"
    default_msec_format = "%s.%03dZ"

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, with an exception below it."""
        record.told = " ".join(one if key == "told" else f"{key}={one}" for key, one in told(record).items())
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


class Lines(WithoutValues):
    """Writes the same as one line of JSON for each message, for what collects the logs of a deployment.

    The keys are `KEYS` and no others; one that says nothing is left out.
    """

    def format(self, record: logging.LogRecord) -> str:
        """Return the line; an exception stands in it."""
        fault = self.formatException(record.exc_info) if record.exc_info else ""
        known = {"at": self.formatTime(record), "level": record.levelname, "logger": record.name, "fault": fault}
        line = {**known, **told(record)}
        return json.dumps({key: line[key] for key in KEYS if line.get(key)})


KEYS = ("at", "level", "logger", "told", "page", "status", "fault")
"""What a line of the log tells, and nothing else."""


def told(record: logging.LogRecord) -> dict[str, str]:
    """What may be known of a message: the words of our own, and of others the fixed part, the kind of page and its status."""
    if record.name.split(".")[0] in OUR_OWN:
        return {"told": record.getMessage()}
    words = "" if record.name.startswith(TELLS_WHAT_WAS_SENT) else FILLED_IN.sub("...", str(record.msg))
    match = getattr(getattr(record, "request", None), "resolver_match", None)
    page = str(match.route) if match else ""
    found = {"told": words, "page": page, "status": str(getattr(record, "status_code", ""))}
    return {key: one for key, one in found.items() if one}
