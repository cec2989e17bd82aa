"""Writing the output folder."""

import json
from pathlib import Path

import pytest

from sitegen.errors import OutputError
from sitegen.output import RECORD_NAME, write_if_changed, write_output


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    assert write_if_changed(tmp_path / "a" / "b.html", b"x")
    assert (tmp_path / "a" / "b.html").read_bytes() == b"x"


def test_a_file_with_the_same_bytes_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    write_if_changed(path, b"x")
    before = path.stat()
    assert not write_if_changed(path, b"x")
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_a_file_of_the_same_size_with_other_bytes_is_written(tmp_path: Path) -> None:
    write_if_changed(tmp_path / "a.html", b"x")
    assert write_if_changed(tmp_path / "a.html", b"y")


def test_nothing_is_left_beside_a_written_file(tmp_path: Path) -> None:
    write_if_changed(tmp_path / "a.html", b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]


def test_a_folder_in_the_way_is_an_error_that_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.html" / "inner").mkdir(parents=True)
    with pytest.raises(OutputError, match="cannot be written"):
        write_if_changed(tmp_path / "a.html", b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]


def test_what_an_earlier_build_wrote_and_this_one_does_not_want_goes(tmp_path: Path) -> None:
    write_output(tmp_path, {"a/index.html": b"a", "b/index.html": b"b"}, prune=True)
    written, removed = write_output(tmp_path, {"b/index.html": b"b"}, prune=True)
    assert (written, removed) == ((), ("a/index.html",))
    assert not (tmp_path / "a").exists()


def test_what_no_build_wrote_is_never_touched(tmp_path: Path) -> None:
    write_output(tmp_path, {"a/index.html": b"a"}, prune=True)
    (tmp_path / "a" / "mine.txt").write_text("mine")
    write_output(tmp_path, {}, prune=True)
    assert (tmp_path / "a" / "mine.txt").read_text() == "mine"


def test_without_pruning_the_unwanted_stays_until_a_build_that_prunes(tmp_path: Path) -> None:
    write_output(tmp_path, {"a.html": b"a"}, prune=True)
    assert write_output(tmp_path, {"b.html": b"b"}, prune=False) == (("b.html",), ())
    assert write_output(tmp_path, {"b.html": b"b"}, prune=True) == ((), ("a.html",))


def test_a_record_that_was_tampered_with_removes_nothing_outside(tmp_path: Path) -> None:
    outside = tmp_path / "precious.txt"
    outside.write_text("precious")
    output = tmp_path / "output"
    output.mkdir()
    names = ["../precious.txt", str(outside), 7, "x/../../precious.txt"]
    (output / RECORD_NAME).write_text(json.dumps(names))
    assert write_output(output, {}, prune=True) == ((), ())
    assert outside.read_text() == "precious"


@pytest.mark.parametrize("record", ["", "{", "{}", "null", "7"])
def test_a_record_that_cannot_be_read_is_as_none(tmp_path: Path, record: str) -> None:
    (tmp_path / RECORD_NAME).write_text(record)
    assert write_output(tmp_path, {"a.html": b"a"}, prune=True) == (("a.html",), ())
