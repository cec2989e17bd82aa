"""Graphs of outliners: the JSON of Roam Research and Logseq."""

import json
from collections.abc import Sequence
from pathlib import Path
from zipfile import ZipFile

import pytest

from sitegen.readers import ReadOptions, SourceRead, read_source

_MOMENT = 1577934245000
_Item = dict[str, object]


def _block(text: str, *below: _Item, uid: str = "", **fields: object) -> _Item:
    return {"string": text, "uid": uid, "children": [*below], **fields}


def _page(title: str, *blocks: _Item, **fields: object) -> _Item:
    return {"title": title, "children": [*blocks], "create-time": _MOMENT, **fields}


def _read(folder: Path, pages: Sequence[_Item], *include: str) -> SourceRead:
    path = folder / "graph.json"
    path.write_text(json.dumps(pages), "utf-8")
    return read_source(path, ReadOptions(frozenset(include)))


def test_a_page_of_roam_is_a_nested_list_with_its_date_and_tags(tmp_path: Path) -> None:
    blocks = (
        _block("Tags:: #coast [[salt marsh]]"),
        _block("Mud", _block("A __soft__ **bed** ^^here^^", _block("Deep")), heading=2),
        _block("{{[[TODO]]}} Walk in [[Delta]] #[[low tide]]"),
        _block("{{DONE}} Look at [it]([[Delta]])"),
        _block("```js\n__a__\n  b\n```"),
        _block("{{[[video]]: https://v.example/1}}"),
        _block("Colour:: grey"),
    )
    found = _read(tmp_path, [_page("Estuary", *blocks), _page("Delta", _block("Silt."))])
    estuary, delta = found.documents
    assert found.formats == ("roam",)
    assert estuary.text == (
        "- ## Mud\n  - A *soft* **bed** here\n    - Deep\n- ☐ Walk in [Delta](Delta.md) low tide\n"
        "- ☑ Look at [it](Delta.md)\n- ```js\n  __a__\n    b\n  ```\n- <https://v.example/1>\n"
        "- Colour:: grey"
    )
    assert (estuary.title, estuary.tags) == ("Estuary", ("coast", "salt marsh", "low tide"))
    assert estuary.date is not None
    assert estuary.date.isoformat() == "2020-01-02T03:04:05+00:00"
    assert (delta.title, delta.text) == ("Delta", "Silt.")


@pytest.mark.parametrize("title", ["January 2nd, 2020", "2020-01-02", "2020_01_02"])
def test_the_page_of_a_day_has_its_date_and_no_title(tmp_path: Path, title: str) -> None:
    (document,) = _read(tmp_path, [_page(title, _block("Fog."))]).documents
    assert document.title is None
    assert str(document.date)[:10] == "2020-01-02"


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (_page("Hush", _block("private:: true"), _block("canary")), "private"),
        (_page("Hush", _block("Status:: #draft"), _block("canary")), "draft"),
        (_page("Hush", _block("Status:: [[draft]]"), _block("canary")), "draft"),
        (_page("Hush", _block("canary", _block("of mine #private"))), "private"),
        (_page("private/hush", _block("canary")), "private"),
        (_page("[Draft] Hush", _block("canary")), "draft"),
        (_page("roam/css", _block("canary")), "other kind"),
        (_page("Hush"), "empty"),
    ],
)
def test_a_page_that_is_not_public_is_left_out(tmp_path: Path, page: _Item, reason: str) -> None:
    found = _read(tmp_path, [page, _page("Delta", _block("Silt."))])
    assert [document.title for document in found.documents] == ["Delta"]
    assert found.left_out == {reason: 1}


def test_a_reference_becomes_the_text_of_its_block_unless_that_is_left_out(tmp_path: Path) -> None:
    pages = [
        _page("Hush", _block("private:: true"), _block("canary", uid="secret123")),
        _page(
            "Estuary",
            _block("See ((silt12345)), ((secret123)), [that](((secret123))) and ((gone12345))."),
            _block("{{[[embed]]: ((silt12345))}}"),
        ),
        _page("Delta", _block("Silt of ((mud123456))", uid="silt12345")),
        _page("Mud", _block("mud", uid="mud123456")),
    ]
    found = _read(tmp_path, pages)
    text = found.documents[0].text
    assert text == "- See Silt of mud, , that and .\n- Silt of mud"
    assert [lost.what for lost in found.lost] == ["the text of a block elsewhere"]
    asked = _read(tmp_path, pages, "private").documents
    assert "canary" in next(each for each in asked if each.title == "Estuary").text


def test_blocks_that_refer_to_each_other_end(tmp_path: Path) -> None:
    blocks = _block("a ((bbbbbbbbb))", uid="aaaaaaaaa"), _block("b ((aaaaaaaaa))", uid="bbbbbbbbb")
    (document,) = _read(tmp_path, [_page("Loop", *blocks)]).documents
    assert document.text.startswith("- a b a b a")


def test_the_zip_of_roam_is_read_as_it_is(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "Roam-Export-1.zip", "w") as archive:
        archive.writestr("graph.json", json.dumps([_page("Delta", _block("Silt."))]))
    found = read_source(tmp_path / "Roam-Export-1.zip", ReadOptions())
    assert [document.title for document in found.documents] == ["Delta"]


def _logseq(folder: Path, *pages: _Item) -> SourceRead:
    path = folder / "logseq.json"
    path.write_text(json.dumps({"version": 1, "blocks": [*pages]}), "utf-8")
    return read_source(path, ReadOptions())


def _of_logseq(title: str, *contents: str, properties: object = None) -> _Item:
    children = [
        {"id": f"{title}-{n}", "format": "markdown", "content": text, "children": []}
        for n, text in enumerate(contents)
    ]
    return {"id": title, "page-name": title, "properties": properties, "children": children}


def test_pages_of_logseq_are_read_without_what_it_notes_on_blocks(tmp_path: Path) -> None:
    uid = "64a1b2c3-0000-4000-8000-0123456789ab"
    marsh = _of_logseq("marsh", "Reeds\nid:: x1", "TODO cut them", f"See (({uid}))")
    fen = _of_logseq("fen", "Peat")
    fen["children"] = [{"id": uid, "content": f"Peat\nid:: {uid}", "children": []}]
    hush = _of_logseq("hush", "canary", properties={"private": True})
    draft = _of_logseq("plan", "status:: draft", "canary")
    day = _of_logseq("jan 2nd, 2022", "Fog.")
    found = _logseq(tmp_path, marsh, fen, hush, draft, day)
    texts = {document.title: document.text for document in found.documents}
    assert found.formats == ("logseq",)
    assert texts == {"marsh": "- Reeds\n- ☐ cut them\n- See Peat", "fen": "Peat", None: "Fog."}
    assert found.left_out == {"private": 1, "draft": 1}


def test_where_some_pages_are_public_the_others_are_not(tmp_path: Path) -> None:
    public = _of_logseq("Marsh", "Reeds", properties={"public": True, "tags": ["land", "wet"]})
    found = _logseq(tmp_path, public, _of_logseq("Fen", "canary"))
    assert [(document.title, document.tags) for document in found.documents] == [
        ("Marsh", ("land", "wet"))
    ]
    assert found.left_out == {"not public": 1}


def test_blocks_that_refer_to_each_other_many_times_are_written_in_bounded_size(
    tmp_path: Path,
) -> None:
    texts = [
        " ".join(["mud", *(f"((block{(number + 1) % 5:04}))" for _ in range(40))])
        for number in range(5)
    ]
    blocks = [_block(text, uid=f"block{number:04}") for number, text in enumerate(texts)]
    (document,) = _read(tmp_path, [_page("Estuary", *blocks)]).documents
    assert document.text.count("mud") == 5 * 1001
