"""``vlechtwerk check``: read case files and tell what the rules say about each of them on a day."""

import argparse
import json
from collections.abc import Iterator
from datetime import date

from vlechtwerk.cli.arguments import add_day, add_language, today, translator
from vlechtwerk.cli.jsonout import assessment_data
from vlechtwerk.cli.loading import NamedCase, load_cases
from vlechtwerk.cli.output import write_lines
from vlechtwerk.cli.report import report_lines
from vlechtwerk.rules.assessment import Assessment, assess
from vlechtwerk.texts import Translator

UNUSABLE = 2


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the program."""
    parser = commands.add_parser("check", help="tell what the rules say about case files")
    parser.add_argument("cases", nargs="+", metavar="CASE", help="a case file in YAML or JSON; - is standard input")
    add_day(parser)
    parser.add_argument("--json", action="store_true", help="print one JSON object per file instead of a report")
    add_language(parser)


def run(args: argparse.Namespace) -> int:
    """Assess every file, or none when one of them is unusable (exit status 2)."""
    say = translator(args)
    cases = load_cases(args.cases, say)
    if not cases:
        return UNUSABLE
    on = args.on or today()
    return write_lines(_json(cases, on, say) if args.json else _report(cases, on, say), utf_8=args.json)


def _json(cases: list[NamedCase], on: date, say: Translator) -> Iterator[str]:
    for one in cases:
        yield json.dumps(assessment_data(assessment_of(one, on), say), ensure_ascii=False)


def _report(cases: list[NamedCase], on: date, say: Translator) -> Iterator[str]:
    for number, one in enumerate(cases):
        if number:
            yield ""
        yield from report_lines(one, assessment_of(one, on), say)


def assessment_of(one: NamedCase, on: date) -> Assessment:
    """What the rules say about a case on a day."""
    return assess(one.case.procedure, one.case.events, on, one.case.settings)
