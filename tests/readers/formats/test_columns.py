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


@pytest.mark.parametrize(
    "content",
    [
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


def test_a_list_of_objects_is_no_column(tmp_path: Path) -> None:
    posts = {
        "posts": [{"text": "The tide is out."}, {"text": "Two lamps burn."}],
        "tags": ["a", "b"],
    }
    assert len(_read(tmp_path, posts).documents) == 2
