"""``vlechtwerk access list``: who holds a position today to which data about health can be opened, for each organisation.

The law asks a controller to know these people (see docs/access-categories.md). Names are printed for whoever runs the command and
kept nowhere.
"""

import argparse
import json

from vlechtwerk.cli.arguments import add_day, add_language, today, translator
from vlechtwerk.cli.django_start import django_module
from vlechtwerk.config import database


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the program."""
    parser = commands.add_parser("access", help="list who holds a position that can open data about health")
    parser.add_argument("deed", choices=["list"], help="list: print organisation, name, role and since when")
    parser.add_argument("--organisation", default="", metavar="NAME", help="only this organisation")
    parser.add_argument("--json", action="store_true", help="print one line of JSON for each person")
    add_day(parser)
    add_language(parser)


def run(args: argparse.Namespace) -> int:
    """Print the list; exit status 1 when nobody is in it."""
    translate = translator(args)
    with database.attached() as server:
        holders = django_module("vlechtwerk.sharing.holders")
        if server is not None:
            server.wait()
        found = holders.holders_on(args.on or today(), args.organisation)
        for one in found:
            role = translate(holders.role_label(one.role))
            told = {"organisation": one.organisation, "name": one.name, "role": role, "since": one.since.isoformat()}
            told |= {"files": one.files, "bound_by": translate(holders.DUTIES[one.duty])}
            print(json.dumps(told, ensure_ascii=False) if args.json else "\t".join(map(str, told.values())))
    return 0 if found else 1
