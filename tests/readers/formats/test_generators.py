"""Folders of generators whose texts have forms of their own."""

from pathlib import Path
from time import process_time

import pytest

from sitegen.readers.markdown.header import split_header
from tests.pictures import PNG
from tests.readers.formats.test_folder import one, read

NIKOLA = ".. title: Trimming: wicks\n.. date: 2024-01-02 08:00:00 UTC\n.. tags: wax, wicks\n{}"


@pytest.mark.parametrize(
    "form", ["<!--\n{}\n-->\n\nWords.", "{}\n\nWords.", "<!-- \n{}-->\nWords."]
)
def test_headers_of_nikola_are_read(tmp_path: Path, form: str) -> None:
    document = one(tmp_path, form.format(NIKOLA.format(".. type: text")))
    assert (document.title, document.text, document.tags, str(document.date)[:10]) == (
        "Trimming: wicks",
        "Words.",
        ("wax", "wicks"),
        "2024-01-02",
    )


def test_a_header_of_hexo_needs_no_line_before_it(tmp_path: Path) -> None:
    files = {
        "a.md": "title: Trimming\ndate: 2024-01-02\ntags:\n- wax\n- wicks\n---\nWords.",
        "b.md": "title: Lamps\ndate: 2024-01-03\npublished: false\n---\nCanary.",
        "c.md": "Rye: a history\n---\nIt rose.",
        "d.md": "Note: sown in May.\nSeen: it rose.\n\n---\n\nIt was cut.",
    }
    found = read(tmp_path, files)
    first = next(document for document in found.documents if document.title == "Trimming")
    assert (first.text, first.tags) == ("Words.", ("wax", "wicks"))
    assert found.left_out == {"hidden": 1}
    shown = "\n".join(f"{document.title} {document.text}" for document in found.documents)
    kept = ("Rye: a history", "sown in May", "It rose", "It was cut")
    assert all(words in shown for words in kept)


def test_the_time_to_find_no_header_grows_with_the_length_of_a_text_only() -> None:
    began = process_time()
    assert not split_header(" " * 100_000 + "Words.").has_header
    assert not split_header("a: b\n" * 20_000 + "Words.").has_header
    assert process_time() - began < 2


def test_what_nikola_holds_back_is_left_out_and_texts_are_restructuredtext(tmp_path: Path) -> None:
    files = {
        "posts/a.md": f"<!--\n{NIKOLA.format('.. status: draft')}\n-->\n\nCanary.",
        "posts/b.md": "Canary.",
        "posts/b.meta": NIKOLA.format(".. status: private"),
        "posts/c.md": "Words.",
        "posts/c.meta": NIKOLA.format(""),
        "posts/d.txt": f"{NIKOLA.format('')}\n\nWords\n=====\n\n``code``",
        "posts/e.txt": "More words\n==========\n\n``code``",
        "posts/e.meta": NIKOLA.format(""),
    }
    found = read(tmp_path, files)
    assert {document.title for document in found.documents} == {"Trimming: wicks"}
    texts = ["Words.", "## Words\n\n`code`", "## More words\n\n`code`"]
    assert [document.text for document in found.documents] == texts
    assert found.left_out == {"draft": 1, "private": 1}


def test_texts_of_jbake_have_a_header_of_keys_and_values(tmp_path: Path) -> None:
    header = "title=Wax\ndate=2024-01-02\ntype=post\nstatus={}\ntags=oil, wicks\n~~~~~~\n\n"
    files = {
        "a.md": f"{header.format('published')}It **burns**.",
        "b.html": f"{header.format('published').replace('Wax', 'Oil')}<p>It <b>burns</b> too.</p>",
        "c.md": f"{header.format('draft')}Canary.",
        "d.md": "a=b\n\n~~~~~~\nx=y\n~~~~~~\n",
    }
    found = read(tmp_path, files)
    shown = {d.title: (d.text, d.tags, str(d.date)[:10]) for d in found.documents if d.title}
    assert shown == {
        "Wax": ("It **burns**.", ("oil", "wicks"), "2024-01-02"),
        "Oil": ("It **burns** too.", ("oil", "wicks"), "2024-01-02"),
    }
    assert found.left_out == {"draft": 1}


def test_words_of_links_in_dendron_stand_before_the_note(tmp_path: Path) -> None:
    header = "---\nid: a\ntitle: {}\ndesc: ''\nupdated: 1700000000\ncreated: 1700000000\n---\n"
    files = {
        "oil.md": f"{header.format('Oil')}See [[the wick|oil.wick]].",
        "oil.wick.md": f"{header.format('Wick')}It burns.",
    }
    texts = [document.text for document in read(tmp_path, files).documents]
    assert texts == ["See [the wick](oil.wick.md).", "It burns."]


def test_what_a_website_includes_or_builds_is_none_of_its_texts(tmp_path: Path) -> None:
    files = {
        "nuxt.config.ts": "",
        "content/a.md": "Words.",
        "content/_part.md": "Canary.",
        "conf.py": "TIMEZONE = 'Europe/Paris'\n",
        "posts/b.md": ".. title: B\n.. date: 2024-01-02 08:00\n\nOther.",
        "output/b.html": "<p>Canary.</p>",
    }
    documents = read(tmp_path, files).documents
    assert [document.text for document in documents] == ["Words.", "Other."]
    assert str(documents[1].date) == "2024-01-02 08:00:00+01:00"


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        (
            '[caption id="a_1" width="9"]![Oak](https://a.org/o.png) An oak[/caption]',
            "![Oak](https://a.org/o.png)\n\nAn oak",
        ),
        (
            '[caption id="a_1" caption="An oak"]<img src="https://a.org/o" alt="Oak">[/caption]',
            "![Oak](https://a.org/o)\n\nAn oak",
        ),
        ("[embed]https://a.org/film[/embed]", "<https://a.org/film>"),
        ("[audio:https://a.org/b.mp3|titles=B]", "<https://a.org/b.mp3>"),
        ("[youtube](https://a.org/), [video] and [gallery] here.", None),
    ],
)
def test_shortcodes_that_exporters_of_wordpress_leave_become_markdown(
    tmp_path: Path, markdown: str, text: str | None
) -> None:
    assert one(tmp_path, markdown).text == (text or markdown)


def test_galleries_that_exporters_of_wordpress_leave_are_lost(tmp_path: Path) -> None:
    found = read(tmp_path, {"a.md": 'Words.\n\n[gallery ids="1,2"]', "b.md": "Other."})
    assert [d.text for d in found.documents] == ["Words.", "Other."]
    assert [lost.what for lost in found.lost] == ["the tag “gallery”"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("astro.config.mjs", 'export default defineConfig({\n  site: "https://oak.example",\n});'),
        ("docusaurus.config.js", "module.exports = {\n  url: 'https://oak.example/',\n};"),
        ("publishconf.py", "SITEURL = 'https://oak.example'\n"),
        ("CNAME", "oak.example\n"),
    ],
)
def test_links_lead_to_the_website_that_its_configuration_names(
    tmp_path: Path, name: str, content: str
) -> None:
    text = "[Elm](/elm/) and [ash][a].\n\n[a]: /ash/ 'Ash'\n"
    documents = read(tmp_path, {"content/a.md": text, name: content}).documents
    assert [document.text for document in documents] == [
        "[Elm](https://oak.example/elm/) and [ash][a].\n\n[a]: https://oak.example/ash/ 'Ash'"
    ]


@pytest.mark.parametrize(
    ("written", "whole"),
    [
        ("[O](www.o.example)", "[O](https://www.o.example)"),
        ("[O](<www.o.example/a?b>)", "[O](https://www.o.example/a?b)"),
        ("[O][1]\n\n[1]: www.o.example", "[O][1]\n\n[1]: https://www.o.example"),
        ("`[O](www.o.example)`", "`[O](www.o.example)`"),
        ("[the web](www.html)", "[the web](www.html)"),
    ],
)
def test_links_that_begin_with_www_are_whole(tmp_path: Path, written: str, whole: str) -> None:
    assert one(tmp_path, written).text == whole


def test_a_cascade_of_hugo_holds_for_the_texts_that_it_names(tmp_path: Path) -> None:
    cascade = """---
title: Posts
cascade:
  - build:
      render: never
    target:
      path: /posts/inner/**
  - author: Ann
  - draft: true
    target:
      kind: section
  - draft: true
    target:
      path: '{/posts/[ab].md}'
---
"""
    files = {
        "hugo.toml": "",
        "content/posts/_index.md": cascade,
        "content/posts/a.md": "---\ntitle: A\n---\nIt burns.",
        "content/posts/inner/b.md": "---\ntitle: B\n---\nCanary.",
    }
    found = read(tmp_path, files)
    assert (found.documents, found.left_out) == ((), {"draft": 1, "hidden": 1, "page": 1})
    files["content/posts/_index.md"] = cascade.partition("  - draft")[0] + "---\n"
    found = read(tmp_path / "again", files)
    assert [(d.title, d.author) for d in found.documents] == [("A", "Ann")]
    assert found.left_out == {"hidden": 1, "page": 1}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Draft: yes\n\nCanary.", "draft"),
        ("Status: private\n\nCanary.", "private"),
        ("Page: yes\nTitle: About\n\nIt burns.", "page"),
        ("---\ntitle: A\nroutable: false\n---\nCanary.", "hidden"),
    ],
)
@pytest.mark.parametrize("ending", ["md", "txt"])
def test_one_line_on_a_text_may_hold_it_back(
    tmp_path: Path, text: str, reason: str, ending: str
) -> None:
    found = read(tmp_path, {f"a.{ending}": text, "b.md": "It burns."})
    assert (len(found.documents), found.left_out) == (1, {reason: 1})


def test_a_text_file_with_a_header_is_markdown(tmp_path: Path) -> None:
    text = "Title: Oil\nDate: 2024-02-01\nTags: wick, glass\n\nIt *burns*."
    (first, second) = read(tmp_path, {"a.txt": text, "b.md": "Date: 2024-03-01\n\nWell."}).documents
    assert (first.title, first.text, first.tags) == ("Oil", "It *burns*.", ("wick", "glass"))
    assert [str(d.date)[:10] for d in (first, second)] == ["2024-02-01", "2024-03-01"]
    assert second.text == "Well."


def test_a_file_of_nuxt_has_no_page_if_an_underscore_follows_its_number(tmp_path: Path) -> None:
    files = {"nuxt.config.ts": "", "content/1.a.md": "It burns.", "content/2._b.md": "Canary."}
    found = read(tmp_path, files)
    assert [document.text for document in found.documents] == ["It burns."]
    assert found.left_out == {"other kind": 1}


def test_the_taxonomy_of_grav_holds_tags(tmp_path: Path) -> None:
    header = "---\ntitle: A\ntaxonomy:\n  category: lamps\n  tag: [oil, wick]\n---\n"
    (document,) = read(tmp_path, {"a/item.md": f"{header}It burns.", "b.png": PNG}).documents
    assert document.tags == ("oil", "wick", "lamps")
