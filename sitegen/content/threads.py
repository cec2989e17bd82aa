"""Posts that are parts of one thread, put together: the first part first."""

from collections.abc import Iterable, Mapping, Sequence

from sitegen.models import Page

_FARTHEST = 12
"""How many places apart two parts may stand, as at an import."""


def join_threads(posts: Iterable[Page]) -> list[tuple[Page, ...]]:
    """The posts of a topic, each alone or with the parts of the thread that it begins.

    A part goes after the nearest post that has the number before, of as many, by the same author,
    and no later date. Where no dates or the same ones are known, dumps begin with the oldest or the
    newest, so the nearest may stand on either side.
    """
    posts = tuple(posts)
    if all(post.part <= 1 for post in posts):
        return [(post,) for post in posts]
    posts = sorted(posts, key=_time_order)
    following: dict[int, int] = {}
    for place, post in enumerate(posts):
        if post.part > 1:
            before = _part_before(place, posts, following)
            if before is not None:
                following[before] = place
    firsts = set(range(len(posts))).difference(following.values())
    return [_thread(first, posts, following) for first in sorted(firsts)]


def split_pages(threads: Iterable[Sequence[str]], size: int) -> tuple[tuple[str, ...], ...]:
    """What each page of a topic shows: ``size`` posts, and the rest of the thread that is open."""
    pages: list[tuple[str, ...]] = []
    shown: list[str] = []
    for thread in threads:
        shown += thread
        if len(shown) >= size:
            pages.append(tuple(shown))
            shown.clear()
    return (*pages, tuple(shown)) if shown or not pages else tuple(pages)


def _time_order(post: Page) -> tuple[object, ...]:
    """The oldest first, then those without a date as they stood in the dump."""
    age = post.date.timestamp() if post.date else 0.0
    place = (post.dump.file, post.dump.lines) if post.dump else ("", (0, 0))
    return (post.date is None, age, place, post.path)


def _part_before(place: int, posts: Sequence[Page], following: Mapping[int, int]) -> int | None:
    """The place of the post that the one at ``place`` goes on from, if it is there."""
    for distance in range(1, _FARTHEST + 1):
        for near in (place - distance, place + distance):
            is_free = 0 <= near < len(posts) and near not in following
            if is_free and _goes_on(posts[near], posts[place]):
                return near
    return None


def _goes_on(post: Page, after: Page) -> bool:
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
