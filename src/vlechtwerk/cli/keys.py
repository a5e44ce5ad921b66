"""``vlechtwerk keys``: make a deployment key, wrap the data keys with it, look at them, and destroy those of one file.

All but `new` work as the owner of the tables: the program itself can neither change nor remove a key.
"""

import argparse
import sys
from collections import Counter
from pathlib import Path
from uuid import UUID

from vlechtwerk.cli.django_start import django_module
from vlechtwerk.config import database
from vlechtwerk.config.environment import KEYS_FILE, ConfigurationError, file_named_by, written
from vlechtwerk.sharing.keyring import KeyringFault, fresh_line, read_keyring

DEEDS = {
    "new": "add a new deployment key to the file, which is made when it is not there",
    "rotate": "wrap every data key with the newest deployment key",
    "check": "count the data keys by deployment key, and tell which of those is not in the file",
    "shred": "destroy the keys of the own notes in one file, for good",
}

BUSY = "The table with keys is in use now. Run this later, as the owner: VACUUM FULL sharing_compartmentkey"


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the program."""
    keys = commands.add_parser("keys", help="the keys that seal the own notes of care")
    deeds = keys.add_subparsers(dest="deed", required=True)
    for deed, explained in DEEDS.items():
        parser = deeds.add_parser(deed, help=explained)
        if deed == "shred":
            parser.add_argument("--file", required=True, type=UUID, help="identifier of the trajectory or of its file")
            parser.add_argument("--by", required=True, metavar="NAME", help="user name of whoever decided it")
            parser.add_argument("--yes", action="store_true", help="do not ask")


def run(args: argparse.Namespace) -> int:
    """Do what is asked; exit status 1 when it could not be done, or not for every key."""
    if args.deed == "new":
        return _new()
    with database.attached() as server:
        migrations = django_module("vlechtwerk.config.migrations")
        if server is not None:
            server.wait()
        with migrations.as_owner():
            return {"rotate": _rotate, "check": _check, "shred": _shred}[args.deed](args)


def _new() -> int:
    """Add a key as the last line. The file is replaced as a whole, so that nobody ever reads half of it."""
    file = file_named_by(KEYS_FILE, present=False)
    if file is None:
        raise ConfigurationError(f"{KEYS_FILE} has to name the file with the keys; see docs/operate/keys.md.")
    before = file.read_text(encoding="utf-8") if file.exists() else ""
    text = (before if before.endswith("\n") or not before else before + "\n") + fresh_line()
    try:
        newest = read_keyring(text).newest
    except KeyringFault as fault:
        raise ConfigurationError(f"{KEYS_FILE}: {fault}.") from None
    file.parent.mkdir(parents=True, exist_ok=True)
    written(file.with_name(f"{file.name}.new"), text).replace(file)
    print(f"{newest} is the newest key in {_readable(file)}. Keep a copy of the file apart from the database.")
    return 0


def _rotate(args: argparse.Namespace) -> int:
    keeping = django_module("vlechtwerk.sharing.keeping")
    print(f"{keeping.rotate()} data key(s) wrapped anew.")
    return _check(args)


def _check(args: argparse.Namespace) -> int:
    held = django_module("vlechtwerk.sharing.sealing").ring()
    found: Counter[str] = django_module("vlechtwerk.sharing.keeping").wrapped_by()
    for name in [*held.keys, *sorted(found.keys() - held.keys.keys())]:
        told = "not in the file" if name not in held.keys else "newest" if name == held.newest else "earlier"
        print(f"{name}: {found[name]} data key(s), {told}")
    return 1 if found.keys() - held.keys.keys() else 0


def _shred(args: argparse.Namespace) -> int:
    accounts = django_module("vlechtwerk.accounts.models").Account.objects
    account = accounts.filter(username=args.by, is_active=True).first()
    case = django_module("vlechtwerk.history.models").Case.objects.filter(pk=args.file).first()
    if account is None:
        print("There is no such account.", file=sys.stderr)
        return 1
    if not args.yes and not _confirmed(args.file):
        print("Nothing is destroyed.")
        return 1
    by = django_module("vlechtwerk.audit.actions").AccountOnly(account.pk)
    keeping = django_module("vlechtwerk.sharing.keeping")
    destroyed = keeping.destroy(file_id=case.file_id if case else args.file, by=by)
    print(f"{destroyed} data key(s) destroyed.")
    try:
        keeping.give_back_space()
    except django_module("django.db").OperationalError:
        print(BUSY, file=sys.stderr)
    return 0 if destroyed else 1


def _confirmed(file: UUID) -> bool:
    """Whether who types it means it."""
    print(f"The own notes in {file} can never be read again, by nobody. Type the identifier to go on:")
    return sys.stdin.readline().strip() == str(file)


def _readable(file: Path) -> str:
    """The name of a file as it is printed."""
    return ascii(str(file))[1:-1]
