"""Rich text that editors keep as data, values with their types, and rows without names."""

import json
from pathlib import Path

import pytest

from sitegen.errors import DumpError
from sitegen.readers import ReadOptions, SourceRead, read_source

_TEXT = {"type": "text", "text": "Two lamps "}
_BOLD = {"type": "text", "text": "burn"}
_LINK = "https://lamps.example/"
_CONTENTFUL = {
    "nodeType": "document",
    "content": [
        {
            "nodeType": "heading-2",
            "data": {},
            "content": [{"nodeType": "text", "value": "Light", "marks": []}],
        },
        {
            "nodeType": "paragraph",
            "content": [
                {"nodeType": "text", "value": "Two lamps ", "marks": []},
                {"nodeType": "text", "value": "burn", "marks": [{"type": "bold"}]},
                {"nodeType": "text", "value": " ", "marks": []},
                {
                    "nodeType": "hyperlink",
                    "data": {"uri": _LINK},
                    "content": [{"nodeType": "text", "value": "here", "marks": []}],
                },
            ],
        },
        {
            "nodeType": "unordered-list",
            "content": [
                {
                    "nodeType": "list-item",
                    "content": [
                        {"nodeType": "paragraph", "content": [{"nodeType": "text", "value": "oil"}]}
                    ],
                }
            ],
        },
    ],
}
_PROSEMIRROR = {
    "type": "doc",
    "content": [
        {"type": "heading", "attrs": {"level": 2}, "content": [{"type": "text", "text": "Light"}]},
        {
            "type": "paragraph",
            "content": [
                _TEXT,
                {**_BOLD, "marks": [{"type": "bold"}]},
                {"type": "text", "text": " "},
                {
                    "type": "text",
                    "text": "here",
                    "marks": [{"type": "link", "attrs": {"href": _LINK}}],
                },
            ],
        },
        {
            "type": "bulletList",
            "content": [
                {
                    "type": "listItem",
                    "content": [
                        {"type": "paragraph", "content": [{"type": "text", "text": "oil"}]}
                    ],
                }
            ],
        },
    ],
}
_LEXICAL = {
    "root": {
        "type": "root",
        "children": [
            {"type": "heading", "tag": "h2", "children": [{"type": "text", "text": "Light"}]},
            {
                "type": "paragraph",
                "children": [
                    {**_TEXT, "format": 0},
                    {**_BOLD, "format": 1},
                    {"type": "text", "text": " ", "format": 0},
                    {
                        "type": "link",
                        "fields": {"url": _LINK},
                        "children": [{"type": "text", "text": "here"}],
                    },
                ],
            },
            {
                "type": "list",
                "listType": "bullet",
                "children": [{"type": "listitem", "children": [{"type": "text", "text": "oil"}]}],
            },
        ],
    }
}
_STRAPI = [
    {"type": "heading", "level": 2, "children": [{"type": "text", "text": "Light"}]},
    {
        "type": "paragraph",
        "children": [
            _TEXT,
            {**_BOLD, "bold": True},
            {"type": "text", "text": " "},
            {"type": "link", "url": _LINK, "children": [{"type": "text", "text": "here"}]},
        ],
    },
    {
        "type": "list",
        "format": "unordered",
        "children": [{"type": "list-item", "children": [{"type": "text", "text": "oil"}]}],
    },
]
_DATO = {
    "schema": "dast",
    "document": {
        "type": "root",
        "children": [
            {"type": "heading", "level": 2, "children": [{"type": "span", "value": "Light"}]},
            {
                "type": "paragraph",
                "children": [
                    {"type": "span", "value": "Two lamps "},
                    {"type": "span", "value": "burn", "marks": ["strong"]},
                    {"type": "span", "value": " "},
                    {"type": "link", "url": _LINK, "children": [{"type": "span", "value": "here"}]},
                ],
            },
            {
                "type": "list",
                "style": "bulleted",
                "children": [{"type": "listItem", "children": [{"type": "span", "value": "oil"}]}],
            },
        ],
    },
}
_EDITOR_JS = {
    "time": 1577872800000,
    "blocks": [
        {"type": "header", "data": {"text": "Light", "level": 2}},
        {
            "type": "paragraph",
            "data": {"text": f'Two lamps <b>burn</b> <a href="{_LINK}">here</a>'},
        },
        {"type": "list", "data": {"style": "unordered", "items": [{"content": "oil"}]}},
    ],
}
_QUILL = {
    "ops": [
        {"insert": "Light"},
        {"insert": "\n", "attributes": {"header": 2}},
        {"insert": "Two lamps "},
        {"insert": "burn", "attributes": {"bold": True}},
        {"insert": " "},
        {"insert": "here", "attributes": {"link": _LINK}},
        {"insert": "\noil"},
        {"insert": "\n", "attributes": {"list": "bullet"}},
    ]
}
_PRISMIC = [
    {"type": "heading2", "text": "Light", "spans": []},
    {
        "type": "paragraph",
        "text": "Two lamps burn here",
        "spans": [
            {"start": 10, "end": 14, "type": "strong"},
            {"start": 15, "end": 19, "type": "hyperlink", "data": {"url": _LINK}},
        ],
    },
    {"type": "list-item", "text": "oil", "spans": []},
]


def _read(tmp_path: Path, value: object) -> SourceRead:
    path = tmp_path / "posts.json"
    path.write_text(json.dumps(value), "utf-8")
    return read_source(path, ReadOptions())


@pytest.mark.parametrize(
    "written",
    [_CONTENTFUL, _PROSEMIRROR, _LEXICAL, _STRAPI, _DATO, _EDITOR_JS, _QUILL, _PRISMIC],
    ids=[
        "Contentful",
        "ProseMirror",
        "Lexical",
        "Strapi",
        "DatoCMS",
        "Editor.js",
        "Quill",
        "Prismic",
    ],
)
def test_the_rich_text_of_an_editor_is_markdown(tmp_path: Path, written: object) -> None:
    read = _read(tmp_path, [{"title": "Lamps", "body": written}, {"title": "Tea", "body": "Hot."}])
    assert [document.text for document in read.documents] == [
        f"## Light\n\nTwo lamps **burn** [here]({_LINK})\n\n- oil",
        "Hot.",
    ]
    assert read.lost == ()


def test_rich_text_within_a_component_is_found_and_what_it_lacks_is_lost(tmp_path: Path) -> None:
    nodes = [*_PROSEMIRROR["content"], {"type": "blok", "attrs": {"id": "map"}}]
    story = {"name": "Lamps", "content": {"component": "page", "text": {**_PROSEMIRROR}}}
    story["content"]["text"] = {"type": "doc", "content": nodes}  # type: ignore[index]
    read = _read(tmp_path, {"stories": [story, {"name": "Tea", "content": "It is hot today."}]})
    assert read.documents[0].text.startswith("## Light")
    assert [lost.what for lost in read.lost] == ["a part of the type “blok”"]


def test_what_is_below_a_paywall_in_rich_text_is_lost(tmp_path: Path) -> None:
    members = {"web": {"nonMember": False}}
    canary = {"type": "paragraph", "children": [{"type": "text", "text": "canary"}]}
    first = {"type": "paragraph", "children": [{"type": "text", "text": "Two lamps."}]}
    nodes = [{**canary, "visibility": members}, first, {"type": "paywall"}, canary]
    record = {"title": "Lamps", "body": {"root": {"type": "root", "children": nodes}}}
    (document,) = _read(tmp_path, [record]).documents
    assert document.text == "Two lamps."


def test_an_answer_with_markdown_beside_other_forms_is_no_export_of_ghost(tmp_path: Path) -> None:
    forms = {"markdown": "Two lamps.", "html": "<p>Two lamps.</p>", "text": "Two lamps."}
    read = _read(tmp_path, {"data": {"posts": [{"id": "a", "title": "A", "content": forms}]}})
    assert [document.text for document in read.documents] == ["Two lamps."]


def test_a_text_in_an_unknown_form_is_lost_and_not_passed_over(tmp_path: Path) -> None:
    form = {"editor": 7, "lines": {"a": "Two lamps burn in the window."}}
    read = _read(tmp_path, [{"title": "Lamps", "body": form}, {"title": "Tea", "body": "Hot."}])
    assert [document.title for document in read.documents] == ["Lamps", "Tea"]
    assert [(lost.where, lost.why) for lost in read.lost] == [
        ("posts.json, item 1", "the form or the name of its field “body” is unknown")
    ]


_TYPED = {
    "Firestore": {
        "documents": [
            {
                "name": f"projects/a/{word}",
                "fields": {
                    "text": {"stringValue": f"The {word} text."},
                    "tags": {"arrayValue": {"values": [{"stringValue": "tea"}]}},
                    "posted": {"timestampValue": "2024-01-02T08:00:00Z"},
                    "private": {"booleanValue": word == "canary"},
                },
            }
            for word in ("open", "canary")
        ]
    },
    "DynamoDB": {
        "Items": [
            {
                "text": {"S": f"The {word} text."},
                "tags": {"SS": ["tea"]},
                "posted": {"S": "2024-01-02T08:00:00Z"},
                "published": {"BOOL": word != "canary"},
            }
            for word in ("open", "canary")
        ]
    },
    "MongoDB": [
        {
            "_id": {"$oid": f"5e0c7b80f1d2c31a4c8e4b{len(word):02}"},
            "text": f"The {word} text.",
            "tags": ["tea"],
            "posted": {"$date": {"$numberLong": "1704182400000"}},
            "hidden": {"$numberInt": str(int(word == "canary"))},
        }
        for word in ("open", "canary")
    ],
    "Drupal": [
        {
            "nid": [{"value": 1}],
            "status": [{"value": word != "canary"}],
            "body": [{"value": f"<p>The {word} text.</p>", "format": "html", "summary": ""}],
            "tags": ["tea"],
            "created": [{"value": "2024-01-02T08:00:00+00:00"}],
        }
        for word in ("open", "canary")
    ],
    "Contentful": {
        "items": [
            {
                "sys": {
                    "id": word,
                    "version": 5,
                    **({"publishedVersion": 4} if word == "open" else {}),
                    "createdAt": "2024-01-02T08:00:00Z",
                },
                "fields": {
                    "text": {"en-US": f"The {word} text.", "de-DE": "Der Text."},
                    "tags": {"en-US": ["tea"]},
                },
            }
            for word in ("open", "canary")
        ]
    },
    "Micropub": {
        "items": [
            {
                "type": ["h-entry"],
                "properties": {
                    "content": [{"html": f"<p>The {word} text.</p>", "value": ""}],
                    "category": ["tea"],
                    "published": ["2024-01-02T08:00:00Z"],
                    "post-status": ["published" if word == "open" else "draft"],
                },
            }
            for word in ("open", "canary")
        ]
    },
}


@pytest.mark.parametrize("program", _TYPED)
def test_values_with_their_types_are_read_and_hold_a_text_back(
    tmp_path: Path, program: str
) -> None:
    read = _read(tmp_path, _TYPED[program])
    (document,) = read.documents
    assert (document.text, document.tags) == ("The open text.", ("tea",))
    assert document.date is not None
    assert document.date.isoformat() == "2024-01-02T08:00:00+00:00"
    assert sum(read.left_out.values()) == 1
    assert [remark.split(";")[0] for remark in read.remarks] == (
        ["posts.json holds texts in several languages (en-US, de-DE)"]
        if program == "Contentful"
        else []
    )


def test_lines_of_json_may_hold_their_record_in_an_object(tmp_path: Path) -> None:
    path = tmp_path / "posts.jsonl"
    lines = [{"Item": {"text": {"S": word}, "draft": {"BOOL": word == "b"}}} for word in "ab"]
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines), "utf-8")
    read = read_source(path, ReadOptions())
    assert [document.text for document in read.documents] == ["a"]


@pytest.mark.parametrize("key", ["frontmatter", "data", "metadata"])
def test_the_header_beside_a_text_says_whether_it_is_a_draft(tmp_path: Path, key: str) -> None:
    posts = [
        {"body": f"The {word} text.", key: {"title": "Tea", "draft": word == "canary"}}
        for word in ("open", "canary")
    ]
    (document,) = _read(tmp_path, posts).documents
    assert (document.title, document.text) == ("Tea", "The open text.")


_ROWS = [["Tea", "It is hot."], ["Milk", "It is cold."]]


@pytest.mark.parametrize(
    "written",
    [
        {"range": "A1:B3", "majorDimension": "ROWS", "values": [["title", "text"], *_ROWS]},
        [["title", "text"], *_ROWS],
        {"columns": ["title", "text"], "index": [0, 1], "data": _ROWS},
        {"table": "posts", "rows": _ROWS, "columns": ["title", "body"], "truncated": False},
    ],
)
def test_rows_without_names_are_records_of_the_columns_above_or_beside(
    tmp_path: Path, written: object
) -> None:
    documents = _read(tmp_path, written).documents
    assert [(document.title, document.text) for document in documents] == [
        ("Tea", "It is hot."),
        ("Milk", "It is cold."),
    ]


@pytest.mark.parametrize(
    "written",
    [
        [["phone", "text"], ["0123", "canary"]],
        {"columns": ["sender", "text"], "data": [["Ann", "canary"]]},
        [["One", "two"], ["Three", "four"]],
    ],
)
def test_rows_of_other_columns_are_refused(tmp_path: Path, written: object) -> None:
    with pytest.raises(DumpError):
        _read(tmp_path, written)


def test_a_list_of_texts_alone_is_read(tmp_path: Path) -> None:
    texts = ["The tide is out at last.", "Two lamps burn all night."]
    assert [document.text for document in _read(tmp_path, texts).documents] == texts
