"""TiddlyWiki: a page that holds a wiki, a list of tiddlers, or a file for each."""

import json
from collections.abc import Sequence
from html import escape
from pathlib import Path

import pytest

from sitegen.readers import ReadOptions, SourceRead, read_source
from tests.files import write_folder

_HERONS = {
    "title": "Herons",
    "text": "They ''wade''.",
    "tags": "birds [[river walk]]",
    "created": "20200102030405678",
    "modified": "20200203040506789",
    "creator": "Ada",
}
_PRIVATE = [
    {"title": "$:/config/x", "text": "canary"},
    {"title": "Draft of 'Herons'", "draft.of": "Herons", "text": "canary"},
    {"title": "Diary", "text": "canary", "tags": "private"},
    {"title": "Plan", "text": "canary", "status": "draft"},
    {"title": "boat.png", "text": "Y2FuYXJ5", "type": "image/png"},
    {"title": "x.js", "text": "canary", "type": "application/javascript"},
]
_LEFT_OUT = {"draft": 2, "private": 1, "attachment": 1, "other kind": 1}


def _as_elements(tiddlers: Sequence[dict[str, str]]) -> str:
    """The store of a page before version 5.2."""
    written = ""
    for each in tiddlers:
        fields = " ".join(f'{k}="{escape(v)}"' for k, v in each.items() if k != "text")
        written += f"<div {fields}>\n<pre>{escape(each['text'])}</pre>\n</div>\n"
    return f'<div id="storeArea" style="display:none;">{written}</div><div><pre>canary</pre></div>'


def _as_script(tiddlers: Sequence[dict[str, str]]) -> str:
    store = json.dumps(tiddlers).replace("<", "\\u003C")
    return f'<script class="tiddlywiki-tiddler-store" type="application/json">{store}</script>'


def _page(store: str, name: str = "tiddlywiki-version") -> str:
    head = f'<head><meta name="{name}" content="5.3.3"><title>canary</title></head>'
    return f"<!doctype html>\n<html>{head}<body>canary {store}</body></html>"


def _read(folder: Path, files: dict[str, str]) -> SourceRead:
    path = write_folder(folder / "wiki", files)
    return read_source(path if len(files) > 1 else path / next(iter(files)), ReadOptions())


_ALL = [*_PRIVATE, _HERONS]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("tiddlers.json", json.dumps(_ALL)),
        ("wiki.html", _page(_as_script(_ALL))),
        ("old.html", _page(_as_elements(_ALL))),
    ],
)
def test_tiddlers_are_read_without_drafts_private_ones_and_the_wiki_itself(
    tmp_path: Path, name: str, content: str
) -> None:
    found = _read(tmp_path, {name: content})
    (document,) = found.documents
    assert found.formats == ("tiddlywiki",)
    assert (document.title, document.text) == ("Herons", "They **wade**.")
    assert (document.author, document.tags) == ("Ada", ("birds", "river walk"))
    assert document.date is not None
    assert document.updated is not None
    assert document.date.isoformat() == "2020-01-02T03:04:05+00:00"
    assert document.updated.isoformat() == "2020-02-03T04:05:06+00:00"
    assert found.left_out == _LEFT_OUT


def test_the_files_of_a_wiki_are_read_with_texts_and_pictures_beside_them(tmp_path: Path) -> None:
    fields = "created: 20200102030405678\ntags: birds [[river walk]]\ntitle: Herons\ncreator: Ada"
    files = {
        "tiddlywiki.info": '{"plugins": [], "description": "canary"}',
        "tiddlers/Herons.tid": f"{fields}\n\nThey ''wade''.\n\n[img[A boat|boat.png]]\n",
        "tiddlers/Draft of 'H'.tid": "draft.of: H\ntitle: Draft of 'H'\n\ncanary",
        "tiddlers/$__x.tid": "title: $:/x\n\ncanary",
        "tiddlers/Notes.md": "They *dive*.",
        "tiddlers/Notes.md.meta": "title: Otters\ntype: text/markdown\n",
        "tiddlers/Weir.md": "It *roars*.",
        "tiddlers/boat.png": "PNG",
        "tiddlers/boat.png.meta": "title: boat.png\ntype: image/png\n",
    }
    found = _read(tmp_path, files)
    assert {document.title: document.text for document in found.documents} == {
        "Herons": "They **wade**.\n\n![A boat](boat.png)",
        "Otters": "They *dive*.",
        "Weir": "It *roars*.",
    }
    media = [medium for document in found.documents for medium in document.media]
    assert [medium.entry for medium in media] == ["tiddlers/boat.png"]
    assert found.left_out == {"draft": 1}


def test_in_tiddlywiki_classic_line_breaks_stay_and_braces_are_code(tmp_path: Path) -> None:
    tiddlers = [
        {"title": "MainMenu", "text": "canary", "created": "202001020304"},
        {"title": "Plugin", "text": "canary", "tags": "systemConfig"},
        {
            "title": "Herons",
            "text": "They wade\nin {{{mud}}}.\n# one\n## two",
            "created": "202001020304",
        },
    ]
    (document,) = _read(tmp_path, {"w.html": _page(_as_elements(tiddlers), "x")}).documents
    assert document.text == "They wade  \nin `mud`.\n\n1. one\n   1. two"
    assert document.date is not None
    assert document.date.isoformat() == "2020-01-02T03:04:00+00:00"


def test_a_wiki_that_is_encrypted_stays_closed(tmp_path: Path) -> None:
    store = '<pre id="encryptedStoreArea" type="text/plain">{"iv": "canary"}</pre>'
    found = _read(tmp_path, {"wiki.html": _page(store)})
    assert (found.documents, found.left_out) == ((), {"password": 1})


def _converted(folder: Path, text: str, type_: str = "") -> str:
    written = [{"title": "T", "text": text, "created": "20200102030405678", "type": type_}]
    return _read(folder, {"tiddlers.json": json.dumps(written)}).documents[0].text


@pytest.mark.parametrize(
    ("wikitext", "markdown"),
    [
        ("! Head\n!! A //sub//", "# Head\n\n## A *sub*"),
        ("//a// ''b'' ~~c~~ `d*` *e*", "*a* **b** ~~c~~ `d*` \\*e\\*"),
        ("one\ntwo", "one two"),
        ('"""\none\ntwo\n"""', "one  \ntwo"),
        ("[[A weir|Weir at dawn]] [[Weir]]", "[A weir](Weir%20at%20dawn.md) [Weir](Weir.md)"),
        ("[[Out|https://a.example/x]]", "[Out](https://a.example/x)"),
        ("[ext[Out|https://a.example]]", "[Out](https://a.example)"),
        ("See https://a.example/b//c.", "See https://a.example/b//c."),
        ("* one\n** two\n* three", "- one\n  - two\n- three"),
        ("# one\n#* two", "1. one\n   - two"),
        ("<<<\nSaid\n<<< Ann", "> Said\n>\n> — Ann"),
        ("```js\n''x''\n```", "```js\n''x''\n```"),
        ("|!A|!B|\n|1|[[b|c]]|", "| A | B |\n| --- | --- |\n| 1 | [b](c.md) |"),
        ("a -- b ~WikiWord 1 < 2 &amp; 3", "a – b WikiWord 1 < 2 & 3"),
        ("\\define x() canary\n\\define y()\ncanary\n\\end\nText", "Text"),
        ("A<!-- canary --> <$list filter='x'>b</$list> <<canary>>", "A b"),
        ("A<!-- canary <!-- canary --> b/%canary%/", "A b"),
        ("Kept {{canary}} {{{ [tag[canary]] }}}", "Kept"),
    ],
)
def test_wikitext_becomes_markdown(tmp_path: Path, wikitext: str, markdown: str) -> None:
    assert _converted(tmp_path, wikitext) == markdown


@pytest.mark.parametrize(
    ("type_", "text", "markdown"),
    [
        ("text/x-markdown", "''a'' *b*", "''a'' *b*"),
        ("text/plain", "''a'' *b*", "```\n''a'' *b*\n```"),
        ("text/html", "<p>a <b>b</b></p>", "a **b**"),
    ],
)
def test_texts_of_other_types_are_converted_by_their_own_rules(
    tmp_path: Path, type_: str, text: str, markdown: str
) -> None:
    assert _converted(tmp_path, text, type_) == markdown


def test_what_is_computed_and_what_is_broken_is_reported(tmp_path: Path) -> None:
    broken = _as_script([_HERONS]).replace("}", "")
    found = _read(tmp_path / "1", {"w.html": _page(broken + _as_script([_HERONS]))})
    assert [document.title for document in found.documents] == ["Herons"]
    assert [lost.what for lost in found.lost] == ["the tiddlers"]
    written = [{**_HERONS, "text": "They wade. <<list-links>>"}]
    lost = _read(tmp_path / "2", {"w.json": json.dumps(written)}).lost
    assert [each.what for each in lost] == ["the result of a macro"]


def test_a_folder_of_markdown_with_one_tiddler_is_no_wiki(tmp_path: Path) -> None:
    tiddler = "created: 20200102030405678\ntitle: A\n\nText."
    found = _read(tmp_path, {"a.tid": tiddler, "b.md": "B.", "c.md": "C."})
    assert found.formats == ("folder",)
    assert found.left_out == {"unsupported": 1}
