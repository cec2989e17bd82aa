"""The records that templates see: flat values of the pages, the topics and the site.

A record holds values and references, never another record, so that two builds can be compared
value by value. ``sitegen.views.tracking`` gives a template the record that a reference names.
"""

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from sitegen.configuration.colours import Accent
from sitegen.languages import Direction
from sitegen.markdown import Heading
from sitegen.models import Form, LinkTarget
from sitegen.views.body_store import HtmlRef, TextRef
from sitegen.views.text_blocks import TextBlock

Context = Mapping[str, object]
"""The variables of one output file besides the site: values and references, by name."""


class ImageSize(NamedTuple):
    """A smaller version of a picture."""

    width: int
    address: str


class ImageView(NamedTuple):
    """A picture of the site."""

    width: int
    """Upright, in pixels; 0 for an SVG."""
    height: int
    sizes: tuple[ImageSize, ...] = ()
    """Its versions in WebP, the smallest first."""
    file: Path = Path()
    """The picture itself, which output formats embed."""
    digest: bytes = b""
    """The digest of its bytes."""
    kept: Path = Path()
    """Where output formats keep their version of it, without the extension."""


class PageRef(NamedTuple):
    """A reference to the page with that id."""

    id: str


class TopicRef(NamedTuple):
    """A reference to the topic with that slug; to ``edition/slug`` for its posts in an edition."""

    slug: str


@functools.lru_cache
def topic_ref(slug: str) -> TopicRef:
    """The reference to a topic. Thousands of pages share one object."""
    return TopicRef(slug)


class AuthorRef(NamedTuple):
    """A reference to the address of an author's page, by the author's name."""

    name: str


class TagRef(NamedTuple):
    """A reference to the tag of that name, in any spelling."""

    name: str


class FeedLink(NamedTuple):
    """A feed, as linked in the head of a page."""

    address: str
    title: str
    type: str


class Download(NamedTuple):
    """The whole digest as a file, as the footer of each page links to it."""

    address: str
    format: str
    """Such as ``epub``."""
    type: str
    """Its media type."""


class PageView(NamedTuple):
    """A page with its rendered Markdown."""

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
    """Its first sentences, without the title, or an essay's label, that is shown above them."""
    opening: tuple[TextBlock, ...]
    """The first paragraphs and headings of an essay; empty for other pages."""
    author: str | None
    author_page: AuthorRef | None
    """The address of the author's page; None if the theme has no such pages."""
    date: datetime | None
    updated: datetime | None
    """When its text was last changed, according to the editor."""
    added: datetime | None
    """When an import wrote it; only for feeds."""
    source: str | None
    source_host: str | None
    link: LinkTarget | None
    """What a link post is about; ``site`` is never empty."""
    via: LinkTarget | None
    """Where the editor found it; ``title`` and ``site`` are never empty."""
    form: Form
    """What it is: ``link``, ``quote`` or ``note``."""
    note: HtmlRef
    topic: TopicRef | None
    tags: tuple[TagRef, ...]
    """Without duplicates, as the page spells them."""
    lang: str | None
    """The language of title and text, if it is not that of the digest."""
    dir: Direction
    """The direction of title and text."""
    pinned: bool
    words: int
    minutes: int
    headings: tuple[Heading, ...]
    extra: Mapping[str, object]
    part: int
    """The number of this part of a thread, such as 2 in “(2/4)”; 0 if the text has none."""
    parts: int
    """The number of parts, such as 4 in “(2/4)”; 0 if the text has none."""
    is_verbatim: bool
    """Whether text or note is shown as written because parsing it as Markdown takes too long."""


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
    """The posts in reading order: single posts, and the parts of a thread together."""
    essays: tuple[PageRef, ...]
    count: int
    """The number of its posts."""


class Appearance(NamedTuple):
    """What the editor changed in the appearance of the theme."""

    accent: Accent | None
    typeface: str
    density: str


ACCENT = "accent"
"""What a colour of a look is if it is the accent."""


class Look(NamedTuple):
    """The main colours and the typeface of a theme."""

    typeface: str = "sans"
    """``serif`` or ``sans``."""
    paper: str = "#ffffff"
    """The colour of the background, such as ``#ffffff``, in light mode."""
    ink: str = "#1a1a1a"
    """The colour of the text."""
    accent: str = "#1d4ed8"
    """The accent in light mode."""
    card: str = "#ffffff"
    """The background of social cards."""
    bar: str = "#ffffff"
    """The colour of browsers' own bars; that of the paper leaves it to the browser."""
    mark: str = "¶"
    """What icons show."""


class CardLink(NamedTuple):
    """The picture of a page where a link to it is shared."""

    address: str
    width: int | None = 1200
    """In pixels; None for a picture of the editor. Open Graph and X ask for this size."""
    height: int | None = 630


class MenuItem(NamedTuple):
    """A link to a further page in the menu."""

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
    essay_count: int
    """The number of essays. A page that shows it does not depend on their order."""
    post_count: int
    pages: tuple[PageRef, ...]
    editions: tuple[PageRef, ...]
    """The front pages of closed editions, the latest first."""
    menu: tuple[MenuItem, ...]
    """Links to the further pages. A page that shows the menu depends on no other page."""
    essays_page: str | None
    """The address of the list of essays; None if the front page shows them all."""
    topics_page: str | None
    """The address of the list of topics; None if there are few."""
    search_page: str | None
    """The address of the search; None without one."""
    feeds: tuple[FeedLink, ...]
    downloads: tuple[Download, ...]
    """The digest as an e-book or a document to print, as far as these are made."""
    appearance: Appearance
    look: Look | None
    """With the editor's accent and typeface; None if the theme says nothing about it."""
    card: CardLink | None
    """The card of the digest; None if there are no cards."""
    sections: tuple[str, ...]
    """The sections of the front page, in their order."""
    first_date: datetime | None
    """The date of the oldest essay or post."""
    last_date: datetime | None
    """The date of the edition: that of the front page, else of the newest page."""


class Channel(NamedTuple):
    """The metadata of a feed: of the whole digest, a topic, or an author."""

    title: str
    description: str
    address: str
    """The address of the page that shows the same."""
    author: str
    """The author of entries that name none; may be empty."""
    since: datetime
    """The update time of entries for which no time is known."""


class Pager(NamedTuple):
    """The position of a page in a paginated list, and the addresses of its neighbours."""

    number: int
    total: int
    previous: str | None
    next: str | None
    first: int
    """The position of its first entry among all entries, from 1."""
    start: str | None = None
    """The address of the first page, unless it is this one or the previous one."""
    end: str | None = None
    """The address of the last page, unless it is this one or the next one."""


class Group(NamedTuple):
    """The pages of one month, or those without a date."""

    title: str
    pages: tuple[PageRef, ...]
    address: str | None = None
    """The address of the month's own page; None if there is none."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A month, an author or a tag in a list such as the archive."""

    title: str
    address: str
    count: int
    """The number of essays and posts."""


class Year(NamedTuple):
    """The months of one year, or the pages without a date."""

    title: str
    groups: tuple[Group, ...]
    """The months with their pages; empty in a long digest."""
    months: tuple[Listed, ...]
    """The months that have a page."""


@dataclass(frozen=True, slots=True)
class Dump:
    """A dump that pages came from."""

    file: str
    count: int
    """The number of essays and posts."""
