"""Locks an open file, so that another process waits. The lock ends when the file is closed."""

import sys
from contextlib import suppress

if sys.platform == "win32":
    import msvcrt

    def lock_file(file: int) -> None:
        """Waits for the lock of the file with this descriptor."""
        msvcrt.locking(file, msvcrt.LK_LOCK, 1)
else:
    import fcntl

    def lock_file(file: int) -> None:
        """Waits for the lock of the file with this descriptor."""
        with suppress(OSError):  # the file system has no locks
            fcntl.flock(file, fcntl.LOCK_EX)
