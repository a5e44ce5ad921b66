"""The process in which a file is taken apart: with little memory, little time, no way to write files and none of our secrets.

It reads the file from its input and writes the new one to its output. It ends with 0 when that worked, with 3 and the code of
the reason on the error channel when the file is refused, and in any other way when the file was too much for it.
"""

import resource
import sys

from vlechtwerk.documents.kinds import FileKind
from vlechtwerk.documents.refusing import REFUSED, Reason, UploadRefused
from vlechtwerk.documents.rewriting import rewritten

MEMORY = 290 * 1024 * 1024
SECONDS = 8


def confine(most_bytes: int) -> None:
    """Give up, for good, the memory, time and files that a document does not need. `most_bytes` is the largest answer."""
    for limit, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, most_bytes),
        (resource.RLIMIT_NOFILE, 16),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(limit, (most, most))


def main() -> int:
    """Rewrite the file on the input; the arguments are its kind and the most bytes that the answer may have."""
    kind, most_bytes = FileKind(sys.argv[1]), int(sys.argv[2])
    confine(most_bytes)
    try:
        made = rewritten(sys.stdin.buffer.read(), kind)
        if len(made) > most_bytes:
            raise UploadRefused(Reason.TOO_HEAVY)
    except UploadRefused as refused:
        sys.stderr.write(refused.reason)
        return REFUSED
    sys.stdout.buffer.write(made)
    return 0


if __name__ == "__main__":
    sys.exit(main())
