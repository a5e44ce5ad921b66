"""``vlechtwerk position``: give somebody a function, and end it when somebody leaves.

A function is a role at an organisation in a region. Outside the demonstration nobody has one until it is given here; by itself
it opens no file. Ending it ends every part in every file the same day. The places as case manager go to a successor when one is
named; otherwise they stand empty, and the other case manager of each trajectory is told so on the worklist.
"""

import argparse
import sys
from typing import Any

from vlechtwerk.cli.arguments import day, today
from vlechtwerk.cli.django_start import django_module
from vlechtwerk.config import database


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the program."""
    position = commands.add_parser("position", help="give somebody a function, or end it")
    deeds = position.add_subparsers(dest="deed", required=True)
    add = deeds.add_parser("add", help="give somebody with an account a function")
    add.add_argument("username", metavar="NAME", help="the user name of who gets it")
    add.add_argument(
        "--role", required=True, help="the function, as in docs/glossary.md, for example care_case_manager"
    )
    add.add_argument("--organisation", required=True, metavar="NAME", help="the name of the organisation")
    add.add_argument("--region", required=True, metavar="NAME", help="the name of the region")
    add.add_argument("--new", action="store_true", help="the organisation or the region is new: make it")
    add.add_argument("--kind", default="", help="the kind of a new organisation, for example caw")
    add.add_argument("--from", dest="from_on", type=day, metavar="DATE", help="the first day (default: today)")
    end = deeds.add_parser("end", help="end a function today, with every part in every file")
    end.add_argument("username", metavar="NAME", help="the user name of who leaves")
    end.add_argument("--role", default="", help="which function, when there are several: as in docs/glossary.md")
    end.add_argument("--successor", default="", metavar="NAME", help="who takes over the places as case manager")


def run(args: argparse.Namespace) -> int:
    """Give or end the function; exit status 1, and nothing has changed, when that is not possible."""
    with database.attached() as server:
        django_module("vlechtwerk.sharing.leaving")
        if server is not None:
            server.wait()
        return _add(args) if args.deed == "add" else _end(args)


def _add(args: argparse.Namespace) -> int:
    """Give the function, or tell why not."""
    giving = django_module("vlechtwerk.organisations.giving")
    accounts = django_module("vlechtwerk.accounts.models").Account.objects
    account = accounts.filter(username=args.username, is_demo=False, is_active=True).first()
    if account is None:
        print("There is no such account; make it with: vlechtwerk account add", file=sys.stderr)
        return 1
    place = giving.Place(args.organisation, args.region, args.kind if args.new else None)
    try:
        given = giving.give_position(account=account, role=args.role, place=place, from_on=args.from_on or today())
    except giving.PositionNotPossible as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{given.role} at {given.organisation} in {given.region}, from {given.from_on}.")
    return 0


def _end(args: argparse.Namespace) -> int:
    """End the function; exit status 1, and nothing has ended, when it is not clear whose or when the successor cannot."""
    leaving, granting = (django_module(f"vlechtwerk.sharing.{name}") for name in ("leaving", "granting"))
    left = _one(args.username, args.role)
    successor = _one(args.successor, left.role) if left and args.successor else None
    if left is None or (args.successor and successor is None):
        return 1
    try:
        count = leaving.end_position(left, successor)
    except (granting.GrantRefused, granting.NotInTheFile):
        print("The successor cannot take over one of the places; nothing has ended.", file=sys.stderr)
        return 1
    print(f"The function has ended today, with its part in {count} file(s).")
    return 0


def _one(username: str, role: str) -> Any:
    """The only function of somebody today, or the only one with this role; None, with the reason told, when there is none."""
    timezone = django_module("django.utils.timezone")
    positions = django_module("vlechtwerk.organisations.models").Position.objects.active_on(timezone.localdate())
    found = list(positions.filter(account__username=username, **({"role": role} if role else {})))
    if len(found) == 1:
        return found[0]
    held = ", ".join(sorted(one.role for one in found)) or "none"
    print(f"{username} has to have exactly one such function today; found: {held}.", file=sys.stderr)
    return None
