"""Runs programs that start processes."""

import os
import subprocess
import sys

import pytest

needs_a_core = pytest.mark.skipif(
    not hasattr(os, "sched_getaffinity") or len(os.sched_getaffinity(0)) == 1,
    reason="this machine has one core, or cannot fork",
)

PRINT_WHETHER_A_PROCESS_IS_LEFT = """
try:
    os.waitpid(-1, os.WNOHANG)
except ChildProcessError:
    print("none")
"""
"""The end of a program: prints ``none`` if all processes that it started have ended."""


def output_of(program: str) -> str:
    """Runs a program in a process without other threads; returns what it prints."""
    imports = """
import os
from sitegen.processes.background import BackgroundCall
from sitegen.processes.standby import Standby
"""
    done = subprocess.run(
        [sys.executable, "-c", f"{imports}{program}"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()
