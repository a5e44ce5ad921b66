"""``vlechtwerk icf``: load a set of ICF categories, and look at the sets that are there.

The set of VDAB is not public; an administrator who has it loads it here. A set is never changed: a new one comes after it.
"""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from vlechtwerk.cli.arguments import day, today
from vlechtwerk.cli.django_start import django_module
from vlechtwerk.cli.output import printable, refuse
from vlechtwerk.config import database
from vlechtwerk.rules.activation.closing import ALL_ICF_CATEGORIES


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the program."""
    icf = commands.add_parser("icf", help="the set of ICF categories that is filled in")
    deeds = icf.add_subparsers(dest="deed", required=True)
    load = deeds.add_parser("load", help="load a set from a CSV file: code, title, component, qualifiers, explanation")
    load.add_argument("file", metavar="FILE", type=Path, help="the CSV file, in UTF-8")
    load.add_argument("--name", required=True, help="name of the set")
    load.add_argument("--source", required=True, help="where the set comes from")
    load.add_argument(
        "--from", dest="from_on", required=True, type=day, metavar="DATE", help="first day, as 2026-11-21"
    )
    load.add_argument("--example", action="store_true", help="it is there to try the program with")
    deeds.add_parser("show", help="list the sets that are there")


def run(args: argparse.Namespace) -> int:
    """Do what is asked; exit status 1 when the file cannot be taken as a set, with a line for each fault."""
    with database.attached() as server:
        loading = django_module("vlechtwerk.icf.loading")
        if server is not None:
            server.wait()
        return _load(args, loading) if args.deed == "load" else _show(loading)


def _load(args: argparse.Namespace, loading: Any) -> int:
    """Store the set."""
    try:
        content = args.file.read_bytes()
    except OSError as error:
        return refuse(f"{printable(str(args.file))}: {error.strerror}", status=1)
    try:
        loaded = loading.load_set(content, loading.About(args.name, args.source, args.from_on, args.example))
    except django_module("vlechtwerk.icf.reading").NotASet as fault:
        for one in fault.faults:
            print(f"{printable(str(args.file))}: {one}", file=sys.stderr)
        return 1
    print(f"{len(loaded.categories)} categories are loaded, in force from {args.from_on}.")
    _warn([loaded])
    return 0


def _show(loading: Any) -> int:
    """Print a line for each set, the one of today marked with a star."""
    present = loading.set_in_force(today())
    found = loading.all_sets()
    for one in found:
        mark = "*" if present and one.icf_set == present.icf_set else " "
        example = ", an example" if one.icf_set.is_example else ""
        print(f"{mark} {one.icf_set.from_on}  {one.icf_set.name} ({len(one.categories)} categories{example})")
    if not found:
        print("No set is loaded.")
    _warn([present] if present else [])
    return 0


def _warn(sets: Iterable[Any]) -> None:
    """Tell of a set with another number of categories than the handbook says."""
    for one in sets:
        if not one.is_whole:
            number = len(one.categories)
            told = f"this set has {number} categories; no profile is complete with another number than {ALL_ICF_CATEGORIES}"
            print(f"Please note: {told}.", file=sys.stderr)
