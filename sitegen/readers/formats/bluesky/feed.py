"""Feeds of Bluesky: the answer of ``app.bsky.feed.getAuthorFeed``, or only its list of posts.

Likewise the answers of ``app.bsky.feed.getPosts``, ``app.bsky.feed.getPostThread`` and
``com.atproto.repo.listRecords``.

It holds posts of others, too: reposts, and quoted texts. They are not read.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from sitegen.readers.findings import Finding, LeftOut, Lost, Reason
from sitegen.readers.formats.bluesky.post_thread import posts_in_thread
from sitegen.readers.formats.bluesky.posts import POST, REPOST, Found, did_of, is_hidden
from sitegen.readers.sources import Entry
from sitegen.readers.streams import stream_items
from sitegen.readers.streams.json_values import object_at

_LISTS = ("feed", "posts", "records")
_PINNED = "app.bsky.feed.defs#reasonPin"


def read_feed(entry: Entry) -> Iterator[Found | Finding]:
    """The posts of the account whose feed it is, and what is not read.

    The account is the one that reposts, or else the one with the most posts; of threads, the one
    whose posts were asked for.
    """
    items = list(_items_in(entry))
    posts: list[Mapping[str, Any]] = [item for item in items if isinstance(item, dict)]
    owner = _owner_of([post for post in posts if post.get("depth") == 0] or posts)
    for item in items:
        yield item if isinstance(item, Lost) else _find_post(item, owner)


def _items_in(entry: Entry) -> Iterator[object]:
    """The items of an answer, or of several: a list of them, or one on each line."""
    head = entry.head.json
    keys = head.outer if head else frozenset()
    is_one = head is not None and head.values <= 1 and entry.head.text.lstrip().startswith("{")
    key = next((key for key in _LISTS if key in keys), None) if is_one else None
    for item in stream_items(entry, key) if key else stream_items(entry):
        for inner in _unwrapped(item):
            yield _record_as_post(inner) if isinstance(inner, dict) and "value" in inner else inner


def _unwrapped(item: object) -> list[object]:
    if isinstance(item, dict) and "thread" in item:
        return list(posts_in_thread(item["thread"]))
    lists = [item.get(key) for key in _LISTS] if isinstance(item, dict) else []
    return next((items for items in lists if isinstance(items, list)), [item])


def _record_as_post(item: Mapping[str, Any]) -> Mapping[str, Any]:
    """A record of ``listRecords``, which only its address ties to the account, as a post."""
    uri = item.get("uri")
    did = did_of(uri) if isinstance(uri, str) else ""
    author = {"did": did, "displayName": did}
    return {"uri": uri, "record": item["value"], "author": author}


def _owner_of(items: list[Mapping[str, Any]]) -> str | None:
    reposters = Counter(_did(object_at(item, "reason").get("by")) for item in items)
    del reposters[None]
    authors = Counter(_did((object_at(item, "post") or item).get("author")) for item in items)
    del authors[None]
    counts = reposters or authors
    return max(counts, key=lambda did: counts[did], default=None)


def _find_post(item: object, owner: str | None) -> Found | Finding:
    if not isinstance(item, dict):
        return LeftOut("incomplete")
    post = object_at(item, "post") or item
    author, record = object_at(post, "author"), object_at(post, "record")
    if not record or not isinstance(post.get("uri"), str):
        is_blocked = "depth" in item and item.get("post") is None
        return LeftOut("not public" if is_blocked else "incomplete")
    if record.get("$type", POST) != POST:
        return LeftOut("repost" if record["$type"] == REPOST else "other kind")
    if reason := _reason(item, author, owner):
        return LeftOut(reason)
    if is_hidden(author) or is_hidden(post):
        return LeftOut("not public")
    handle = author.get("handle")
    name = author.get("displayName") or handle
    known = handle if isinstance(handle, str) and handle != "handle.invalid" else owner
    return Found(
        post["uri"],
        known or "",
        name if isinstance(name, str) else None,
        record,
        object_at(post, "embed"),
    )


def _reason(item: Mapping[str, Any], author: object, owner: str | None) -> Reason | None:
    """Why an item is not the owner's own."""
    if object_at(item, "reason") and not _is_pinned(item):
        return "repost"
    return "somebody else's" if _did(author) != owner else None


def _is_pinned(item: object) -> bool:
    return isinstance(item, dict) and object_at(item, "reason").get("$type") == _PINNED


def _did(author: object) -> str | None:
    did = author.get("did") if isinstance(author, dict) else None
    return did if isinstance(did, str) else None
