"""Exports of diaspora*."""

import json
from pathlib import Path
from typing import Any

import pytest

from sitegen.readers import ReadOptions, SourceRead, read_source

_ACCOUNT = {
    "username": "ann",
    "email": "ann@canary.example",
    "disable_mail": False,
    "private_key": "canary",
    "profile": {
        "entity_type": "profile",
        "entity_data": {"first_name": "Ann", "last_name": "Lee", "location": "canary"},
    },
    "contacts": [{"person_name": "canary"}],
}
_COMMENT = {"entity_type": "comment", "entity_data": {"text": "canary"}}


def _post(number: int, text: str | None, kind: str = "status_message", **fields: object) -> Any:
    post = {
        "author": "ann@pod.example",
        "guid": f"a{number}",
        "created_at": f"2024-01-0{number}T08:00:00Z",
        "public": True,
        "text": text,
    }
    return {"entity_type": kind, "entity_data": post | fields}


def _read(tmp_path: Path, *posts: object, account: Any = _ACCOUNT, include: str = "") -> SourceRead:
    user = account | {"posts": list(posts), "relayables": [_COMMENT]}
    dump = {"user": user, "others_data": {"relayables": [_COMMENT]}, "version": "2.0"}
    (tmp_path / "ann_diaspora_data.json").write_text(json.dumps(dump), "utf-8")
    return read_source(tmp_path / "ann_diaspora_data.json", ReadOptions(frozenset(include.split())))


def test_public_posts_of_diaspora_are_read_and_others_counted(tmp_path: Path) -> None:
    posts = (
        _post(
            1, "# Lamps\n\nA **lamp** for @{Bo Ek; bo@canary.example} and @{cy@canary.example} #oil"
        ),
        _post(2, "canary for friends", public=False),
        _post(3, None, "reshare", root_author="canary"),
        _post(4, ""),
        {"entity_type": "status_message"},
    )
    read = _read(tmp_path, *posts)
    (document,) = read.documents
    assert read.formats == ("diaspora",)
    assert (document.title, document.text) == ("Lamps", "A **lamp** for @Bo Ek and @cy #oil")
    assert (document.author, document.tags) == ("Ann Lee", ("oil",))
    assert document.source == "https://pod.example/posts/a1"
    assert read.left_out == {"followers only": 1, "repost": 1, "empty": 1, "incomplete": 1}
    with_friends = _read(tmp_path, *posts, include="followers").documents
    assert [each.text for each in with_friends][1:] == ["canary for friends"]


def test_pictures_and_polls_of_diaspora_are_kept_and_places_are_not(tmp_path: Path) -> None:
    answers = [{"entity_data": {"answer": answer}} for answer in ("Oil", "Gas")]
    poll = {"entity_data": {"question": "Which?", "poll_answers": answers}}
    photo = {"remote_photo_path": "https://pod.example/u/", "remote_photo_name": "a.jpg"}
    place = {"entity_type": "location", "entity_data": {"address": "canary", "lat": "1"}}
    read = _read(
        tmp_path,
        _post(1, "Vote", poll=poll, location=place),
        _post(2, None, photos=[{"entity_type": "photo", "entity_data": photo | {"text": "Dusk"}}]),
    )
    vote, picture = read.documents
    assert vote.text == "Vote\n\nWhich?\n\n- Oil\n- Gas"
    assert [(each.name, each.alt) for each in picture.media] == [
        ("https://pod.example/u/a.jpg", "Dusk")
    ]
    assert [lost.where for lost in read.lost] == ["https://pod.example/u/a.jpg"]


def test_pictures_of_diaspora_that_lie_beside_the_file_come_along(tmp_path: Path) -> None:
    photo = {"remote_photo_path": "https://pod.example/u/", "remote_photo_name": "a.png"}
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "a.png").write_bytes(b"")
    _read(tmp_path, _post(1, "Look", photos=[{"entity_type": "photo", "entity_data": photo}]))
    read = read_source(tmp_path, ReadOptions())
    assert read.formats == ("diaspora",)
    assert [medium.entry for medium in read.documents[0].media] == ["photos/a.png"]
    assert read.lost == ()


@pytest.mark.parametrize("kind", ["StatusMessage", "Reshare"])
def test_exports_of_before_version_2_have_posts_without_an_envelope(
    tmp_path: Path, kind: str
) -> None:
    post = {"guid": "a1", "type": kind, "text": "Words", "public": True}
    post |= {"diaspora_handle": "ann@pod.example", "created_at": "2014-01-02T08:00:00Z"}
    account = {"username": "ann", "disable_mail": False, "profile": {}, "email": "canary"}
    read = _read(tmp_path, post, account=account)
    if kind == "Reshare":
        assert read.left_out == {"repost": 1}
    else:
        (document,) = read.documents
        assert (document.text, document.author) == ("Words", "ann")
        assert document.source == "https://pod.example/posts/a1"
