"""``vlechtwerk retention``: which files may be erased, and carrying out what the data-protection officer confirmed.

For a nightly job: `--propose` and then `--carry-out`. Files are named by their reference, never by a person.
"""

import argparse
import sys
from typing import Any

from vlechtwerk.cli.arguments import day, today
from vlechtwerk.cli.django_start import django_module
from vlechtwerk.config import database
from vlechtwerk.config.environment import ConfigurationError, file_named_by

JOURNAL = "VLECHTWERK_ERASURES"
"""The variable that names the journal of erasures, which is kept apart from the database and its copies."""
KEYS = ("claims_years", "after_years")


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the program."""
    parser = commands.add_parser("retention", help="propose what may be erased, and erase what was confirmed")
    deed = parser.add_mutually_exclusive_group(required=True)
    deed.add_argument("--dry-run", action="store_true", help="list what would be proposed, and store nothing")
    deed.add_argument("--propose", action="store_true", help="propose it to the data-protection officer of each region")
    deed.add_argument("--carry-out", action="store_true", help="erase what was confirmed, as the owner of the tables")
    deed.add_argument(
        "--repeat", action="store_true", help="after an older copy came back: erase what the journal tells"
    )
    deed.add_argument("--set", choices=KEYS, dest="key", help="store how many years a region chose")
    parser.add_argument("--years", type=int, help="with --set: the number of years")
    parser.add_argument("--region", help="with --set: the name of the region")
    parser.add_argument("--from", type=day, dest="since", metavar="DAY", help="with --set: the first day")
    parser.add_argument("--source", help="with --set: where it is written down")
    parser.add_argument("--by", metavar="NAME", help="with --set: the user name of who stores it")


def run(args: argparse.Namespace) -> int:
    """Do what is asked; exit status 1 when something could not be done."""
    with database.attached() as server:
        django_module("vlechtwerk.retention.proposing")
        if server is not None:
            server.wait()
        if args.key:
            return _choose(args)
        if args.repeat:
            return _repeat()
        return _carry_out() if args.carry_out else _propose(store=args.propose)


def _propose(*, store: bool) -> int:
    """List what can be proposed today, and store it when asked."""
    proposing = django_module("vlechtwerk.retention.proposing")
    found = list(proposing.proposals_on(today()))
    for proposal, reference in found:
        print(f"{reference}\t{proposal.because}\tended {proposal.ended_on}\tterm over {proposal.due_on}")
    if store:
        print(f"{proposing.propose(today())} proposal(s) for the data-protection officer.")
    else:
        print(f"{len(found)} proposal(s); nothing is stored.")
    return 0


def _carry_out() -> int:
    """Erase what was confirmed, one file at a time: what could not be erased now is tried again at the next run."""
    erasing = django_module("vlechtwerk.retention.erasing")
    busy = django_module("django.db").OperationalError
    gone = django_module("vlechtwerk.retention.models").Proposal.DoesNotExist
    done = failed = 0
    with django_module("vlechtwerk.config.migrations").as_owner():
        for proposal in list(erasing.confirmed(today())):
            try:
                _erase(proposal)
                done += 1
            except (busy, gone):
                failed += 1
        if done:
            _give_back_space()
    print(f"{done} file(s) erased, {failed} left for the next run.")
    return 1 if failed else 0


def _erase(proposal: Any) -> None:
    """Erase one file, and tell it in the journal when there is one: neither exists without the other."""
    file = file_named_by(JOURNAL, present=False)
    with django_module("django.db.transaction").atomic():
        erasure = django_module("vlechtwerk.retention.erasing").carry_out(proposal, today())
        if file is not None:
            django_module("vlechtwerk.retention.journal").add(file, erasure)


def _repeat() -> int:
    """Erase once more what the journal tells and an older copy of the database brought back."""
    file = file_named_by(JOURNAL)
    if file is None:
        raise ConfigurationError(f"{JOURNAL} has to name the journal of erasures; see docs/operate/retention.md.")
    journal = django_module("vlechtwerk.retention.journal")
    files = django_module("vlechtwerk.sharing.models").File.objects
    erasing = django_module("vlechtwerk.retention.erasing")
    done = 0
    with django_module("vlechtwerk.config.migrations").as_owner():
        try:
            for line in list(journal.lines(file)):
                known = files.filter(pk=line.file_id).exists()
                done += known and erasing.repeat(line.proposal(), line.on) is not None
        except journal.Damaged as fault:
            raise ConfigurationError(str(fault)) from None
        if done:
            _give_back_space()
    print(f"{done} file(s) erased again.")
    return 0


def _give_back_space() -> None:
    """Write the table with keys anew, so that destroyed ones are not left in its old pages."""
    try:
        django_module("vlechtwerk.sharing.keeping").give_back_space()
    except django_module("django.db").OperationalError:
        print("The table with keys is in use now. Run this later, as the owner: VACUUM FULL sharing_compartmentkey")


def _choose(args: argparse.Namespace) -> int:
    """Store what a region chose."""
    choosing = django_module("vlechtwerk.retention.choosing")
    by = django_module("vlechtwerk.accounts.models").Account.objects.filter(username=args.by).first()
    region = django_module("vlechtwerk.organisations.models").Region.objects.filter(name=args.region).first()
    if by is None or region is None or args.since is None or args.years is None:
        print("Name an account (--by), a region, a number of years and a first day (--from).", file=sys.stderr)
        return 1
    told = choosing.Years(f"retention.{args.key}", args.years, args.since, args.source or "")
    try:
        choosing.choose(told, region=region, by=by)
    except (choosing.NotPossible, django_module("django.db").IntegrityError):
        print("This is not possible, has no source, or was said from this day already.", file=sys.stderr)
        return 1
    print("It is stored.")
    return 0
