"""Runs commands in processes of their own that start fast: forks of one that has sitegen loaded.

A new interpreter imports for up to a second what a fork has already. A fork gets a folder, an
environment and standard streams of its own, and calls the entry point of the real program. It does
not repeat what an interpreter does when it starts: a test of imports, of the locale, or of the hash
seed needs ``tests.command_line.sitegen_process``.
"""

import io
import multiprocessing
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import chdir
from functools import cache
from multiprocessing import forkserver
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path
from types import MappingProxyType
from typing import IO, NoReturn, TextIO

from sitegen.__main__ import run
from tests.paths import ROOT

Preparation = Callable[[], object]
"""What a process does before the command, such as giving up rights."""

LOADED = ["pytest", "tests.crashing", "tests.forking", "tests.publishing", "tests.warm_start"]
"""The modules that every fork has from the start. The last one also runs commands."""


class ForkedCommand:
    """A command that runs in a fork, with nothing on stdin."""

    def __init__(
        self,
        folder: Path,
        *words: str,
        stdout: int | None = None,
        stderr: int | None = None,
        prepare: Preparation | None = None,
        environment: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """Starts the command. It prints to the given streams, or to temporary files."""
        self._words = words
        self._stdout = tempfile.TemporaryFile()  # noqa: SIM115 -- until the result is read
        self._stderr = tempfile.TemporaryFile()  # noqa: SIM115
        printed = [stdout or self._stdout, stderr or self._stderr]
        with Path(os.devnull).open("rb") as nothing:
            streams = [_sendable(stream) for stream in (nothing, *printed)]
        settings = {**os.environ, **environment}
        self._process = _server().Process(
            target=_run_command, args=(folder, words, settings, streams, prepare)
        )
        self._process.start()
        for stream in streams:
            stream.close()

    def result(self) -> subprocess.CompletedProcess[str]:
        """Waits for the end of the command, and returns what it printed into files."""
        code = _exit_code(self._process)
        with self._stdout, self._stderr:
            printed = [_text_in(file) for file in (self._stdout, self._stderr)]
        done = subprocess.CompletedProcess(self._words, code, *printed)
        assert "Traceback" not in done.stderr, done.stderr
        return done


def forked(
    folder: Path, *words: str, prepare: Preparation | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Runs a command, and returns what it prints."""
    return ForkedCommand(folder, *words, prepare=prepare, environment=environment).result()


def called_in_fork(function: Callable[..., object], *arguments: object) -> int:
    """Calls a function of a module; returns the exit code, or minus the signal that was fatal."""
    process = _server().Process(target=function, args=arguments)
    process.start()
    return _exit_code(process)


@cache
def _server() -> ForkServerContext:
    """Starts the process that forks; it ends when this one does."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(LOADED)
    with chdir(ROOT):
        forkserver.ensure_running()
    return context


def _exit_code(process: ForkServerProcess) -> int:
    process.join()
    code = process.exitcode
    assert code is not None
    process.close()
    return code


def _sendable(stream: int | IO[bytes]) -> Connection:
    """A copy of a stream, as an object that can be sent to another process."""
    return Connection(os.dup(stream if isinstance(stream, int) else stream.fileno()))


def _run_command(
    folder: Path,
    words: tuple[str, ...],
    environment: Mapping[str, str],
    streams: Sequence[Connection],
    prepare: Preparation | None,
) -> NoReturn:
    """Becomes the process of a command, and ends with it."""
    os.environ.clear()
    os.environ.update(environment)
    time.tzset()
    os.chdir(folder)
    for number, stream in enumerate(streams):
        os.dup2(stream.fileno(), number)
        stream.close()
    sys.argv = ["sitegen", *words]
    if prepare:
        prepare()
    open_streams(environment)
    run()


def open_streams(environment: Mapping[str, str]) -> None:
    """Opens the standard streams as Python does when it starts; those that are closed are None."""
    encoding = environment.get("PYTHONIOENCODING") or "utf-8"
    is_unbuffered = bool(environment.get("PYTHONUNBUFFERED"))
    sys.stdin = _opened(0, "r", encoding, is_unbuffered=False)
    sys.stdout = _opened(1, "w", encoding, is_unbuffered=is_unbuffered)
    sys.stderr = _opened(2, "w", encoding, is_unbuffered=is_unbuffered)


def _opened(number: int, mode: str, encoding: str, *, is_unbuffered: bool) -> TextIO | None:
    """A standard stream, as in ``create_stdio`` of CPython's pylifecycle.c."""
    try:
        os.fstat(number)
    except OSError:
        return None
    binary = open(number, f"{mode}b", 0 if is_unbuffered else -1, closefd=False)  # noqa: SIM115
    return io.TextIOWrapper(
        binary,
        encoding,
        "backslashreplace" if number == 2 else "strict",
        line_buffering=not is_unbuffered and (number == 2 or os.isatty(number)),
        write_through=is_unbuffered,
    )


def _text_in(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode()
