"""Starred items of feed readers: what was chosen is read, what feeds delivered is not."""

import json
from pathlib import Path

import pytest

from sitegen.readers import ReadOptions, SourceRead, read_source

_ARTICLE = {"content": "<p>canary</p>"}
_ITEM = {
    "title": "A &amp; B", "published": 1704182400, "author": "Ann", "content": _ARTICLE,
    "alternate": [{"href": "https://a.example/x", "type": "text/html"}],
    "origin": {"title": "The Tea Blog"},
}  # fmt: skip


def _read(tmp_path: Path, content: object, *include: str) -> SourceRead:
    path = tmp_path / "starred.json"
    path.write_text(json.dumps(content), "utf-8")
    return read_source(path, ReadOptions(include=frozenset(include)))


def test_lists_of_what_feeds_delivered_hold_only_the_starred_items(tmp_path: Path) -> None:
    starred = _ITEM | {"categories": ["user/1/state/com.google/starred"]}
    other = _ITEM | {"alternate": [{"href": "https://canary.example/"}]}
    for stream in ("feed/12", "user/1/state/com.google/reading-list"):
        read = _read(tmp_path, {"id": stream, "items": [other, starred]})
        assert [d.title for d in read.documents] == ["A & B"]
        assert read.left_out == {"other kind": 1}
    friends = {"id": "user/1/state/com.google/broadcast-friends", "items": [other]}
    assert not _read(tmp_path, friends).documents
    favourites = {"id": "user/-/state/org.freshrss/starred", "items": [_ITEM]}
    assert len(_read(tmp_path, favourites).documents) == 1


def test_notes_on_an_item_are_those_of_its_owner(tmp_path: Path) -> None:
    notes = [{"content": "Mine.", "userId": "1"}, {"content": "canary", "userId": "2"}]
    google = {"id": "user/1/state/com.google/starred", "items": [_ITEM | {"annotations": notes}]}
    assert [d.text for d in _read(tmp_path, google).documents] == ["Mine."]
    marked = [{"id": 1, "start": 0, "end": 4, "text": "It is hot.", "note": "So it is."}]
    inoreader = {
        "id": "user/1/state/com.google/starred",
        "items": [_ITEM | {"annotations": marked}],
    }
    assert [d.text for d in _read(tmp_path, inoreader).documents] == ["> It is hot.\n\nSo it is."]


def test_items_saved_in_feedly_have_tags_notes_and_the_time_of_saving(tmp_path: Path) -> None:
    item = _ITEM | {
        "actionTimestamp": 1704268800000, "published": 1704182400000, "keywords": ["canary"],
        "tags": [
            {"id": "user/a/tag/global.saved", "label": "Saved For Later"},
            {"id": "user/a/tag/tea", "label": "tea"},
        ],
        "annotations": [{"highlight": {"text": "It is hot."}}, {"comment": "So it is."}],
    }  # fmt: skip
    for content in ({"id": "user/a/tag/global.saved", "items": [item]}, [item]):
        (document,) = _read(tmp_path, content).documents
        assert (document.tags, document.text) == (("tea",), "So it is.\n\n> It is hot.")
        assert document.date is not None
        assert document.date.isoformat() == "2024-01-03T08:00:00+00:00"


def test_starred_items_of_newsblur_and_miniflux_are_links(tmp_path: Path) -> None:
    story = {
        "story_title": "A &amp; B", "story_permalink": "https://a.example/x",
        "story_content": "<p>canary</p>", "story_authors": "Ann", "user_tags": ["tea"],
        "user_notes": "So it is.", "highlights": ["It is hot."], "starred": True,
        "starred_timestamp": "1704268800", "story_date": "2024-01-02 08:00:00",
    }  # fmt: skip
    plain = story | {"starred": False, "starred_timestamp": 0}
    for content in ({"stories": [story, plain], "feeds": {}}, [story, plain]):
        read = _read(tmp_path, content)
        (document,) = read.documents
        assert (document.title, document.author, document.tags) == ("A & B", "Ann", ("tea",))
        assert document.text == "So it is.\n\n> It is hot."
        assert document.date is not None
        assert document.date.day == 3
        assert read.left_out == {"other kind": 1}
    entry = {
        "id": 1, "feed_id": 3, "title": "A", "url": "https://a.example/x", "author": "Ann",
        "published_at": "2024-01-02T08:00:00Z", "content": "<p>canary</p>", "starred": True,
        "reading_time": 1, "feed": {"title": "The Tea Blog", "username": "canary"},
    }  # fmt: skip
    unread = entry | {"starred": False, "url": "https://canary.example/"}
    read = _read(tmp_path, {"total": 2, "entries": [entry, unread]})
    (document,) = read.documents
    assert (document.text, document.link) == ("", ("https://a.example/x", "A", "The Tea Blog"))
    assert read.left_out == {"other kind": 1}


def test_notes_in_html_are_markdown_and_the_report_says_that_notes_are_taken(
    tmp_path: Path,
) -> None:
    note = "<b>So</b> it is."
    story = {"story_title": "A", "story_permalink": "https://a.example/x", "starred": True}
    google = _ITEM | {"annotations": [{"content": note}, {"content": "It is *so*."}]}
    marked = _ITEM | {"annotations": [{"highlight": {"text": "It is hot."}, "comment": note}]}
    for item, text in (
        (story | {"user_notes": note, "shared_comments": "<p>Look.</p>"}, "Look.\n\n**So** it is."),
        (google, "**So** it is.\n\nIt is \\*so\\*."),
        (marked, "> It is hot.\n\n**So** it is."),
    ):
        read = _read(tmp_path, [item])
        assert [document.text for document in read.documents] == [text]
        assert [remark.split(" of")[0] for remark in read.remarks] == ["Notes on the items"]
    assert _read(tmp_path, [story]).remarks == ()


@pytest.mark.parametrize("item", [{"canonicalUrl": "https://a.example/x"}, {"originId": "x"}])
def test_entries_of_feedly_in_a_list_of_their_own_are_links(
    tmp_path: Path, item: dict[str, str]
) -> None:
    origin = {"title": "The Tea Blog", "streamId": "feed/https://a.example/rss"}
    link = {} if "canonicalUrl" in item else {"canonical": [{"href": "https://a.example/x"}]}
    entry = {"id": "e", "title": "A", "published": 1704182400000, "content": _ARTICLE}
    (document,) = _read(tmp_path, [{**entry, "origin": origin, **item, **link}]).documents
    assert document.link == ("https://a.example/x", "A", "The Tea Blog")
    assert document.text == ""


@pytest.mark.parametrize("label", ["PrivateLabel", "private", "Privat", "my private list"])
def test_an_item_with_a_label_that_says_private_is_left_out(tmp_path: Path, label: str) -> None:
    other = _ITEM | {
        "alternate": [{"href": "https://b.example/"}],
        "categories": ["user/-/label/Private equity"],
    }
    labelled = {"categories": [f"user/-/label/{label}"]}, {"tags": [{"id": "a", "label": label}]}
    story = {"story_title": "A", "story_permalink": "https://a.example/x", "starred": True}
    for item in (_ITEM | labelled[0], _ITEM | labelled[1], story | {"user_tags": [label]}):
        read = _read(tmp_path, {"items": [item]})
        assert (read.documents, read.left_out) == ((), {"private": 1})
        read = _read(tmp_path, {"items": [item]}, "private")
        assert [document.tags for document in read.documents] == [()]
    (document,) = _read(tmp_path, {"items": [other]}).documents
    assert document.tags == ("Private equity",)
