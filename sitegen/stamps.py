"""Tells whether a file is still what it was, without reading it, where that can be known.

A stamp holds the inode, the size and the times of last change of the content and of the inode.
Unlike the former, the latter cannot be set by a program. A file that was changed a moment before it
was stamped has no stamp: it could change again within the same tick of the system's clock.
"""

import os
import time
from pathlib import Path
from typing import NamedTuple

_SETTLED = 100_000_000
"""Nanoseconds after which a clock has certainly moved on."""


class Stamp(NamedTuple):
    """What the file system says of a file's identity and age."""

    inode: int
    size: int
    modified: int
    changed: int


def stamp_of(path: Path | str | int) -> Stamp | None:
    """The stamp of a file, by its path or its open descriptor.

    None where there is no such file, or its stamp may not be trusted.
    """
    try:
        status = os.stat(path)  # noqa: PTH116 -- called for every file of an output
    except OSError:
        return None
    if os.name != "posix" or status.st_ctime_ns > time.time_ns() - _SETTLED:
        return None
    return Stamp(status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns)
