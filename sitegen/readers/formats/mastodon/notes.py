"""Exports of Misskey and its forks, such as Sharkey, Firefish and Iceshrimp: a list of notes.

It does not name the account. Only those of a whole account, as of Sharkey, name the server, and so
only their notes have addresses. Notes as the programming interface gives them name their authors:
of a list with several, such as a timeline, only those of the account with the most are read.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sitegen.models import Document
from sitegen.readers.findings import Finding, LeftOut, ReadOptions
from sitegen.readers.formats.mastodon.mfm import convert_mfm, tags_in_mfm
from sitegen.readers.formats.mastodon.reading import FOLLOWERS, LEAVES_OUT, PUBLIC, read_posts
from sitegen.readers.reader import Reader, recognise_files
from sitegen.readers.sources import Source
from sitegen.readers.streams import read_fields, stream_items
from sitegen.readers.streams.json_values import list_of, object_at, objects_in, text_at

_Raw = Mapping[str, Any]
_KEY = "notes"
_ADDRESSED = re.compile(r"\s*@\w")


def _read(source: Source, options: ReadOptions) -> Iterator[Document | Finding]:
    for entry in source.entries:
        head = entry.head.json
        is_wrapped = head is not None and _KEY in head.outer
        host = read_fields(entry).get("host") if is_wrapped else None
        base = f"https://{host}/notes/" if isinstance(host, str) and host else ""
        path = (_KEY,) if is_wrapped else ()
        has_authors = head is not None and "user" in head.outer | head.inner
        owner = _owner_of(stream_items(entry, *path)) if has_authors else ""
        items = (_object_of(i, base, owner) for i in stream_items(entry, *path))
        yield from read_posts(items, "misskey", source, options)


def _owner_of(items: Iterable[object]) -> str:
    """The id of the account that most notes are by; empty if they do not say it."""
    users = Counter(
        text_at(object_at(item, "user"), "id") for item in items if isinstance(item, dict)
    )
    return max(users, key=lambda user: users[user], default="")


def _object_of(item: object, base: str, owner: str) -> object:
    """A note as an object of ActivityPub; addresses begin with ``base``."""
    if not isinstance(item, dict):
        return item
    user = object_at(item, "user")
    if text_at(user, "id") != owner:
        return LeftOut("somebody else's")
    text = item.get("text")
    words, is_markdown = convert_mfm(text) if isinstance(text, str) else ("", False)
    choices, files = list(_choices_of(item)), objects_in(item.get("files"))
    if item.get("renoteId") and not text and not choices and not files:
        return {"type": "Announce"}
    return {
        "type": "Note",
        "id": _address_of(item.get("id"), base),
        "author": text_at(user, "name") or text_at(user, "username") or None,
        "published": item.get("createdAt"),
        "updated": item.get("updatedAt"),
        "to": _audience_of(item),
        "plainText": words,
        "isMarkdown": is_markdown,
        "summary": item.get("cw"),
        "inReplyTo": _address_of(item.get("replyId"), base) or _addressee(text),
        "quote": item.get("renoteId"),
        "oneOf": choices,
        "attachment": [{"url": f.get("url"), "name": f.get("comment")} for f in files],
        "tag": [{"name": tag} for tag in tags_in_mfm(text if isinstance(text, str) else "")],
    }


def _audience_of(note: _Raw) -> str:
    """The addressees; a note for its server alone is not plainly public."""
    visibility = note.get("visibility", "public")
    if visibility in ("public", "home") and note.get("localOnly") is not True:
        return PUBLIC
    return "" if visibility == "specified" else FOLLOWERS


def _address_of(id_: object, base: str) -> str | None:
    return base + id_ if isinstance(id_, str) and id_ else None


def _addressee(text: object) -> str | None:
    """A reply begins with a name, also where the answered note is gone."""
    return "?" if isinstance(text, str) and _ADDRESSED.match(text) else None


def _choices_of(note: _Raw) -> Iterator[_Raw]:
    """The choices of a poll: objects, or texts with a list of their votes."""
    poll = note.get("poll")
    choices = list_of(poll.get("choices")) if isinstance(poll, dict) else []
    votes = list_of(poll.get("votes")) if isinstance(poll, dict) else []
    for number, choice in enumerate(choices):
        if isinstance(choice, dict):
            yield {"name": choice.get("text"), "replies": {"totalItems": choice.get("votes")}}
        else:
            count = votes[number] if number < len(votes) else None
            yield {"name": choice, "replies": {"totalItems": count}}


READER = Reader(
    "misskey",
    "the notes of an account on Misskey or one of its relatives (JSON)",
    recognise_files("misskey"),
    _read,
    (*LEAVES_OUT, "somebody else's"),
)
