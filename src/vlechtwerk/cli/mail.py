"""``vlechtwerk mail``: send the mails that wait. For a job every few minutes; a second run sends nothing twice."""

import argparse

from vlechtwerk.cli.django_start import django_module
from vlechtwerk.config import database


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the program."""
    commands.add_parser("mail", help="send the mails that wait")


def run(_args: argparse.Namespace) -> int:
    """Send them; exit status 1 when the mail server failed for any, which then waits for the next run."""
    with database.attached() as server:
        sending = django_module("vlechtwerk.doorbell.sending")
        if server is not None:
            server.wait()
        django_module("vlechtwerk.intake.reminding").ring_for_appointments()
        done = sending.send_waiting()
    print(f"{done.sent} mail(s) sent, {done.failed} waiting.")
    return 1 if done.failed else 0
