"""``vlechtwerk approval``: store that VDAB approved that personal data are kept in this installation (AT-135).

Without it no file can be opened for a person, and every page for professionals says so. A demonstration needs none.
"""

import argparse
import sys

from vlechtwerk.cli.arguments import day
from vlechtwerk.cli.django_start import django_module
from vlechtwerk.config import database


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the program."""
    approval = commands.add_parser("approval", help="store VDAB's approval of this installation")
    approval.add_argument("username", metavar="NAME", help="the user name of who stores it")
    approval.add_argument("--reference", required=True, help="the reference of the approval")
    approval.add_argument("--scope", required=True, help="what the approval covers, in its own words")
    approval.add_argument("--on", required=True, type=day, metavar="DAY", help="the day on which it was given")


def run(args: argparse.Namespace) -> int:
    """Store it; exit status 1 without such an account, or when the reference or the scope is empty."""
    with database.attached() as server:
        approval = django_module("vlechtwerk.organisations.approval")
        if server is not None:
            server.wait()
        by = django_module("vlechtwerk.accounts.models").Account.objects.filter(username=args.username).first()
        if by is None:
            print("There is no such account.", file=sys.stderr)
            return 1
        try:
            approval.record_approval(reference=args.reference, scope=args.scope, given_on=args.on, by=by)
        except django_module("django.db").IntegrityError:
            print("The approval needs a reference and a scope.", file=sys.stderr)
            return 1
    print("The approval is stored.")
    return 0
