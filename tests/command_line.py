"""Runs commands of the command line: in this process, which is fast, or in one of their own."""

import gc
import io
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from unittest.mock import patch

from sitegen.cli import main


def sitegen(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Runs a command in this process, with nothing on stdin.

    An exception that would end in a traceback is raised.
    """
    with (
        chdir(folder),
        _captured() as (stdout, stderr),
        redirect_stdout(stdout),
        redirect_stderr(stderr),
        patch("sys.stdin", io.TextIOWrapper(io.BytesIO())),
    ):
        code = _exit_code(words)
        return subprocess.CompletedProcess(words, code, _text_of(stdout), _text_of(stderr))


def sitegen_process(
    folder: Path, *words: str, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Runs a command in a new interpreter, with nothing on stdin: ``tests.forking`` is faster."""
    done = subprocess.run(
        [sys.executable, "-m", "sitegen", *words],
        cwd=folder,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done


class Shell:
    """A folder in which commands are run."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        return sitegen(self.folder, *words)

    def succeeds(self, *words: str) -> str:
        done = self.run(*words)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def fails(self, code: int, *words: str) -> str:
        done = self.run(*words)
        assert done.returncode == code, done.stderr
        assert done.stdout == ""
        return done.stderr


def _exit_code(words: tuple[str, ...]) -> int:
    try:
        main(words, prog_name="sitegen")
    except SystemExit as ending:
        return int(ending.code or 0)
    finally:
        gc.enable()  # a build disables it, as its process ends soon
    raise AssertionError("click ends every command with SystemExit")


@contextmanager
def _captured() -> Iterator[tuple[io.TextIOWrapper, io.TextIOWrapper]]:
    """Two streams in UTF-8, for stdout and stderr."""
    with (
        io.TextIOWrapper(io.BytesIO(), "utf-8") as stdout,
        io.TextIOWrapper(io.BytesIO(), "utf-8") as stderr,
    ):
        yield stdout, stderr


def _text_of(stream: io.TextIOWrapper) -> str:
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue().decode()
