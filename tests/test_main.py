"""How the program ends: with its exit code, and with all that it printed."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

import pytest

from tests.digest import Digest
from tests.forking import ForkedCommand, forked

FULL = Path("/dev/full")
"""A file of Linux that has no room for anything."""

KEPT = """
import sys
import sitegen.cli
from sitegen.__main__ import run
sitegen.cli.main = lambda **_: sys.stdout.write("All is well.")
run()
"""
"""A program that leaves it to its end to write what it printed."""

INTERRUPTED = """
import os, signal, sys
class Interruption:
    def find_spec(self, name, path, target=None):
        if name == "sitegen.cli":
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Interruption())
from sitegen.__main__ import run
run()
"""
"""A program that Ctrl-C meets while it is loaded."""


def test_all_that_is_printed_goes_into_a_file(digest: Digest, tmp_path: Path) -> None:
    for number in range(200):
        digest.page(f"page-{number}.md", "A page.")
    with (tmp_path / "printed").open("wb") as file:
        command = ForkedCommand(digest.root, "build", "--explain", stdout=file.fileno())
        assert command.result().returncode == 0
    lines = (tmp_path / "printed").read_text().splitlines()
    assert sum(line.startswith("page-") for line in lines) == 200
    assert lines[-1] == str(digest.root / "output/index.html")


def run_each(
    digests: Mapping[str, Digest], *, stdout: int | None = None, closed: Sequence[int] = ()
) -> tuple[dict[str, int], str]:
    """Runs each command in its digest; returns the exit codes, and what all print to stderr."""
    prepare = partial(close, closed)
    commands = {
        words: ForkedCommand(digest.root, *words.split(), stdout=stdout, prepare=prepare)
        for words, digest in digests.items()
    }
    done = {words: command.result() for words, command in commands.items()}
    codes = {words: result.returncode for words, result in done.items()}
    return codes, "".join(result.stderr for result in done.values())


def close(numbers: Sequence[int]) -> None:
    for number in numbers:
        os.close(number)


def digests_for(folder: Path, commands: Sequence[str]) -> dict[str, Digest]:
    """A digest with a dump in it for each command."""
    return {
        words: Digest(folder / str(number)).write("dump.txt", "@ada Hello.\n")
        for number, words in enumerate(commands)
    }


@pytest.mark.parametrize("closed", [[1], [2], [0, 1, 2]])
def test_commands_succeed_with_closed_streams(tmp_path: Path, closed: Sequence[int]) -> None:
    commands = ("build", "build --json", "--help", "import dump.txt --dry-run")
    digests = digests_for(tmp_path, commands)
    codes, _ = run_each(digests, closed=closed)
    assert codes == dict.fromkeys(commands, 0)
    digests["build"].has("index.html")
    digests["build --json"].has("index.html")


def test_a_new_interpreter_succeeds_with_closed_streams(digest: Digest) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "sitegen", "build"],
        cwd=digest.root,
        preexec_fn=partial(close, [0, 1, 2]),
        check=False,
    )
    assert done.returncode == 0
    digest.has("index.html")


needs_full = pytest.mark.skipif(
    not FULL.exists(), reason="this system has no file that is always full"
)


@needs_full
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_results_that_cannot_be_printed_end_in_one_line_and_exit_code_7(
    tmp_path: Path, unbuffered: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONUNBUFFERED", unbuffered)
    commands = (
        "build",
        "build --json",
        "check --json",
        "import dump.txt --dry-run",
        "import dump.txt",
        "themes",
        "--help",
    )
    digests = digests_for(tmp_path, commands)
    for digest in digests.values():
        digest.build()
    with FULL.open("wb") as full:
        codes, errors = run_each(digests, stdout=full.fileno())
    assert codes == dict.fromkeys(commands, 7)
    message = "error: the results cannot be printed: No space left on device\n"
    assert errors == message * len(commands)


@needs_full
def test_output_that_cannot_be_flushed_at_exit_is_a_failure() -> None:
    words = [sys.executable, "-c", KEPT]
    buffered = {**os.environ, "PYTHONUNBUFFERED": ""}
    with FULL.open("wb") as full:
        assert subprocess.run(words, stdout=full, env=buffered, check=False).returncode == 7


@needs_full
def test_messages_that_cannot_be_printed_change_no_exit_code(digest: Digest) -> None:
    digest.post("one", "Text.", date="never").post("two", "Text.")
    with FULL.open("wb") as full:
        command = ForkedCommand(digest.root, "build", stderr=full.fileno())
        assert command.result().returncode == 4
    assert (digest.root / "output/index.html").is_file()


def test_a_program_fails_visibly_while_sigchld_is_ignored(digest: Digest) -> None:
    digest.write("sitegen.toml", '[publish]\nbranch = "gh-pages"\n')
    ignore = partial(signal.signal, signal.SIGCHLD, signal.SIG_IGN)
    assert forked(digest.root, "build", prepare=ignore).returncode == 0
    done = forked(digest.root, "publish", prepare=ignore)
    assert (done.returncode, "is in no git repository" in done.stderr) == (7, True)


def test_who_reads_the_first_line_alone_ends_the_program_without_a_word(digest: Digest) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = ForkedCommand(digest.root, "build", "--explain", stdout=writing).result()
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, "")


def test_a_program_that_is_interrupted_while_it_begins_says_nothing() -> None:
    done = subprocess.run([sys.executable, "-c", INTERRUPTED], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (130, b"")
