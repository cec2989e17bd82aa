"""The order of essays, and of the posts of a topic."""

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
    threads = tuple(threads)
    homes = {post.id: thread for thread in threads for post in thread}

    def order(thread: Sequence[Page], after: frozenset[str] = frozenset()) -> _Order:
        first = thread[0]
        for leader in _leaders(first, pages):
            home = homes.get(leader.id, thread)
            if home is not thread and _rank(leader) == _rank(first) and home[0].id not in after:
                return (*order(home, after | {first.id}), first.path)
        _, *rest = _own_order(first)
        return (not any(post.pinned for post in thread), *rest)

    return sorted(threads, key=order)


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
