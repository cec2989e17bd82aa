"""Listing the files of a folder."""

import os
from contextlib import suppress
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.errors import ContentError, ThemeError
from sitegen.folders import is_unlisted, list_files


def names(folder: Path) -> list[str]:
    return [str(path) for path in list_files(folder, ContentError)]


def fill(folder: Path, *files: str) -> None:
    for name in files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()


def test_files_are_listed_in_the_order_of_their_paths(tmp_path: Path) -> None:
    fill(tmp_path, "b.md", "a/z.md", "a.md", "a/b/c.md")
    assert names(tmp_path) == ["a/b/c.md", "a/z.md", "a.md", "b.md"]


@given(st.sets(st.text("aB/.-é", min_size=1, max_size=9), max_size=12))
def test_files_are_listed_as_sorted_by_the_parts_of_their_paths(paths: set[str]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        wanted = {PurePosixPath(path.strip("/")) for path in paths}
        for path in wanted:
            if ".." not in path.parts:
                with suppress(OSError):  # a file is where a folder is to be
                    fill(folder, str(path))
        files = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
        listed = sorted(path for path in files if not is_unlisted(path))
        assert names(folder) == [str(path) for path in listed]


def test_dot_files_and_what_dot_folders_hold_are_left_out(tmp_path: Path) -> None:
    fill(tmp_path, "a.md", ".b.md", ".git/c.md", "d/.e/f.md")
    assert names(tmp_path) == ["a.md"]


def test_folders_and_links_to_nothing_are_no_files(tmp_path: Path) -> None:
    (tmp_path / "a.md").mkdir()
    (tmp_path / "b.md").symlink_to("nothing")
    assert names(tmp_path) == []


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert names(tmp_path / "none") == []


def test_a_file_in_the_place_of_the_folder_is_an_error(tmp_path: Path) -> None:
    fill(tmp_path, "media")
    with pytest.raises(ThemeError, match="media: this folder cannot be read: Not a directory"):
        list_files(tmp_path / "media", ThemeError)


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads every folder")
@pytest.mark.parametrize("mode", [0o000, 0o400])
def test_a_folder_that_cannot_be_read_is_an_error(tmp_path: Path, mode: int) -> None:
    fill(tmp_path, "closed/a.md")
    (tmp_path / "closed").chmod(mode)
    try:
        with pytest.raises(ContentError, match="this folder cannot be read: Permission denied"):
            names(tmp_path)
    finally:
        (tmp_path / "closed").chmod(0o700)


@pytest.mark.parametrize("name", [b"caf\xe9.md", b"caf\xe9/a.md"])
def test_a_name_that_is_not_utf_8_is_an_error_that_can_be_printed(
    tmp_path: Path, name: bytes
) -> None:
    fill(tmp_path, os.fsdecode(name))
    with pytest.raises(ContentError, match="is not UTF-8") as caught:
        names(tmp_path)
    assert rb"caf\xe9" in str(caught.value).encode()
