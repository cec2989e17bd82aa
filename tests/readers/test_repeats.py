"""Versions of one record in a dump, and records that have one id."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from sitegen.readers import ReadOptions, SourceRead, read_source

_OLD = {"text": "old", "updated_at": "2024-01-02T10:00:00Z"}
_NEW = {"text": "new", "updated_at": "2024-03-04T10:00:00Z"}


def _read(folder: Path, files: Mapping[str, object]) -> SourceRead:
    folder.mkdir(exist_ok=True)
    for name, records in files.items():
        (folder / name).write_text(json.dumps(records), "utf-8")
    return read_source(folder, ReadOptions())


@pytest.mark.parametrize(
    "own",
    [
        {"id": 7, "created_at": "2023-05-06T07:08:09Z"},
        {"id": 7, "date": "2023-05-06"},
        {"id": "0f3c8a1e-5f7b", "url": "https://a.example/7"},
        {"id": 7, "title": "The wick"},
    ],
)
@pytest.mark.parametrize(("older", "newer"), [("a", "b"), ("b", "a")])
def test_of_two_versions_of_a_record_the_one_changed_later_counts(
    tmp_path: Path, own: Mapping[str, object], older: str, newer: str
) -> None:
    alone = _read(tmp_path / "one", {"x.json": [{**own, **_OLD}]})
    read = _read(
        tmp_path / "all", {f"{older}.json": [{**own, **_OLD}], f"{newer}.json": [{**own, **_NEW}]}
    )
    assert [document.text for document in read.documents] == ["new"]
    assert read.left_out == {"superseded": 1}
    if len(str(own["id"])) > 1:  # a short id is that of its dump
        assert read.documents[0].id == alone.documents[0].id


def test_of_two_versions_in_one_file_the_later_one_counts(tmp_path: Path) -> None:
    own = {"id": 7, "created_at": "2023-05-06T07:08:09Z"}
    path = tmp_path / "all.json"
    path.write_text(json.dumps([{**own, **_NEW}, {**own, **_OLD}]), "utf-8")
    read = read_source(path, ReadOptions())
    assert [document.text for document in read.documents] == ["new"]


def test_records_that_files_number_alike_are_not_versions(tmp_path: Path) -> None:
    read = _read(
        tmp_path,
        {"a.json": [{"id": 7, **_OLD}], "b.json": [{"id": 7, **_NEW}, {"id": 7, "text": "other"}]},
    )
    assert [document.text for document in read.documents] == ["old", "new", "other"]
    assert len({document.id for document in read.documents}) == 3


_POST = {"id": "0f3c8a1e-5f7b", "title": "The wick", "created_at": "2023-05-06T07:08:09Z"}
_KEPT = {"id": "0f3c8a1e-0000", "text": "kept", "created_at": "2023-05-05T07:08:09Z"}


@pytest.mark.parametrize("changed", ["2024-01-02T10:00:00Z", None])
def test_what_a_later_file_says_not_to_be_public_is_left_out(
    tmp_path: Path, changed: str | None
) -> None:
    public = {**_POST, "text": "canary", "updated_at": changed}
    private = {**public, "status": "private", "updated_at": changed and "2024-05-02T10:00:00Z"}
    read = _read(tmp_path, {"a.json": [_KEPT, public], "b.json": [_KEPT, private]})
    assert [document.text for document in read.documents] == ["kept"]
    assert read.left_out == {"private": 1, "duplicate": 1, "superseded": 1}


def test_what_was_a_draft_in_an_earlier_file_or_has_a_new_draft_is_read(tmp_path: Path) -> None:
    draft = {**_POST, "text": "old draft", "status": "draft"}
    public = {**_POST, "text": "public", "status": "published"}
    newer = {**_POST, "text": "new draft", "status": "draft"}
    read = _read(tmp_path, {"a.json": [_KEPT, draft], "b.json": [_KEPT, public, newer]})
    assert [document.text for document in read.documents] == ["kept", "public"]
