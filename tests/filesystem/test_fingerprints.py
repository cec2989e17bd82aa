"""Telling whether a file is what it was, without reading it."""

import os
import time
from pathlib import Path

import pytest

from sitegen.filesystem.fingerprints import SETTLED_SECONDS, Stamp, stamp_of

pytestmark = pytest.mark.skipif(os.name != "posix", reason="files have stamps on POSIX only")


def settled(path: Path) -> Stamp:
    """The stamp of a file, once it may be trusted."""
    while not (stamp := stamp_of(path)):
        time.sleep(0.02)
    return stamp


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.html"
    path.write_bytes(b"x")
    return path


def test_a_file_that_was_just_written_has_no_stamp(file: Path) -> None:
    is_recent = False
    while not is_recent:  # a machine may pause between the two
        start = time.monotonic()
        file.write_bytes(b"x")
        stamp = stamp_of(file)
        is_recent = time.monotonic() - start < SETTLED_SECONDS / 2
    assert stamp is None


def test_a_file_that_stays_as_it_is_keeps_its_stamp(file: Path) -> None:
    before = settled(file)
    file.read_bytes()
    assert stamp_of(file) == before
    with file.open("rb") as opened:
        assert stamp_of(opened.fileno()) == before


def test_a_change_of_the_same_size_and_a_restored_time_gives_another_stamp(file: Path) -> None:
    before, times = settled(file), file.stat()
    file.write_bytes(b"y")
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert settled(file) != before


def test_a_file_that_was_replaced_has_another_stamp(file: Path) -> None:
    before, times = settled(file), file.stat()
    beside = file.with_name("beside")
    beside.write_bytes(b"y")
    os.utime(beside, ns=(times.st_atime_ns, times.st_mtime_ns))
    beside.replace(file)
    assert settled(file) != before


def test_a_missing_file_has_no_stamp(tmp_path: Path) -> None:
    assert stamp_of(tmp_path / "gone") is None
