"""``vlechtwerk access``: who holds positions that can open data about health, and which of them rest on a service.

The law asks a controller to know these people (see docs/access-categories.md). Names are printed for whoever runs the command and
kept nowhere.
"""

import argparse
import json
import sys
from collections.abc import Callable
from datetime import date

from vlechtwerk.cli.arguments import add_day, add_language, today, translator
from vlechtwerk.cli.django_start import django_module
from vlechtwerk.config import database
from vlechtwerk.texts import Translator


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the program."""
    access = commands.add_parser(
        "access", help="list who can open data about health, and let positions rest on a service"
    )
    deeds = access.add_subparsers(dest="deed", required=True)
    listing = deeds.add_parser(
        "list", help="list organisation, name, role, since when, number of files, what binds them"
    )
    listing.add_argument("--organisation", default="", metavar="NAME", help="only this organisation")
    listing.add_argument("--json", action="store_true", help="print one line of JSON for each person")
    add_day(listing)
    add_language(listing)
    deeds.add_parser("proposals", help="list the roles that the service for signing in told and no position rests on")
    resting = deeds.add_parser("rest", help="let the position of somebody rest on a role that the service tells")
    resting.add_argument("username", metavar="NAME", help="the user name")
    resting.add_argument("role", metavar="ROLE", help="the role of the position, as work_case_manager")
    resting.add_argument("claim", metavar="CLAIM", help="the role at the service, as it told it")


def run(args: argparse.Namespace) -> int:
    """Do what is asked; exit status 1 when there is nobody or no such position."""
    deeds: dict[str, Callable[[argparse.Namespace], int]] = {"list": _list, "proposals": _proposals, "rest": _rest}
    with database.attached() as server:
        django_module("vlechtwerk.sharing.holders")
        if server is not None:
            server.wait()
        return deeds[args.deed](args)


def _list(args: argparse.Namespace) -> int:
    """Print a line for each person."""
    translate = translator(args)
    lines = _lines(args.on or today(), args.organisation, translate)
    for one in lines:
        print(json.dumps(one, ensure_ascii=False) if args.json else "\t".join(map(str, one.values())))
    return 0 if lines else 1


def _lines(on: date, organisation: str, translate: Translator) -> list[dict[str, object]]:
    """What is told about each person."""
    holders = django_module("vlechtwerk.sharing.holders")
    return [
        {
            "organisation": one.organisation,
            "name": one.name,
            "role": translate(holders.role_label(one.role)),
            "since": one.since.isoformat(),
            "files": one.files,
            "bound_by": translate(holders.DUTIES[one.duty]),
        }
        for one in holders.holders_on(on, organisation)
    ]


def _proposals(_args: argparse.Namespace) -> int:
    """Print the proposals."""
    found = django_module("vlechtwerk.organisations.models").ProposedPosition.objects.select_related("account")
    lines = [
        f"{one.account.username}\t{one.claim}\t{one.told_on}" for one in found.order_by("account__username", "claim")
    ]
    print("\n".join(lines) or "The service proposes nothing.")
    return 0


def _rest(args: argparse.Namespace) -> int:
    """Let a position rest on a role of the service."""
    positions = django_module("vlechtwerk.organisations.models").Position.objects.active_on(today())
    position = positions.filter(account__username=args.username, account__is_demo=False, role=args.role).first()
    if position is None:
        print("This person holds no such position today.", file=sys.stderr)
        return 1
    django_module("vlechtwerk.organisations.claims").rest_on(position=position, claim=args.claim)
    print("The position ends when the service no longer tells this role.")
    return 0
