"""Checks that a generator wrote the right pages: a benchmark of wrong pages is worthless."""

import functools
import html
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar
from xml.etree import ElementTree as ET

from benchmarks.building.posts import Post
from benchmarks.building.sites import LaidOut

PAGE_SIZE = 50
MONTH_SIZE = 500
"""The posts that one page of a month lists."""
FEED_LENGTH = 100
_Item = TypeVar("_Item")
_ATOM = "{http://www.w3.org/2005/Atom}"
_SAMPLE = 7
"""How many posts and topics are checked more closely, spread over all."""


class WrongOutputError(Exception):
    """A generator did not do the work that is measured."""


def check_output(site: LaidOut) -> None:
    """Checks that every page exists, and the content of some.

    Raises:
        WrongOutputError: a page is missing, unexpected, or does not show what it should.
    """
    topics = by_topic(site.posts)
    _check_files(site, topics)
    listed = _read(site, site.generator.topic_list)
    _require("every topic is listed", all(f"{topic}/" in listed for topic in topics))
    for post in _some(site.posts):
        _require(f"{post.slug} shows its text", _shows(_read(site, page_of(post)), post))
    for topic in _some(sorted(topics)):
        _check_topic(site, topic, topics[topic])
    _check_feed(site)


def check_edit(site: LaidOut, post: Post, mark: str) -> None:
    """Looks for ``mark`` on the page of a post and on just one page of its topic.

    Raises:
        WrongOutputError: it is not there.
    """
    _require(f"{post.slug} shows its edit", mark in _read(site, page_of(post)))
    names = topic_pages(site, post.topic, len(by_topic(site.posts)[post.topic]))
    found = sum(mark in _read(site, name) for name in names)
    _require(f"the topic {post.topic} shows the edit of {post.slug}", found == 1)


def by_topic(posts: Iterable[Post]) -> Mapping[str, Sequence[Post]]:
    """The posts of each topic, newest first."""
    topics: dict[str, list[Post]] = defaultdict(list)
    for post in sorted(posts, key=lambda post: post.date, reverse=True):
        topics[post.topic].append(post)
    return topics


def page_of(post: Post) -> str:
    """The file of a post in the output."""
    return f"posts/{post.slug}/index.html"


def topic_pages(site: LaidOut, topic: str, count: int) -> list[str]:
    """The files of a topic of ``count`` posts in the output."""
    later = site.generator.later_page
    numbers = range(2, -(-count // PAGE_SIZE) + 1)
    return [f"topics/{topic}/index.html", *(later.format(topic=topic, number=n) for n in numbers)]


def month_pages(posts: Iterable[Post]) -> Iterator[str]:
    """The files of the months of ``posts`` in the output."""
    for month, count in Counter(f"{post.date:%Y-%m}" for post in posts).items():
        yield f"archive/{month}/index.html"
        for number in range(2, -(-count // MONTH_SIZE) + 1):
            yield f"archive/{month}/{number}/index.html"


@functools.lru_cache(maxsize=4)
def plain(page: str) -> str:
    """The text of a page, without its tags, with single spaces."""
    return " ".join(html.unescape(re.sub("<[^>]*>", "", page)).split())


def _check_files(site: LaidOut, topics: Mapping[str, Sequence[Post]]) -> None:
    wanted = {"index.html", *site.generator.further, *map(page_of, site.posts)}
    for topic, posts in topics.items():
        wanted.update(topic_pages(site, topic, len(posts)))
    if site.generator.has_months:
        wanted.update(month_pages(site.posts))
    found = {path.relative_to(site.output).as_posix() for path in site.output.rglob("*.html")}
    _require(f"no page is missing: {sorted(wanted - found)[:3]}", wanted <= found)
    _require(f"no page is too many: {sorted(found - wanted)[:3]}", found <= wanted)


def _check_topic(site: LaidOut, topic: str, posts: Sequence[Post]) -> None:
    for at, name in enumerate(topic_pages(site, topic, len(posts))):
        page = _read(site, name)
        here = posts[at * PAGE_SIZE : (at + 1) * PAGE_SIZE]
        _require(f"{name} shows its {len(here)} posts", all(_shows(page, post) for post in here))


def _check_feed(site: LaidOut) -> None:
    feed = ET.fromstring(_read(site, "feed.xml"))  # noqa: S314 - written here a moment ago
    entries = feed.findall(f"{_ATOM}entry")
    newest = sorted(site.posts, key=lambda post: post.date, reverse=True)[:FEED_LENGTH]
    _require(f"the feed has {len(newest)} entries", len(entries) == len(newest))
    for entry, post in zip(entries, newest, strict=True):
        content = entry.findtext(f"{_ATOM}content", "")
        _require(f"the feed shows {post.slug}", _shows(content, post))


def _shows(page: str, post: Post) -> bool:
    """Whether HTML shows the whole text of a post, and as HTML rather than as source."""
    opening = " ".join(post.shown[0].split()[:5])
    text = plain(page)
    return f"<p>{opening}" in page and all(run in text for run in post.shown)


def _some(items: Sequence[_Item]) -> Sequence[_Item]:
    return items[:: max(1, len(items) // _SAMPLE)]


def _read(site: LaidOut, name: str) -> str:
    try:
        return (site.output / name).read_text(encoding="utf-8")
    except FileNotFoundError:
        raise WrongOutputError(f"there is no {name}") from None


def _require(what: str, holds: bool) -> None:  # noqa: FBT001 - reads as a sentence
    if not holds:
        raise WrongOutputError(f"it does not hold that {what}")
