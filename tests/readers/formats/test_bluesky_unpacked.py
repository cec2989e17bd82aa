"""Repositories of Bluesky that were unpacked into a file for each record."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from sitegen.readers.findings import ReadOptions
from sitegen.readers.reading import SourceRead, read_source

_DID = "did:plc:ann"
_POST = "app.bsky.feed.post"
_FILES: Mapping[str, Any] = {
    "_commit.json": {"did": _DID, "version": 3},
    "app.bsky.actor.profile/self.json": {"displayName": "Ann", "description": "canary"},
    "app.bsky.feed.repost/3c.json": {"subject": {"uri": "canary"}},
    "app.bsky.graph.follow/3d.json": {"subject": "did:plc:canary"},
    f"{_POST}/3a.json": {"$type": _POST, "text": "One.", "createdAt": "2024-03-12T10:00:00Z"},
    f"{_POST}/3b.json": {
        "$type": _POST,
        "text": "Two.",
        "reply": {
            "root": {"uri": f"at://{_DID}/{_POST}/3a"},
            "parent": {"uri": f"at://{_DID}/{_POST}/3a"},
        },
    },
}


def _read(folder: Path, changes: Mapping[str, Any], name: str = "repository") -> SourceRead:
    for path, content in {**_FILES, **changes}.items():
        file = folder / name / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if content is not None:
            file.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return read_source(folder / name, ReadOptions())


def test_an_unpacked_repository_is_read_like_a_packed_one(tmp_path: Path) -> None:
    read = _read(tmp_path, {})
    (thread,) = read.documents
    assert (thread.text, thread.author) == ("One.\n\nTwo.", "Ann")
    assert thread.source == f"https://bsky.app/profile/{_DID}/post/3a"
    assert read.left_out == {"repost": 1}
    assert set(read.unread) == {"app.bsky.feed.repost", "app.bsky.graph.follow"}


@pytest.mark.parametrize("folder", ["did:plc:ann", "backup/did:plc:ann"])
def test_without_a_commit_the_folder_names_the_account(tmp_path: Path, folder: str) -> None:
    read = _read(tmp_path, {"_commit.json": None}, folder)
    assert read.documents[0].source == f"https://bsky.app/profile/{_DID}/post/3a"


def test_an_account_that_hides_from_the_public_is_not_read(tmp_path: Path) -> None:
    hidden = {"labels": {"values": [{"val": "!no-unauthenticated"}]}}
    read = _read(tmp_path, {"app.bsky.actor.profile/self.json": hidden})
    assert (read.documents, read.left_out) == ((), {"not public": 2, "repost": 1})


def test_a_record_that_is_damaged_is_lost(tmp_path: Path) -> None:
    read = _read(tmp_path, {f"{_POST}/3e.json": "{"})
    assert [lost.where for lost in read.lost] == [f"{_POST}/3e.json"]
