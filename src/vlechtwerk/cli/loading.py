"""From names on the command line to cases; what is wrong with a file becomes one clear line for each fault."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from vlechtwerk.cli.documents import Unusable
from vlechtwerk.cli.files import read_document
from vlechtwerk.cli.output import printable, refuse
from vlechtwerk.rules.casefile import CaseFile, Fault, read_case
from vlechtwerk.texts import Translator


@dataclass(frozen=True)
class NamedCase:
    """A case with the name of its file, fit to print."""

    name: str
    case: CaseFile


def load_cases(names: Sequence[str], say: Translator) -> list[NamedCase]:
    """All cases in these files; none at all when any file is unusable, after telling its faults on standard error."""
    loaded = [_load(name, say) for name in names]
    faults = [line for one in loaded if isinstance(one, list) for line in one]
    for line in faults:
        refuse(line)
    return [] if faults else [one for one in loaded if isinstance(one, NamedCase)]


def _load(name: str, say: Translator) -> NamedCase | list[str]:
    shown_name = printable(name)
    try:
        document = read_document(name)
    except Unusable as unusable:
        return [_line(shown_name, unusable.fault, unusable.lines, say)]
    case = read_case(document.data)
    faults = [*document.faults, *(case if isinstance(case, tuple) else ())]
    if isinstance(case, tuple) or faults:
        faults.sort(key=lambda fault: _line_number(fault, document.lines) or 0)
        return [_line(shown_name, fault, document.lines, say) for fault in faults]
    return NamedCase(shown_name, case)


def _line(name: str, fault: Fault, lines: Mapping[str, int], say: Translator) -> str:
    """One fault as one line: file, place, what is wrong and what is expected."""
    number = _line_number(fault, lines)
    line = "" if number is None else say("line {number}").format(number=number)
    place = ", ".join(part for part in (line, fault.where) if part)
    return ": ".join(part for part in (name, place, fault_text(fault, say)) if part)


def _line_number(fault: Fault, lines: Mapping[str, int]) -> int | None:
    """The line of a fault, or else of the nearest thing around it."""
    return next((lines[place] for place in _outwards(fault.where) if place in lines), None)


def fault_text(fault: Fault, say: Translator) -> str:
    """What is wrong, with the words that are allowed."""
    text = say(fault.message).format(**fault.parameters)
    if fault.nearest:
        text += say("; did you mean {word}?").format(word=fault.nearest)
    if fault.expected:
        text += say("; possible: {words}").format(words=", ".join(fault.expected))
    return text


def _outwards(where: str) -> Iterator[str]:
    """A place and the places it lies in: events[3].with[0], events[3].with, events[3], events, and the whole file."""
    while where:
        yield where
        where = where[: max(where.rfind("."), where.rfind("["), 0)]
    yield ""
