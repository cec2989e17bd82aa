"""Repositories of Bluesky that were unpacked: a folder for each collection, a file for each record.

``goat repo unpack`` writes them, with the account in ``_commit.json``:
https://atproto.com/blog/repo-export.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from sitegen.errors import DumpError
from sitegen.readers.findings import Finding, LeftOut, Lost, Unread
from sitegen.readers.formats.bluesky.posts import POST, REPOST, Found, is_hidden
from sitegen.readers.sources import Entry, Source
from sitegen.readers.streams import read_json

_POSTS, _REPOSTS = (rf"{re.escape(kind)}/[^/]+\.json" for kind in (POST, REPOST))
_PROFILE = r"app\.bsky\.actor\.profile/self\.json"
_COMMIT = r"_commit\.json"
_DID = re.compile(r"(?:^|/)(did:[a-z]+:[\w.:%-]+)/")
_COLLECTION = re.compile(r"(?:^|.*/)([a-z][\w-]*(?:\.[\w-]+){2,})/[^/]+\.json")


def is_unpacked(source: Source) -> bool:
    """Whether a folder or an archive is such a repository, with posts."""
    return source.first(_POSTS) is not None and bool(_did_of(source))


def read_unpacked(source: Source) -> Iterator[Found | Finding]:
    """The posts of a repository, and what is not read."""
    did, posts = _did_of(source), source.find(_POSTS)
    profile = _record_in(source.first(_PROFILE)) or {}
    name = profile.get("displayName")
    author = name if isinstance(name, str) and name.strip() else did
    yield from _unread(source)
    yield from (LeftOut("repost") for _ in source.find(_REPOSTS))
    if is_hidden(profile):
        yield LeftOut("not public", len(posts))
        return
    for entry in posts:
        record = _record_in(entry)
        if record is None:
            yield Lost("a post", entry.name, "it is no JSON")
        else:
            key = entry.base.removesuffix(".json")
            yield Found(f"at://{did}/{POST}/{key}", did, author, record)


def _did_of(source: Source) -> str:
    """The account: in the commit, or else the name of the folder."""
    commit = _record_in(source.first(_COMMIT)) or {}
    did = commit.get("did")
    if isinstance(did, str) and did.startswith("did:"):
        return did
    found = (_DID.search(f"{source.path.name}/{entry.name}") for entry in source.entries[:1])
    return next((match[1] for match in found if match), "")


def _record_in(entry: Entry | None) -> Mapping[str, Any] | None:
    try:
        record = read_json(entry) if entry else None
    except DumpError:
        return None
    return record if isinstance(record, dict) else None


def _unread(source: Source) -> Iterator[Finding]:
    """The collections that are not opened, such as those of likes and follows."""
    found = (_COLLECTION.fullmatch(entry.name) for entry in source.entries)
    names = dict.fromkeys(match[1] for match in found if match)
    read = (POST, "app.bsky.actor.profile")
    yield from (Unread(name) for name in names if name not in read)
