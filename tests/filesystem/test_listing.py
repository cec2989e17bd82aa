"""Listing the files of a folder."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.errors import ContentError, ThemeError
from sitegen.filesystem.listing import (
    copied_names,
    is_unlisted,
    list_content,
    list_files,
    page_names,
)
from tests.rights import without_roots_rights


def names(folder: Path) -> list[str]:
    return [str(path) for path in list_files(folder, ContentError)]


@contextmanager
def folder_for_anybody() -> Iterator[Path]:
    """A folder that others than root get at, unlike those of pytest."""
    with TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


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


def flaws(folder: Path) -> list[tuple[str, str]]:
    return [(flaw.name, flaw.kind) for flaw in list_content(folder, ContentError).flaws]


def test_links_to_folders_are_followed_wherever_they_stand(tmp_path: Path) -> None:
    fill(tmp_path, "vault/a.md", "vault/deep/b.md", "content/topics/t/c.md")
    (tmp_path / "content/topics/linked").symlink_to(tmp_path / "vault")
    (tmp_path / "vault/deep/more").symlink_to("../../other")
    fill(tmp_path, "other/d.md")
    assert names(tmp_path / "content") == [
        "topics/linked/a.md",
        "topics/linked/deep/b.md",
        "topics/linked/deep/more/d.md",
        "topics/t/c.md",
    ]
    assert flaws(tmp_path / "content") == []


@pytest.mark.parametrize("target", ["..", "../..", "../../..", "."])
def test_a_link_to_a_folder_around_it_is_named_once_and_not_followed(
    tmp_path: Path, target: str
) -> None:
    fill(tmp_path, "content/topics/t/a.md")
    (tmp_path / "content/topics/t/up").symlink_to(target)
    assert names(tmp_path / "content") == ["topics/t/a.md"]
    assert flaws(tmp_path / "content") == [("topics/t/up", "inside itself")]


def test_symlinked_folders_that_contain_each_other_are_walked_once(tmp_path: Path) -> None:
    fill(tmp_path, "a/x.md", "b/y.md")
    (tmp_path / "a/b").symlink_to("../b")
    (tmp_path / "b/a").symlink_to("../a")
    assert names(tmp_path) == ["a/b/y.md", "a/x.md", "b/a/x.md", "b/y.md"]
    assert flaws(tmp_path) == [("a/b/a", "inside itself"), ("b/a/b", "inside itself")]


def test_folders_that_all_lead_to_each_other_are_not_read_in_every_order(tmp_path: Path) -> None:
    folders = "abcdefgh"
    for one in folders:
        fill(tmp_path, f"{one}/x.md")
        for other in folders.replace(one, ""):
            (tmp_path / one / other).symlink_to(f"../{other}")
    assert len(names(tmp_path)) < len(folders) ** 3
    assert "repeated" in {kind for _, kind in flaws(tmp_path)}


def test_one_folder_may_be_linked_twice(tmp_path: Path) -> None:
    fill(tmp_path, "pictures/a.png", "content/index.md")
    (tmp_path / "content/media").mkdir()
    for name in ("one", "two"):
        (tmp_path / "content/media" / name).symlink_to(tmp_path / "pictures")
    assert names(tmp_path / "content") == ["index.md", "media/one/a.png", "media/two/a.png"]


def test_a_folder_linked_twice_brings_its_own_links_along_both_times(tmp_path: Path) -> None:
    fill(tmp_path, "pictures/a.png", "vault/b.md", "content/index.md")
    (tmp_path / "vault/pictures").symlink_to(tmp_path / "pictures")
    for name in ("one", "two"):
        (tmp_path / "content" / name).symlink_to(tmp_path / "vault")
    listed = names(tmp_path / "content")
    assert {"one/pictures/a.png", "two/pictures/a.png"} < set(listed)
    assert flaws(tmp_path / "content") == []


def test_an_unreadable_file_does_not_affect_other_files(tmp_path: Path) -> None:
    fill(tmp_path, "a.md", os.fsdecode(b"caf\xe9.md"), os.fsdecode(b"caf\xe8/b.md"))
    (tmp_path / "loop.md").symlink_to("loop.md")
    (tmp_path / "gone.md").symlink_to("nothing.md")
    (tmp_path / "through.md").symlink_to("a.md/b.md")
    os.mkfifo(tmp_path / "pipe.md")
    assert names(tmp_path) == ["a.md"]
    assert sorted(kind for _, kind in flaws(tmp_path)) == sorted(
        ["name", "name", "loop", "missing", "missing", "special"]
    )


def test_a_folder_that_cannot_be_read_is_named_and_the_rest_is_listed() -> None:
    with folder_for_anybody() as folder:
        fill(folder, "a.md", "closed/b.md", "media/closed.png")
        (folder / "closed").chmod(0)
        (folder / "media/closed.png").chmod(0)
        with without_roots_rights():
            listing = list_content(folder, ContentError)
        (folder / "closed").chmod(0o700)
    assert "a.md" in listing.names
    assert "media/closed.png" not in listing.names
    assert [(flaw.name, flaw.kind) for flaw in listing.flaws] == [
        ("closed", "unreadable"),
        ("media/closed.png", "unreadable"),
    ]


def test_a_flaw_with_a_name_that_is_not_utf_8_can_be_printed(tmp_path: Path) -> None:
    fill(tmp_path, os.fsdecode(b"caf\xe9.md"))
    (flaw,) = list_content(tmp_path, ContentError).flaws
    assert rb"caf\xe9.md: the name" in str(flaw.error(tmp_path, ContentError)).encode()


def test_dot_files_for_the_root_are_listed_and_those_for_other_programs_are_not(
    tmp_path: Path,
) -> None:
    static = [".nojekyll", ".well-known/security.txt", "a.txt"]
    left_out = [".git/config", ".DS_Store", "._a.txt", ".a.txt.swp", "a.txt~", ".gitignore"]
    fill(tmp_path, *(f"static/{name}" for name in [*static, *left_out]), ".well-known/x")
    listed = list_content(tmp_path, ContentError).names
    assert listed == tuple(f"static/{name}" for name in static)
    assert not any(is_unlisted(PurePosixPath(name)) for name in listed)
    assert all(is_unlisted(PurePosixPath("static", name)) for name in left_out)


@pytest.mark.parametrize("folder", ["", "static/", "media/", "topics/a/"])
def test_files_that_systems_add_to_folders_are_left_out(tmp_path: Path, folder: str) -> None:
    fill(tmp_path, *(f"{folder}{name}" for name in ["Thumbs.db", "Desktop.ini", "Icon\r"]))
    fill(tmp_path, f"{folder}thumbs.png", f"{folder}__MACOSX/a.md")
    assert list_content(tmp_path, ContentError).names == (f"{folder}thumbs.png",)
    assert [path.as_posix() for path in list_files(tmp_path, ContentError)] == [
        f"{folder}thumbs.png"
    ]


@pytest.mark.parametrize("name", ["a.html.bak", "b.jpg.ORIG", "c.html.swp", "~$d.docx", "e/f.tmp"])
def test_backup_copies_are_listed_but_not_copied(tmp_path: Path, name: str) -> None:
    fill(tmp_path, f"static/{name}", f"media/{name}", "static/bak.html", "media/orig.jpg")
    names = list_content(tmp_path, ContentError).names
    assert f"static/{name}" in names
    assert copied_names(names) == ["media/orig.jpg", "static/bak.html"]


@pytest.mark.parametrize("name", ["a.md", "b.markdown", "c.MD", "d.mdown", "e.mkd", "f.Markdown"])
def test_pages_go_by_every_usual_ending(name: str) -> None:
    assert page_names([name, f"media/{name}", f"static/{name}", f"{name}~"]) == [name]
