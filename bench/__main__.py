"""``python -m bench``: measure and print; see the package for what is measured."""

import argparse
import os
import signal
import sys

from bench import place
from vlechtwerk.cli.django_start import django_module
from vlechtwerk.config.environment import ConfigurationError

INTERRUPTED = 130
PARTS = (
    "rules",
    "start",
    "import",
    "pages",
    "portal",
    "search",
    "statement",
    "write",
    "note",
    "walls",
    "telling",
    "record",
)


def main(arguments: list[str] | None = None) -> int:
    """Measure what is asked for. The exit status is 0, also when a target does not hold; 1 when something cannot be measured."""
    asked = _parser().parse_args(arguments)
    million = asked.million or os.environ.get("BENCH_MILLION", "") not in {"", "0"}
    # An end that is asked for runs through every `finally`, so that servers and the database stop.
    signal.signal(signal.SIGTERM, _end)
    place.enter()
    programme = django_module("bench.programme")
    try:
        return int(programme.run(programme.Plan.of(quick=asked.quick, million=million), asked.only))
    except ConfigurationError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return INTERRUPTED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure beside a floor and print the ratios.")
    parser.add_argument("--quick", action="store_true", help="10,000 cases only, fewer rounds: about a minute")
    parser.add_argument("--million", action="store_true", help="1,000,000 cases too (or BENCH_MILLION=1)")
    parser.add_argument("--only", nargs="+", default=[], choices=PARTS, help="these parts only")
    return parser


def _end(number: int, frame: object) -> None:
    sys.exit(128 + number)


if __name__ == "__main__":
    sys.exit(main())
