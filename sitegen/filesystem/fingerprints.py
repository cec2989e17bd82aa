"""Tells whether a file is still what it was, without reading it, where that can be known.

A stamp holds the inode, the size and the times of last change of the content and of the inode.
Unlike the former, the latter cannot be set by a program. A file that was changed a moment before it
was stamped has no stamp: it could change again within the same tick of the system's clock.
"""

import os
import struct
import time
from pathlib import Path
from typing import NamedTuple

Stamp = bytes
"""What the file system says of a file's identity and age."""

SETTLED_SECONDS = 0.03
"""After that, the clock of the system has moved on: it ticks a hundred times a second, or more."""


class FileFingerprint(NamedTuple):
    """A file as it was when it was read."""

    stamp: Stamp | None
    """Before that."""
    digest: bytes
    """Of its bytes."""


UNKNOWN_FILE = FileFingerprint(None, b"")
"""Of a file that was never read, or could not be."""

_PACKED = struct.Struct("<QQqq")


def stamp_of(path: Path | str | int) -> Stamp | None:
    """The stamp of a file, by its path or its open descriptor.

    None where there is no such file, or its stamp may not be trusted.
    """
    try:
        status = os.stat(path)  # noqa: PTH116 -- called for every file of an output
    except OSError:
        return None
    settled = time.time_ns() - int(SETTLED_SECONDS * 1e9)
    if os.name != "posix" or status.st_ctime_ns > settled:
        return None
    return _PACKED.pack(status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns)
