"""``vlechtwerk own-view``: what a region says for the client's own view, from a day on and with its source."""

import argparse
import sys

from vlechtwerk.cli.arguments import day
from vlechtwerk.cli.django_start import django_module
from vlechtwerk.config import database

KEYS = ("invitation_days", "complaint_contact", "authority_contact", "map_service")


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the program."""
    parser = commands.add_parser("own-view", help="store what a region says for the client's own view")
    parser.add_argument("username", metavar="NAME", help="the user name of who stores it")
    parser.add_argument(
        "key",
        choices=KEYS,
        help="how many days an invitation works, where a client can complain (here, or at the authority), or the map service",
    )
    parser.add_argument(
        "value",
        metavar="VALUE",
        help="the number of days (1 to 60), the contact, or an address with {place} in it",
    )
    parser.add_argument("--region", required=True, help="the name of the region")
    parser.add_argument("--from", required=True, type=day, dest="since", metavar="DAY", help="the first day")
    parser.add_argument("--source", required=True, help="where it is written down")


def run(args: argparse.Namespace) -> int:
    """Store it; exit status 1 when the account, the region or the value does not fit."""
    with database.attached() as server:
        choosing = django_module("vlechtwerk.portal.choosing")
        if server is not None:
            server.wait()
        by = django_module("vlechtwerk.accounts.models").Account.objects.filter(username=args.username).first()
        region = django_module("vlechtwerk.organisations.models").Region.objects.filter(name=args.region).first()
        if by is None or region is None:
            print("There is no such account or region.", file=sys.stderr)
            return 1
        saying = choosing.Saying(choosing.SettingKey(args.key), args.value, args.since, args.source)
        try:
            choosing.say(saying, region=region, by=by)
        except (choosing.NotASetting, django_module("django.db").IntegrityError):
            print("This value is not possible, or something was said from this day already.", file=sys.stderr)
            return 1
    print("It is stored.")
    return 0
