"""What templates receive: the site and its pages, rendered and ready to be shown."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urlsplit

from markupsafe import Markup

from sitegen.addresses import topic_address
from sitegen.config import Config
from sitegen.markdown import Flavour, Heading, Rendered, render_markdown
from sitegen.models import Page, Site, Topic
from sitegen.text import count_words, label_of

WORDS_A_MINUTE = 230
"""How fast a grown-up reads prose (Brysbaert 2019, 238 words of English, a little less)."""

EXCERPT_LENGTH = 300


@dataclass(frozen=True, slots=True)
class TopicLink:
    """A topic as a page names it."""

    slug: str
    title: str
    address: str


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed as a page's head names it."""

    address: str
    title: str
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """A page, rendered."""

    kind: str
    id: str
    title: str | None
    label: str
    """The title, or the first words; never empty, and never the headline of a post."""
    description: str
    address: str
    html: Markup
    text: str
    excerpt: str
    author: str | None
    date: datetime | None
    source: str | None
    source_host: str | None
    note: Markup
    topic: TopicLink | None
    tags: tuple[str, ...]
    pinned: bool
    words: int
    minutes: int
    headings: tuple[Heading, ...]
    extra: Mapping[str, object]
    is_verbatim: bool
    """Whether the text stands as it was written, as reading it as Markdown would take too long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicView:
    """A topic with the pages that it shows."""

    slug: str
    title: str
    description: str
    address: str
    intro: Markup
    posts: tuple[PageView, ...]
    essays: tuple[PageView, ...]

    @property
    def count(self) -> int:
        """How many posts it shows."""
        return len(self.posts)


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteView:
    """The whole digest, rendered."""

    title: str
    description: str
    author: str
    language: str
    front: PageView
    topics: tuple[TopicView, ...]
    essays: tuple[PageView, ...]
    posts: tuple[PageView, ...]
    pages: tuple[PageView, ...]
    feeds: tuple[FeedLink, ...]
    by_id: Mapping[str, PageView] = field(repr=False)

    @property
    def first_date(self) -> datetime | None:
        """The date of the oldest essay or post."""
        return min(self._dates(), default=None)

    @property
    def last_date(self) -> datetime | None:
        """The date of the edition: its front page's own, else that of the newest page."""
        return self.front.date or max(self._dates(), default=None)

    def topic(self, slug: str) -> TopicView | None:
        """The topic of that slug."""
        return next((topic for topic in self.topics if topic.slug == slug), None)

    def _dates(self) -> Iterable[datetime]:
        return (page.date for page in (*self.essays, *self.posts) if page.date)


def view_site(site: Site, config: Config, feeds: tuple[FeedLink, ...]) -> SiteView:
    """Renders the Markdown of every page of ``site``, once each."""
    topics = {topic.slug: topic for topic in site.topics}
    shown = (site.front, *site.essays, *site.posts, *site.pages, *site.topic_pages.values())
    by_id = {page.id: _view_page(page, topics, config) for page in shown}
    return SiteView(
        title=site.front.title or config.title,
        description=site.front.description or config.description,
        author=config.author,
        language=config.language,
        front=by_id[site.front.id],
        topics=tuple(_view_topic(topic, site, by_id) for topic in site.topics),
        essays=tuple(by_id[page.id] for page in site.essays),
        posts=tuple(by_id[page.id] for page in site.posts),
        pages=tuple(by_id[page.id] for page in site.pages),
        feeds=feeds,
        by_id=by_id,
    )


def _view_page(page: Page, topics: Mapping[str, Topic], config: Config) -> PageView:
    body = render_markdown(page.body, _flavour(page), config.links)
    words = count_words(body.text)
    return PageView(
        kind=page.kind,
        id=page.id,
        title=page.title,
        label=page.title or label_of(body.text) or page.slug or config.title,
        description=page.description,
        address=page.address,
        html=Markup(body.html),  # noqa: S704 -- imported text is sanitised, the rest the editor's
        text=body.text,
        excerpt=_excerpt(body),
        author=page.author,
        date=page.date,
        source=page.source,
        source_host=_host(page.source),
        note=_view_note(page, config),
        topic=_topic_link(topics.get(page.topic or "")),
        tags=page.tags,
        pinned=page.pinned,
        words=words,
        minutes=max(1, math.ceil(words / WORDS_A_MINUTE)),
        headings=body.headings,
        extra=page.extra,
        is_verbatim=body.is_verbatim,
    )


def _flavour(page: Page) -> Flavour:
    """A page that came from a dump shows its text as it is, whichever folder it stands in."""
    if page.dump is None:
        return "page"
    return "essay" if page.kind == "essay" else "post"


def _view_note(page: Page, config: Config) -> Markup:
    if not page.note:
        return Markup()
    return Markup(render_markdown(page.note, "page", config.links).html)  # noqa: S704 -- the editor's own


def _view_topic(topic: Topic, site: Site, by_id: Mapping[str, PageView]) -> TopicView:
    page = site.topic_pages.get(topic.slug)
    return TopicView(
        slug=topic.slug,
        title=topic.title,
        description=topic.description,
        address=topic_address(topic.slug),
        intro=by_id[page.id].html if page else Markup(),
        posts=tuple(by_id[member] for member in topic.members),
        essays=tuple(by_id[essay.id] for essay in site.essays if topic.slug in essay.also),
    )


def _topic_link(topic: Topic | None) -> TopicLink | None:
    return TopicLink(topic.slug, topic.title, topic_address(topic.slug)) if topic else None


def _excerpt(body: Rendered) -> str:
    """The first sentences of the text, as many as fit, else its first words."""
    text = " ".join(body.text.split())
    if len(text) <= EXCERPT_LENGTH:
        return text
    start = text[:EXCERPT_LENGTH]
    end = max(start.rfind(mark) for mark in (". ", "! ", "? ", "。"))
    if end > EXCERPT_LENGTH // 3:
        return start[: end + 1]
    return start.rpartition(" ")[0] + "…" if " " in start else start + "…"


def _host(source: str | None) -> str | None:
    try:
        host = urlsplit(source or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
