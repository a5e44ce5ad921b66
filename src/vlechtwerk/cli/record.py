"""``vlechtwerk record``: sign where the record is now (anchor), and make what is to be reviewed in it (review)."""

import argparse
from datetime import UTC, datetime

from vlechtwerk.cli import anchor_file
from vlechtwerk.cli.arguments import BRUSSELS
from vlechtwerk.cli.django_start import django_module
from vlechtwerk.config import database
from vlechtwerk.config.environment import ConfigurationError


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the program."""
    parser = commands.add_parser("record", help="sign where the record is now, or go through it")
    told = "anchor: add a signed line to the anchor file and print it; review: make the tasks of the days that are over"
    parser.add_argument("deed", choices=["anchor", "review"], help=told)


def run(args: argparse.Namespace) -> int:
    """Do what is asked."""
    return _review() if args.deed == "review" else _anchor()


def _review() -> int:
    """Go through the days that are over and print how many tasks came of it; a second time makes nothing new."""
    with database.attached() as server:
        actions = django_module("vlechtwerk.review.actions")
        if server is not None:
            server.wait()
        made = actions.go_through(datetime.now(BRUSSELS).date())
    print(f"{made} new task(s) for the data-protection officer.")
    return 0


def _anchor() -> int:
    """Add one anchor to the file and print it; exit status 1, and no anchor, when an earlier one no longer holds."""
    key, file = anchor_file.signing_key(), anchor_file.path()
    if file is None:
        raise ConfigurationError(f"{anchor_file.ANCHORS} has to name the anchor file; see docs/operate/record.md.")
    before = anchor_file.lines(file) if file.exists() else []
    anchors = django_module("vlechtwerk.audit.anchors")
    earlier = anchors.read(before, key.public_key())
    with database.attached() as server:
        checking = django_module("vlechtwerk.audit.checking")
        if server is not None:
            server.wait()
        # Nothing is signed on top of a record that lost what was anchored: that would bless it.
        wrong = earlier.findings + checking.still_there(earlier.latest)
        line = "" if wrong else anchors.signed(checking.heads(), datetime.now(UTC), before, key)
    if line:
        anchor_file.append(file, line)
    print(line or "\n".join(map(str, wrong)))
    return 0 if line else 1
