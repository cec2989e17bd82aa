"""Answers of Bluesky's servers in other shapes than that of a feed."""

import json
from pathlib import Path
from typing import Any

import pytest

from sitegen.readers.findings import ReadOptions
from sitegen.readers.reading import read_source


def _view(account: str, key: str, text: str) -> dict[str, Any]:
    return {
        "uri": f"at://did:plc:{account}/app.bsky.feed.post/{key}",
        "author": {"did": f"did:plc:{account}", "handle": f"{account}.example"},
        "record": {"$type": "app.bsky.feed.post", "text": text},
    }


_VIEWS = [_view("ann", "3a", "One."), _view("ann", "3b", "Two."), _view("bo", "3c", "canary")]
_FEED = [{"post": view} for view in _VIEWS]


@pytest.mark.parametrize("answer", [_FEED, {"posts": _VIEWS}, _VIEWS])
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
