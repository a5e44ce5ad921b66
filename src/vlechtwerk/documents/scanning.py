"""Checking files for viruses by a ClamAV that the operator runs beside the program.

What the program says to it is the INSTREAM command of clamd: the length of each piece in four bytes, the piece, and four zero
bytes at the end (manual of clamd, section on commands).
"""

import socket
import struct
from contextlib import closing
from enum import StrEnum

LONGEST = 20.0
"""Seconds to wait for an answer."""
_PIECE = 64 * 1024


class Scan(StrEnum):
    """What is known about viruses in a file. What waits may not be handed out to anybody."""

    CLEAN = "clean"
    INFECTED = "infected"
    WAITING = "waiting"
    NOT_SCANNED = "not_scanned"


def scanned(content: bytes, address: str) -> Scan:
    """Have a file checked by the ClamAV at an address: the path of its socket, or its host and port as "host:port".

    Without an address nothing is checked. A scanner that cannot be reached, or that does not say in so many words that a file is
    clean, makes it wait: nothing is let through because the scanner is down.
    """
    if not address:
        return Scan.NOT_SCANNED
    try:
        with closing(_connected(address)) as channel:
            answer = _asked(channel, content)
    except (OSError, ValueError):
        return Scan.WAITING
    if answer == b"stream: OK":
        return Scan.CLEAN
    return Scan.INFECTED if answer.startswith(b"stream: ") and answer.endswith(b" FOUND") else Scan.WAITING


def _connected(address: str) -> socket.socket:
    host, colon, port = address.rpartition(":")
    if colon and port.isdecimal() and not address.startswith("/"):
        return socket.create_connection((host.strip("[]"), int(port)), timeout=LONGEST)
    channel = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    channel.settimeout(LONGEST)
    try:
        channel.connect(address)
    except OSError:
        channel.close()
        raise
    return channel


def _asked(channel: socket.socket, content: bytes) -> bytes:
    """What the scanner answers about a file."""
    channel.sendall(b"zINSTREAM\0")
    for start in range(0, len(content), _PIECE):
        piece = content[start : start + _PIECE]
        channel.sendall(struct.pack(">I", len(piece)) + piece)
    channel.sendall(struct.pack(">I", 0))
    answer = b""
    while not answer.endswith(b"\0") and (piece := channel.recv(4096)):
        answer += piece
    return answer.rstrip(b"\0\n")
