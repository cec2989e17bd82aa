"""Exports of Ghost: old versions, and posts without HTML."""

import json
from pathlib import Path
from typing import Any

from sitegen.readers.findings import ReadOptions
from sitegen.readers.reading import read_source


def _read(folder: Path, posts: list[dict[str, Any]], *, is_old: bool = False, **tables: Any) -> Any:
    data = {"posts": posts, **tables}
    whole = {"meta": {"version": "5.0.0"}, "data": data}
    path = folder / "blog.ghost.json"
    path.write_text(json.dumps(whole if is_old else {"db": [whole]}), "utf-8")
    return read_source(path, ReadOptions())


def test_tables_without_a_db_around_them_are_those_of_an_old_ghost(tmp_path: Path) -> None:
    written = {"markdown": "The *lamp*", "html": "<p>The <em>lamp</em></p>", "author_id": 1}
    posts = [
        {"id": 1, "title": "One", "page": 0, "status": "published", "image": "/a.jpg", **written},
        {"id": 2, "title": "Page", "page": 1, "status": "published", **written},
        {"id": 3, "title": "Draft", "page": 0, "status": "draft", **written},
    ]
    read = _read(tmp_path, posts, is_old=True, users=[{"id": 1, "name": "Ann"}])
    (document,) = read.documents
    assert (document.text, document.author) == ("![](/a.jpg)\n\nThe *lamp*", "Ann")
    assert read.left_out == {"page": 1, "draft": 1}


def test_a_post_that_was_only_sent_by_email_is_left_out(tmp_path: Path) -> None:
    posts = [{"id": "1", "title": "One", "html": "<p>canary</p>", "status": "published"}]
    read = _read(tmp_path, posts, posts_meta=[{"post_id": "1", "email_only": 1}])
    assert read.left_out == {"followers only": 1}


def test_cards_of_a_post_without_html_stay_in_their_places(tmp_path: Path) -> None:
    document = {
        "cards": [
            ["image", {"src": "/b.png", "alt": "B"}],
            ["bookmark", {"url": "https://b.example"}],
        ],
        "markups": [],
        "sections": [
            [1, "p", [[0, [], 0, "First."]]],
            [10, 0],
            [10, 1],
            [1, "p", [[0, [], 0, "Last."]]],
        ],
    }
    posts = [{"id": "1", "title": "One", "status": "published", "mobiledoc": json.dumps(document)}]
    (post,) = _read(tmp_path, posts).documents
    assert post.text == "First.\n\n![B](/b.png)\n\nhttps://b.example\n\nLast."


def test_a_post_that_is_one_card_of_markdown_stays_markdown(tmp_path: Path) -> None:
    document = {"cards": [["markdown", {"markdown": "The *lamp*"}]], "sections": [[10, 0]]}
    posts = [{"id": "1", "title": "One", "status": "published", "mobiledoc": json.dumps(document)}]
    (post,) = _read(tmp_path, posts).documents
    assert post.text == "The *lamp*"
