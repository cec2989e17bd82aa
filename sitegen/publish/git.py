"""Runs the program ``git``, and says what it said where it fails.

It is given only commands that scripts are meant to use, and none that reads or writes the files,
the index or the current branch of the editor's checkout.
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

_ABOUT_ANOTHER = frozenset(
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
"""What git tells a hook that it runs: it would lead to the repository of the hook."""
_SETTINGS = (
    *("-c", "core.splitIndex=false"),  # else a part of the index would stay in the repository
    *("-c", "core.fsmonitor=false"),
    *("-c", "i18n.commitEncoding=utf-8"),
)
_MOST_LINES = 8
"""How many of the last lines that git said are shown."""
_MOST_LETTERS = 200


class Answer(NamedTuple):
    """What git did."""

    code: int
    """The exit code: 0 if it did what it was asked to."""
    out: bytes
    complaint: str
    """What it said beside that; in English."""


@dataclass(frozen=True, slots=True)
class Git:
    """The program, for the repository that a folder is in."""

    program: str
    folder: Path
    environment: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def find(cls, folder: Path) -> Self:
        """The program that this machine has, for the repository that ``folder`` is in.

        Raises:
            OutputError: it has none.
        """
        program = shutil.which("git")
        if program is None:
            raise OutputError(
                "publishing to a branch takes the program “git”, and this machine has none",
                hint="install it (https://git-scm.com), or publish to a folder",
            )
        return cls(program, folder)

    def with_index(self, path: Path) -> Self:
        """The same, with another index than the editor's."""
        return replace(self, environment={**self.environment, "GIT_INDEX_FILE": str(path)})

    def ask(self, *words: str, given: bytes = b"") -> Answer:
        """What becomes of a command that may fail.

        Files stand between, as what git starts may outlive it and hold a pipe open. It may ask for
        a password on the terminal where there is somebody to answer, and nowhere else.

        Args:
            words: the command.
            given: what it gets on stdin.

        Raises:
            OutputError: git cannot be run.
        """
        is_answered = sys.stdin is not None and sys.stdin.isatty()
        kept = {name: text for name, text in os.environ.items() if name not in _ABOUT_ANOTHER}
        prompt = {} if is_answered else {"GIT_TERMINAL_PROMPT": "0"}
        with TemporaryFile() as stdin, TemporaryFile() as stdout, TemporaryFile() as stderr:
            stdin.write(given)
            stdin.seek(0)
            try:
                done = subprocess.run(  # noqa: S603 -- without a shell, and of words made here
                    [self.program, *_SETTINGS, *words],
                    stdin=stdin,
                    stdout=stdout,
                    stderr=stderr,
                    cwd=self.folder,
                    env={**kept, **prompt, "LC_ALL": "C", **self.environment},
                    start_new_session=not is_answered,  # one without a terminal
                    check=False,
                )
            except OSError as error:
                raise OutputError(f"git cannot be run: {error.strerror}") from None
            stdout.seek(0)
            stderr.seek(0)
            return Answer(done.returncode, stdout.read(), stderr.read().decode(errors="replace"))

    def do(self, *words: str, given: bytes = b"", what: str) -> bytes:
        """What git prints when it does as it is told; ``what`` says what that is, for people.

        Raises:
            OutputError: it fails.
        """
        answer = self.ask(*words, given=given)
        if answer.code:
            raise git_failed(what, answer)
        return answer.out


def git_failed(what: str, answer: Answer, hint: str | None = None) -> OutputError:
    """The error for something that git could not do, with what it said itself.

    Args:
        what: what it was to do, such as ``push to origin``.
        answer: what it did.
        hint: what to do next, where git does not say it.
    """
    said = list(_last_words(answer.complaint.splitlines()))
    if not said:
        said = [f"    it ended with the exit code {answer.code}"]
    return OutputError("\n".join([f"git could not {what}:", *said]), hint=hint)


def _last_words(lines: Iterable[str]) -> list[str]:
    """The last lines that say something; git's hints are for those who typed its commands."""
    said = [line for line in map(printable, lines) if line and not line.startswith("hint:")]
    return [f"    {line[:_MOST_LETTERS]}" for line in said[-_MOST_LINES:]]
