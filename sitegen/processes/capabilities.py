"""What this machine allows: the number of available cores, and whether forking is safe."""

import os
import sys
import threading


def available_cores() -> int:
    """The number of cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def can_fork() -> bool:
    """Whether this process can be forked safely: on Linux, while no other thread runs."""
    return sys.platform == "linux" and threading.active_count() == 1
