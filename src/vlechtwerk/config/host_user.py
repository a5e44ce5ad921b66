"""As which user of the machine the database server runs: PostgreSQL refuses to run as root."""

import os
import pwd
import stat
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict


class Identity(TypedDict, total=False):
    """The arguments with which ``subprocess`` starts a program as another user."""

    user: int
    group: int
    extra_groups: list[int]


@dataclass(frozen=True, slots=True)
class HostUser:
    """The user of the server: nobody else than ourselves, or, when we are root, a user without rights."""

    uid: int
    gid: int

    @classmethod
    def for_server(cls, data: Path) -> "HostUser":
        """Choose the user: ourselves; for root the owner of the data folder or of the folder it stands in, else nobody."""
        if os.geteuid() != 0:
            return cls(os.geteuid(), os.getegid())
        for folder in (data, data.parent, data.parent.parent):
            if folder.exists() and (owner := folder.stat()).st_uid != 0:
                return cls(owner.st_uid, owner.st_gid)
        nobody = pwd.getpwnam("nobody")
        return cls(nobody.pw_uid, nobody.pw_gid)

    @property
    def is_other(self) -> bool:
        """Whether the server runs as another user than this program."""
        return self.uid != os.geteuid()

    def identity(self) -> Identity:
        """Return the arguments that start a program as this user."""
        return Identity(user=self.uid, group=self.gid, extra_groups=[]) if self.is_other else Identity()

    def own(self, path: Path) -> None:
        """Give a file or folder to this user."""
        if self.is_other:
            os.chown(path, self.uid, self.gid)


def open_the_way(path: Path, user: HostUser) -> None:
    """Let the user of the server pass through the folders above a path, without letting anybody list them.

    Only root needs this, when the checkout lies in a folder that is closed to others; it is told on standard error.
    """
    if not user.is_other:
        return
    for folder in path.parents:
        entry = folder.stat()
        if entry.st_uid != user.uid and not entry.st_mode & stat.S_IXOTH:
            folder.chmod(stat.S_IMODE(entry.st_mode) | stat.S_IXOTH)
            print(f"The database server does not run as root; it may now pass through {folder}.", file=sys.stderr)
