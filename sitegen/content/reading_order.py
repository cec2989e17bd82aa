"""The order of essays, and of the posts of a topic."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sitegen.models import Page

_Order = tuple[object, ...]


def essay_order(essay: Page) -> _Order:
    """The sorting key of an essay: first the one that the front page leads with."""
    return (not essay.lead, *_own_order(essay))


def order_threads(
    threads: Iterable[tuple[Page, ...]], pages: Mapping[str, Page]
) -> list[tuple[Page, ...]]:
    """The threads of a topic in reading order; a post that belongs to none is a thread of one.

    A thread is sorted by its first part, and is pinned if any of its parts is. One that ``follows``
    a post stands directly after it, unless the editor sorted them differently.

    Args:
        threads: the posts of the topic.
        pages: all pages by id: a post may follow one that follows one of the topic.
    """
    ordered = sorted(threads, key=_thread_order)
    homes = {post.id: thread for thread in ordered for post in thread}
    followers: dict[str, list[tuple[Page, ...]]] = defaultdict(list)
    leading: list[tuple[Page, ...]] = []
    for thread in ordered:
        leader = _leading_thread(thread, homes, pages)
        (followers[leader[0].path] if leader else leading).append(thread)
    shown: dict[str, tuple[Page, ...]] = {}
    for start in (*leading, *ordered):  # those that follow each other in a circle come last
        waiting = [start]
        while waiting:
            thread = waiting.pop()
            if thread[0].path not in shown:
                shown[thread[0].path] = thread
                waiting += sorted(followers[thread[0].path], key=_path_of, reverse=True)
    return list(shown.values())


def _leading_thread(
    thread: tuple[Page, ...], homes: Mapping[str, tuple[Page, ...]], pages: Mapping[str, Page]
) -> tuple[Page, ...] | None:
    """The thread of the topic that another one stands after."""
    first = thread[0]
    for leader in _leaders(first, pages):
        home = homes.get(leader.id, thread)
        if home is not thread and _rank(leader) == _rank(first):
            return home
    return None


def _path_of(thread: Sequence[Page]) -> str:
    return thread[0].path


def _thread_order(thread: Sequence[Page]) -> _Order:
    _, *rest = _own_order(thread[0])
    return (not any(post.pinned for post in thread), *rest)


def _leaders(page: Page, pages: Mapping[str, Page]) -> Iterator[Page]:
    """The page that it follows, the one that this follows, and so on."""
    seen = {page.id}
    while page.follows and page.follows in pages and page.follows not in seen:
        page = pages[page.follows]
        seen.add(page.id)
        yield page


def _own_order(page: Page) -> _Order:
    """Pinned first, then by ``order``, then the newest, then undated ones as in the dump."""
    place = (page.dump.file, page.dump.lines or (0, 0)) if page.dump else ("", (0, 0))
    return (*_rank(page), place, page.path)


def _rank(page: Page) -> _Order:
    """What the editor decides on the order."""
    age = -page.date.timestamp() if page.date else 0.0
    return (not page.pinned, page.order is None, page.order or 0, page.date is None, age)
