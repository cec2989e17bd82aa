"""Files of records in a folder or an archive with the pictures that they show."""

import json
import shutil
from pathlib import Path

import pytest

from sitegen.errors import DumpError
from sitegen.readers.findings import Lost, ReadOptions
from sitegen.readers.reading import SourceRead, read_source

_RECORDS = [
    {"text": "A lamp", "image": "lamp.jpg", "image_alt": "It burns"},
    {"text": "A cup", "images": [{"path": "photos/cup.png", "alt": "It is hot"}]},
    {"text": "See ![the cup](photos/cup.png)."},
    {"html": "<p>Two</p><img src='photos/cup.png' alt='Hot'>", "url": "https://a.example/b/2"},
    {"title": "Ropes", "url": "https://b.example/ropes", "image": "/photos/lamp.jpg"},
    {"text": "Gone", "image": "https://a.example/lamp.jpg"},
]


def _folder(tmp_path: Path, name: str, content: str) -> Path:
    folder = tmp_path / "dump"
    (folder / "photos").mkdir(parents=True)
    (folder / name).write_text(content, "utf-8")
    for picture in ("lamp.jpg", "cup.png"):
        (folder / "photos" / picture).write_bytes(b"\xff\xd8\xff")
    return folder


def _read(path: Path) -> SourceRead:
    return read_source(path, ReadOptions())


def _shown(read: SourceRead) -> list[list[tuple[str | None, str]]]:
    return [[(medium.entry, medium.alt) for medium in each.media] for each in read.documents]


@pytest.mark.parametrize("kind", [None, "zip", "gztar"])
def test_records_show_the_pictures_beside_their_file(tmp_path: Path, kind: str | None) -> None:
    folder = _folder(tmp_path, "posts.json", json.dumps(_RECORDS))
    read = _read(
        Path(shutil.make_archive(str(tmp_path / "packed"), kind, folder)) if kind else folder
    )
    assert read.formats == ("json",)
    assert _shown(read) == [
        [("photos/lamp.jpg", "It burns")],
        [("photos/cup.png", "It is hot")],
        [("photos/cup.png", "the cup")],
        [("photos/cup.png", "Hot")],
        [("photos/lamp.jpg", "")],
        [(None, "")],
    ]
    (lost,) = read.lost
    assert isinstance(lost, Lost)
    assert lost.where == "https://a.example/lamp.jpg"
    assert not read.unread


def test_rows_show_the_pictures_beside_their_table(tmp_path: Path) -> None:
    folder = _folder(tmp_path, "posts.csv", "text,image\nA lamp,photos/lamp.jpg\nNone,\n")
    read = _read(folder)
    assert read.formats == ("csv",)
    assert _shown(read) == [[("photos/lamp.jpg", "")], []]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("chat.json", '[{"sender": "Ann", "text": "canary", "ts": "1"}]'),
        ("people.csv", "First Name,Last Name,Email Address,Note\nA,B,a@a.example,canary\n"),
        ("notes.json", '{"activeNotes": [{"id": "1", "content": "canary"}], "trashedNotes": []}'),
    ],
)
def test_what_is_private_is_refused_beside_pictures_too(
    tmp_path: Path, name: str, content: str
) -> None:
    with pytest.raises(DumpError):
        _read(_folder(tmp_path, name, content))


def test_several_files_with_records_of_one_kind_are_read(tmp_path: Path) -> None:
    folder = _folder(tmp_path, "2024-01.json", '[{"id": 1, "text": "A lamp", "image": "lamp.jpg"}]')
    (alone,) = _read(folder).documents
    (folder / "2024-02.json").write_text('[{"id": 1, "text": "A cup"}, {"id": 2, "text": "Tea"}]')
    (folder / "2024-03.json").write_text('[{"id": 2, "text": "Tea"}, {"id": 2, "text": "Coffee"}]')
    (folder / "drafts").mkdir()
    for aside in ("likes.json", "deleted-posts.json", "drafts/2024-01.json"):
        (folder / aside).write_text('[{"id": 5, "text": "canary"}]', "utf-8")
    read = _read(folder)
    assert [each.text for each in read.documents] == ["A lamp", "A cup", "Tea", "Coffee"]
    assert len({each.id for each in read.documents}) == len(read.documents)
    assert read.documents[0] == alone
    assert read.left_out == {"duplicate": 1}
    assert set(read.unread) == {"deleted-posts.json", "drafts/2024-01.json", "likes.json"}


def test_the_id_of_a_record_does_not_depend_on_what_is_in_later_files(tmp_path: Path) -> None:
    folder = _folder(tmp_path, "a.csv", "id,text\n1,A lamp\n")
    (folder / "b.csv").write_text("id,text\n1,A cup\n", "utf-8")
    before = [each.id for each in _read(folder).documents]
    (folder / "b.csv").write_text("id,text\n1,A hot cup\n", "utf-8")
    (folder / "c.csv").write_text("id,text\n1,Tea\n", "utf-8")
    assert [each.id for each in _read(folder).documents][:2] == before


@pytest.mark.parametrize("other", ['[{"name": "Ann", "text": "canary"}]', "[1, 2]", '{"a": "b"}'])
def test_files_of_several_kinds_are_refused(tmp_path: Path, other: str) -> None:
    folder = _folder(tmp_path, "posts.json", '[{"id": 1, "text": "A lamp", "date": "2024-01-01"}]')
    (folder / "other.json").write_text(other, "utf-8")
    with pytest.raises(DumpError):
        _read(folder)
