"""Chooses what a mail shows of a digest, as it cannot show all of a long one."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice, zip_longest
from typing import NamedTuple

from sitegen.models import Page, Site, Topic
from sitegen.views.template_records import PageRef, TopicRef, topic_ref

ESSAYS = 6
"""The number of essays that a mail names, the newest first."""

MailSections = tuple[tuple[TopicRef, tuple[tuple[PageRef, bool], ...]], ...]
"""Topics, each with posts, and whether these are the first part of a thread."""


class _Chosen(NamedTuple):
    post: str
    is_thread: bool


def choose_posts(site: Site, refs: Mapping[str, PageRef], count: int) -> MailSections:
    """Chooses up to ``count`` posts, in the order of the topics.

    First come the posts that the editor pinned or wrote a note on, then the first posts of each
    topic, one of each in turn. A thread counts as one post; a post that several topics show is
    shown under its own.
    """
    posts = {post.id: post for post in site.posts}
    leading, following = [], []
    for topic in site.topics:
        of_topic = _candidates(topic, posts)
        leading.append(of_topic[0])
        following.append(of_topic[1])
    by_topic: dict[int, list[_Chosen]] = {}
    for number, chosen in islice(chain(_in_turn(leading), _in_turn(following)), count):
        by_topic.setdefault(number, []).append(chosen)
    return tuple(
        (
            topic_ref(site.topics[number].slug),
            tuple((refs[chosen.post], chosen.is_thread) for chosen in by_topic[number]),
        )
        for number in sorted(by_topic)
    )


def _candidates(topic: Topic, posts: Mapping[str, Page]) -> tuple[list[_Chosen], list[_Chosen]]:
    """The posts of a topic that the editor set apart, and the others."""
    leading: list[_Chosen] = []
    following: list[_Chosen] = []
    for thread in topic.threads:
        if posts[thread[0]].topic == topic.slug:
            is_leading = any(posts[part].pinned or posts[part].note for part in thread)
            (leading if is_leading else following).append(_Chosen(thread[0], len(thread) > 1))
    return leading, following


def _in_turn(lists: Iterable[list[_Chosen]]) -> Iterator[tuple[int, _Chosen]]:
    """One entry of each list in turn, with the number of its list."""
    for rank in zip_longest(*lists):
        yield from ((number, chosen) for number, chosen in enumerate(rank) if chosen)
