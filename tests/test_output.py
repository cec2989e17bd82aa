"""Writing the output folder."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from sitegen.errors import ContentError, OutputError
from sitegen.files import Content, write_if_changed
from sitegen.output import RECORD_NAME, Stage, read_record


def write_output(
    output: Path, files: Mapping[str, Content], *, keep: frozenset[str] = frozenset()
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Stages what the output does not hold and commits it; what was written and removed."""
    stage = Stage(output)
    try:
        for name, content in files.items():
            if isinstance(content, Path):
                stage.put(name, content)
            elif stage.place.put_if_changed(name, content):
                stage.admit(name)
        removed = stage.commit(frozenset(files) | (keep & read_record(output)))
    finally:
        stage.discard()
    return tuple(stage.names), removed


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


def test_a_written_file_has_the_mode_that_the_user_gives_new_files(tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.touch()
    write_if_changed(tmp_path / "a.html", b"x")
    assert (tmp_path / "a.html").stat().st_mode == plain.stat().st_mode


def test_a_file_that_is_written_again_keeps_its_mode(tmp_path: Path) -> None:
    write_if_changed(tmp_path / "a.html", b"x")
    (tmp_path / "a.html").chmod(0o600)
    write_if_changed(tmp_path / "a.html", b"y")
    assert (tmp_path / "a.html").stat().st_mode & 0o777 == 0o600


def test_a_link_stays_one_and_what_it_leads_to_is_written(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_bytes(b"x")
    (tmp_path / "link.md").symlink_to("real.md")
    write_if_changed(tmp_path / "link.md", b"y")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_bytes() == b"y"


def test_what_an_earlier_build_wrote_and_this_one_does_not_want_goes(tmp_path: Path) -> None:
    write_output(tmp_path, {"a/index.html": b"a", "b/index.html": b"b"})
    written, removed = write_output(tmp_path, {"b/index.html": b"b"})
    assert (written, removed) == ((), ("a/index.html",))
    assert not (tmp_path / "a").exists()


def test_what_no_build_wrote_is_never_removed(tmp_path: Path) -> None:
    write_output(tmp_path, {"a/index.html": b"a"})
    (tmp_path / "a" / "mine.txt").write_text("mine")
    write_output(tmp_path, {})
    assert (tmp_path / "a" / "mine.txt").read_text() == "mine"


def test_what_no_build_wrote_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "b.html").write_text("mine")
    with pytest.raises(OutputError, match="not written by a build"):
        write_output(tmp_path, {"a.html": b"a", "b.html": b"b"})
    assert (tmp_path / "b.html").read_text() == "mine"
    assert not (tmp_path / "a.html").exists()


def test_a_foreign_file_with_the_very_bytes_is_adopted(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"a")
    assert write_output(tmp_path, {"a.html": b"a"}) == ((), ())


def test_what_is_to_be_kept_stays_until_a_build_that_does_not_want_it(tmp_path: Path) -> None:
    write_output(tmp_path, {"a.html": b"a"})
    keep = frozenset({"a.html", "never.html"})
    assert write_output(tmp_path, {"b.html": b"b"}, keep=keep) == (("b.html",), ())
    assert write_output(tmp_path, {"b.html": b"b"}) == ((), ("a.html",))


def test_a_file_that_cannot_be_written_leaves_the_others_as_they_were(tmp_path: Path) -> None:
    write_output(tmp_path, {"a.html": b"old"})
    (tmp_path / "folder").touch()
    with pytest.raises(OutputError):
        write_output(tmp_path, {"a.html": b"new", "folder/b.html": b"b"})
    assert (tmp_path / "a.html").read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == [RECORD_NAME, "a.html", "folder"]


def test_a_file_that_is_gone_cannot_be_copied_and_is_named(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"lamp\.svg: this file cannot be read"):
        write_output(tmp_path / "output", {"a": tmp_path / "lamp.svg"})


def test_nothing_is_written_through_a_link_that_leads_out_of_the_output(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    output = tmp_path / "output"
    output.mkdir()
    (output / "archive").symlink_to(outside)
    with pytest.raises(OutputError, match="leads out of the output"):
        write_output(output, {"archive/index.html": b"x"})
    assert list(outside.iterdir()) == []


def test_nothing_is_removed_through_a_link_that_leads_out_of_the_output(tmp_path: Path) -> None:
    output = tmp_path / "output"
    write_output(output, {"archive/index.html": b"x"})
    (output / "archive").rename(tmp_path / "outside")
    (output / "archive").symlink_to(tmp_path / "outside")
    assert write_output(output, {})[1] == ()
    assert (tmp_path / "outside/index.html").exists()


def test_a_record_that_was_tampered_with_removes_nothing_outside(tmp_path: Path) -> None:
    outside = tmp_path / "precious.txt"
    outside.write_text("precious")
    output = tmp_path / "output"
    output.mkdir()
    names = ["../precious.txt", str(outside), 7, "x/../../precious.txt"]
    (output / RECORD_NAME).write_text(json.dumps(names))
    assert write_output(output, {}) == ((), ())
    assert outside.read_text() == "precious"


@pytest.mark.parametrize("record", ["", "{", "{}", "null", "7"])
def test_a_record_that_cannot_be_read_is_as_none(tmp_path: Path, record: str) -> None:
    (tmp_path / RECORD_NAME).write_text(record)
    assert write_output(tmp_path, {"a.html": b"a"}) == (("a.html",), ())
