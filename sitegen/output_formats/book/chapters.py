"""Decides which file of the book shows which page of the digest."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, cast

from sitegen.output_formats.resolved_views import ShownPage, ShownSite, ShownTopic
from sitegen.output_formats.source import FormatSource

ChapterKind = Literal["title", "essay", "topic", "page"]

_LARGEST = 200_000
"""The length of the HTML in a chapter, above which a topic is split: old readers fail at 300 kB."""
_PLAIN_NAME = re.compile(r"[a-z0-9-]{1,80}")


@dataclass(frozen=True, slots=True)
class Chapter:
    """A file of the book with text in it."""

    kind: ChapterKind
    file: str
    title: str
    pages: tuple[ShownPage, ...]
    """The pages that it shows."""
    topic: ShownTopic | None = None
    number: int = 1
    """The number of the part of its topic, from 1."""

    @property
    def id(self) -> str:
        """Its id in the package of the book."""
        return self.file.removesuffix(".xhtml")

    def is_home_of(self, page: ShownPage) -> bool:
        """Whether it shows the page in full: a topic has only a link to the posts of others."""
        return self.topic is None or page.topic is None or page.topic.slug == self.topic.slug


def plan_chapters(source: FormatSource, largest: float = _LARGEST) -> Iterator[Chapter]:
    """The chapters of the book: the title page, the essays, the topics, and the further pages.

    Essays and topics are those of the current edition.

    Args:
        source: the digest.
        largest: the length of the HTML of a topic above which it is split.
    """
    site = cast("ShownSite", source.site)
    yield Chapter("title", "title.xhtml", site.title, (site.front,))
    for essay in cast("tuple[ShownPage, ...]", source.essays):
        yield Chapter("essay", f"essay-{_name_of(essay.address)}.xhtml", essay.label, (essay,))
    for topic in cast("tuple[ShownTopic, ...]", source.topics):
        yield from _topic_chapters(topic, largest)
    for page in site.pages:
        yield Chapter("page", f"page-{_name_of(page.address)}.xhtml", page.label, (page,))


def anchor_of(post: ShownPage) -> str:
    """The id of a post in its chapter. It stays the same in later editions of the book."""
    return f"post-{_name_of(post.address)}"


def _topic_chapters(topic: ShownTopic, largest: float) -> Iterator[Chapter]:
    """The chapter of a topic; of a very long one, several, without a break in a thread."""
    name = _name_of(topic.address)
    for number, posts in enumerate(_parts(topic, largest), start=1):
        file = f"topic-{name}.xhtml" if number == 1 else f"topic-{name}.{number}.xhtml"
        yield Chapter("topic", file, topic.title, posts, topic, number)


def _parts(topic: ShownTopic, largest: float) -> Iterator[tuple[ShownPage, ...]]:
    part: list[ShownPage] = []
    length = 0
    for thread in topic.threads:
        added = sum(len(post.html) for post in thread)
        if part and length + added > largest:
            yield tuple(part)
            part, length = [], 0
        part += thread
        length += added
    yield tuple(part)


def _name_of(address: str) -> str:
    """The last part of an address as the name of a file, which old readers limit to ASCII."""
    slug = address.strip("/").rpartition("/")[2]
    if _PLAIN_NAME.fullmatch(slug):
        return slug
    return hashlib.blake2b(slug.encode(), digest_size=8).hexdigest()
