"""Saved web pages that show several posts."""

from pathlib import Path

import pytest

from sitegen.readers import ReadOptions, SourceRead, read_source

_WORDS = "The ferry leaves at nine, and nobody on the quay knows why. " * 6
_AUTHOR = '<p class="p-author h-card"><a class="u-url p-name" href="https://a.example/">Ann</a></p>'
_ENTRIES = """
<article class="h-entry">{card}<div class="e-content"><p>It <b>burns</b>.</p></div>
<a class="u-url" href="/1"><time class="dt-published" datetime="2024-01-02T08:00:00Z">x</time></a>
<a class="p-category" href="/t">oil</a></article>
<article class="h-entry"><h2 class="p-name"><a href="/2">The wick</a></h2>
<div class="e-content"><p>Trim it.</p></div><a rel="bookmark" href="/2">x</a></article>
<article class="h-entry"><a class="u-bookmark-of h-cite" href="https://b.example/">Lamps</a>
<div class="e-content">Good.</div></article>
<article class="h-entry"><a class="u-in-reply-to" href="https://b.example/9">x</a>
<div class="e-content">Canary.</div></article>
<article class="h-entry"><a class="u-like-of" href="https://b.example/8">Canary</a></article>
"""


def _read(folder: Path, body: str) -> SourceRead:
    path = folder / "page.html"
    head = '<link rel="canonical" href="https://a.example/"><title>Lamps</title>'
    path.write_text(f"<!DOCTYPE html><html lang=en><head>{head}</head><body>{body}", "utf-8")
    return read_source(path, ReadOptions())


@pytest.mark.parametrize("card", ["", '<a class="p-author h-card" href="/">Ann</a>'])
def test_posts_that_a_page_marks_are_documents_but_not_its_answers(
    tmp_path: Path, card: str
) -> None:
    found = _read(tmp_path, f'<div class="h-feed">{_AUTHOR}{_ENTRIES.format(card=card)}</div>')
    assert [(d.title, d.text, d.author, d.source, d.tags) for d in found.documents] == [
        (None, "It **burns**.", "Ann", "https://a.example/1", ("oil",)),
        ("The wick", "Trim it.", "Ann", "https://a.example/2", ()),
        (None, "Good.", "Ann", None, ()),
    ]
    first, _, third = found.documents
    assert str(first.date) == "2024-01-02 08:00:00+00:00"
    assert third.link
    assert third.link.address == "https://b.example/"
    assert found.left_out == {"reply": 1, "other kind": 1}


def test_whole_posts_with_linked_titles_are_documents(tmp_path: Path) -> None:
    posts = [
        f'<article><h2><a href="/{name}">On {name}</a></h2><p>{_WORDS}</p></article>'
        for name in ("oil", "ice")
    ]
    found = _read(tmp_path, f"<main>{''.join(posts)}</main>").documents
    assert [(d.title, d.text, d.source) for d in found] == [
        ("On oil", _WORDS.strip(), "https://a.example/oil"),
        ("On ice", _WORDS.strip(), "https://a.example/ice"),
    ]


@pytest.mark.parametrize(
    "beside",
    [
        '<article class="hentry"><h2><a href="/b">Other</a></h2><p>Canary…</p></article>',
        '<ol class="comments"><li class="h-entry"><p class="e-content">Canary</p></li></ol>',
    ],
)
def test_beginnings_of_posts_and_comments_are_no_documents(tmp_path: Path, beside: str) -> None:
    post = f'<article class="h-entry"><h1>Oil</h1><div class="e-content">{_WORDS}</div></article>'
    found = _read(tmp_path, f"<main>{post}</main>{beside}").documents
    assert [(d.title, d.text) for d in found] == [("Oil", _WORDS.strip())]
