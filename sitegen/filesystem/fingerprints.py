"""Fingerprints of files: stamps to notice a change without reading, and digests of the content.

A stamp holds the inode number, the size, mtime and ctime. Programs can set mtime, but not ctime. A
file that was changed just before has no stamp, as it could change again within the same tick of
the system clock: git calls this “racy” (https://git-scm.com/docs/racy-git).
"""

import os
import struct
import time
from pathlib import Path
from typing import NamedTuple

Stamp = bytes
"""The identity and age of a file according to the file system."""

SETTLED_SECONDS = 0.03
"""Longer than a tick of the system clock, which ticks at least a hundred times a second."""


class FileFingerprint(NamedTuple):
    """A file as it was when it was read."""

    stamp: Stamp | None
    """Taken before reading; None if it cannot be trusted."""
    digest: bytes
    """Of the content."""


UNKNOWN_FILE = FileFingerprint(None, b"")
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
