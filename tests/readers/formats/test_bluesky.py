"""Answers of Bluesky's servers in other shapes than that of a feed."""

import json
from pathlib import Path
from typing import Any

import pytest

from sitegen.models import Document, LinkTarget, Medium
from sitegen.readers.findings import ReadOptions
from sitegen.readers.formats.bluesky.media import index_files, media_of
from sitegen.readers.reading import read_source
from sitegen.readers.sources import Source
from tests.readers.sources import entry_of


def _view(account: str, key: str, text: str) -> dict[str, Any]:
    return {
        "uri": f"at://did:plc:{account}/app.bsky.feed.post/{key}",
        "author": {"did": f"did:plc:{account}", "handle": f"{account}.example"},
        "record": {"$type": "app.bsky.feed.post", "text": text},
    }


_VIEWS = [_view("ann", "3a", "One."), _view("ann", "3b", "Two."), _view("bo", "3c", "canary")]
_FEED = [{"post": view} for view in _VIEWS]


_PAGES = [{"feed": _FEED[:1], "cursor": "3a"}, {"feed": _FEED[1:]}]


@pytest.mark.parametrize("answer", [_FEED, {"posts": _VIEWS}, _VIEWS, _PAGES])
def test_lists_of_posts_are_read_without_those_of_others(tmp_path: Path, answer: object) -> None:
    path = tmp_path / "posts.json"
    path.write_text(json.dumps(answer), "utf-8")
    read = read_source(path, ReadOptions())
    assert [document.text for document in read.documents] == ["One.", "Two."]
    assert read.left_out == {"somebody else's": 1}


def test_records_of_an_account_are_read(tmp_path: Path) -> None:
    records = [{"uri": view["uri"], "cid": "c", "value": view["record"]} for view in _VIEWS[:2]]
    path = tmp_path / "records.json"
    path.write_text(json.dumps({"records": records, "cursor": "3b"}), "utf-8")
    one, two = read_source(path, ReadOptions()).documents
    assert (one.text, two.author) == ("One.", "did:plc:ann")


def _read_post(tmp_path: Path, **fields: object) -> Document:
    view = _view("ann", "3a", "Rope 🪢 …")
    view["record"] |= fields
    path = tmp_path / "posts.json"
    path.write_text(json.dumps([{"post": view}]), "utf-8")
    (post,) = read_source(path, ReadOptions()).documents
    return post


@pytest.mark.parametrize(("start", "end"), [(6, 9), (5, 7), (-1, 4), (0, 99), ("0", 4)])
def test_a_link_that_parts_a_character_or_has_no_place_leaves_the_text_whole(
    tmp_path: Path, start: object, end: int
) -> None:
    features = [{"$type": "app.bsky.richtext.facet#link", "uri": "https://e.example/"}]
    facet = {"index": {"byteStart": start, "byteEnd": end}, "features": features}
    assert _read_post(tmp_path, facets=[facet]).text == "Rope 🪢 …"


@pytest.mark.parametrize("label", ["!no-unauthenticated", "!hide", "!takedown"])
def test_a_post_that_is_labelled_as_hidden_is_not_public(tmp_path: Path, label: str) -> None:
    path = tmp_path / "posts.json"
    hidden = _view("ann", "3b", "canary") | {"labels": [{"val": label}]}
    path.write_text(json.dumps([{"post": view} for view in (_VIEWS[0], hidden)]), "utf-8")
    read = read_source(path, ReadOptions())
    assert [document.text for document in read.documents] == ["One."]
    assert read.left_out == {"not public": 1}


def test_a_quotation_beside_a_link_card_is_reported(tmp_path: Path) -> None:
    record = {"record": {"uri": "at://did:plc:bo/app.bsky.feed.post/3c"}}
    external = {"external": {"uri": "https://e.example/", "title": "Rope"}}
    kind = "app.bsky.embed.recordWithMedia"
    path = tmp_path / "posts.json"
    view = _view("ann", "3a", "Both")
    view["record"]["embed"] = {"$type": kind, "media": external, "record": record}
    path.write_text(json.dumps([{"post": view}]), "utf-8")
    read = read_source(path, ReadOptions())
    assert [post.link.address for post in read.documents if post.link] == ["https://e.example/"]
    (lost,) = read.lost
    assert lost.what == "a link to https://bsky.app/profile/did:plc:bo/post/3c"


_CID = "bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy"


@pytest.mark.parametrize("blob", [{"ref": {"$link": _CID}}, {"ref": _CID}, {"cid": _CID}])
def test_pictures_are_found_under_their_hashes(tmp_path: Path, blob: object) -> None:
    view = _view("ann", "3a", "Look")
    images = [{"alt": "A rope", "image": blob}, {"alt": "", "image": {"ref": None}}]
    embed = {"$type": "app.bsky.embed.images", "images": images}
    source = Source("repo", tmp_path, "folder", (entry_of(b"picture", f"blobs/{_CID}.jpg"),))
    found, lost = media_of((embed,), view, index_files(source))
    assert found == (Medium(f"{_CID}.jpg", "A rope", f"blobs/{_CID}.jpg"),)
    assert [what for what, _ in lost] == ["a picture"]


def test_people_in_a_text_are_linked_by_their_permanent_address(tmp_path: Path) -> None:
    features = [{"$type": "app.bsky.richtext.facet#mention", "did": "did:plc:bo"}]
    facet = {"index": {"byteStart": 0, "byteEnd": 4}, "features": features}
    entity = {"index": {"start": 0, "end": 4}, "type": "mention", "value": "did:plc:bo"}
    linked = "[Rope](https://bsky.app/profile/did:plc:bo) 🪢 …"
    assert _read_post(tmp_path, facets=[facet]).text == linked
    assert _read_post(tmp_path, entities=[entity]).text == linked


@pytest.mark.parametrize(
    ("uri", "address"),
    [
        ("app.bsky.feed.post/3q", "https://bsky.app/profile/did:plc:bo/post/3q"),
        ("app.bsky.graph.list/3q", "https://bsky.app/profile/did:plc:bo/lists/3q"),
        ("app.bsky.feed.generator/cats", "https://bsky.app/profile/did:plc:bo/feed/cats"),
        ("app.bsky.graph.starterpack/3q", "https://bsky.app/starter-pack/did:plc:bo/3q"),
    ],
)
def test_what_a_post_shows_of_others_becomes_a_link(tmp_path: Path, uri: str, address: str) -> None:
    quoted = {"uri": f"at://did:plc:bo/{uri}", "cid": "c"}
    post = _read_post(tmp_path, embed={"$type": "app.bsky.embed.record", "record": quoted})
    assert post.link == LinkTarget(address, "bsky.app")


def test_a_feed_that_is_cut_off_is_read_up_to_there(tmp_path: Path) -> None:
    path = tmp_path / "feed.json"
    path.write_text(json.dumps({"feed": _FEED})[:-200], "utf-8")
    read = read_source(path, ReadOptions())
    assert [post.text for post in read.documents] == ["One."]
    assert [lost.what for lost in read.lost] == ["the rest of the file"]


@pytest.mark.parametrize("value", [["!hide"], {"a": 1}, None, 5])
def test_a_label_of_another_type_hides_nothing(tmp_path: Path, value: object) -> None:
    view = _view("ann", "3a", "Here") | {"labels": [{"val": value}]}
    path = tmp_path / "posts.json"
    path.write_text(json.dumps([{"post": view}]), "utf-8")
    (post,) = read_source(path, ReadOptions()).documents
    assert post.text == "Here"


def _reply(account: str, key: str, text: str, parent: str) -> dict[str, Any]:
    view = _view(account, key, text)
    root = {"uri": "at://did:plc:ann/app.bsky.feed.post/3a"}
    view["record"]["reply"] = {"root": root, "parent": {"uri": parent}}
    return view


_BLOCKED = {"$type": "app.bsky.feed.defs#blockedPost", "uri": "at://did:plc:cy/x/3e"}
_ROOT = _view("ann", "3a", "One.")
_ANSWER = _reply("bo", "3d", "canary", _ROOT["uri"])
_OWN = _reply("ann", "3b", "Two.", _ROOT["uri"])
_NESTED = {
    "post": _OWN,
    "parent": {"post": _ROOT},
    "replies": [{"post": _ANSWER, "replies": [{"post": _view("bo", "3f", "canary")}]}, _BLOCKED],
}
_LISTED = [
    {"uri": "1", "depth": depth, "value": {"post": post}}
    for depth, post in ((-1, _ROOT), (0, _OWN), (1, _ANSWER), (2, _view("bo", "3f", "canary")))
]
_LISTED.append({"uri": "2", "depth": 1, "value": {"$type": "threadItemBlocked"}})


@pytest.mark.parametrize("thread", [_NESTED, _LISTED])
def test_a_thread_is_read_without_the_posts_of_others(tmp_path: Path, thread: object) -> None:
    path = tmp_path / "thread.json"
    path.write_text(json.dumps({"thread": thread}), "utf-8")
    read = read_source(path, ReadOptions())
    assert [document.text for document in read.documents] == ["One.\n\nTwo."]
    assert read.left_out == {"somebody else's": 2, "not public": 1}
