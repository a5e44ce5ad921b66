"""The options that several commands share: the day of the assessment and the language."""

import argparse
import sys
from datetime import date, datetime
from zoneinfo import ZoneInfo

from vlechtwerk.rules.casefile import Fault, read_date
from vlechtwerk.texts import LANGUAGES, CatalogueMissing, Translator, translate

BRUSSELS = ZoneInfo("Europe/Brussels")


def add_day(parser: argparse.ArgumentParser) -> None:
    """Add `--on`: the day of the assessment, today when it is left out."""
    parser.add_argument(
        "--on", type=day, default=None, metavar="DATE", help="day of the assessment, as 2026-11-21 (default: today)"
    )


def add_language(parser: argparse.ArgumentParser) -> None:
    """Add `--lang`: Dutch unless English is asked for."""
    parser.add_argument("--lang", choices=LANGUAGES, default="nl", help="language of the texts (default: %(default)s)")


def day(text: str) -> date:
    """The day that was typed. Raises ArgumentTypeError when it is none or lies out of range."""
    found = read_date(text, "")
    if isinstance(found, Fault):
        raise argparse.ArgumentTypeError(found.message.format(**found.parameters))
    return found


def translator(args: argparse.Namespace) -> Translator:
    """The language that was asked for. Ends the program with a clear message when the translations are not there."""
    try:
        translate("nl")
        return translate(args.lang)
    except CatalogueMissing as missing:
        sys.exit(str(missing))


def today() -> date:
    """The day it is now in Flanders."""
    return datetime.now(BRUSSELS).date()
