"""``vlechtwerk verify``: recompute what is stored about every case, check seals and the record, and report each difference."""

import argparse

from vlechtwerk.cli import anchor_file
from vlechtwerk.cli.django_start import django_module
from vlechtwerk.config import database
from vlechtwerk.config.environment import ConfigurationError


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the program."""
    commands.add_parser("verify", help="check what is stored about every case, and the record of reads and writes")


def run(args: argparse.Namespace) -> int:
    """Print one line for every difference; exit status 1 when there is any."""
    with database.attached() as server:
        queries = django_module("vlechtwerk.history.queries")
        if server is not None:
            server.wait()
        differences = list(queries.differing_cases())
        told = [f"{len(differences)} difference(s) between what is stored and what the rules say."]
        seals = list(django_module("vlechtwerk.compensation.sealing").broken_seals())
        told.append(f"{len(seals)} broken seal(s) of half-year statements.")
        found, about_record = _record()
    print(*differences, *seals, *told, *found, *about_record, sep="\n")
    return 1 if differences or seals or found else 0


def _record() -> tuple[list[object], list[str]]:
    """What is wrong with the record, and what was looked at."""
    file = anchor_file.path()
    anchored = django_module("vlechtwerk.audit.anchors").Anchored()
    if file is not None:
        if not file.exists():
            raise ConfigurationError(f"{anchor_file.ANCHORS} names a file that is not there: {file}")
        key = anchor_file.checking_key()
        anchored = django_module("vlechtwerk.audit.anchors").read(anchor_file.lines(file), key)
    checked = django_module("vlechtwerk.audit.checking").check(anchored.places)
    found = [*anchored.findings, *checked.findings]
    told = [f"{len(found)} fault(s) in the record: {checked.lines} line(s) and {anchored.count} anchor(s) checked."]
    if not anchored.count:
        told.append("Without anchors a cut-off end or a record written anew is not seen; see docs/operate/record.md.")
    return found, told
