"""``vlechtwerk verify``: recompute what is stored about every case and report each difference."""

import argparse

from vlechtwerk.cli.django_start import django_module
from vlechtwerk.config import database


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the program."""
    commands.add_parser("verify", help="recompute what is stored about every case and report each difference")


def run(args: argparse.Namespace) -> int:
    """Print one line for every difference; exit status 1 when there is any."""
    with database.attached() as server:
        queries = django_module("vlechtwerk.history.queries")
        if server is not None:
            server.wait()
        differences = list(queries.differing_cases())
    for difference in differences:
        print(difference)
    print(f"{len(differences)} difference(s) between what is stored and what the rules say.")
    return 1 if differences else 0
