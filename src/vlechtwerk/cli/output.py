"""Printing: lines of at most 100 columns, and an orderly end when nobody reads them any more."""

import io
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from textwrap import TextWrapper

WIDTH = 100
GLUE = "\N{NO-BREAK SPACE}"
"""Keeps words together on a line; it is printed as an ordinary space."""


def write_lines(lines: Iterable[str], *, utf_8: bool = False) -> int:
    """Print lines on standard output; the exit status of the command is 0, or 1 when they could not be written.

    A reader that stops early (`head`) is no fault. `utf_8` is for what another program reads, whatever the terminal speaks.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8" if utf_8 else None, errors="backslashreplace")
    try:
        for line in lines:
            print(line)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        _forget_standard_output()
    except OSError as error:
        _forget_standard_output()
        return refuse(f"vlechtwerk: {error.strerror or error}", status=1)
    return 0


def refuse(line: str, *, status: int = 2) -> int:
    """Print one line on standard error and return the exit status."""
    if sys.stderr is not None:
        with suppress(OSError):
            print(line, file=sys.stderr, flush=True)
    return status


def _forget_standard_output() -> None:
    """Let what is still waiting to be printed go nowhere, so that the end of the program does not stumble over it."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def glued(text: str) -> str:
    """The text, kept together on one line where it fits."""
    return text.replace(" ", GLUE)


def wrapped(text: str, first: str = "", later: str | None = None) -> list[str]:
    """A text as lines of at most 100 columns, with an indent for the first and one for the later lines."""
    wrapper = TextWrapper(
        WIDTH, initial_indent=first, subsequent_indent=first if later is None else later, break_on_hyphens=False
    )
    return [line.replace(GLUE, " ") for line in wrapper.wrap(text)]


def printable(name: str) -> str:
    """A file name that can be printed on one line, whatever its bytes are."""
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in name)
