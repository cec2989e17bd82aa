"""Joins posts that are parts of one thread, first part first, and paginates topics."""

from collections.abc import Iterable, Mapping, Sequence

from sitegen.models import Page

_FARTHEST = 12
"""The largest distance between two parts of a thread in a list of posts."""


def join_threads(posts: Iterable[Page]) -> list[tuple[Page, ...]]:
    """The posts of a topic: single posts, and the parts of each thread together.

    A part follows the nearest post with the previous number, the same total and author, and no
    later date. Without dates, or with equal ones, that post may be on either side, as dumps start
    with the oldest or with the newest.
    """
    posts = tuple(posts)
    if all(post.part <= 1 for post in posts):
        return [(post,) for post in posts]
    posts = sorted(posts, key=_time_order)
    following: dict[int, int] = {}
    for place, post in enumerate(posts):
        if post.part > 1:
            before = _previous_part(place, posts, following)
            if before is not None:
                following[before] = place
    firsts = set(range(len(posts))).difference(following.values())
    return [_thread(first, posts, following) for first in sorted(firsts)]


def split_pages(threads: Iterable[Sequence[str]], size: int) -> tuple[tuple[str, ...], ...]:
    """The posts on each page of a topic: ``size`` of them, and the rest of an unfinished thread."""
    pages: list[tuple[str, ...]] = []
    shown: list[str] = []
    for thread in threads:
        shown += thread
        if len(shown) >= size:
            pages.append(tuple(shown))
            shown.clear()
    return (*pages, tuple(shown)) if shown or not pages else tuple(pages)


def _time_order(post: Page) -> tuple[object, ...]:
    """Oldest first, then those without a date in the order of the dump."""
    age = post.date.timestamp() if post.date else 0.0
    place = (post.dump.file, post.dump.lines or (0, 0)) if post.dump else ("", (0, 0))
    return (post.date is None, age, place, post.path)


def _previous_part(place: int, posts: Sequence[Page], following: Mapping[int, int]) -> int | None:
    """The index of the post that the one at ``place`` continues; None if there is none."""
    for distance in range(1, _FARTHEST + 1):
        for near in (place - distance, place + distance):
            is_free = 0 <= near < len(posts) and near not in following
            if is_free and _continues(posts[near], posts[place]):
                return near
    return None


def _continues(post: Page, after: Page) -> bool:
    is_later = post.date and after.date and post.date > after.date
    return not is_later and (post.part + 1, post.parts, post.author) == (
        after.part,
        after.parts,
        after.author,
    )


def _thread(first: int, posts: Sequence[Page], following: Mapping[int, int]) -> tuple[Page, ...]:
    thread = [first]
    while thread[-1] in following:
        thread.append(following[thread[-1]])
    return tuple(posts[place] for place in thread)
