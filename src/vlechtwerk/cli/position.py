"""``vlechtwerk position end``: somebody leaves a function, and with it every file, the same day.

The places as case manager go to a successor when one is named. Otherwise they stand empty, and the other case manager of each
trajectory is told so on the worklist.
"""

import argparse
import sys
from typing import Any

from vlechtwerk.cli.django_start import django_module
from vlechtwerk.config import database


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the program."""
    position = commands.add_parser("position", help="end the function of somebody who leaves")
    deeds = position.add_subparsers(dest="deed", required=True)
    end = deeds.add_parser("end", help="end a function today, with every part in every file")
    end.add_argument("username", metavar="NAME", help="the user name of who leaves")
    end.add_argument("--role", default="", help="which function, when there are several: as in docs/glossary.md")
    end.add_argument("--successor", default="", metavar="NAME", help="who takes over the places as case manager")


def run(args: argparse.Namespace) -> int:
    """End the function; exit status 1, and nothing has ended, when it is not clear whose or when the successor cannot."""
    with database.attached() as server:
        leaving = django_module("vlechtwerk.sharing.leaving")
        if server is not None:
            server.wait()
        left = _one(args.username, args.role)
        successor = _one(args.successor, left.role) if left and args.successor else None
        if left is None or (args.successor and successor is None):
            return 1
        granting = django_module("vlechtwerk.sharing.granting")
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
