"""A folder with several dumps: each is read, whatever its format."""

import json
import shutil
from pathlib import Path

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
