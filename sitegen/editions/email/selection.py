"""Chooses the posts that a mail shows, as it cannot show all of a long digest."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice, zip_longest
from typing import NamedTuple

from sitegen.views.template_records import PageView, TopicView


class Chosen(NamedTuple):
    """A post that the mail shows."""

    post: PageView
    is_thread: bool
    """Whether it is the first part of a thread, which goes on at the post’s address."""


class Section(NamedTuple):
    """A topic with the posts of it that the mail shows."""

    topic: TopicView
    posts: tuple[Chosen, ...]


def choose_posts(topics: Iterable[TopicView], count: int) -> tuple[Section, ...]:
    """Chooses up to ``count`` posts, in the order of the topics.

    First come the posts that the editor pinned or wrote a note on, then the first posts of each
    topic, one of each in turn. A thread counts as one post; a post that several topics show is
    shown under its own.
    """
    topics = tuple(topics)
    leading, following = zip(*map(_candidates, topics), strict=True) if topics else ((), ())
    places = islice(chain(_in_turn(leading), _in_turn(following)), count)
    by_topic: dict[int, list[Chosen]] = {}
    for number, chosen in places:
        by_topic.setdefault(number, []).append(chosen)
    return tuple(Section(topics[number], tuple(by_topic[number])) for number in sorted(by_topic))


def _candidates(topic: TopicView) -> tuple[list[Chosen], list[Chosen]]:
    """The posts of a topic that the editor set apart, and the others."""
    leading: list[Chosen] = []
    following: list[Chosen] = []
    for thread in _threads(topic):
        if _home(thread[0]) != topic.slug:
            continue
        is_leading = any(post.pinned or post.note for post in thread)
        (leading if is_leading else following).append(Chosen(thread[0], len(thread) > 1))
    return leading, following


def _threads(topic: TopicView) -> Sequence[Sequence[PageView]]:
    return topic.threads  # type: ignore[return-value] # an edition sees pages, not references


def _home(post: PageView) -> str:
    return post.topic.slug if post.topic else ""


def _in_turn(lists: Iterable[list[Chosen]]) -> Iterator[tuple[int, Chosen]]:
    """One entry of each list in turn, with the number of its list."""
    for rank in zip_longest(*lists):
        yield from ((number, chosen) for number, chosen in enumerate(rank) if chosen)
