"""Keeping two builds of one digest apart."""

import subprocess
import sys
from pathlib import Path

from sitegen.engine.cache_key import CacheFolder
from sitegen.engine.lock import locked

HOLD = """
import sys
from pathlib import Path
from sitegen.engine.cache_key import CacheFolder
from sitegen.engine.lock import locked
with locked(CacheFolder(Path(sys.argv[1]))):
    print("held", flush=True)
    sys.stdin.readline()
    Path(sys.argv[1], "done").touch()
"""


def holder(root: Path) -> subprocess.Popen[bytes]:
    """A process that holds the lock until it is written to."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(root)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdout
    assert process.stdout.readline() == b"held\n"
    return process


def test_the_second_waits_until_the_first_is_done(tmp_path: Path) -> None:
    with holder(tmp_path) as first:
        second = subprocess.Popen(
            [sys.executable, "-c", HOLD, str(tmp_path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        assert second.stdin
        second.stdin.write(b"\n")  # it may get the lock before this process does
        second.stdin.flush()
        assert not (tmp_path / "done").exists()
        first.communicate(b"\n")
        with locked(CacheFolder(tmp_path)):
            assert (tmp_path / "done").exists()
        second.communicate()


def test_a_process_that_is_killed_lets_the_lock_go(tmp_path: Path) -> None:
    with holder(tmp_path) as process:
        process.kill()
        process.communicate()
        with locked(CacheFolder(tmp_path)):
            assert not (tmp_path / "done").exists()


def test_two_digests_do_not_wait_for_each_other(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    with locked(CacheFolder(tmp_path / "one")), locked(CacheFolder(tmp_path / "two")):
        pass


def test_a_folder_that_cannot_be_locked_is_built_without_a_lock(tmp_path: Path) -> None:
    (tmp_path / ".sitegen").touch()
    with locked(CacheFolder(tmp_path)), locked(CacheFolder(tmp_path)), locked(None):
        pass
    (tmp_path / ".sitegen").unlink()
    (tmp_path / ".sitegen/lock").mkdir(parents=True)
    with locked(CacheFolder(tmp_path)), locked(CacheFolder(tmp_path)):
        pass
