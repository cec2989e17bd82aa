"""Exports of programs that keep bookmarks on a server of one's own."""

import json
from pathlib import Path

import pytest

from sitegen.readers import ReadOptions, SourceRead, read_source
from tests.readers.sources import read_dump

_LINKDING = {
    "id": 1,
    "url": "https://a.example/",
    "title": "",
    "description": "*Dry*",
    "notes": "A **note**",
    "shared": True,
    "tag_names": ["oil"],
    "date_added": "2024-01-02T08:00:00.123456Z",
    "website_title": "The lamp",
    "website_description": "canary",
    "web_archive_snapshot_url": "https://canary.example/",
}
_SHIORI = {
    "id": 1,
    "url": "https://a.example/",
    "title": "The lamp",
    "excerpt": "canary",
    "author": "Ann Lee",
    "public": 1,
    "modified": "2024-01-02 08:00:00",
    "html": "<p>An article</p>",
    "imageURL": "",
    "hasContent": True,
    "tags": [{"id": 1, "name": "oil"}],
}


def _read(tmp_path: Path, content: object, *include: str) -> SourceRead:
    path = tmp_path / ("dump.html" if isinstance(content, str) else "dump.json")
    path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return read_source(path, ReadOptions(frozenset(include)))


@pytest.mark.parametrize("wrapped", [True, False])
def test_linkding_gives_notes_and_tags_of_what_is_shared(tmp_path: Path, *, wrapped: bool) -> None:
    canary = _LINKDING | {"url": "https://canary.example/"}
    bookmarks = [_LINKDING, canary | {"shared": False}, canary | {"shared": None}]
    read = _read(tmp_path, {"count": 2, "results": bookmarks} if wrapped else bookmarks)
    (document,) = read.documents
    assert (document.title, document.tags, read.formats) == ("The lamp", ("oil",), ("linkding",))
    assert (document.text, document.is_markdown) == ("\\*Dry\\*\n\nA **note**", True)
    assert read.left_out == {"private": 2}


@pytest.mark.parametrize("wrapped", [True, False])
def test_shiori_gives_links_and_articles_only_if_asked(tmp_path: Path, *, wrapped: bool) -> None:
    canary = _SHIORI | {"url": "https://canary.example/"}
    unknown = {name: value for name, value in canary.items() if name != "public"}
    bookmarks = [_SHIORI, canary | {"public": 0}, canary | {"public": None}, unknown]
    dump = {"bookmarks": bookmarks, "page": 1} if wrapped else bookmarks
    (document,) = _read(tmp_path, dump).documents
    assert (document.title, document.text, document.tags) == ("The lamp", "", ("oil",))
    assert (document.author, document.date and document.date.hour) == ("Ann Lee", 8)
    assert _read(tmp_path, dump).left_out == {"private": 3}
    assert _read(tmp_path, dump, "articles").documents[0].text == "An article"


def test_lists_of_karakeep_are_tags_unless_they_are_searches(tmp_path: Path) -> None:
    lists = [
        {"id": "1", "name": "Craft", "type": "manual", "parentId": None},
        {"id": "2", "name": "Light", "type": "manual", "parentId": "1"},
        {"id": "3", "name": "canary", "type": "smart", "parentId": None},
        {"id": "4", "name": "Round", "type": "manual", "parentId": "4"},
    ]
    content = {"type": "text", "text": "A **thought**"}
    item = {"createdAt": 1704182400, "title": "A", "tags": ["oil"], "note": "_dry_"}
    item |= {"content": content, "lists": ["2", "3", "4", ["5"]]}
    read = _read(tmp_path, {"bookmarks": [item], "lists": lists})
    assert (read.documents, read.left_out) == ((), {"private": 1})  # a note is one's own
    assert "nothing in the file says" in read.remarks[0]
    (document,) = _read(tmp_path, {"bookmarks": [item], "lists": lists}, "private").documents
    assert document.tags == ("oil", "Craft", "Light", "Round")
    assert document.text == "A **thought**\n\n\\_dry\\_"


def test_public_lists_of_karakeep_say_what_is_public(tmp_path: Path) -> None:
    lists = [
        {"id": "1", "name": "canary", "type": "manual", "public": False},
        {"id": "2", "name": "Light", "type": "manual", "public": True, "parentId": "1"},
    ]
    note = {"createdAt": 1704182400, "title": "A", "content": {"type": "text", "text": "Dim"}}
    link = {"title": "B", "content": {"type": "link", "url": "https://b.example/"}}
    archived = link | {"content": {"type": "link", "url": "https://c.example/"}, "archived": True}
    own = link | {"content": {"type": "link", "url": "https://canary.example/"}}
    items = [note | {"lists": ["2"]}, note | {"lists": ["1"]}, note, link | {"lists": ["2", "1"]}]
    items += [archived, own | {"lists": ["1"]}]
    read = _read(tmp_path, {"bookmarks": items, "lists": lists})
    assert [(document.title, document.tags) for document in read.documents] == [
        ("A", ("Light",)),
        ("B", ("Light",)),
        ("B", ()),
    ]
    assert read.left_out == {"private": 3}
    assert "Only lists of the file" in read.remarks[0]


_PRIVATE_ITEM = "https://canary.example/"
_HTML = """<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><DT><H3>Tea</H3><DL>
<DT><A HREF="https://a.example/">A</A></DL>
<DT><H3>{}</H3><DL><DT><A HREF="https://canary.example/">B</A></DL></DL>"""


@pytest.mark.parametrize("label", ["private", "Privat", "my private list"])
def test_a_tag_or_folder_that_says_private_leaves_out_a_bookmark(
    tmp_path: Path, label: str
) -> None:
    common = {"createdAt": 1704182400, "title": "A", "note": None, "archived": False}
    link = {"content": {"type": "link", "url": "https://a.example/"}, "tags": ["private equity"]}
    own = {"content": {"type": "link", "url": _PRIVATE_ITEM}, "tags": [label, "tea"]}
    folder = {"type": "folder", "name": label, "children": [{"type": "url", "url": _PRIVATE_ITEM}]}
    public = {"type": "url", "url": "https://a.example/"}
    chrome = {"roots": {"bookmark_bar": {"type": "folder", "children": [public, folder]}}}
    dumps = [
        {"bookmarks": [common | link, common | own]},
        [_LINKDING, _LINKDING | {"url": _PRIVATE_ITEM, "tag_names": [label]}],
        {"checksum": "1", "version": 1, **chrome},
        _HTML.format(label),
    ]
    for dump in dumps:
        read = _read(tmp_path, dump)
        assert [d.link and d.link.address for d in read.documents] == ["https://a.example/"]
        assert read.left_out == {"private": 1}
        asked = _read(tmp_path, dump, "private").documents
        assert len(asked) == 2
        assert label not in asked[1].tags


def test_linkwarden_keeps_first_dates_and_no_files_that_were_uploaded(tmp_path: Path) -> None:
    link = {"name": "A", "url": "https://a.example/", "tags": [], "createdAt": "2024-01-02T08:00Z"}
    links = [
        link | {"importDate": "2020-01-02T08:00:00.000Z"},
        link | {"url": None, "type": "pdf", "name": "canary", "description": "canary"},
    ]
    collection = {"name": "Unorganized", "isPublic": True, "links": links}
    read = _read(tmp_path, {"collections": [collection]})
    (document,) = read.documents
    assert (document.tags, document.date and document.date.year) == ((), 2020)
    assert read.left_out == {"attachment": 1}


def test_headings_of_a_list_of_instapaper_are_folders(tmp_path: Path) -> None:
    item = '<li><a href="https://a.example/{}">{}</a></li>'
    lists = "".join(
        f"<h1>{name}</h1><ol>{item.format(name, name)}</ol>" for name in ("Unread", "Craft")
    )
    read = _read(tmp_path, f"<html><head><title>Instapaper: Export</title></head>{lists}</html>")
    assert [document.tags for document in read.documents] == [(), ("Craft",)]


def test_a_list_within_a_private_folder_of_bookmarks_stays_private(tmp_path: Path) -> None:
    lines = """<!DOCTYPE NETSCAPE-Bookmark-file-1>
<DL><DT><H3 PRIVATE="1">canary</H3>
<DL><UL><LI><DT><A HREF="https://canary.example/">canary</A></UL></DL>
<DT><A HREF="https://a.example/" PRIVATE="0">The lamp</A></DL>"""
    read = _read(tmp_path, lines)
    assert [document.title for document in read.documents] == ["The lamp"]
    assert read.left_out == {"private": 1}


def test_titles_behind_addresses_are_those_of_tabs_as_onetab_writes_them(tmp_path: Path) -> None:
    lines = "\n".join(f"https://a.example/{name} | The {name}" for name in ("lamp", "wick", "oil"))
    (tmp_path / "onetab.txt").write_text(f"{lines}\n", "utf-8")
    titles = [document.title for document in read_dump(tmp_path / "onetab.txt")]
    assert titles == ["The lamp", "The wick", "The oil"]


_XBEL = """<?xml version="1.0"?><!DOCTYPE xbel PUBLIC "+//IDN python.org//DTD//EN" "x.dtd">
<xbel version="1.0"><title>Mine</title><folder id="1"><title>Bookmarks Bar</title><folder><title/>
<desc>canary</desc><bookmark href="https://a.example/?a=1&amp;b=2" added="2024-01-02T08:00:00Z">
<title>A &lt;b&gt;</title><desc>My &amp; words</desc><info>
<metadata owner="x"><visits>canary</visits></metadata></info></bookmark></folder>
<folder><title>Oil lamps</title><separator/>
<bookmark href="https://b.example/"><title><![CDATA[B & C]]></title><info><metadata>
<time_added>1704182400</time_added></metadata></info></bookmark><bookmark href="chrome://x"/></folder>
<folder><title>Private</title><bookmark href="https://canary.example/"/></folder></folder>
<bookmark href="https://c.example/"/></xbel>"""


def test_xbel_gives_bookmarks_with_their_folders_and_dates(tmp_path: Path) -> None:
    read = _read(tmp_path, _XBEL)
    assert read.formats == ("xbel",)
    assert read.left_out == {"not a web address": 1, "private": 1}
    found = [(d.link and d.link.address, d.title, d.text, d.tags) for d in read.documents]
    assert found == [
        ("https://a.example/?a=1&b=2", "A <b>", "My & words", ()),
        ("https://b.example/", "B & C", "", ("Oil lamps",)),
        ("https://c.example/", None, "", ()),
    ]
    assert {str(d.date) for d in read.documents[:2]} == {"2024-01-02 08:00:00+00:00"}
    assert not read.lost
    cut = _read(tmp_path, _XBEL.partition("<folder><title>Private")[0])
    assert (len(cut.documents), [lost.why for lost in cut.lost]) == (2, ["it is cut off there"])
