"""What goes into the log of the program: where something went wrong, never about whom."""

import logging
import traceback
from types import TracebackType

ExceptionInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class WithoutValues(logging.Formatter):
    """Writes an exception as its type and the lines it passed, without its text.

    The text of an exception often repeats what was typed or stored: a database names the values of the row it refuses.
    """

    def formatException(self, ei: ExceptionInfo) -> str:  # noqa: N802 - the name is given by the standard library
        """Return the traceback of an exception and of what caused it, without their texts."""
        parts: list[str] = []
        error: BaseException | None = ei[1]
        while error is not None:
            frames = traceback.format_list(traceback.extract_tb(error.__traceback__))
            parts.append("".join(frames) + type(error).__qualname__)
            error = error.__cause__ or error.__context__
        return "\ncaused by:\n".join(parts)
