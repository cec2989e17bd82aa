"""Groups of posts on a subject, and what an earlier build found in them."""

from collections.abc import Mapping, Sequence, Set
from typing import NamedTuple


class Group(NamedTuple):
    """Posts on a subject."""

    posts: tuple[str, ...]
    """Their ids."""
    related: Mapping[str, tuple[str, ...]]
    """The ids of a post's related posts, the nearest first, by its id; many have none."""


class Earlier(NamedTuple):
    """What an earlier build found for the posts of a group."""

    found: Sequence[Sequence[int] | None] = ()
    """The indexes that they have now, for each post; None for a post that must be compared."""
    gone: int = 0
    """How many posts were in the group."""


def earlier_of(before: Group | None, posts: Sequence[str], changed: Set[str]) -> Earlier:
    """What is known of the posts of a group from the one that an edit made it from, if any.

    Args:
        before: that group.
        posts: the ids of the posts.
        changed: those of new posts, and of posts with another text.
    """
    if not before:
        return Earlier()
    places = {post: place for place, post in enumerate(posts) if post not in changed}
    now = {post: places.get(post) for post in before.posts}
    kept = [place for place in now.values() if place is not None]
    if kept != sorted(kept):
        return Earlier()  # of equally similar texts, the first counts
    found: list[Sequence[int] | None] = [None] * len(posts)
    for post, place in now.items():
        others = [now[other] for other in before.related.get(post, ())]
        if place is not None and None not in others:
            found[place] = [other for other in others if other is not None]
    return Earlier(found, len(now) - len(kept))
