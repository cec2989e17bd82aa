"""Events of Nostr, as backups and relays give them."""

import json
from pathlib import Path
from time import process_time
from typing import Any

import pytest

from sitegen.errors import DumpError
from sitegen.readers import ReadOptions, SourceRead, read_source

_ANN, _BO = "a" * 64, "b" * 64


def _event(number: int, content: str, kind: int = 1, *tags: list[str], by: str = _ANN) -> Any:
    return {
        "id": f"{number:064x}",
        "pubkey": by,
        "created_at": 1704067200 + 86400 * number,
        "kind": kind,
        "tags": list(tags),
        "content": content,
        "sig": "c" * 128,
    }


def _read(tmp_path: Path, *events: object, include: str = "") -> SourceRead:
    (tmp_path / "nostr.jsonl").write_text("\n".join(map(json.dumps, events)) + "\n", "utf-8")
    return read_source(tmp_path / "nostr.jsonl", ReadOptions(frozenset(include.split())))


def _id(number: int) -> str:
    return f"{number:064x}"


def test_a_long_run_of_spaces_in_a_note_is_read_in_little_time(tmp_path: Path) -> None:
    start = process_time()
    (document,) = _read(tmp_path, _event(1, f"Oil{' ' * 50_000}burns.\n \n\nIt ends.")).documents
    assert document.text.endswith("burns.\n\nIt ends.")
    assert process_time() - start < 0.5


def test_own_notes_of_nostr_are_read_and_all_else_is_counted(tmp_path: Path) -> None:
    events = [
        _event(0, '{"name": "ann", "display_name": "Ann Lee", "lud16": "a@canary.example"}', 0),
        _event(1, "The lamp is lit. #oil", 1, ["t", "oil"], ["content-warning", "Fire"]),
        _event(2, "It burns on.", 1, ["e", _id(1), "", "root"], ["p", _ANN]),
        _event(3, "canary reply", 1, ["e", "9" * 64, "", "reply"]),
        _event(4, "Seen [[it]]", 1, ["e", "9" * 64, "", "mention"]),
        _event(5, "canary?iv=canary", 4, ["p", _BO]),
        _event(6, "canary", 1059),
        _event(7, json.dumps(_event(99, "canary", by=_BO)), 6),
        _event(8, "canary", 30024, ["d", "x"]),
        _event(9, "canary", 1111),
        _event(10, "+", 7, ["e", _id(1)]),
        _event(11, "canary of a group", 1, ["h", "group"]),
        _event(12, "canary taken back"),
        _event(15, "canary that ended", 1, ["expiration", "1704153700"]),
        _event(13, "", 5, ["e", _id(12)]),
        _event(14, "canary of another", by=_BO),
        _event(1, "The lamp is lit. #oil", 1, ["t", "oil"]),
        {"id": "canary", "pubkey": _ANN, "kind": "1", "content": "canary", "sig": ""},
    ]
    read = _read(tmp_path, *events)
    thread, seen = read.documents
    assert read.formats == ("nostr",)
    assert (thread.text, thread.author) == ("The lamp is lit. #oil\n\nIt burns on.", "Ann Lee")
    assert (thread.tags, thread.warning) == (("oil",), "Fire")
    assert thread.thread is not None
    assert (seen.text, seen.date and seen.date.day) == ("Seen [[it]]", 5)
    assert read.left_out == {
        "reply": 1,
        "private": 2,
        "repost": 1,
        "draft": 1,
        "comment": 1,
        "other kind": 1,
        "followers only": 1,
        "hidden": 1,
        "trash": 1,
        "somebody else's": 1,
        "duplicate": 1,
        "incomplete": 1,
    }
    more = _read(tmp_path, *events, include="replies followers private drafts comments").documents
    assert sorted(d.text for d in more if "canary" in d.text) == [
        "canary of a group",
        "canary reply",
    ]


def test_the_last_version_of_an_article_of_nostr_is_read(tmp_path: Path) -> None:
    tags = (["d", "lamps"], ["title", "Of lamps"], ["published_at", "1704153600"], ["t", "oil"])
    image = ["image", "https://a.example/lamp.jpg"]
    first = _event(1, "canary", 30023, *tags)
    last = _event(3, "## Oil\n\nIt **burns**.", 30023, *tags, image)
    older = _event(2, "canary", 30023, *tags)
    gone = _event(4, "canary", 30023, ["d", "gone"], ["title", "canary"])
    deletion = _event(5, "", 5, ["a", f"30023:{_ANN}:gone"])
    read = _read(tmp_path, first, last, older, gone, deletion)
    (document,) = read.documents
    assert (document.title, document.text) == ("Of lamps", "## Oil\n\nIt **burns**.")
    assert (document.is_markdown, document.tags) == (True, ("oil",))
    assert document.date is not None
    assert document.date.isoformat() == "2024-01-02T00:00:00+00:00"
    assert [medium.name for medium in document.media] == ["https://a.example/lamp.jpg"]
    assert read.left_out == {"superseded": 2, "trash": 1}
    (again,) = _read(tmp_path, first).documents
    assert again.id == document.id


@pytest.mark.parametrize("wrapped", ["list", "relay", "script"])
def test_pictures_in_notes_are_media_however_the_events_are_wrapped(
    tmp_path: Path, wrapped: str
) -> None:
    address = "https://a.example/lamp.jpg?w=9"
    note = _event(1, f"Look\n\n{address}", 1, ["imeta", f"url {address}", "alt A lamp at dusk"])
    relay = "\n".join(map(json.dumps, (["EVENT", "1", note], ["EOSE", "1"])))
    written = {
        "list": json.dumps([note]),
        "relay": relay,
        "script": f"const data = [{json.dumps(note)}]",
    }
    (tmp_path / "notes.json").write_text(written[wrapped], "utf-8")
    read = read_source(tmp_path / "notes.json", ReadOptions())
    (document,) = read.documents
    assert document.text == "Look"
    assert [(each.name, each.alt) for each in document.media] == [(address, "A lamp at dusk")]
    assert [lost.where for lost in read.lost] == [address]


def test_events_without_notes_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DumpError, match="no notes and no articles"):
        _read(tmp_path, _event(1, "canary", 4))


def test_an_article_that_was_deleted_is_read_only_if_it_was_published_again(tmp_path: Path) -> None:
    events = [
        _event(1, "canary", 30023, ["d", "wick"]),
        _event(2, "", 5, ["e", _id(1)], ["a", f"30023:{_ANN}:oil"], ["a", f"30023:{_ANN}:rye"]),
        _event(3, "It burns again.", 30023, ["d", "oil"]),
        _event(0, "canary", 30023, ["d", "rye"]),
    ]
    read = _read(tmp_path, *events)
    assert [document.text for document in read.documents] == ["It burns again."]
    assert read.left_out == {"trash": 2}
