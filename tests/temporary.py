"""Where tests keep their temporary files: in memory, where making and removing them costs least."""

import os
import shutil
import tempfile
from pathlib import Path

MEMORY = Path("/dev/shm")  # noqa: S108 -- each file gets a name of its own, as in /tmp
ROOM = 2 * 1024**3


def keep_temporary_files_in_memory() -> None:
    """Does so for this process and those that it starts, unless TMPDIR says where they belong."""
    if "TMPDIR" not in os.environ and is_suitable(MEMORY):
        os.environ["TMPDIR"] = str(MEMORY)
        tempfile.tempdir = None  # what was found before


def is_suitable(folder: Path) -> bool:
    """Whether a folder may be written to, has room for a whole run, and lets programs run."""
    return (
        os.access(folder, os.W_OK)
        and shutil.disk_usage(folder).free >= ROOM
        and not os.statvfs(folder).f_flag & os.ST_NOEXEC
    )
