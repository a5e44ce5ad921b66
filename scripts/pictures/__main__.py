"""Make the pictures of docs/gebruik and of the README again: ``python -m scripts.pictures``, or ``--only`` some of them.

The demonstration is loaded into a folder that is thrown away and stands around the day of today; apart from the days, each run
gives the same pictures. A picture that cannot be made is named with the step at which it stopped, the others are made all
the same, and the exit status is 1.
"""

import argparse
import sys

from scripts.pictures.album import PICTURES
from scripts.pictures.demonstration import running
from scripts.pictures.taking import take


def main() -> int:
    """Make the pictures that are asked for; return the exit status."""
    parser = argparse.ArgumentParser(prog="pictures", description="Make the pictures of the manual again.")
    parser.add_argument("--only", nargs="+", default=[], metavar="NAME", help="only the pictures with these names")
    parser.add_argument("--port", type=int, default=0, help="port of the demonstration (default: a free one)")
    args = parser.parse_args()
    if unknown := set(args.only) - {one.name for one in PICTURES}:
        parser.error(f"no such picture: {', '.join(sorted(unknown))}")
    wanted = [one for one in PICTURES if not args.only or one.name in args.only]
    with running(args.port) as address:
        faults = take(wanted, address)
    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"{len(wanted) - len(faults)} of {len(wanted)} pictures made")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
