"""The start time of the command line: ``sitegen --version``."""

import re
import statistics
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.building.installing import environment
from benchmarks.building.measuring import Command, time_run

HEAVY = frozenset(
    (
        *("asyncio", "dask", "jinja2", "markdown", "multiprocessing", "nh3"),
        *("numpy", "pydantic", "pygments", "rich", "watchdog", "yaml"),
    )
)
"""Packages that take long to import and are not needed to print a version."""

_RUNS = 15
_LISTED = 10
_IMPORT = re.compile(r"import time:\s+(\d+) \|\s+(\d+) \|\s*(\S+)")


@dataclass(frozen=True, slots=True)
class Start:
    """The measurements of a start."""

    seconds: float
    """The median."""
    heavy: tuple[str, ...]
    """Heavy packages that were imported on the way."""
    longest: Sequence[tuple[str, int]]
    """The modules that took longest by themselves, with the microseconds of each."""


def measure_start(program: Path, folder: Path) -> Start:
    """Runs ``sitegen --version`` several times, and once more to see what it imports."""
    command = Command([str(program), "--version"], folder, environment(folder))
    seconds = statistics.median(time_run(command).wall for _ in range(_RUNS))
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "sitegen", "--version"],
        check=True,
        capture_output=True,
        text=True,
        cwd=folder,
    )
    times = [(found[3], int(found[1])) for found in _IMPORT.finditer(done.stderr)]
    packages = {name.partition(".")[0] for name, _ in times}
    longest = sorted(times, key=lambda pair: pair[1], reverse=True)[:_LISTED]
    return Start(seconds, tuple(sorted(HEAVY & packages)), longest)
