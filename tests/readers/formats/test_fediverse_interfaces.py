"""Posts of the Fediverse as programming interfaces give them: of one's own, and of a timeline."""

import json
from pathlib import Path
from typing import Any

from sitegen.readers import ReadOptions, SourceRead, read_source


def _read(tmp_path: Path, posts: object) -> SourceRead:
    (tmp_path / "posts.json").write_text(json.dumps(posts), "utf-8")
    return read_source(tmp_path / "posts.json", ReadOptions())


def test_statuses_for_their_own_server_alone_are_not_public(tmp_path: Path) -> None:
    def status(number: int, text: str, **fields: object) -> dict[str, Any]:
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

    read = _read(tmp_path, [status(1, "Oil"), status(2, "canary", local_only=True)])
    assert [document.text for document in read.documents] == ["Oil"]
    assert read.left_out == {"followers only": 1}


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
