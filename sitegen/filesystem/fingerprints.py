"""Fingerprints of files: stamps to notice a change without reading, and digests of the content.

A stamp holds the inode number, the size, mtime and ctime. Programs can set mtime, but not ctime. A
file that was changed just before has no stamp, as it could change again within the same tick of
the system clock: git calls this “racy” (https://git-scm.com/docs/racy-git).
"""

import os
import struct
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Self

Stamp = bytes
"""The identity and age of a file according to the file system."""

SETTLED_SECONDS = 0.03
"""Longer than a tick of the system clock, which ticks at least a hundred times a second."""


DIGEST_SIZE = 16
"""The bytes of the digest of a file."""


class FileFingerprint(bytes):
    """A file as it was when it was read: the digest of its content, and its stamp.

    It is one value, and no tuple, as a build state holds two for each page. A stamp that cannot be
    trusted is left out.
    """

    __slots__ = ()

    @classmethod
    def of(cls, stamp: Stamp | None, digest: bytes) -> Self:
        """The fingerprint with a stamp, which was taken before the file was read."""
        return cls(digest + (stamp or b""))

    @property
    def stamp(self) -> Stamp | None:
        """The stamp of the file; None if it cannot be trusted."""
        return self[DIGEST_SIZE:] or None

    @property
    def digest(self) -> bytes:
        """The digest of the content; empty if the file was not read."""
        return self[:DIGEST_SIZE]


def digests_in(fingerprints: Iterable[FileFingerprint]) -> list[bytes]:
    """The digest of each: of thousands, many times faster than one after another."""
    return [fingerprint[:DIGEST_SIZE] for fingerprint in fingerprints]


def identities_in(fingerprints: Iterable[FileFingerprint]) -> list[bytes]:
    """The stamp of each, in the same way; the digest of those without one."""
    return [fingerprint[DIGEST_SIZE:] or fingerprint[:DIGEST_SIZE] for fingerprint in fingerprints]


UNKNOWN_FILE = FileFingerprint()
"""The fingerprint of a file that was not read."""

_PACKED = struct.Struct("<QQqq")


def stamp_of(path: Path | str | int) -> Stamp | None:
    """The stamp of a file, by its path or its open descriptor.

    None if there is no such file, or its stamp cannot be trusted.
    """
    try:
        status = os.stat(path)  # noqa: PTH116 -- called for every file of an output
    except OSError:
        return None
    settled = time.time_ns() - int(SETTLED_SECONDS * 1e9)
    if os.name != "posix" or status.st_ctime_ns > settled:
        return None
    return _PACKED.pack(status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns)
