"""Style sheets, scripts and pictures: under an address that changes with what is in them, so that a browser keeps them."""

from hashlib import sha256
from pathlib import Path

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import StaticFilesStorage

DIGITS = 12
"""How many signs of the fingerprint stand in the address."""


class VersionedFiles(StaticFilesStorage):
    """The static files where they are, each with the fingerprint of its content in its address.

    Without it a browser would ask for a dozen of them again with nearly every page, only to hear that nothing changed.
    """

    def url(self, name: str | None) -> str:
        """The address of a file. One that is not there has no fingerprint."""
        address, path = super().url(name), finders.find(name or "")
        if path is None:
            return address
        return f"{address}?v={sha256(Path(path).read_bytes()).hexdigest()[:DIGITS]}"
