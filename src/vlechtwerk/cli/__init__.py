"""The command ``vlechtwerk``: one module for each of its commands.

A module has ``add_parser(commands)`` and ``run(args) -> int``. Only the module of the command that is asked for is
loaded, so that ``vlechtwerk check`` answers at once and never needs Django or a database.
"""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module

from vlechtwerk.config.environment import ConfigurationError

COMMANDS = {
    "check": "vlechtwerk.cli.check",
    "explain": "vlechtwerk.cli.explain",
    "rules": "vlechtwerk.cli.rules",
    "demo": "vlechtwerk.cli.demo",
    "serve": "vlechtwerk.cli.serve",
    "migrate": "vlechtwerk.cli.migrate",
    "verify": "vlechtwerk.cli.verify",
    "account": "vlechtwerk.cli.account",
    "position": "vlechtwerk.cli.position",
    "record": "vlechtwerk.cli.record",
    "approval": "vlechtwerk.cli.approval",
    "own-view": "vlechtwerk.cli.own_view",
    "keys": "vlechtwerk.cli.keys",
    "mail": "vlechtwerk.cli.mail",
    "retention": "vlechtwerk.cli.retention",
    "access": "vlechtwerk.cli.access",
    "icf": "vlechtwerk.cli.icf",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0 when it went well, other numbers as each command says.

    What keeps the program from starting on this machine is told on standard error, with status 1.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    args = _parser(arguments).parse_args(arguments)
    try:
        status: int = args.run(args)
    except ConfigurationError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return status


def _parser(arguments: list[str]) -> argparse.ArgumentParser:
    """Make the parser of the command that is asked for; of all commands when none is, to list them."""
    parser = argparse.ArgumentParser(
        prog="vlechtwerk", description="Case management for the Flemish work-and-care world."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="{" + ",".join(COMMANDS) + "}")
    asked = arguments[0] if arguments and arguments[0] in COMMANDS else None
    for name in [asked] if asked else COMMANDS:
        module = import_module(COMMANDS[name])
        module.add_parser(commands)
        commands.choices[name].set_defaults(run=module.run)
    return parser
