"""Folders that are the export of a program that no reader knows, although they hold texts."""

import shutil
from pathlib import Path

import pytest

from sitegen.errors import DumpError
from sitegen.readers import ReadOptions, read_source
from tests.files import write_folder

_NOTE = {"color": "DEFAULT", "isTrashed": False, "isArchived": False, "textContent": "canary"}
_PAGE = (
    '<html><head><title>Milk</title></head><body><div class="note"><div class="heading">'
    '<div class="meta-icons"></div>May 1, 2024</div><div class="content">canary</div></div></body>'
)
_KEEP = {
    "Keep/a.json": _NOTE,
    "Keep/a.html": _PAGE,
    "Keep/Labels.txt": "canary",
    "archive_browser.html": "<html><head><title>Index</title></head><body>canary</body></html>",
}


_DIARY = (
    '<html><body><div class="pageContainer"><div class="pageHeader">Sunday</div>'
    '<div class="assetGrid"></div><div class="title">canary</div><div class="bodyText">canary</div>'
)


@pytest.mark.parametrize("packed", [False, True])
def test_a_diary_of_apple_is_refused_by_name(tmp_path: Path, *, packed: bool) -> None:
    files = {f"Journal/Entries/2024-11-0{n}.html": _DIARY for n in (1, 2)}
    folder = write_folder(
        tmp_path / "all", {**files, "Journal/index.html": "<html><p>canary</p></html>"}
    )
    if packed:
        folder = Path(shutil.make_archive(str(tmp_path / "packed"), "zip", folder))
    with pytest.raises(DumpError, match="an entry of a diary in Apple’s Journal"):
        read_source(folder, ReadOptions())


@pytest.mark.parametrize("top", ["", "Takeout/"])
def test_private_notes_in_an_export_of_google_are_refused_by_name(tmp_path: Path, top: str) -> None:
    folder = write_folder(tmp_path / "all", {f"{top}{name}": text for name, text in _KEEP.items()})
    with pytest.raises(DumpError, match="holds a note of Google Keep"):
        read_source(folder, ReadOptions())


def test_a_folder_of_pages_with_some_other_data_is_read(tmp_path: Path) -> None:
    pages = {f"{n}.html": f"<html><title>P{n}</title><p>Words {n}.</p></html>" for n in "123"}
    folder = write_folder(tmp_path / "all", {**pages, "keep.json": _NOTE})
    assert len(read_source(folder, ReadOptions()).documents) == 3


def test_a_small_website_is_read_although_it_has_a_sitemap(tmp_path: Path) -> None:
    page = "<html><body><main><h1>Milk</h1><p>Nobody buys any, and nobody drinks it.</p></main>"
    sitemap = "<urlset><url><loc>https://a.example/</loc></url></urlset>"
    write_folder(
        tmp_path, {"a.html": page, "b.html": page.replace("Milk", "Oil"), "s.xml": sitemap}
    )
    assert len(read_source(tmp_path, ReadOptions()).documents) == 2


def test_a_folder_of_nothing_but_chats_is_refused(tmp_path: Path) -> None:
    chat = "".join(f"[2024-05-01, 10:0{n}] {'AB'[n % 2]}: canary\n" for n in range(4))
    folder = write_folder(
        tmp_path / "all", {"Bo/chat.md": chat, "Bo/lamp.png": b"\x89PNG\r\n\x1a\n"}
    )
    with pytest.raises(DumpError, match="forms that are not read, such as that of a chat"):
        read_source(folder, ReadOptions())


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize(
    ("name", "files"),
    [
        ("notes of Simplenote", {"source/notes.json": "{}", "trash-1.txt": "canary"}),
        (
            "a Standard Notes backup",
            {"Standard Notes Backup and Import File.txt": "{}", "Items/Note/1.txt": "canary"},
        ),
    ],
)
def test_notes_beside_the_backup_of_their_program_are_refused_by_name(
    tmp_path: Path, name: str, files: dict[str, str], *, packed: bool
) -> None:
    folder = write_folder(tmp_path / "all", {**files, "One.txt": "canary", "Two.txt": "canary"})
    if packed:
        folder = Path(shutil.make_archive(str(tmp_path / "packed"), "zip", folder))
    with pytest.raises(DumpError, match=name):
        read_source(folder, ReadOptions())
