"""What templates may see: flat records of the pages, the topics and the site.

A record holds values and references, never another record, so that two builds can be compared
value by value. ``sitegen.tracking`` shows a template what a reference leads to.
"""

import functools
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple
from urllib.parse import urlsplit

from sitegen.addresses import topic_address, web_url
from sitegen.configuration.colours import Accent, make_readable
from sitegen.configuration.settings import Config
from sitegen.content.archive import span_of
from sitegen.content.pages import title_from_slug
from sitegen.content.tags import distinct_tags
from sitegen.languages import Direction, direction_of
from sitegen.markdown import Heading
from sitegen.models import Page, Site, TemplateKind, Topic
from sitegen.text.labels import count_words, label_of, thread_mark
from sitegen.views.body_store import NO_HTML, Body, HtmlRef, TextRef, digest_of
from sitegen.views.excerpts import Passage, excerpt_of, opening_of, read_passages, without_title
from sitegen.views.texts import language_of, render_note, render_text

WORDS_A_MINUTE = 230
"""How fast a grown-up reads prose (Brysbaert 2019, 238 words of English, a little less)."""

EXCERPT_LENGTH, OPENING_LENGTH = 300, 900

LIGHTEST_DARK, DARKEST_LIGHT = "#24262b", "#efefec"
"""What an accent is readable on: a theme's papers are no nearer to each other than these two."""
ACCENT_CONTRAST = 4.5
"""What WCAG 2.2 asks of text at level AA."""


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


def view_page(page: Page, config: Config) -> tuple[PageView, tuple[Body, ...]]:
    """The record of ``page``, and the bodies that it refers to: of its text, and of its note."""
    rendered = render_text(page, config)
    body = Body(rendered.html, rendered.text)
    note = render_note(page, config)
    note_body = Body(note.html, note.text) if note else None
    digest = digest_of(body)
    words = count_words(rendered.text)
    lang, direction = language_of(page, rendered.text, config.language)
    part, parts = thread_mark(rendered.text) if page.kind == "post" else (0, 0)
    passages = read_passages(rendered.html, OPENING_LENGTH + EXCERPT_LENGTH)
    label = _label(page, rendered.text, passages) or config.title
    if page.title or page.kind == "essay":  # other labels are no headlines
        passages = without_title(passages, label, is_label=not page.title)
    spoken = lang or config.language
    view = PageView(
        kind=page.kind,
        id=page.id,
        title=page.title,
        label=label,
        description=page.description,
        address=page.address,
        html=HtmlRef(digest),
        text=TextRef(digest),
        excerpt=excerpt_of(passages, EXCERPT_LENGTH, spoken),
        opening=opening_of(passages, OPENING_LENGTH, spoken) if page.kind == "essay" else (),
        author=page.author,
        author_page=AuthorRef(page.author) if page.author else None,
        date=page.date,
        updated=page.updated,
        added=page.added,
        source=web_url(page.source) if page.source else None,
        source_host=_host(page.source),
        note=HtmlRef(digest_of(note_body)) if note_body else NO_HTML,
        topic=topic_ref(page.topic) if page.topic else None,
        tags=tuple(map(TagRef, distinct_tags(page.tags))),
        lang=lang,
        dir=direction,
        pinned=page.pinned,
        words=words,
        minutes=max(1, math.ceil(words / WORDS_A_MINUTE)),
        headings=rendered.headings,
        extra=page.extra,
        part=part,
        parts=parts,
        is_verbatim=rendered.is_verbatim or bool(note and note.is_verbatim),
    )
    return view, (body, note_body) if note_body else (body,)


def view_topics(site: Site, refs: Mapping[str, PageRef]) -> dict[str, TopicView]:
    """The records of the topics of ``site``, without introductions, by slug, in their order."""
    return {topic.slug: _view_topic(topic, site, refs) for topic in site.topics}


def introduce(topic: TopicView, page: PageView | None) -> TopicView:
    """The record of a topic with the introduction that its own page holds, if it has one."""
    return replace(topic, intro=page.html) if page else topic


def with_menu(site: SiteView, pages: Iterable[PageView]) -> SiteView:
    """The record of the site with the menu of its further ``pages``."""
    return replace(site, menu=tuple(MenuItem(page.label, page.address) for page in pages))


def view_site(
    site: Site,
    config: Config,
    feeds: tuple[FeedLink, ...],
    refs: Mapping[str, PageRef],
    lists: Mapping[TemplateKind, str],
) -> SiteView:
    """The record of the whole of ``site``.

    Args:
        site: what is to be shown.
        config: the digest's configuration.
        feeds: those of the whole digest.
        refs: references to the pages, by their ids.
        lists: the addresses of the lists of essays and of topics, where there are such.
    """
    first, last = span_of(page.date for page in (*site.essays, *site.posts) if page.date)
    return SiteView(
        title=site.front.title or config.title,
        description=site.front.description or config.description,
        author=config.author,
        language=config.language,
        dir=direction_of(config.language),
        base_url=config.base_url,
        front=refs[site.front.id],
        topics=tuple(TopicRef(topic.slug) for topic in site.topics),
        essays=tuple(refs[page.id] for page in site.essays),
        posts=tuple(refs[page.id] for page in site.posts),
        pages=tuple(refs[page.id] for page in site.pages),
        menu=(),
        essays_page=lists.get("essays"),
        topics_page=lists.get("topics"),
        feeds=feeds,
        appearance=_view_appearance(config),
        sections=config.appearance.sections,
        first_date=first,
        last_date=site.front.date or last,
    )


def _view_appearance(config: Config) -> Appearance:
    wanted = config.appearance
    accent = wanted.accent and Accent(
        make_readable(wanted.accent, DARKEST_LIGHT, ACCENT_CONTRAST),
        make_readable(wanted.accent, LIGHTEST_DARK, ACCENT_CONTRAST),
    )
    return Appearance(accent or None, wanted.typeface, wanted.density)


def _view_topic(topic: Topic, site: Site, refs: Mapping[str, PageRef]) -> TopicView:
    return TopicView(
        slug=topic.slug,
        title=topic.title,
        description=topic.description,
        address=topic_address(topic.slug),
        intro=NO_HTML,
        posts=tuple(refs[member] for member in topic.members),
        threads=tuple(tuple(refs[part] for part in thread) for thread in topic.threads),
        essays=tuple(refs[essay.id] for essay in site.essays if topic.slug in essay.also),
        count=len(topic.members),
    )


def _label(page: Page, text: str, passages: Iterable[Passage]) -> str:
    """What a page is called: by its title, else its first words, else what its file is called.

    A further page without a title goes by its address, as its first words do not say what it is.
    """
    if page.title:
        return page.title
    if page.kind == "page":
        return title_from_slug(page.slug) or label_of(text)
    pictured = " ".join(passage.text for passage in passages)
    return label_of(text) or label_of(pictured) or page.slug


def _host(source: str | None) -> str | None:
    try:
        host = urlsplit(source or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
