"""``vlechtwerk account``: make an account, give a link to choose a password, help who lost the second factor, stop one.

Nobody makes an account for oneself. A link works once and for one day; give it to the person in hand or by telephone, never
together with the user name in one message.
"""

import argparse
import sys

from vlechtwerk.cli.django_start import django_module
from vlechtwerk.config import database

DEEDS = {
    "add": "make an account",
    "link": "make a link to choose a new password",
    "forget": "forget the second factors",
    "stop": "put an account out of use",
}


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the program."""
    account = commands.add_parser("account", help="make an account, or help somebody to sign in again")
    deeds = account.add_subparsers(dest="deed", required=True)
    for deed, explained in DEEDS.items():
        parser = deeds.add_parser(deed, help=explained)
        parser.add_argument("username", metavar="NAME", help="the user name")
        parser.add_argument("--site", default="", help="address of the site, as https://dossier.example")
        if deed == "add":
            parser.add_argument("--email", required=True, help="e-mail address of the person")
            parser.add_argument("--name", default="", help="name of the person (default: the user name)")
            parser.add_argument("--subject", default="", help="identity of the person at the service for signing in")


def run(args: argparse.Namespace) -> int:
    """Do what is asked; exit status 1 when the account is not there, or is there already."""
    with database.attached() as server:
        django_module("vlechtwerk.accounts.actions")
        if server is not None:
            server.wait()
        return _add(args) if args.deed == "add" else _help(args)


def _add(args: argparse.Namespace) -> int:
    """Make the account and print the link."""
    actions = django_module("vlechtwerk.accounts.actions")
    try:
        account = actions.add_account(
            username=args.username, name=args.name or args.username, email=args.email, subject=args.subject
        )
    except django_module("django.db").IntegrityError:
        print("This user name or this identity is taken.", file=sys.stderr)
        return 1
    except actions.NoSuchService:
        print("There is no service for signing in; set VLECHTWERK_OIDC_ISSUER.", file=sys.stderr)
        return 1
    print(_link(args, account))
    return 0


def _help(args: argparse.Namespace) -> int:
    """Print a new link, forget the second factors, or stop the account, of somebody who has one."""
    actions = django_module("vlechtwerk.accounts.actions")
    found = django_module("vlechtwerk.accounts.models").Account.objects.filter(username=args.username, is_demo=False)
    account = found.first()
    if account is None:
        print("There is no such account.", file=sys.stderr)
        return 1
    if args.deed == "forget":
        actions.forget_factors(account)
        print("Every second factor is forgotten and every session ended.")
    elif args.deed == "stop":
        actions.stop_account(account)
        print("The account is out of use and every session ended.")
    else:
        print(_link(args, account))
    return 0


def _link(args: argparse.Namespace, account: object) -> str:
    """The whole link, with the address of the site."""
    settings = django_module("django.conf").settings
    scheme = "http" if settings.TRIAL else "https"
    site = args.site or f"{scheme}://{settings.ALLOWED_HOSTS[0]}"
    path: str = django_module("vlechtwerk.accounts.actions").password_path(account)
    return site.rstrip("/") + path
