"""JSON that holds a table column after column, as pandas writes it by default."""

import json
from pathlib import Path

import pytest

from sitegen.errors import DumpError
from sitegen.readers import ReadOptions, SourceRead, read_source


def _read(tmp_path: Path, content: object) -> SourceRead:
    (tmp_path / "table.json").write_text(json.dumps(content), "utf-8")
    return read_source(tmp_path / "table.json", ReadOptions())


@pytest.mark.parametrize("as_lists", [True, False])
def test_columns_are_read_as_rows(tmp_path: Path, *, as_lists: bool) -> None:
    table: dict[str, list[object]] = {
        "title": ["Tea", "Milk", "Rye"],
        "text": ["It is hot.", "It is cold.", "A canary."],
        "date": [1704067200000, None, None],
        "status": ["published", None, "draft"],
    }
    columns = {name: dict(enumerate(cells)) for name, cells in table.items()}
    read = _read(tmp_path, table if as_lists else columns)
    tea, milk = read.documents
    assert [(each.title, each.text) for each in (tea, milk)] == [
        ("Tea", "It is hot."),
        ("Milk", "It is cold."),
    ]
    assert tea.date is not None
    assert tea.date.year == 2024
    assert read.left_out == {"draft": 1}


def test_a_long_table_of_columns_is_no_single_record(tmp_path: Path) -> None:
    table = {
        "text": ["It is hot. " * 200_000, "canary"],
        "date": ["2024-01-01", "2024-01-02"],
        "visibility": ["public", "private"],
    }
    read = _read(tmp_path, table)
    assert [document.text[:10] for document in read.documents] == ["It is hot."]
    assert read.left_out == {"private": 1}


_TEXTS = ["The tide is out at last.", "A canary that nobody hears.", "Two lamps burn at night."]
_COLUMNS = {"title": ["Tea", "Milk", "Rye"], "text": _TEXTS, "date": ["2024-01-02"] * 3}
_SEEN = ["public", "private", "public"]
_TABLE = {**_COLUMNS, "visibility": _SEEN}
_NUMBERED = {name: dict(enumerate(cells)) for name, cells in _TABLE.items()}


@pytest.mark.parametrize(
    "content",
    [
        {"posts": _TABLE},
        {"posts": _TABLE, "meta": {"rows": 3}},
        {"posts": {"text": _TEXTS, "visibility": _SEEN}},
        {"rows": 3, "name": "tea", **_TABLE},
        {"export": {"posts": _NUMBERED}},
        {"data": _NUMBERED},
        [_TABLE],
        [_TABLE, _TABLE],
        {"posts": [_TABLE]},
        {"2024": _TABLE},
        {"posts": {**_TABLE, "author": [{"name": "Ann"}] * 3}},
        {**_COLUMNS, "private": {"0": False, "1": True, "2": False}},
    ],
)
def test_the_private_rows_of_columns_anywhere_in_a_file_are_left_out(
    tmp_path: Path, content: object
) -> None:
    read = _read(tmp_path, content)
    assert [each.text for each in read.documents] == [_TEXTS[0], _TEXTS[2]]
    assert read.left_out["private"] >= 1


@pytest.mark.parametrize("uneven", [["public"], [*_SEEN, "public"], [], {"0": "public"}])
@pytest.mark.parametrize("is_below", [True, False])
def test_columns_with_different_rows_are_refused(
    tmp_path: Path, uneven: object, *, is_below: bool
) -> None:
    table = {**_COLUMNS, "visibility": uneven}
    with pytest.raises(DumpError, match="“title” and “visibility” have different rows"):
        _read(tmp_path, {"posts": table} if is_below else table)


def test_columns_with_different_rows_are_lost_beside_others(tmp_path: Path) -> None:
    read = _read(tmp_path, [_TABLE, {**_TABLE, "visibility": ["public"]}])
    assert len(read.documents) == 2
    assert [lost.what for lost in read.lost] == ["a table of 3 texts"]


@pytest.mark.parametrize(
    "content",
    [
        {"sender": ["Ann", "Bo", "Cy"], "recipient": ["Ann", "Bo", "Cy"], **_COLUMNS},
        {"posts": {"sender": ["Ann", "Bo", "Cy"], "recipient": ["D", "E", "F"], **_COLUMNS}},
        {"sender": {"0": "Ann", "1": "Bo"}, "text": {"0": "canary one", "1": "canary two"}},
        {"name": ["canary", "canary"], "phone": ["0123", "0456"], "text": ["a", "b"]},
    ],
)
def test_columns_of_messages_and_contacts_are_refused(tmp_path: Path, content: object) -> None:
    with pytest.raises(DumpError):
        _read(tmp_path, content)


def test_paragraphs_and_tags_of_one_record_are_no_columns(tmp_path: Path) -> None:
    parts = {"text": ["The tide is out at last.", "Two lamps burn."], "tags": ["sea", "ferry"]}
    assert "Two lamps burn." in _read(tmp_path, parts).documents[0].text
    named = {**parts, "title": "Sea", "author": ["Ann", "Bo"], "date": ["2024-01-02"]}
    assert "Two lamps burn." in _read(tmp_path, [named]).documents[0].text


def test_a_list_of_objects_is_no_column(tmp_path: Path) -> None:
    posts = {
        "posts": [{"text": "The tide is out."}, {"text": "Two lamps burn."}],
        "tags": ["a", "b"],
    }
    assert len(_read(tmp_path, posts).documents) == 2
