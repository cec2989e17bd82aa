"""The plain, frozen types that the layers hand to each other."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal, NamedTuple

from sitegen.errors import SitegenError

DocumentKind = Literal["essay", "post"]
PageKind = Literal["front", "essay", "topic", "post", "page"]
TemplateKind = Literal[
    "front",
    "essay",
    "essays",
    "topic",
    "topics",
    "post",
    "page",
    "archive",
    "month",
    "author",
    "tag",
    "tags",
    "about-digest",
    "not-found",
]


class DumpPlace(NamedTuple):
    """Where in a dump a document stands: the dump's file name and its first and last line."""

    file: str
    lines: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One item read from a dump, not yet a page."""

    id: str
    """Permanent: from the source's own id, else from the text."""
    kind: DocumentKind
    text: str
    """Plain text exactly as in the dump, lines joined by newlines, no newline at the end."""
    place: DumpPlace
    confidence: float
    """How sure the reader is that the document begins and ends where it says, 0 to 1."""
    title: str | None = None
    """The document's own title. Where the text opens with it, it is the text's first line."""
    date: datetime | None = None
    """When it was published, as far as the dump says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """The group of documents, or of pages, on one subject."""

    slug: str
    title: str
    description: str = ""
    keywords: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    """The ids of its documents or pages, in reading order."""
    threads: tuple[tuple[str, ...], ...] = ()
    """The same of pages: each alone, or the parts of one thread together."""


class Page(NamedTuple):
    """One Markdown file under ``content/``, read and checked."""

    path: str
    """Relative to ``content/``, with slashes."""
    kind: PageKind
    slug: str
    address: str
    """Where the site shows it, relative to its root: ``posts/a-slug/``; empty for the front."""
    body: str
    """Markdown, as it stands under the front matter."""
    body_line: int
    """The line of the file on which the body begins, from 1."""
    id: str
    """From the front matter; for a page without one, its path."""
    title: str | None = None
    description: str = ""
    """What it is about, in a sentence, for search engines and under a topic's title."""
    author: str | None = None
    date: datetime | None = None
    """When it was published, in the offset in which that is written."""
    updated: datetime | None = None
    """When its text was last changed, where the editor says so."""
    added: datetime | None = None
    """When an import wrote it: what feeds say of a page without a date."""
    source: str | None = None
    """The address where it was published first."""
    topic: str | None = None
    """The slug of the topic whose folder holds the page (a post), or that it is (a topic)."""
    also: tuple[str, ...] = ()
    """Slugs of further topics that show it."""
    tags: tuple[str, ...] = ()
    lang: str | None = None
    """The language of the text, as a BCP 47 tag."""
    pinned: bool = False
    hidden: bool = False
    draft: bool = False
    note: str = ""
    """The editor's word on why it is here, in Markdown."""
    order: int | None = None
    """The place among its kind: a topic's on the front page, a page's in the menu."""
    dump: DumpPlace | None = None
    """Where it was imported from. Its text then is shown as it is: no raw HTML, no smart quotes."""
    part: int = 0
    """Which part of a thread its text says it is, such as 2 in “(2/4)”; 0 where it says nothing."""
    parts: int = 0
    """How many parts it says there are; 0 where it says nothing."""
    extra: Mapping[str, object] = {}
    """Keys of the front matter that sitegen does not know, for themes."""


class Author(NamedTuple):
    """Who wrote essays or posts."""

    name: str
    """As the pages write it: names that differ in case or an ``@`` are two authors."""
    slug: str
    members: tuple[str, ...]
    """The ids of the essays and posts, the newest first."""


class Tag(NamedTuple):
    """A word that essays or posts are marked with."""

    name: str
    """As most of the pages spell it."""
    slug: str
    members: tuple[str, ...]
    """The ids of the essays and posts, the newest first."""


class Month(NamedTuple):
    """The essays and posts of one month, or all without a date."""

    slug: str
    """Such as ``2023-03``."""
    day: datetime | None
    """A moment in it; None for what has no date."""
    members: tuple[str, ...]
    """The ids of the essays and posts, the newest first."""


class Period(NamedTuple):
    """The time in which the same pages are shown: those of the future are not yet."""

    since: datetime | None
    """The newest date of a page that has come."""
    due: datetime | None
    """The first date of a page that has not."""

    def holds(self, now: datetime) -> bool:
        """Whether ``now`` is in it; a clock that is set back may be before it."""
        return (self.since is None or self.since <= now) and (self.due is None or now < self.due)


class HeldBack(NamedTuple):
    """How many pages are not shown because their authors want it so; each counts once."""

    drafts: int = 0
    future: int = 0
    """Those dated in the future."""
    hidden: int = 0
    with_topics: int = 0
    """Those whose topics are not shown."""
    next: datetime | None = None
    """The first date of those dated in the future."""


NOTHING_HELD_BACK = HeldBack()


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """All pages and topics that are to be shown, loaded and checked, before rendering."""

    front: Page
    essays: tuple[Page, ...]
    """Newest first, those without a date after them by path."""
    topics: tuple[Topic, ...]
    """In the editor's order; ``members`` are page ids, pinned first, threads together."""
    topic_pages: Mapping[str, Page]
    """The ``_index.md`` of a topic, by the topic's slug, where there is one."""
    posts: tuple[Page, ...]
    """Every post once, in the order of the topics that hold them."""
    pages: tuple[Page, ...]
    """Further pages such as ``about.md``, in menu order."""
    copies: tuple[str, ...]
    """Files that are copied as they are, by their paths under ``content/``."""
    months: tuple[Month, ...] = ()
    """The newest first, and what has no date after them."""
    authors: tuple[Author, ...] = ()
    """By name."""
    tags: tuple[Tag, ...] = ()
    """By name."""
    held_back: HeldBack = NOTHING_HELD_BACK
    problems: tuple[SitegenError, ...] = ()
    """What is wrong with pages that were left out."""
    warnings: tuple[SitegenError, ...] = ()
    """What looks like a slip, but harms nothing."""


class TemplateArtifact(NamedTuple):
    """An output file that a template of the theme makes."""

    address: str
    kind: TemplateKind
    origin: str
    """The file that asks for it, named where two ask for one address."""
    page: str = ""
    """The id of the page that it shows; empty for a topic and for what the theme adds."""
    topic: str = ""
    """The slug of the topic that it shows."""
    month: str = ""
    """The slug of the month that it lists."""
    author: str = ""
    """The slug of the author whose pages it lists."""
    tag: str = ""
    """The slug of the tag whose pages it lists."""
    number: int = 1
    """Which page of the topic, month, author or tag, from 1."""


class FeedArtifact(NamedTuple):
    """An output file for programs that read the digest."""

    address: str
    format: Literal["atom", "json", "sitemap", "sitemap-index"]
    origin: str
    topic: str = ""
    """The slug of the topic that it is the feed of."""
    author: str = ""
    """The slug of the author; without either, it is the feed of the whole digest."""
    lists: tuple[str, ...] = ()
    """The addresses that a sitemap lists, or the sitemaps that an index of them does."""


class CopyArtifact(NamedTuple):
    """An output file with the bytes of ``origin``: a theme's static file, or media."""

    address: str
    origin: Path


Artifact = TemplateArtifact | FeedArtifact | CopyArtifact


@dataclass(frozen=True, slots=True)
class Change:
    """A file or folder that was added, altered or removed; which of the three, a rescan tells."""

    path: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildResult:
    """What a build did."""

    output: Path
    artifacts: int
    rendered: int
    """How many of them were rendered; the others are as they were."""
    written: tuple[str, ...]
    """Paths of the artifacts whose bytes were new, relative to the output."""
    removed: tuple[str, ...]
    reasons: Mapping[str, str]
    """Why each artifact was written, by its path."""
    seconds: float
    held_back: HeldBack = NOTHING_HELD_BACK
    problems: tuple[SitegenError, ...] = ()
    warnings: tuple[SitegenError, ...] = ()
    broken: frozenset[str] = frozenset()
    """Paths of artifacts whose pages cannot be read, and which stay as they were."""
