"""The records that templates see: flat values of the pages, the topics and the site.

A record holds values and references, never another record, so that two builds can be compared
value by value. ``sitegen.views.tracking`` gives a template the record that a reference names.
"""

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sitegen.configuration.colours import Accent
from sitegen.languages import Direction
from sitegen.markdown import Heading
from sitegen.views.body_store import HtmlRef, TextRef
from sitegen.views.excerpts import Passage


class PageRef(NamedTuple):
    """Stands for the page of that id."""

    id: str


class TopicRef(NamedTuple):
    """Stands for the topic of that slug."""

    slug: str


@functools.lru_cache
def topic_ref(slug: str) -> TopicRef:
    """The one reference to that topic, as thousands of pages have it."""
    return TopicRef(slug)


class AuthorRef(NamedTuple):
    """Stands for the address of the page of the author of that name."""

    name: str


class TagRef(NamedTuple):
    """Stands for the tag of that name, in any spelling."""

    name: str


class FeedLink(NamedTuple):
    """A feed as a page's head names it."""

    address: str
    title: str
    type: str


class PageView(NamedTuple):
    """A page, its Markdown read."""

    kind: str
    id: str
    title: str | None
    label: str
    """The title, or the first words; never empty, and never the headline of a post."""
    description: str
    address: str
    html: HtmlRef
    text: TextRef
    excerpt: str
    """Its first sentences, without what stands above them: its title, or an essay's label."""
    opening: tuple[Passage, ...]
    """The first paragraphs and headings of an essay; empty for other pages."""
    author: str | None
    author_page: AuthorRef | None
    """The address of the author's page; a theme may have none."""
    date: datetime | None
    updated: datetime | None
    """When its text was last changed, where the editor says so."""
    added: datetime | None
    """When an import wrote it: for feeds alone."""
    source: str | None
    source_host: str | None
    note: HtmlRef
    topic: TopicRef | None
    tags: tuple[TagRef, ...]
    """Each once, as the page spells it."""
    lang: str | None
    """The language of the title and the text, where it is another than that of the digest."""
    dir: Direction
    """Which way they run."""
    pinned: bool
    words: int
    minutes: int
    headings: tuple[Heading, ...]
    extra: Mapping[str, object]
    part: int
    """Which part of a thread it says it is, such as 2 in “(2/4)”; 0 where it says nothing."""
    parts: int
    """How many parts it says there are; 0 where it says nothing."""
    is_verbatim: bool
    """Whether the text or note stands as written, as reading it as Markdown takes too long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicView:
    """A topic with the pages that it shows."""

    slug: str
    title: str
    description: str
    address: str
    intro: HtmlRef
    posts: tuple[PageRef, ...]
    threads: tuple[tuple[PageRef, ...], ...]
    """The posts as they are read: each alone, or the parts of one thread together."""
    essays: tuple[PageRef, ...]
    count: int
    """How many posts it shows."""


class Appearance(NamedTuple):
    """What the editor changed in the look of the theme."""

    accent: Accent | None
    typeface: str
    density: str


class MenuItem(NamedTuple):
    """A further page, as the menu names it."""

    title: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteView:
    """The whole digest."""

    title: str
    description: str
    author: str
    language: str
    dir: Direction
    base_url: str
    front: PageRef
    topics: tuple[TopicRef, ...]
    essays: tuple[PageRef, ...]
    posts: tuple[PageRef, ...]
    pages: tuple[PageRef, ...]
    menu: tuple[MenuItem, ...]
    """What leads to the further pages, so that a page that shows it needs to read no other."""
    essays_page: str | None
    """The address of the list of essays, where the front page does not show them all."""
    topics_page: str | None
    """The address of the list of topics, where they are many."""
    feeds: tuple[FeedLink, ...]
    appearance: Appearance
    sections: tuple[str, ...]
    """Those that the front page has, in their order."""
    first_date: datetime | None
    """The date of the oldest essay or post."""
    last_date: datetime | None
    """The date of the edition: its front page's own, else that of the newest page."""


class Channel(NamedTuple):
    """What a feed is the feed of: the whole digest, a topic, or an author."""

    title: str
    description: str
    address: str
    """Of the page that shows it."""
    author: str
    """Who made it, where an entry names nobody; may be empty."""
    since: datetime
    """When entries were updated of which no moment is known."""


class Pager(NamedTuple):
    """Which page of how many a topic's page is, and the addresses of its neighbours."""

    number: int
    total: int
    previous: str | None
    next: str | None
    first: int
    """Which of all the entries is the first of this page, from 1."""


class Group(NamedTuple):
    """The pages of one month, or all without a date."""

    title: str
    pages: tuple[PageRef, ...]
    address: str | None = None
    """Of the page for the month alone, where there is one."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A month, an author or a tag, as the archive names it."""

    title: str
    address: str
    count: int
    """How many essays and posts."""


class Year(NamedTuple):
    """The months of one year, or what has no date."""

    title: str
    groups: tuple[Group, ...]
    """Its months with their pages; empty in a long digest."""
    months: tuple[Listed, ...]
    """Those that have a page."""


@dataclass(frozen=True, slots=True)
class Dump:
    """A dump that pages came from."""

    file: str
    count: int
    """How many essays and posts."""
