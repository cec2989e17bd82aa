"""Posts of the Fediverse as programming interfaces give them: of one's own, and of a timeline."""

import json
from pathlib import Path
from typing import Any

import pytest

from sitegen.readers import ReadOptions, SourceRead, read_source


def _read(tmp_path: Path, posts: object) -> SourceRead:
    (tmp_path / "posts.json").write_text(json.dumps(posts), "utf-8")
    return read_source(tmp_path / "posts.json", ReadOptions())


def _status(number: int, text: str, **fields: object) -> dict[str, Any]:
    return {
        "id": str(number),
        "url": f"https://tide.example/@ann/{number}",
        "created_at": f"2024-01-0{number}T08:00:00Z",
        "visibility": "public",
        "in_reply_to_id": None,
        "account": {"id": "1", "username": "ann", "display_name": "Ann Lee"},
        "media_attachments": [],
        "content": f"<p>{text}</p>",
    } | fields


def test_statuses_for_their_own_server_alone_are_not_public(tmp_path: Path) -> None:
    read = _read(tmp_path, [_status(1, "Oil"), _status(2, "canary", local_only=True)])
    assert [document.text for document in read.documents] == ["Oil"]
    assert read.left_out == {"followers only": 1}


_QUOTED = _status(7, "canary", account={"id": "9"}, url="https://reef.example/notes/7")


@pytest.mark.parametrize("quote", [True, _QUOTED])
def test_a_status_of_firefish_that_quotes_another_is_no_repost(
    tmp_path: Path, quote: object
) -> None:
    own, repost_of_a_quotation = (_status(1, "Oil", quote=quote), _status(2, "", quote={"id": "5"}))
    reposts = [repost_of_a_quotation, _status(3, "canary", quote=False), _status(4, "")]
    read = _read(tmp_path, [status | {"reblog": _QUOTED} for status in (own, *reposts)])
    (post,) = read.documents
    assert post.link is not None
    assert (post.text, post.link.address) == ("Oil", "https://reef.example/notes/7")
    assert read.left_out == {"repost": 3}


def test_of_a_timeline_of_misskey_only_the_notes_of_one_account_are_read(tmp_path: Path) -> None:
    def note(number: int, text: str, user: str | None) -> dict[str, Any]:
        return {
            "id": f"9a{number}",
            "createdAt": f"2024-01-0{number}T08:00:00.000Z",
            "text": text,
            "cw": None,
            "visibility": "public",
            "renoteId": None,
            "user": {"id": user or [3], "name": f"{user} Lee", "username": user},
        }

    notes = [note(1, "Oil", "Ann"), note(2, "canary", "Bo"), note(3, "Wick", "Ann")]
    notes.append(note(4, "canary", None))
    read = _read(tmp_path, notes)
    assert [(d.text, d.author) for d in read.documents] == [("Oil", "Ann Lee"), ("Wick", "Ann Lee")]
    assert read.left_out == {"somebody else's": 2}
