"""Which posts of an account are taken, and which belong together."""

from collections.abc import Container, Iterable, Iterator, Mapping
from typing import NamedTuple

from sitegen.readers.findings import Reason
from sitegen.readers.formats.x.posts import Post
from sitegen.readers.threads import group_threads


class Selection(NamedTuple):
    """What is done with each post."""

    threads: Mapping[int, tuple[int, ...]]
    """For each post that is taken, the posts of its thread in order."""
    reasons: Mapping[int, tuple[Reason, ...]]
    """For each other post, each reason why it is left out."""
    versions: Mapping[int, tuple[int, ...]]
    """For each edited post, the ids of its versions."""


def select(posts: Mapping[int, Post]) -> Selection:
    """Decides on all posts of an account."""
    versions = _versions(posts.values())
    last = {one: group[-1] for one, group in versions.items()}
    reasons: dict[int, tuple[Reason, ...]] = {}
    parents: dict[int, int | None] = {}
    for post in posts.values():
        if found := tuple(_reasons(post, posts, is_last=last.get(post.id, post.id) == post.id)):
            reasons[post.id] = found
        else:
            parents[post.id] = last.get(post.parent, post.parent) if post.parent else None
    grouped = group_threads(parents)
    reasons |= dict.fromkeys(grouped.replies, ("reply",))
    threads = {post: thread for thread in grouped.threads for post in thread}
    return Selection(threads, reasons, versions)


def _reasons(post: Post, posts: Container[int], *, is_last: bool) -> Iterator[Reason]:
    """Each reason why a post is left out, whatever it belongs to."""
    if post.is_deleted:
        yield "trash"
    if post.is_for_followers:
        yield "followers only"
    if not is_last:
        yield "superseded"
    if post.is_repost:
        yield "repost"
    is_answer = post.is_for_followers and post.parent is not None and post.parent not in posts
    if post.is_addressed or is_answer:
        yield "reply"


def _versions(posts: Iterable[Post]) -> dict[int, tuple[int, ...]]:
    """The versions of each edited post; the first one may list fewer than the last."""
    groups: dict[int, set[int]] = {}
    for post in posts:
        if post.versions:
            merged = set(post.versions) | {post.id}
            for one in post.versions:
                merged |= groups.get(one, set())
            groups |= dict.fromkeys(merged, merged)
    return {one: tuple(sorted(group)) for one, group in groups.items()}
