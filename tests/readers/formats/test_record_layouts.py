"""Files of JSON in the layout of one program: Elasticsearch, Sanity, Google Sheets, Notion."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from sitegen.errors import DumpError
from sitegen.readers import ReadOptions, SourceRead, read_source

Row = dict[str, Any]


def _read(folder: Path, text: str, name: str = "export.json") -> SourceRead:
    path = folder / name
    path.write_text(text, "utf-8")
    return read_source(path, ReadOptions())


def _lines(rows: Iterable[Row]) -> str:
    return "".join(json.dumps(row) + "\n" for row in rows)


def test_documents_below_actions_of_elasticsearch_are_read_but_not_those_deleted_later(
    tmp_path: Path,
) -> None:
    rows: list[Row] = [
        {"index": {"_index": "blog", "_id": "1"}},
        {"title": "Wick", "body": "It burns.", "published_at": "2020-06-01T08:00:00Z"},
        {"create": {"_id": "2"}},
        {"title": "Gone", "body": "canary"},
        {"update": {"_id": "3"}},
        {"doc": {"title": "Oil", "body": "It flows."}},
        {"delete": {"_id": "2"}},
        {"index": {}},
        {"title": "Soon", "body": "canary", "state": "draft"},
    ]
    read = _read(tmp_path, _lines(rows))
    assert [document.text for document in read.documents] == ["It burns.", "It flows."]
    assert read.left_out == {"trash": 1, "draft": 1}


def test_documents_of_sanity_have_the_names_of_those_they_refer_to(tmp_path: Path) -> None:
    block = [{"_type": "block", "children": [{"_type": "span", "text": "It burns."}]}]
    common = {"_rev": "r", "_createdAt": "2021-03-02T09:00:00Z"}
    references = {"author": {"_ref": "ann"}, "categories": [{"_ref": "lamps"}]}
    rows: list[Row] = [
        {"_id": "ann", "_type": "author", "name": "Ann", "bio": "canary", **common},
        {"_id": "lamps", "_type": "category", "title": "Lamps", "description": "canary", **common},
        {"_id": "a", "_type": "post", "title": "Wick", "body": block, **common, **references},
        {"_id": "drafts.b", "_type": "post", "title": "canary", "body": block, **common},
        {"_id": "c", "_type": "enquiry", "email": "a@b.example", "body": "canary", **common},
    ]
    read = _read(tmp_path, _lines(rows), "production.ndjson")
    (document,) = read.documents
    assert (document.title, document.text) == ("Wick", "It burns.")
    assert (document.author, document.tags) == ("Ann", ("Lamps",))
    assert read.left_out == {"other kind": 3, "draft": 1}


def test_rows_of_the_visualization_api_are_read_with_its_dates(tmp_path: Path) -> None:
    columns = [{"id": name[0], "label": name} for name in ("Title", "Text", "Date")]
    rows: list[Row] = [
        {"c": [{"v": "Wick"}, {"v": "It burns."}, {"v": "Date(2023,11,1)", "f": "1/12"}]},
        {"c": [None, {"v": "It flows."}, {"v": "Date(2023,0,5,10,30,0)"}]},
    ]
    table = json.dumps({"status": "ok", "table": {"cols": columns, "rows": rows}})
    read = _read(tmp_path, f"/*O_o*/\ngoogle.visualization.Query.setResponse({table});", "a.txt")
    assert [(d.title, d.text, str(d.date)) for d in read.documents] == [
        ("Wick", "It burns.", "2023-12-01 00:00:00+00:00"),
        (None, "It flows.", "2023-01-05 10:30:00+00:00"),
    ]


def _page(number: int, title: str, **properties: Row) -> Row:
    words = [{"plain_text": title}]
    return {
        "object": "page",
        "id": f"59833787-2cf9-4fdf-8782-e53db20768a{number}",
        "created_time": "2022-03-01T19:05:00.000Z",
        "url": "https://www.notion.so/canary",
        "parent": {},
        "archived": False,
        "in_trash": False,
        "properties": {"Name": {"type": "title", "title": words}, **properties},
    }


def _rich(*parts: Row) -> Row:
    return {"type": "rich_text", "rich_text": list(parts)}


def test_pages_of_the_interface_of_notion_are_read_by_the_types_of_their_properties(
    tmp_path: Path,
) -> None:
    text = _rich(
        {"plain_text": "It "},
        {"plain_text": "burns", "annotations": {"bold": True}},
        {"plain_text": " here.", "href": "https://lamp.example/"},
    )
    tags = {"type": "multi_select", "multi_select": [{"name": "lamps"}]}
    day = {"type": "date", "date": {"start": "2022-03-14"}}
    draft = {"type": "status", "status": {"name": "Draft"}}
    canary = _rich({"plain_text": "canary"})
    pages = [
        _page(1, "Wick", Words=text, Tags=tags, Date=day),
        _page(2, "canary", Words=canary, Status=draft),
        {**_page(3, "canary", Words=canary), "in_trash": True},
    ]
    read = _read(tmp_path, json.dumps({"object": "list", "results": pages}))
    (document,) = read.documents
    assert document.text == "It **burns** [here.](https://lamp.example/)"
    assert (document.title, document.tags, document.source) == ("Wick", ("lamps",), None)
    assert str(document.date)[:10] == "2022-03-14"
    assert read.left_out == {"draft": 1, "trash": 1}


@pytest.mark.parametrize(
    "properties",
    [{"Mail": {"type": "email", "email": "a@b.example"}}, {"Due": {"type": "date", "date": None}}],
)
def test_a_database_of_people_or_tasks_in_notion_is_refused(
    tmp_path: Path, properties: Row
) -> None:
    page = _page(1, "canary", Text=_rich({"plain_text": "canary"}), **properties)
    with pytest.raises(DumpError, match="Notion"):
        _read(tmp_path, json.dumps({"object": "list", "results": [page]}))


@pytest.mark.parametrize(
    "form",
    [
        lambda each: {"data": [{"id": 1, "attributes": each}]},
        lambda each: {"data": {"id": 1, "attributes": each}},
        lambda each: {"nodes": [each]},
        lambda each: {"edges": [{"node": each}]},
        lambda each: {**each, "data": {"count": 3}, "attributes": {"colour": "red"}},
    ],
)
def test_authors_tags_and_pictures_are_found_in_the_objects_around_them(
    tmp_path: Path, form: Callable[[Row], Row]
) -> None:
    row = {
        "title": "Wick",
        "body": "It burns.",
        "author": form({"name": "Ann", "email": "canary@a.example"}),
        "tags": form({"name": "oil", "slug": "canary"}),
        "cover": form({"url": "/uploads/wick.png", "alternativeText": "canary"}),
    }
    (document,) = _read(tmp_path, json.dumps([row])).documents
    assert (document.author, document.tags) == ("Ann", ("oil",))
    assert [medium.name for medium in document.media] == ["/uploads/wick.png"]
