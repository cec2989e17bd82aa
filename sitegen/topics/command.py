"""Runs the editor's own program, with limits on time and output."""

import os
import shlex
import signal
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from sitegen.errors import ConfigError
from sitegen.text.labels import printable

_MOST_BYTES = 64_000_000
"""The most output, in bytes, before a program is killed."""
_TAIL_BYTES = 500
"""How much of a failed program's stderr is shown, from its end."""
_PAUSE = 0.05


def run_program(command: str, given: bytes, *, folder: Path, seconds: float) -> bytes:
    """Runs a program and returns what it prints to stdout.

    Its streams are temporary files, which cannot deadlock as pipes can.

    Args:
        command: the program and its arguments, quoted as for a shell, but run without one.
        given: its stdin.
        folder: its working directory.
        seconds: the time limit.

    Raises:
        ConfigError: it cannot be run, fails, takes too long, or prints more than 64 MB.
    """
    with TemporaryFile() as stdin, TemporaryFile() as stdout, TemporaryFile() as stderr:
        stdin.write(given)
        stdin.seek(0)
        try:
            process = subprocess.Popen(  # noqa: S603 - the editor's own program, without a shell
                shlex.split(command),
                stdin=stdin,
                stdout=stdout,
                stderr=stderr,
                cwd=folder,
                start_new_session=True,
            )
        except (OSError, ValueError) as error:
            reason = error.strerror if isinstance(error, OSError) else error
            raise ConfigError(f"it cannot be run: {reason}") from None
        try:
            failure = _wait(process, (stdout, stderr), seconds)
        finally:
            _end(process)
        if failure:
            raise ConfigError(failure + _stderr_tail(stderr))
        stdout.seek(0)
        return stdout.read()


def _wait(process: subprocess.Popen[bytes], files: Sequence[IO[bytes]], seconds: float) -> str:
    """Waits for the program to end; returns what went wrong, or an empty string."""
    deadline = time.monotonic() + seconds
    while process.poll() is None:
        if time.monotonic() > deadline:
            return f"it took longer than {seconds:g} s"
        if _is_too_much(files):
            break
        try:
            process.wait(_PAUSE)
        except subprocess.TimeoutExpired:
            continue
    if _is_too_much(files):
        return f"it printed more than {_MOST_BYTES // 1_000_000} MB"
    if process.returncode < 0:
        return f"it was ended by the signal {-process.returncode}"
    return f"it ended with the exit code {process.returncode}" if process.returncode else ""


def _is_too_much(files: Sequence[IO[bytes]]) -> bool:
    return any(os.fstat(file.fileno()).st_size > _MOST_BYTES for file in files)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Kills the program and its process group, if it is still running."""
    if process.poll() is None:
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        process.kill()
        process.wait()


def _stderr_tail(stderr: IO[bytes]) -> str:
    """The end of the program's stderr, formatted for an error message."""
    size = stderr.seek(0, os.SEEK_END)
    stderr.seek(max(0, size - _TAIL_BYTES))
    lines = stderr.read().decode(errors="replace").split("\n")
    said = [line for line in map(printable, lines) if line.strip()]
    if size > _TAIL_BYTES and len(said) > 1:
        del said[0]
    return ", and said last:" + "".join(f"\n    {line}" for line in said) if said else ""
