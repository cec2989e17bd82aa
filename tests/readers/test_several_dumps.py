"""A folder with several dumps: each is read, whatever its format."""

import json
import shutil
import zipfile
from pathlib import Path

from sitegen.readers import expand_folder
from sitegen.readers.findings import ReadOptions
from sitegen.readers.reading import SourceRead, read_source
from tests.paths import TESTS
from tests.readers.formats.x_archive import post, write_archive

_CASES = TESTS / "readers" / "cases"


def _read(path: Path) -> SourceRead:
    return read_source(path, ReadOptions())


def _copy(case: str, folder: Path) -> None:
    (dump,) = (path for path in (_CASES / case).iterdir() if path.is_dir())
    shutil.copytree(dump, folder)


def test_dumps_of_several_formats_in_one_folder_are_all_read(tmp_path: Path) -> None:
    write_archive(tmp_path / "twitter", [post(1, "mine")])
    _copy("telegram-account-2025", tmp_path / "telegram")
    (tmp_path / "list.pdf").write_bytes(b"%PDF-1.7\n")
    read = _read(tmp_path)
    assert set(read.formats) == {"x", "telegram"}
    assert {document.author for document in read.documents} == {"Nettle", "Night Ferry"}
    assert "list.pdf" in read.unread
    assert "twitter/data/tweets.js" not in read.unread


def test_texts_beside_several_dumps_are_read_too(tmp_path: Path) -> None:
    write_archive(tmp_path / "twitter", [post(1, "mine")])
    _copy("telegram-account-2025", tmp_path / "telegram")
    for name in ("one", "two"):
        path = tmp_path / f"blog/{name}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"---\ntitle: {name}\n---\n\nSome words.\n", "utf-8")
    assert {"one", "two"} <= {document.title for document in _read(tmp_path).documents}


def test_pictures_are_found_in_the_folder_of_their_dump(tmp_path: Path) -> None:
    write_archive(tmp_path / "twitter", [post(1, "mine")])
    _copy("telegram-account-2025", tmp_path / "telegram")
    media = [medium for document in _read(tmp_path).documents for medium in document.media]
    assert [medium.entry for medium in media] == [
        "telegram/photos/photo_1.jpg",
        "telegram/photos/photo_2.jpg",
    ]


def test_several_dumps_of_one_format_stay_with_one_reader(tmp_path: Path) -> None:
    write_archive(tmp_path / "older", [post(1, "mine")])
    write_archive(tmp_path / "newer", [post(1, "mine"), post(2, "more")])
    read = _read(tmp_path)
    assert [document.text for document in read.documents] == ["mine", "more"]
    assert read.left_out == {"duplicate": 1}


def test_one_folder_that_is_a_part_of_a_dump_changes_nothing(tmp_path: Path) -> None:
    write_archive(tmp_path, [post(1, "mine")])
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets/data.json").write_text(json.dumps({"a": 1}), "utf-8")
    assert _read(tmp_path).formats == ("x",)


def _archive(case: str, path: Path) -> None:
    made = shutil.make_archive(str(path.with_suffix("")), "zip", _CASES / case)
    Path(made).replace(path)


def test_a_folder_of_downloads_is_the_dumps_in_its_archives(tmp_path: Path) -> None:
    _archive("x-archive-2024", tmp_path / "x.zip")
    _archive("telegram-account-2025", tmp_path / "telegram.zip")
    (tmp_path / "list.pdf").write_bytes(b"%PDF-1.7\n")
    assert expand_folder(tmp_path) == (tmp_path / "telegram.zip", tmp_path / "x.zip")


def test_a_folder_with_a_dump_and_an_archive_is_both(tmp_path: Path) -> None:
    _archive("x-archive-2024", tmp_path / "x.zip")
    _copy("telegram-account-2025", tmp_path / "telegram")
    assert expand_folder(tmp_path) == (tmp_path / "x.zip", tmp_path)
    assert _read(tmp_path).formats == ("telegram",)


def test_archives_that_are_no_dumps_stay_closed(tmp_path: Path) -> None:
    write_archive(tmp_path, [post(1, "mine")])
    with zipfile.ZipFile(tmp_path / "notes.zip", "w") as archive:
        archive.writestr("notes.md", "# canary-note\n\nwords\n")
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04")
    assert expand_folder(tmp_path) == (tmp_path,)
    assert [document.text for document in _read(tmp_path).documents] == ["mine"]


def test_other_dumps_stay_as_they_are(tmp_path: Path) -> None:
    file = tmp_path / "dump.txt"
    file.write_text("words", "utf-8")
    assert expand_folder(file) == (file,)
    assert expand_folder(tmp_path / "missing") == (tmp_path / "missing",)
