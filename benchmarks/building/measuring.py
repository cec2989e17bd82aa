"""Wall time, processor time and peak memory of a command.

Memory is that of all processes together: the sum of their proportional set sizes (PSS), in which a
page shared by n processes counts one n-th in each. It is read from ``/proc/<pid>/smaps_rollup`` of
every process of the command's session, every 20 milliseconds, and the largest sum is the peak. A
sum is dropped if a process began or ended meanwhile: another one's share of their common memory
would have been read before, or after, it grew. As that reading costs the command some time, memory
and time come from runs of their own.
"""

import os
import resource
import signal
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

_BETWEEN_SAMPLES = 0.02
_LONGEST_RUN = 3600.0
_PROC = Path("/proc")


class FailedRunError(Exception):
    """A command ended with an error."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command, the folder that it runs in, and its environment."""

    words: Sequence[str]
    folder: Path
    environment: Mapping[str, str]


class Seconds(NamedTuple):
    """The duration of a command."""

    wall: float
    processor: float
    """User and system time of all its processes together."""


def time_run(command: Command) -> Seconds:
    """The wall time and the processor time that ``command`` takes.

    Pending writes of earlier runs are flushed to the disk first.

    Raises:
        FailedRunError: it ends with an error.
    """
    os.sync()
    used, start = _processor_time_of_children(), time.perf_counter()
    process = _start(command)
    _finish(command, process)
    return Seconds(time.perf_counter() - start, _processor_time_of_children() - used)


def peak_memory(command: Command) -> int:
    """The peak memory, in bytes, of all processes of ``command`` together.

    Raises:
        FailedRunError: it ends with an error, or this system does not report memory.
    """
    if not (_PROC / "self" / "smaps_rollup").exists():
        raise FailedRunError("this system has no /proc/<pid>/smaps_rollup")
    process = _start(command)
    watch = _MemoryWatch(process.pid)
    watch.start()
    try:
        _finish(command, process)
    finally:
        watch.stop()
    return watch.peak


def _processor_time_of_children() -> float:
    """Seconds that ended child processes, and their own ended children, have used."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _start(command: Command) -> subprocess.Popen[str]:
    return subprocess.Popen(
        command.words,
        cwd=command.folder,
        env=command.environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


def _finish(command: Command, process: subprocess.Popen[str]) -> None:
    """Waits until the command has ended, or ends it and all that it started."""
    words = " ".join(command.words)
    try:
        output, _ = process.communicate(timeout=_LONGEST_RUN)
    except subprocess.TimeoutExpired:
        raise FailedRunError(f"{words} took more than an hour") from None
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
    if process.returncode:
        raise FailedRunError(f"{words} ended with {process.returncode}: {output.strip()[-500:]}")


class _MemoryWatch(threading.Thread):
    """Samples the memory of a session until it is stopped."""

    def __init__(self, session: int) -> None:
        super().__init__(daemon=True)
        self.peak = 0
        self._session = session
        self._ended = threading.Event()

    def run(self) -> None:
        """Samples, again and again."""
        while not self._ended.is_set():
            processes = list(_processes(self._session))
            size = sum(map(_proportional_size, processes))
            if processes == list(_processes(self._session)):
                self.peak = max(self.peak, size)
            self._ended.wait(_BETWEEN_SAMPLES)

    def stop(self) -> None:
        """Ends the sampling."""
        self._ended.set()
        self.join()


def _processes(session: int) -> Iterator[Path]:
    """What ``/proc`` tells of the processes of a session (``proc(5)``, field 6 of ``stat``)."""
    for folder in _PROC.glob("[1-9]*"):
        with suppress(OSError):
            fields = (folder / "stat").read_bytes().rpartition(b")")[2].split()
            if int(fields[3]) == session:
                yield folder


def _proportional_size(process: Path) -> int:
    """Bytes of PSS; 0 for a process that has just ended."""
    with suppress(OSError):
        for line in (process / "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0
