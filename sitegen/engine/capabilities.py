"""What the machine lets a build do: how much at once, and whether it may fork."""

import os
import sys
import threading


def cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def may_fork() -> bool:
    """Whether a process may be forked from this one: on Linux, and only beside no other thread."""
    return sys.platform == "linux" and threading.active_count() == 1
