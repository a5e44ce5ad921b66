"""``vlechtwerk demo``: the whole program with a fictional region, ready to look at in a browser."""

import argparse
import os
from datetime import datetime
from zoneinfo import ZoneInfo

from vlechtwerk.cli.django_start import django_module
from vlechtwerk.cli.serve import add_address, serve
from vlechtwerk.config.environment import ConfigurationError
from vlechtwerk.texts import LANGUAGES, translate


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the program."""
    add_address(commands.add_parser("demo", help="start with a fictional region, to look at in a browser"))


def run(args: argparse.Namespace) -> int:
    """Make the tables and the region where they are not there yet, and serve until told to stop."""
    os.environ["VLECHTWERK_DEMO"] = "1"
    return serve(args.host, args.port, prepare=_prepare, announce=_announce)


def _prepare() -> None:
    """Bring the tables up to date and load the region, each only when that was not done before."""
    migrations = django_module("vlechtwerk.config.migrations")
    if migrations.waiting():
        print("Tables are being made ...", flush=True)
        migrations.migrate(verbosity=0)
    region = django_module("vlechtwerk.demo.load")
    if not region.is_loaded():
        if django_module("vlechtwerk.accounts.models").Account.objects.filter(is_demo=False).exists():
            raise ConfigurationError("This database holds accounts of real people; no demonstration is loaded into it.")
        print("The fictional region is being loaded ...", flush=True)
        region.load_region(datetime.now(ZoneInfo("Europe/Brussels")).date())


def _announce(address: str) -> None:
    """Tell where it answers, how to sign in and how to stop, in every language: nobody has chosen one yet."""
    for language in LANGUAGES:
        _ = translate(language)
        sign_in = _("Open {address} and choose a fictional person to sign in as; there is no password.")
        print(sign_in.format(address=address), _("Stop with Ctrl-C. The data stays."), sep="\n", flush=True)
