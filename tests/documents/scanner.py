"""A scanner that speaks the protocol of clamd on a real socket, and knows one virus: the one with which scanners are tried."""

import socketserver
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.documents.corpus_plain import EICAR


class _Answer(socketserver.StreamRequestHandler):
    """One question: the command, the pieces, and the answer."""

    def handle(self) -> None:
        """Read the file and tell what is in it."""
        assert self.rfile.read(10) == b"zINSTREAM\0"
        content = b""
        while length := struct.unpack(">I", self.rfile.read(4))[0]:
            content += self.rfile.read(length)
        found = b"stream: Eicar-Test-Signature FOUND" if EICAR in content else b"stream: OK"
        answer = getattr(self.server, "answer", b"") or found
        self.wfile.write(answer + b"\0")


class Scanner(socketserver.ThreadingUnixStreamServer):
    """Listens on a socket. `answer` makes it say the same about everything."""

    answer = b""


@contextmanager
def listening(path: Path, answer: bytes = b"") -> Iterator[str]:
    """A scanner at a path, as long as the block lasts."""
    with Scanner(str(path), _Answer) as server:
        server.answer = answer
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield str(path)
        finally:
            server.shutdown()
            thread.join()
            path.unlink()
