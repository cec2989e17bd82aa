"""The data types shared by all layers: documents, pages, topics and the site."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal, NamedTuple

from sitegen.errors import SitegenError

DocumentKind = Literal["essay", "post"]
PageKind = Literal["front", "essay", "topic", "post", "edition", "page"]
Form = Literal["link", "quote", "note"]
"""What a post or an essay is: about a link, a quotation, or words of its author."""


class DumpPlace(NamedTuple):
    """The position of a document in a dump."""

    file: str
    """The name of the dump."""
    lines: tuple[int, int] | None = None
    """Its first and last line, from 1; None if the dump is not a text."""
    is_markdown: bool = False
    """Whether the text became Markdown; otherwise it is plain text."""


class LinkTarget(NamedTuple):
    """What a link post is about."""

    address: str
    title: str = ""
    site: str = ""
    """The name of its website, or the host of its address."""


class Medium(NamedTuple):
    """A picture, film or sound that a document shows."""

    name: str
    """Its name or address, as in the dump."""
    alt: str = ""
    entry: str | None = None
    """The name of its file within the dump; None if the dump does not hold it."""
    is_in_text: bool = False
    """Whether the text shows it, as ``![alt](name)``; otherwise it follows the text."""
    dump: Path | None = None
    """The path of the dump that holds it, once that is imported."""
    file: str | None = None
    """The name of its file in ``content/media/``, once the import has named it."""


class ThreadPart(NamedTuple):
    """The place of a document in a thread."""

    id: str
    part: int
    """From 1."""
    parts: int
    """How many posts the thread has. A thread read as one document is part 1."""


DOUBTFUL_CUT = 0.5
"""Below this confidence, a document is more likely than not to begin or end elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One item read from a dump, not yet a page."""

    id: str
    """Permanent: derived from the id in the source, else from the text."""
    kind: DocumentKind
    text: str
    """Plain text exactly as in the dump, or Markdown; lines joined by newlines, none at the end."""
    place: DumpPlace
    confidence: float = 1.0
    """How certain the reader is of the boundaries of the document, from 0 to 1."""
    is_markdown: bool = False
    """Whether the text is Markdown; otherwise it is shown exactly as it is."""
    has_own_id: bool = False
    """Whether the id is that of the source, so that no other document can be an edit of it."""
    has_vague_id: bool = False
    """Whether that id is only a number, with a day or no date: another document may be an edit."""
    title: str | None = None
    """The title. If a plain text starts with it, it is the first line of the text."""
    author: str | None = None
    """A name, never an e-mail address."""
    date: datetime | None = None
    """When it was published, with the offset as written, as far as the dump says."""
    updated: datetime | None = None
    """When this version of it was written, if the dump may hold several."""
    source: str | None = None
    """The address where it was published."""
    link: LinkTarget | None = None
    """What a link post is about."""
    tags: tuple[str, ...] = ()
    """Without ``#``."""
    lang: str | None = None
    """The language of the text, as a BCP 47 tag."""
    media: tuple[Medium, ...] = ()
    thread: ThreadPart | None = None
    warning: str | None = None
    """A content warning by the author."""
    entry: str = ""
    """The file within the dump, if files of it may have the same ids for different documents."""
    locations: tuple[str, ...] = ()
    """Where it stood in its website or folder, by which other texts of the dump link to it.

    The first one is what links without a slash at their start are relative to.
    """
    website: str = ""
    """The address of its website, if the dump tells it, without a slash at its end."""

    @property
    def full_text(self) -> str:
        """The title and the text, with the title once."""
        if not self.title or self.text.startswith(self.title):
            return self.text
        return f"{self.title}\n\n{self.text}" if self.text else self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A group of documents, or of pages, on one subject."""

    slug: str
    title: str
    description: str = ""
    keywords: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    """The ids of its documents or pages, in reading order."""
    threads: tuple[tuple[str, ...], ...] = ()
    """The ids of its pages: single pages, and the parts of a thread together."""


class Page(NamedTuple):
    """One Markdown file under ``content/``, read and checked."""

    path: str
    """Relative to ``content/``, with slashes."""
    kind: PageKind
    slug: str
    address: str
    """The address relative to the root of the site: ``posts/a-slug/``; empty for the front."""
    body: str
    """The Markdown below the front matter."""
    body_line: int
    """The line of the file on which the body begins, from 1."""
    id: str
    """From the front matter, else the address."""
    title: str | None = None
    description: str = ""
    """A sentence on what it is about, for search engines and under the title of a topic."""
    author: str | None = None
    date: datetime | None = None
    """When it was published, with the offset as written."""
    publish_date: datetime | None = None
    """When it may be published, if the front matter says so apart from ``date``."""
    expiry_date: datetime | None = None
    """When it ceases to be published."""
    updated: datetime | None = None
    """When its text was last changed, according to the editor."""
    added: datetime | None = None
    """When an import wrote it; feeds use it for pages without a date."""
    source: str | None = None
    """The URL where it was first published."""
    link: LinkTarget | None = None
    """What a link post is about."""
    via: LinkTarget | None = None
    """Where the editor found it."""
    form: Form | None = None
    """What it is, if the front matter says so."""
    topic: str | None = None
    """The slug of the topic whose folder holds the page (a post), or that it is (a topic)."""
    also: tuple[str, ...] = ()
    """The slugs of further topics that show it."""
    edition: str | None = None
    """The slug of the closed edition that it is in; None for the current one."""
    tags: tuple[str, ...] = ()
    lang: str | None = None
    """The language of the text, as a BCP 47 tag."""
    pinned: bool = False
    lead: bool = False
    """Whether the front page leads with this essay."""
    aliases: tuple[str, ...] = ()
    """Earlier addresses, relative to the root of the site, which redirect to it."""
    locked: bool = False
    """Whether imports add nothing to this topic."""
    hidden: bool = False
    draft: bool = False
    note: str = ""
    """A note by the editor on why it is included, in Markdown."""
    order: int | None = None
    """The position of a topic on the front page, a post in its topic, or a page in the menu."""
    follows: str | None = None
    """The id of the post that it stands directly after in its topic."""
    dump: DumpPlace | None = None
    """Where it was imported from. Imported text gets no raw HTML and no smart quotes."""
    part: int = 0
    """The number of this part of a thread, such as 2 in “(2/4)”; 0 if the text has none."""
    parts: int = 0
    """The number of parts, such as 4 in “(2/4)”; 0 if the text has none."""
    extra: Mapping[str, object] = {}
    """The keys of the front matter that sitegen does not know, for themes."""


class Author(NamedTuple):
    """An author of essays or posts."""

    name: str
    """As written on the pages. Names that differ in case or an ``@`` are different authors."""
    slug: str
    members: tuple[str, ...]
    """The ids of the essays and posts, newest first."""


class Tag(NamedTuple):
    """A tag of essays or posts."""

    name: str
    """In the spelling that most pages use."""
    slug: str
    members: tuple[str, ...]
    """The ids of the essays and posts, newest first."""


class Edition(NamedTuple):
    """The essays and posts that are published together: a closed edition, or the current one."""

    slug: str
    """Such as ``2026-11``; empty for the current edition."""
    members: frozenset[str]
    """The ids of its essays and posts."""


class Month(NamedTuple):
    """The essays and posts of one month, or those without a date."""

    slug: str
    """Such as ``2023-03``."""
    day: datetime | None
    """A date in the month; None for the pages without a date."""
    members: tuple[str, ...]
    """The ids of the essays and posts, newest first."""


class Period(NamedTuple):
    """A period in which the set of published pages stays the same."""

    since: datetime | None
    """The last time at which a page came or went."""
    due: datetime | None
    """The next time at which a page comes or goes."""

    def holds(self, now: datetime) -> bool:
        """Whether ``now`` is in the period. It may be before it if a clock was set back."""
        return (self.since is None or self.since <= now) and (self.due is None or now < self.due)


class HeldBack(NamedTuple):
    """The numbers of pages that are held back on purpose, by reason; each counts once."""

    drafts: int = 0
    future: int = 0
    """Pages dated in the future."""
    expired: int = 0
    hidden: int = 0
    with_topics: int = 0
    """Posts whose topic is held back."""
    next: datetime | None = None
    """The earliest date of those dated in the future."""


NOTHING_HELD_BACK = HeldBack()


class HeldBackPage(NamedTuple):
    """A page that is held back on purpose."""

    path: str
    """Relative to ``content/``."""
    reason: str
    """In an editor's words, such as “draft”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """All published pages and topics, loaded and checked, before rendering."""

    front: Page
    essays: tuple[Page, ...]
    """Newest first, then those without a date by path."""
    topics: tuple[Topic, ...]
    """In the editor's order; ``members`` are page ids, pinned first, threads together."""
    topic_pages: Mapping[str, Page]
    """The page ``_index.md`` of each topic that has one, by slug."""
    posts: tuple[Page, ...]
    """Every post once, in the order of the topics."""
    pages: tuple[Page, ...]
    """Further pages such as ``about.md``, in menu order."""
    copies: tuple[str, ...]
    """The paths under ``content/`` of files that are copied unchanged."""
    months: tuple[Month, ...] = ()
    """Newest first, then the group without a date."""
    authors: tuple[Author, ...] = ()
    """By name."""
    tags: tuple[Tag, ...] = ()
    """By name."""
    edition_pages: tuple[Page, ...] = ()
    """The front pages of closed editions, the latest first."""
    editions: tuple[Edition, ...] = ()
    """The closed editions, in the order of their pages, after the current one. There is no current
    one unless there are closed ones, and something that is in none of them."""
    held_back: HeldBack = NOTHING_HELD_BACK
    held_back_pages: tuple[HeldBackPage, ...] = ()
    """The first of them, by path."""
    problems: tuple[SitegenError, ...] = ()
    """The errors of pages that were left out."""
    warnings: tuple[SitegenError, ...] = ()
    """Likely mistakes that do not prevent the build."""

    @property
    def shown_pages(self) -> tuple[Page, ...]:
        """All pages that an artifact may show."""
        return (
            *(self.front, *self.essays, *self.posts, *self.pages),
            *self.edition_pages,
            *self.topic_pages.values(),
        )
