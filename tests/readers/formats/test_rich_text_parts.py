"""Parts of rich text beyond paragraphs: boxes to tick, people mentioned, formulas, numbers."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from sitegen.readers import ReadOptions, SourceRead, read_source


def _read(tmp_path: Path, value: object) -> SourceRead:
    path = tmp_path / "posts.json"
    posts = [{"title": "Lamps", "body": value}, {"title": "Tea", "body": "Hot."}]
    path.write_text(json.dumps(posts), "utf-8")
    return read_source(path, ReadOptions())


def _text(word: str) -> list[dict[str, Any]]:
    return [{"type": "text", "text": word}]


def _doc(*nodes: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "doc", "content": nodes}


def _task(word: str, **attributes: object) -> dict[str, Any]:
    inner = {"type": "paragraph", "content": _text(word)}
    return {"type": "taskItem", "attrs": attributes, "content": [inner]}


def _lexical(kind: str, *items: Mapping[str, Any], **more: object) -> dict[str, Any]:
    list_ = {"type": "list", "listType": kind, "children": items, **more}
    return {"root": {"type": "root", "children": [list_]}}


def _item(word: str, **more: object) -> dict[str, Any]:
    return {"type": "listitem", "children": _text(word), **more}


_STYLED_ITEMS = [
    {"content": "oil", "meta": {"checked": True}, "items": []},
    {"content": "wick", "meta": {"checked": False}, "items": []},
]


@pytest.mark.parametrize(
    "written",
    [
        {"blocks": [{"type": "checklist", "data": {"items": [
            {"text": "oil", "checked": True}, {"text": "wick", "checked": False}]}}]},
        {"blocks": [{"type": "list", "data": {"style": "checklist", "items": _STYLED_ITEMS}}]},
        {"ops": [
            {"insert": "oil"}, {"insert": "\n", "attributes": {"list": "checked"}},
            {"insert": "wick"}, {"insert": "\n", "attributes": {"list": "unchecked"}}]},
        _lexical("check", _item("oil", checked=True), _item("wick", checked=False)),
        _doc({"type": "taskList", "content": [
            _task("oil", checked=True), _task("wick", checked=False)]}),
        _doc({"type": "taskList", "content": [
            _task("oil", state="DONE"), _task("wick", state="TODO")]}),
    ],
    ids=["Editor.js", "Editor.js 2", "Quill", "Lexical", "Tiptap", "Atlassian"],
)  # fmt: skip
def test_boxes_keep_whether_they_are_ticked(tmp_path: Path, written: object) -> None:
    read = _read(tmp_path, written)
    assert read.documents[0].text == "- ☑ oil\n- ☐ wick"
    assert read.lost == ()


@pytest.mark.parametrize(
    "written",
    [
        {"ops": [
            {"insert": "By "}, {"insert": {"mention": {"denotationChar": "@", "value": "Ann"}}},
            {"insert": " here\n"}]},
        _doc({"type": "paragraph", "content": [
            *_text("By "), {"type": "mention", "attrs": {"id": 7, "label": "Ann"}},
            *_text(" here")]}),
        _doc({"type": "paragraph", "content": [
            *_text("By "), {"type": "mention", "attrs": {"id": "7", "text": "@Ann"}},
            *_text(" here")]}),
        [{"type": "p", "children": [
            {"text": "By "}, {"type": "mention", "value": "Ann", "children": [{"text": ""}]},
            {"text": " here"}]}],
    ],
    ids=["Quill", "Tiptap", "Atlassian", "Slate"],
)  # fmt: skip
def test_people_mentioned_keep_their_names(tmp_path: Path, written: object) -> None:
    read = _read(tmp_path, written)
    assert read.documents[0].text == "By @Ann here"
    assert read.lost == ()


def test_a_formula_is_code_and_an_unknown_embed_is_lost(tmp_path: Path) -> None:
    embeds = [{"insert": {"formula": "e=mc^2"}}, {"insert": {"map": "here"}}]
    read = _read(tmp_path, {"ops": [{"insert": "So "}, *embeds, {"insert": "\n"}]})
    assert read.documents[0].text == "So `e=mc^2`"
    assert [lost.what for lost in read.lost] == ["a part of the type “map”"]


@pytest.mark.parametrize(
    "written",
    [
        _lexical("number", _item("oil"), _item("wick"), start=3),
        _doc({"type": "orderedList", "attrs": {"start": 3}, "content": [
            {"type": "listItem", "content": [{"type": "paragraph", "content": _text(word)}]}
            for word in ("oil", "wick")]}),
        {"blocks": [{"type": "list", "data": {
            "style": "ordered", "meta": {"start": 3}, "items": ["oil", "wick"]}}]},
    ],
    ids=["Lexical", "Tiptap", "Editor.js"],
)  # fmt: skip
def test_lists_keep_their_first_number(tmp_path: Path, written: object) -> None:
    assert _read(tmp_path, written).documents[0].text == "3. oil\n4. wick"


def test_a_table_of_editor_js_has_its_headings(tmp_path: Path) -> None:
    table = {"withHeadings": True, "content": [["a", "b"], ["1", "2"]]}
    warning = {"title": "Mind", "message": "It is hot."}
    blocks = [{"type": "table", "data": table}, {"type": "warning", "data": warning}]
    text = _read(tmp_path, {"blocks": blocks}).documents[0].text
    assert text == "| a | b |\n| --- | --- |\n| 1 | 2 |\n\n**Mind**\n\nIt is hot."


def test_a_picture_of_strapi_is_kept(tmp_path: Path) -> None:
    picture = {"url": "https://a.example/a.png", "alternativeText": "A lamp"}
    block = {"type": "image", "image": picture, "children": [{"type": "text", "text": ""}]}
    blocks = [{"type": "paragraph", "children": _text("So.")}, block]
    read = _read(tmp_path, blocks)
    assert [medium.name for medium in read.documents[0].media] == ["https://a.example/a.png"]
    assert "A lamp" in read.documents[0].text


@pytest.mark.parametrize(
    "written",
    [
        {"ops": [{"insert": "Two lamps.\n"}]},
        {"blocks": [{"type": "paragraph", "data": {"text": "Two lamps."}}]},
        _doc({"type": "paragraph", "content": _text("Two lamps.")}),
        [{"type": "paragraph", "children": _text("Two lamps.")}],
    ],
    ids=["Quill", "Editor.js", "Tiptap", "Slate"],
)
def test_rich_text_may_be_written_as_a_string(tmp_path: Path, written: object) -> None:
    assert _read(tmp_path, json.dumps(written)).documents[0].text == "Two lamps."


@pytest.mark.parametrize("written", ['{"a": "Two lamps burn here."}', "[Two] lamps.", "{", "[[1]]"])
def test_other_texts_in_brackets_stay_as_they_are(tmp_path: Path, written: str) -> None:
    assert _read(tmp_path, written).documents[0].text == written


def test_raw_html_and_unknown_blocks_of_editor_js_are_paragraphs_of_their_own(
    tmp_path: Path,
) -> None:
    link = {"link": "https://a.example/", "meta": {"title": "A lamp"}}
    blocks = [
        {"type": "raw", "data": {"html": "<b>Two</b>"}},
        {"type": "toggle", "data": {"text": "lamps"}},
        {"type": "linkTool", "data": link},
    ]
    text = _read(tmp_path, {"blocks": blocks}).documents[0].text
    assert text == "**Two**\n\nlamps\n\n[A lamp](https://a.example/)"


@pytest.mark.parametrize("mark", ["deletion", "suggestion_delete"])
def test_words_marked_as_deleted_are_not_published(tmp_path: Path, mark: str) -> None:
    canary = {"type": "text", "text": "canary", "marks": [{"type": mark}]}
    kept = {"type": "text", "text": " lamps", "marks": [{"type": "insertion"}]}
    written = _doc({"type": "paragraph", "content": [*_text("Two"), canary, kept]})
    assert _read(tmp_path, written).documents[0].text == "Two lamps"
