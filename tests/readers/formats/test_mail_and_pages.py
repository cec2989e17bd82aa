"""Mail as archives keep it, and web pages with the comments of others."""

from pathlib import Path

import pytest

from sitegen.readers.findings import ReadOptions
from sitegen.readers.reading import read_source
from tests.readers.sources import read_dump


def _message(header: str, body: str) -> str:
    return (
        "From ann at a.example  Mon Jan  1 10:00:00 2024\nDate: Mon, 1 Jan 2024 10:00:00 +0100\n"
        f"Subject: The lamp\nMessage-ID: <1@a.example>\n{header}\n\n{body}\n\n"
    )


@pytest.mark.parametrize(
    ("sender", "name"),
    [
        ("ann at a.example (Ann Lee)", "Ann Lee"),
        ("zoe at a.example (=?utf-8?q?Zo=C3=AB?=)", "Zoë"),
        ("ann at a.example", None),
    ],
)
def test_the_name_behind_an_address_is_the_author(
    tmp_path: Path, sender: str, name: str | None
) -> None:
    path = tmp_path / "list.mbox"
    path.write_text(_message(f"From: {sender}", "It burns."), "utf-8")
    (document,) = read_dump(path)
    assert document.author == name


def test_items_marked_as_spam_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "list.mbox"
    spam = _message("From: x@a.example\nX-Spam-Flag: YES", "canary").replace("<1@", "<2@")
    path.write_text(_message("From: Ann <x@a.example>", "It burns.") + spam, "utf-8")
    read = read_source(path, ReadOptions())
    assert [document.text for document in read.documents] == ["It burns."]
    assert read.left_out == {"trash": 1}


def test_a_newsletter_does_not_repeat_its_subject(tmp_path: Path) -> None:
    path = tmp_path / "list.mbox"
    html = "<h1>The lamp</h1><p>It <b>burns</b>.</p>"
    path.write_text(_message("From: Ann <x@a.example>\nContent-Type: text/html", html), "utf-8")
    (document,) = read_dump(path)
    assert document.text == "It **burns**."


_POST = "<h1>The lamp</h1><p>It burns all night, and all day too.</p>"
_COMMENT = "<article class='comment-body'><p>canary of somebody else with many words</p></article>"


@pytest.mark.parametrize(
    "page",
    [
        f"<main><article>{_POST}</article><div id='comments'>{_COMMENT}</div></main>",
        f"<article>{_POST}<section class='post comments'><div>{_COMMENT}</div></section></article>",
        f"<main>{_POST}<ol class='comment-list'><li class='comment'>{_COMMENT}</li></ol></main>",
    ],
)
def test_comments_below_an_article_are_not_read(tmp_path: Path, page: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(f"<!DOCTYPE html><html><body>{page}</body></html>", "utf-8")
    (document,) = read_dump(path)
    assert (document.title, document.text) == ("The lamp", "It burns all night, and all day too.")


def test_the_keywords_of_a_page_are_its_tags(tmp_path: Path) -> None:
    tags = '<meta property="article:tag" content="Oil"><meta name="keywords" content="wick, oil">'
    path = tmp_path / "page.html"
    path.write_text(f"<!DOCTYPE html><head>{tags}</head><article>{_POST}</article>", "utf-8")
    (document,) = read_dump(path)
    assert document.tags == ("Oil", "wick")
