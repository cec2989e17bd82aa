import os
import shlex
import sys
import time
from pathlib import Path

import pytest

from sitegen.errors import ConfigError
from sitegen.topics.command import run_program


def python(script: str) -> str:
    return f"{shlex.quote(sys.executable)} -c {shlex.quote(script)}"


def failure_of(command: str, folder: Path, seconds: float = 30) -> str:
    with pytest.raises(ConfigError) as caught:
        run_program(command, b"", folder=folder, seconds=seconds)
    return caught.value.message


def test_a_program_gets_its_input_and_working_directory(tmp_path: Path) -> None:
    script = "import os, sys; print(os.getcwd(), sys.stdin.read())"
    printed = run_program(python(script), b"a line\n", folder=tmp_path, seconds=30)
    assert printed.decode().split() == [str(tmp_path.resolve()), "a", "line"]


def test_a_command_runs_without_a_shell(tmp_path: Path) -> None:
    script = "import sys; print(sys.argv[1:])"
    printed = run_program(f"{python(script)} $HOME ';'", b"", folder=tmp_path, seconds=30)
    assert printed == b"['$HOME', ';']\n"


def test_a_program_may_ignore_its_input(tmp_path: Path) -> None:
    given = b"x" * 1_000_000
    assert run_program(python("print(1)"), given, folder=tmp_path, seconds=30) == b"1\n"


@pytest.mark.parametrize("command", ["there-is-no-such-program", "an 'open quote", "nul\0byte"])
def test_a_command_that_cannot_be_run_is_an_error(tmp_path: Path, command: str) -> None:
    assert failure_of(command, tmp_path).startswith("it cannot be run: ")


def test_the_stderr_of_a_failed_program_is_shown(tmp_path: Path) -> None:
    said = failure_of(python("import sys; sys.exit('no key\\x1b[2J')"), tmp_path)
    assert said == "it ended with the exit code 1, and said last:\n    no key [2J"


def test_only_the_end_of_a_long_stderr_is_shown(tmp_path: Path) -> None:
    script = "import sys; [print(f'line {n}', file=sys.stderr) for n in range(9999)]; sys.exit(3)"
    said = failure_of(python(script), tmp_path)
    assert said.endswith("    line 9997\n    line 9998")
    assert len(said) < 1000


def test_of_a_last_line_that_is_long_the_end_is_shown(tmp_path: Path) -> None:
    said = failure_of(python("import sys; sys.exit('x' * 999 + ' and so it failed')"), tmp_path)
    assert said.endswith("x and so it failed")


def test_a_program_that_hangs_is_killed_with_its_children(tmp_path: Path) -> None:
    script = (
        "import subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"
        "print(child.pid, file=open('child', 'w'), flush=True)\n"
        "time.sleep(600)"
    )
    assert failure_of(python(script), tmp_path, 2) == "it took longer than 2 s"
    child = int((tmp_path / "child").read_text(encoding="utf-8"))
    deadline = time.monotonic() + 10
    while is_running(child):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def is_running(pid: int) -> bool:
    """Whether a process is running; a zombie is not."""
    status = Path(f"/proc/{pid}/stat")
    if Path("/proc/self").exists():
        return status.exists() and status.read_text(encoding="utf-8").split()[2] != "Z"
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_a_program_that_prints_endlessly_is_killed(tmp_path: Path, stream: str) -> None:
    script = f"import sys\nwhile True: sys.{stream}.write('y' * 100_000)"
    assert failure_of(python(script), tmp_path).startswith("it printed more than 64 MB")


def test_the_signal_that_killed_a_program_is_named(tmp_path: Path) -> None:
    script = "import os, signal; os.kill(os.getpid(), signal.SIGTERM)"
    assert failure_of(python(script), tmp_path) == "it was ended by the signal 15"
