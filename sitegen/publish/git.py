"""Runs ``git`` as a subprocess, and turns its failures into errors with its own message.

Only plumbing commands and others with a stable output are used, and none that reads or writes the
working tree, the index or the current branch of the editor's checkout.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryFile
from typing import NamedTuple, Self

from sitegen.errors import OutputError
from sitegen.text.labels import printable

_REPOSITORY_VARIABLES = frozenset(
    {
        "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_COMMON_DIR",
        "GIT_DIR",
        "GIT_INDEX_FILE",
        "GIT_NAMESPACE",
        "GIT_OBJECT_DIRECTORY",
        "GIT_PREFIX",
        "GIT_WORK_TREE",
    }
)
"""Variables that git sets for hooks. They would point at the repository of the hook."""
_SETTINGS = (
    *("-c", "core.splitIndex=false"),  # a split index would leave a file in the repository
    *("-c", "core.fsmonitor=false"),
    *("-c", "i18n.commitEncoding=utf-8"),
)
_MAX_LINES = 8
"""How many of the last lines of git's message are shown."""
_MAX_LINE_LENGTH = 200


class GitResult(NamedTuple):
    """The result of a git command."""

    code: int
    """The exit code: 0 for success."""
    stdout: bytes
    stderr: str
    """Always in English."""


@dataclass(frozen=True, slots=True)
class Git:
    """The ``git`` program, run in a folder of a repository."""

    program: str
    folder: Path
    environment: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def find(cls, folder: Path) -> Self:
        """Finds the program on the search path; it runs in ``folder``.

        Raises:
            OutputError: git is not installed.
        """
        program = shutil.which("git")
        if program is None:
            raise OutputError(
                "publishing to a branch needs the program “git”, and this machine has none",
                hint="install it (https://git-scm.com), or publish to a folder",
            )
        return cls(program, folder)

    def with_index(self, path: Path) -> Self:
        """The same, with its own index file instead of the editor's."""
        return replace(self, environment={**self.environment, "GIT_INDEX_FILE": str(path)})

    def run(self, *words: str, stdin: bytes = b"") -> GitResult:
        """The result of a command that may fail.

        Its output goes to files, as what git starts may outlive it and hold a pipe open. It may ask
        for a password only on a terminal where somebody can answer.

        Raises:
            OutputError: git cannot be run.
        """
        is_interactive = sys.stdin is not None and sys.stdin.isatty()
        environment = {
            name: text for name, text in os.environ.items() if name not in _REPOSITORY_VARIABLES
        }
        prompt = {} if is_interactive else {"GIT_TERMINAL_PROMPT": "0"}
        with TemporaryFile() as given, TemporaryFile() as stdout, TemporaryFile() as stderr:
            given.write(stdin)
            given.seek(0)
            try:
                completed = subprocess.run(  # noqa: S603 -- no shell, and no words from outside
                    [self.program, *_SETTINGS, *words],
                    stdin=given,
                    stdout=stdout,
                    stderr=stderr,
                    cwd=self.folder,
                    env={**environment, **prompt, "LC_ALL": "C", **self.environment},
                    start_new_session=not is_interactive,  # detaches it from the terminal
                    check=False,
                )
            except OSError as error:
                raise OutputError(f"git cannot be run: {error.strerror}") from None
            stdout.seek(0)
            stderr.seek(0)
            return GitResult(
                completed.returncode, stdout.read(), stderr.read().decode(errors="replace")
            )

    def output_of(self, *words: str, stdin: bytes = b"", what: str) -> bytes:
        """The standard output of a command; ``what`` describes its purpose in an error message.

        Raises:
            OutputError: the command fails.
        """
        result = self.run(*words, stdin=stdin)
        if result.code:
            raise git_failed(what, result)
        return result.stdout


def git_failed(what: str, result: GitResult, hint: str | None = None) -> OutputError:
    """The error for a git command that failed, with git's own message."""
    lines = _last_lines(result.stderr.splitlines())
    if not lines:
        lines = [f"    it ended with the exit code {result.code}"]
    return OutputError("\n".join([f"git could not {what}:", *lines]), hint=hint)


def _last_lines(lines: Iterable[str]) -> list[str]:
    """The last lines of a message, without git's hints, which are for people who run git."""
    texts = [line for line in map(printable, lines) if line and not line.startswith("hint:")]
    return [f"    {line[:_MAX_LINE_LENGTH]}" for line in texts[-_MAX_LINES:]]
