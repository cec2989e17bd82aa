"""How the program ends: with its exit code, and with all that it printed."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.digest import Digest

FULL = Path("/dev/full")
"""A file of Linux that has no room for anything."""

KEPT = """
import sys
import sitegen.cli
from sitegen.__main__ import run
sitegen.cli.main = lambda: sys.stdout.write("All is well.")
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

SEVERAL = """
import json, os, pathlib, sys
import sitegen.cli.building, sitegen.cli.checking, sitegen.cli.importing, sitegen.engine.builder
from sitegen.__main__ import run
codes = {}
for folder, words in json.loads(sys.argv[1]):
    child = os.fork()
    if not child:
        os.chdir(folder)
        sys.argv = ["sitegen", *words.split()]
        run()
    codes[words] = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
pathlib.Path(sys.argv[2]).write_text(json.dumps(codes))
"""
"""A program that runs each command in a fork of itself, with the streams that Python opened.

Its first argument is a JSON array of folders and commands. The exit codes go to the file that the
second one names.
"""


def run(
    folder: Path, *words: str, stdout: int = subprocess.PIPE, ignored: Sequence[int] = ()
) -> subprocess.CompletedProcess[str]:
    return start(folder, "-m", "sitegen", *words, stdout=stdout, ignored=ignored)


def start(
    folder: Path,
    *arguments: str,
    stdout: int = subprocess.PIPE,
    closed: Sequence[int] = (),
    ignored: Sequence[int] = (),
) -> subprocess.CompletedProcess[str]:
    def prepare() -> None:
        for number in closed:
            os.close(number)
        for number in ignored:
            signal.signal(number, signal.SIG_IGN)

    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        stdout=stdout,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=prepare,
        check=False,
    )


def test_all_that_is_printed_goes_into_a_file(digest: Digest, tmp_path: Path) -> None:
    for number in range(200):
        digest.page(f"page-{number}.md", "A page.")
    with (tmp_path / "printed").open("wb") as file:
        assert run(digest.root, "build", "--explain", stdout=file.fileno()).returncode == 0
    lines = (tmp_path / "printed").read_text().splitlines()
    assert sum(line.startswith("page-") for line in lines) == 200
    assert lines[-1] == str(digest.root / "output/index.html")


def run_each(
    digests: Mapping[str, Digest], *, stdout: int = subprocess.PIPE, closed: Sequence[int] = ()
) -> tuple[dict[str, int], str]:
    """Runs each command in its digest; returns the exit codes, and what all print to stderr."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "codes.json")
        places = json.dumps([(str(digest.root), words) for words, digest in digests.items()])
        done = start(Path(folder), "-c", SEVERAL, places, str(file), stdout=stdout, closed=closed)
        codes: dict[str, int] = json.loads(file.read_text())
        return codes, done.stderr


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
    words = [sys.executable, "-m", "sitegen", "build"]
    digest.post("one", "Text.", date="never").post("two", "Text.")
    with FULL.open("wb") as full:
        done = subprocess.run(
            words, cwd=digest.root, stdout=subprocess.PIPE, stderr=full, check=False
        )
    assert done.returncode == 4
    assert (digest.root / "output/index.html").is_file()


def test_a_program_fails_visibly_while_sigchld_is_ignored(digest: Digest) -> None:
    digest.write("sitegen.toml", '[publish]\nbranch = "gh-pages"\n')
    assert run(digest.root, "build", ignored=[signal.SIGCHLD]).returncode == 0
    done = run(digest.root, "publish", ignored=[signal.SIGCHLD])
    assert (done.returncode, "is in no git repository" in done.stderr) == (7, True)


def test_who_reads_the_first_line_alone_ends_the_program_without_a_word(digest: Digest) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = run(digest.root, "build", "--explain", stdout=writing)
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, "")


def test_a_program_that_is_interrupted_while_it_begins_says_nothing() -> None:
    done = subprocess.run([sys.executable, "-c", INTERRUPTED], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (130, b"")
