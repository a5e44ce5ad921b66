"""``vlechtwerk explain``: walk one date of a case, from the fact it starts from to the day it falls on."""

import argparse

from vlechtwerk.cli.arguments import add_day, add_language, today, translator
from vlechtwerk.cli.check import UNUSABLE, assessment_of
from vlechtwerk.cli.explanation import explained, things_to_explain
from vlechtwerk.cli.loading import NamedCase, fault_text, load_cases
from vlechtwerk.cli.output import refuse, write_lines
from vlechtwerk.rules.casefile.faults import unknown
from vlechtwerk.texts import Translator

NOTHING_CALLED = "there is nothing called {value} to explain"


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the program."""
    parser = commands.add_parser("explain", help="tell how one date of a case was counted")
    parser.add_argument("case", metavar="CASE", help="a case file in YAML or JSON; - is standard input")
    parser.add_argument("what", metavar="WHAT", help="an obligation, a signal or a date, such as plan_upload")
    add_day(parser)
    add_language(parser)


def run(args: argparse.Namespace) -> int:
    """Explain one thing; exit status 2 when the file is unusable or there is no such thing."""
    say = translator(args)
    cases = load_cases([args.case], say)
    if not cases:
        return UNUSABLE
    if args.what not in things_to_explain(cases[0].case.procedure):
        return _unknown(args.what, cases[0], say)
    assessment = assessment_of(cases[0], args.on or today())
    return write_lines(explained(cases[0], assessment, args.what, say))


def _unknown(what: str, one: NamedCase, say: Translator) -> int:
    """Tell what can be explained."""
    fault = unknown("", NOTHING_CALLED, what, things_to_explain(one.case.procedure))
    return refuse(f"vlechtwerk explain: {fault_text(fault, say)}")
