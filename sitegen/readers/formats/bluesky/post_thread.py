"""The answer of ``app.bsky.feed.getPostThread``: a post, with those above and below it.

Version 1 nests them as ``parent`` and ``replies``; version 2 lists them with their depths.
See https://docs.bsky.app/docs/api/app-bsky-feed-get-post-thread.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from sitegen.readers.streams.json_values import object_at, objects_in

_Item = Mapping[str, Any]
"""A post as in a feed, with its ``depth``: 0 for the one that was asked for."""


def posts_in_thread(thread: object) -> Iterator[_Item]:
    """The posts of a thread in order; what is blocked or gone has no ``post``."""
    if isinstance(thread, list):
        yield from (_listed(node) for node in thread if isinstance(node, dict))
    elif isinstance(thread, dict):
        above = list(_above(thread))
        yield from (_item(node, -depth) for depth, node in reversed(list(enumerate(above, 1))))
        yield from _below(thread)


def _above(node: _Item) -> Iterator[_Item]:
    parent = node.get("parent")
    while isinstance(parent, dict):
        yield parent
        parent = parent.get("parent")


def _below(thread: _Item) -> Iterator[_Item]:
    left = [(thread, 0)]
    while left:
        node, depth = left.pop()
        yield _item(node, depth)
        left += [(reply, depth + 1) for reply in reversed(objects_in(node.get("replies")))]


def _listed(node: _Item) -> _Item:
    return _item(object_at(node, "value"), node.get("depth"))


def _item(node: _Item, depth: object) -> _Item:
    return {"post": node.get("post"), "depth": depth}
