"""The variables that each template and feed receives besides the site."""

import functools
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from itertools import pairwise
from types import MappingProxyType
from typing import ClassVar
from urllib.parse import urlsplit

from sitegen.addresses import essays_address, page_count, topic_address, web_url
from sitegen.artifacts import (
    CARD,
    EMAIL_FORMATS,
    Artifact,
    CopyArtifact,
    FeedArtifact,
    FormatArtifact,
    RedirectArtifact,
    RenderedArtifact,
    TemplateArtifact,
    TemplateKind,
)
from sitegen.configuration.settings import Config
from sitegen.content.archive import FRONT_ESSAYS, FRONT_TOPICS
from sitegen.content.editions import topics_of_edition
from sitegen.content.threads import split_pages
from sitegen.languages import Wording
from sitegen.models import Edition, Site
from sitegen.picture import Picture, draw_picture
from sitegen.views.feed_channels import FeedChannels
from sitegen.views.listings import Listings, make_pager
from sitegen.views.mail_contexts import make_mail_context
from sitegen.views.site_views import edition_topic
from sitegen.views.template_records import CardLink, Context, Download, PageRef, topic_ref

_MEDIA_TYPES = {"epub": "application/epub+zip", "pdf": "application/pdf"}
"""The media types of output formats that a reader may download."""
_LISTS = frozenset({"essays", "topics", "editions", "search"})
"""The kinds of pages that list all of something."""


class Contexts:
    """The variables of all rendered artifacts of a site."""

    def __init__(
        self,
        site: Site,
        artifacts: Iterable[Artifact],
        config: Config,
        wording: Wording,
        related: Mapping[str, Sequence[str]] = MappingProxyType({}),
        refs: Mapping[str, PageRef] = MappingProxyType({}),
    ) -> None:
        """Takes a site, the ids of related posts as far as they are known, and references.

        Those of an earlier plan make its contexts faster to compare with these.
        """
        self._site = site
        self._config = config
        self._wording = wording
        self._related = related
        self._artifacts = tuple(artifacts)
        self._posts = {post.id: post for post in site.posts}
        self._pages = {
            topic.slug: split_pages(topic.threads, config.page_size) for topic in site.topics
        }
        self._threads = _threads(site)
        self.refs = {page.id: refs.get(page.id) or PageRef(page.id) for page in site.shown_pages}
        """The reference to each page, by id."""
        self._channels = FeedChannels(site, self._artifacts, config, wording, self.refs)
        self.feeds = self._channels.links()
        """The feeds of the whole digest."""
        self.downloads = tuple(_downloads(self._artifacts))
        """The whole digest as files."""
        self.lists = _list_addresses(self._artifacts)
        """The addresses of the lists of essays, topics and editions, and of the search, if any."""
        self._cards = dict(_cards(self._artifacts)) if config.has_cards else {}
        """The cards by their addresses."""
        self.card = self._cards.get(CARD)
        """The card of the digest, if there are cards."""
        self._listings = Listings(site, self._artifacts, wording, self.refs, config.page_size)
        self._before: dict[str, PageRef] = {}
        self._after: dict[str, PageRef] = {}
        for series in ([essay.id for essay in site.essays], *self._home_posts()):
            for page, following in pairwise(series):
                self._after[page] = self.refs[following]
                self._before[following] = self.refs[page]

    def of(self, artifact: RenderedArtifact) -> Context:
        """The variables of ``artifact``, apart from ``site``, ``here`` and ``url``."""
        if isinstance(artifact, FormatArtifact):
            return self._format(artifact)
        if isinstance(artifact, RedirectArtifact):
            return {"redirects": artifact.redirects}
        if isinstance(artifact, FeedArtifact):
            return self._feed(artifact)
        values = self._MAKERS[artifact.kind](self, artifact)
        return {**values, **self._card(artifact)} if self._cards else values

    def _card(self, artifact: TemplateArtifact) -> Context:
        """The own card of the page or of the topic, if it has one."""
        address = topic_address(artifact.topic) if artifact.topic else artifact.address
        card = self._cards.get(f"{address}{CARD}") if address else None
        return {"card": card} if card else {}

    def _format(self, artifact: FormatArtifact) -> Context:
        """The page or topic that a file shows, else the front page; and its settings."""
        if artifact.format in EMAIL_FORMATS:
            return self._mail
        if artifact.topic:
            return {"topic": topic_ref(artifact.topic)}
        if artifact.page:
            return {"page": self.refs[artifact.page]}
        shown = self._shown_in(self._latest)
        return {"page": self.refs[self._site.front.id], "picture": self._picture, **shown}

    @functools.cached_property
    def _changes(self) -> Mapping[str, datetime | None]:
        """When the page at each address that belongs to a page was last changed, if known."""
        changes = {page.id: page.updated or page.date for page in self._site.shown_pages}
        return {
            artifact.address: changes[artifact.page]
            for artifact in self._artifacts
            if isinstance(artifact, TemplateArtifact) and artifact.page
        }

    @functools.cached_property
    def _picture(self) -> Picture | None:
        """The picture of the digest, also if the front page has none."""
        return draw_picture(self._site, self._wording.language, self._config.page_size)

    @functools.cached_property
    def _mail(self) -> Context:
        """What all files of the e-mail show."""
        return make_mail_context(self._site, self._config.email, self.refs)

    def _single(self, artifact: TemplateArtifact) -> Context:
        return {"page": self.refs[artifact.page]}

    def _front(self, artifact: TemplateArtifact) -> Context:
        is_wanted = "picture" in self._config.appearance.sections
        return {
            **self._single(artifact),
            **self._shown_in(self._latest, FRONT_ESSAYS, FRONT_TOPICS),
            "picture": self._picture if is_wanted else None,
        }

    @property
    def _latest(self) -> Edition | None:
        """The edition that the front page shows: the current one, if it holds anything."""
        return self._site.editions[0] if self._site.editions else None

    def _shown_in(
        self, edition: Edition | None, essays: int | None = None, topics: int | None = None
    ) -> Context:
        """The first essays and topics of an edition, or of the whole digest."""
        site = self._site
        ids = [essay.id for essay in site.essays if not edition or essay.id in edition.members]
        refs = (
            [edition_topic(edition, topic.slug) for topic in topics_of_edition(site, edition)]
            if edition
            else [topic_ref(topic.slug) for topic in site.topics]
        )
        return {
            "essays": tuple(self.refs[essay] for essay in ids[:essays]),
            "topics": tuple(refs[:topics]),
        }

    def _closed_edition(self, artifact: TemplateArtifact) -> Context:
        """A closed edition, with the one before and the one after it."""
        pages = [page.id for page in self._site.edition_pages]
        place = pages.index(artifact.page)
        slug = self._site.edition_pages[place].slug
        edition = next(each for each in self._site.editions if each.slug == slug)
        return {
            **self._single(artifact),
            **self._shown_in(edition),
            "newer": self.refs[pages[place - 1]] if place else None,
            "older": self.refs[pages[place + 1]] if place + 1 < len(pages) else None,
        }

    def _author(self, artifact: TemplateArtifact) -> Context:
        feeds = self._channels.links(author=artifact.author)
        return {**self._listings.author(artifact), "feeds": feeds}

    def _not_found(self, _: TemplateArtifact) -> Context:
        path = urlsplit(web_url(self._config.base_url)).path
        return {"root": path.rstrip("/") + "/"}

    def _essay(self, artifact: TemplateArtifact) -> Context:
        return {
            "page": self.refs[artifact.page],
            "newer": self._before.get(artifact.page),
            "older": self._after.get(artifact.page),
        }

    def _essays(self, artifact: TemplateArtifact) -> Context:
        number, size = artifact.number, self._config.page_size
        before = (number - 1) * size
        essays = self._site.essays
        return {
            "essays": tuple(self.refs[essay.id] for essay in essays[before : before + size]),
            "pager": make_pager(
                number, page_count(len(essays), size), essays_address, first=before + 1
            ),
        }

    def _post(self, artifact: TemplateArtifact) -> Context:
        related = self._related.get(artifact.page, ())
        return {
            "page": self.refs[artifact.page],
            "topic": topic_ref(self._posts[artifact.page].topic or ""),
            "previous": self._before.get(artifact.page),
            "next": self._after.get(artifact.page),
            "thread": tuple([self.refs[part] for part in self._threads.get(artifact.page, ())]),
            "related": tuple([self.refs[other] for other in related if other in self.refs]),
        }

    def _topic(self, artifact: TemplateArtifact) -> Context:
        slug, number = artifact.topic, artifact.number
        pages = self._pages[slug]
        return {
            "topic": topic_ref(slug),
            "posts": tuple(self.refs[member] for member in pages[number - 1]),
            "pager": make_pager(
                number,
                len(pages),
                lambda n: topic_address(slug, n),
                first=sum(map(len, pages[: number - 1])) + 1,
            ),
            "feeds": self._channels.links(topic=slug),
        }

    def _feed(self, artifact: FeedArtifact) -> Context:
        if artifact.lists:
            changes = tuple(map(self._changes.get, artifact.lists))
            return {"addresses": artifact.lists, "changes": changes}
        channel, entries = self._channels.of(artifact)
        return {"channel": channel, "entries": entries}

    def _home_posts(self) -> Iterable[list[str]]:
        """The posts in the folder of each topic, without those shown because of ``also``."""
        for topic in self._site.topics:
            yield [post for post in topic.members if self._posts[post].topic == topic.slug]

    _MAKERS: ClassVar[Mapping[TemplateKind, Callable[["Contexts", TemplateArtifact], Context]]] = {
        "front": _front,
        "page": _single,
        "essay": _essay,
        "post": _post,
        "essays": _essays,
        "topic": _topic,
        "topics": lambda _self, _: {},
        "archive": lambda self, _: self._listings.archive(),
        "month": lambda self, page: self._listings.month(page),
        "author": _author,
        "tag": lambda self, page: self._listings.tag(page),
        "tags": lambda self, _: self._listings.tags(),
        "edition": _closed_edition,
        "editions": lambda self, _: {"feeds": self._channels.links(lists_editions=True)},
        "search": lambda self, page: self._listings.search(page),
        "about-digest": lambda self, _: self._listings.about(),
        "not-found": _not_found,
    }
    """What makes the variables of each kind of page. Bound methods in an instance would keep it in
    memory, as the garbage collector is paused in a build."""


def _threads(site: Site) -> dict[str, tuple[str, ...]]:
    """The thread of each post that is in one, in the topic of its folder."""
    homes = {post.id: post.topic for post in site.posts}
    return {
        post: thread
        for topic in site.topics
        for thread in topic.threads
        for post in thread
        if len(thread) > 1 and homes[post] == topic.slug
    }


def _downloads(artifacts: Iterable[Artifact]) -> Iterable[Download]:
    for artifact in artifacts:
        if isinstance(artifact, FormatArtifact) and artifact.format in _MEDIA_TYPES:
            yield Download(artifact.address, artifact.format, _MEDIA_TYPES[artifact.format])


def _list_addresses(artifacts: Sequence[Artifact]) -> dict[TemplateKind, str]:
    """The address of the first page of each list, by its kind."""
    return {
        artifact.kind: artifact.address
        for artifact in reversed(artifacts)
        if isinstance(artifact, TemplateArtifact) and artifact.kind in _LISTS
    }


def _cards(artifacts: Iterable[Artifact]) -> Iterable[tuple[str, CardLink]]:
    """The cards that are drawn, and the pictures of the editor in their places."""
    for artifact in artifacts:
        if isinstance(artifact, FormatArtifact) and artifact.format == "card":
            yield artifact.address, CardLink(artifact.address)
        elif isinstance(artifact, CopyArtifact) and artifact.address.endswith(CARD):
            yield artifact.address, CardLink(artifact.address, None, None)
