"""Writing the output folder."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from sitegen.engine.commit import recover
from sitegen.engine.output_record import RECORD_NAME, read_record
from sitegen.engine.staging import Stage
from sitegen.errors import ContentError, OutputError
from sitegen.filesystem.files import Content


def write_output(
    output: Path, files: Mapping[str, Content], *, keep: frozenset[str] = frozenset()
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Stages what the output does not hold and commits it; what was written and removed."""
    stage = Stage(output)
    try:
        for name, content in files.items():
            if isinstance(content, Path):
                stage.write(name, content)
            elif stage.path.write_if_changed(name, content):
                stage.add(name)
        removed = stage.commit(frozenset(files) | (keep & read_record(output)))
    finally:
        stage.discard()
    return tuple(stage.names), removed


def test_files_of_earlier_builds_that_are_no_longer_planned_are_removed(tmp_path: Path) -> None:
    write_output(tmp_path, {"a/index.html": b"a", "b/index.html": b"b"})
    written, removed = write_output(tmp_path, {"b/index.html": b"b"})
    assert (written, removed) == ((), ("a/index.html",))
    assert not (tmp_path / "a").exists()


def test_files_that_no_build_wrote_are_never_removed(tmp_path: Path) -> None:
    write_output(tmp_path, {"a/index.html": b"a"})
    (tmp_path / "a" / "mine.txt").write_text("mine")
    write_output(tmp_path, {})
    assert (tmp_path / "a" / "mine.txt").read_text() == "mine"


def test_files_that_no_build_wrote_are_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "b.html").write_text("mine")
    with pytest.raises(OutputError, match="not written by sitegen"):
        write_output(tmp_path, {"a.html": b"a", "b.html": b"b"})
    assert (tmp_path / "b.html").read_text() == "mine"
    assert not (tmp_path / "a.html").exists()


@pytest.mark.parametrize("make", [Path.touch, lambda path: path.symlink_to("nowhere")])
def test_an_output_that_is_no_folder_is_named(
    tmp_path: Path, make: Callable[[Path], object]
) -> None:
    output = tmp_path / "output"
    make(output)
    with pytest.raises(OutputError, match="not a folder") as caught:
        write_output(output, {"a.html": b"a"})
    assert caught.value.path == output


def test_a_foreign_file_with_the_very_bytes_is_adopted(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"a")
    assert write_output(tmp_path, {"a.html": b"a"}) == ((), ())


def test_retained_output_is_removed_by_the_first_build_that_does_not_retain_it(
    tmp_path: Path,
) -> None:
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


def test_a_file_may_become_a_folder_and_a_folder_a_file(tmp_path: Path) -> None:
    before: dict[str, Content] = {"a": b"a", "b/c/d": b"d", "b/e": b"e"}
    after: dict[str, Content] = {"a/b/c": b"c", "b": b"b"}
    for files in (before, after, before):
        write_output(tmp_path, files)
        assert tree(tmp_path) == files


def test_a_file_becomes_no_folder_where_no_build_wrote_it(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("mine")
    with pytest.raises(OutputError, match="not written by sitegen"):
        write_output(tmp_path, {"a/b.html": b"b"})
    assert tree(tmp_path) == {"a": b"mine"}


@pytest.mark.parametrize("name", ["a/mine.txt", "a/mine/"])
def test_a_folder_becomes_no_file_while_something_in_it_is_not_of_a_build(
    tmp_path: Path, name: str
) -> None:
    write_output(tmp_path, {"a/b.html": b"b"})
    if name.endswith("/"):
        (tmp_path / name).mkdir()
    else:
        (tmp_path / name).write_bytes(b"mine")
    with pytest.raises(OutputError, match="a: this file cannot be written: is a directory"):
        write_output(tmp_path, {"a": b"a"})
    assert (tmp_path / name).exists()
    assert (tmp_path / "a/b.html").exists()


def test_a_folder_that_was_emptied_by_hand_becomes_a_file(tmp_path: Path) -> None:
    write_output(tmp_path, {"a/b/c.html": b"c"})
    (tmp_path / "a/b/c.html").unlink()
    write_output(tmp_path, {"a": b"a"})
    assert tree(tmp_path) == {"a": b"a"}


def test_files_removed_by_hand_leave_no_empty_folder(tmp_path: Path) -> None:
    write_output(tmp_path, {"a/b/c.html": b"c"})
    (tmp_path / "a/b/c.html").unlink()
    (tmp_path / "a/b").rmdir()
    assert write_output(tmp_path, {}) == ((), ())
    assert not (tmp_path / "a").exists()


def tree(output: Path) -> dict[str, Content]:
    """All files that are not hidden."""
    return {
        path.relative_to(output).as_posix(): path.read_bytes()
        for path in output.rglob("[!.]*")
        if path.is_file()
    }


def test_a_stage_that_was_not_committed_counts_for_nothing(tmp_path: Path) -> None:
    Stage(tmp_path).write("a.html", b"left")
    write_output(tmp_path, {"b.html": b"b"})
    assert tree(tmp_path) == {"b.html": b"b"}
    assert sorted(path.name for path in tmp_path.iterdir()) == [RECORD_NAME, "b.html"]


def test_a_leftover_staging_folder_does_not_stop_a_commit(tmp_path: Path) -> None:
    (tmp_path / ".sitegen-commit/site").mkdir(parents=True)
    (tmp_path / ".sitegen-commit/site/a.html").write_bytes(b"a")
    (tmp_path / ".sitegen-stage/site").mkdir(parents=True)
    (tmp_path / ".sitegen-stage/site/b.html").write_bytes(b"b")
    recover(tmp_path)
    assert tree(tmp_path) == {"a.html": b"a"}
    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]


@pytest.mark.parametrize(
    "names", ["", "{", "7", '["../precious.txt", "a/../../precious.txt", "."]']
)
def test_a_tampered_commit_record_removes_nothing_outside_the_output(
    tmp_path: Path, names: str
) -> None:
    (tmp_path / "precious.txt").write_text("precious")
    output = tmp_path / "output"
    write_output(output, {"b.html": b"b"})
    (output / ".sitegen-commit/site").mkdir(parents=True)
    (output / ".sitegen-commit/site/a.html").write_bytes(b"a")
    (output / ".sitegen-commit/remove.json").write_text(names)
    (output / ".sitegen-commit/record.json").write_text('["a.html", "b.html"]')
    recover(output)
    assert tree(output) == {"a.html": b"a", "b.html": b"b"}
    assert (tmp_path / "precious.txt").exists()


def test_an_obstacle_to_a_commit_is_named_and_the_commit_completes_once_it_is_removed(
    tmp_path: Path,
) -> None:
    write_output(tmp_path, {"a.html": b"a"})
    (tmp_path / ".sitegen-commit/site").mkdir(parents=True)
    (tmp_path / ".sitegen-commit/site/a").write_bytes(b"new")
    (tmp_path / "a").mkdir()
    (tmp_path / "a/mine.txt").touch()
    for _ in range(2):
        with pytest.raises(OutputError, match="a: this file cannot be written: is a directory"):
            recover(tmp_path)
    (tmp_path / "a/mine.txt").unlink()
    (tmp_path / "a").rmdir()
    write_output(tmp_path, {"a": b"new"})
    assert tree(tmp_path) == {"a": b"new"}


def test_a_name_that_changes_in_case_alone_is_the_new_one(tmp_path: Path) -> None:
    write_output(tmp_path, {"About/Index.html": b"x", "b.html": b"b"})
    write_output(tmp_path, {"about/index.html": b"x", "b.html": b"b"})
    assert tree(tmp_path) == {"about/index.html": b"x", "b.html": b"b"}


def test_a_symlink_from_the_new_name_to_the_old_does_not_stop_a_build(tmp_path: Path) -> None:
    write_output(tmp_path, {"About/index.html": b"x"})
    (tmp_path / "about").symlink_to("About")
    write_output(tmp_path, {"about/index.html": b"x"})
    assert (tmp_path / "about/index.html").read_bytes() == b"x"


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
    names = ["../precious.txt", str(outside), 7, "x/../../precious.txt", "", ".", "\0", "\ud800"]
    (output / RECORD_NAME).write_text(json.dumps(names))
    assert write_output(output, {}) == ((), ())
    assert outside.read_text() == "precious"


@pytest.mark.parametrize("record", ["", "{", "{}", "null", "7"])
def test_a_record_that_cannot_be_read_is_as_none(tmp_path: Path, record: str) -> None:
    (tmp_path / RECORD_NAME).write_text(record)
    assert write_output(tmp_path, {"a.html": b"a"}) == (("a.html",), ())
