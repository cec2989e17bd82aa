"""Makes the views of the site and of its topics."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from sitegen.addresses import topic_address
from sitegen.artifacts import TemplateKind
from sitegen.configuration.colours import Accent, make_readable
from sitegen.configuration.settings import Config
from sitegen.content.archive import date_range
from sitegen.content.editions import topics_of_edition
from sitegen.languages import direction_of
from sitegen.models import Edition, Site, Topic
from sitegen.views.body_store import NO_HTML
from sitegen.views.template_records import (
    ACCENT,
    Appearance,
    CardLink,
    Download,
    FeedLink,
    Look,
    MenuItem,
    PageRef,
    PageView,
    SiteView,
    TopicRef,
    TopicView,
    topic_ref,
)

LIGHTEST_DARK, DARKEST_LIGHT = "#24262b", "#efefec"
"""The backgrounds an accent must be readable on: no theme's backgrounds differ less than these."""
_SERIFS = ("old-style", "transitional", "slab")
ACCENT_CONTRAST = 4.5
"""The contrast that WCAG 2.2 requires of text at level AA."""


def make_topic_views(site: Site, refs: Mapping[str, PageRef]) -> dict[str, TopicView]:
    """The views of the topics of ``site``, in their order; without introductions.

    Those of an edition hold only what is in it. Keys are slugs, and ``edition/slug``.
    """
    essays = frozenset(essay.id for essay in site.essays)
    views = {topic.slug: _topic_view(topic, site, refs, essays) for topic in site.topics}
    for edition in site.editions:
        for topic in topics_of_edition(site, edition):
            key = edition_topic(edition, topic.slug).slug
            views[key] = _topic_view(topic, site, refs, edition.members)
    return views


def edition_topic(edition: Edition, slug: str) -> TopicRef:
    """The reference to a topic with its posts in an edition."""
    return topic_ref(f"{edition.slug}/{slug}")


def introduce(topic: TopicView, page: PageView | None) -> TopicView:
    """The view of a topic with the introduction from its own ``page``, if it has one."""
    return replace(topic, intro=page.html) if page else topic


def with_card(site: SiteView, card: CardLink | None) -> SiteView:
    """The view of the site with the ``card`` of the digest."""
    return replace(site, card=card)


def with_menu(site: SiteView, pages: Iterable[PageView]) -> SiteView:
    """The view of the site with a menu of its further ``pages``."""
    return replace(site, menu=tuple(MenuItem(page.label, page.address) for page in pages))


def make_site_view(
    site: Site,
    config: Config,
    feeds: tuple[FeedLink, ...],
    refs: Mapping[str, PageRef],
    lists: Mapping[TemplateKind, str],
    downloads: tuple[Download, ...],
    look: Look | None = None,
) -> SiteView:
    """The view of the site."""
    appearance = _appearance(config)
    first, last = date_range(page.date for page in (*site.essays, *site.posts) if page.date)
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
        essay_count=len(site.essays),
        post_count=len(site.posts),
        pages=tuple(refs[page.id] for page in site.pages),
        editions=tuple(refs[page.id] for page in site.edition_pages if "editions" in lists),
        menu=(),
        essays_page=lists.get("essays"),
        topics_page=lists.get("topics"),
        search_page=lists.get("search"),
        feeds=feeds,
        downloads=downloads,
        appearance=appearance,
        look=look and _look(look, appearance),
        card=None,
        sections=config.appearance.sections,
        first_date=first,
        last_date=site.front.date or last,
    )


def _appearance(config: Config) -> Appearance:
    wanted = config.appearance
    accent = wanted.accent and Accent(
        make_readable(wanted.accent, DARKEST_LIGHT, ACCENT_CONTRAST),
        make_readable(wanted.accent, LIGHTEST_DARK, ACCENT_CONTRAST),
    )
    return Appearance(accent or None, wanted.typeface, wanted.density)


def _look(look: Look, appearance: Appearance) -> Look:
    """The look of the theme with the changes of the editor."""
    if appearance.typeface:
        is_serif = appearance.typeface in _SERIFS
        look = look._replace(typeface="serif" if is_serif else "sans")
    if appearance.accent:
        look = look._replace(accent=appearance.accent.light)
    return look._replace(
        card=look.accent if look.card == ACCENT else look.card,
        bar=look.accent if look.bar == ACCENT else look.bar,
    )


def _topic_view(
    topic: Topic, site: Site, refs: Mapping[str, PageRef], essays: Collection[str]
) -> TopicView:
    return TopicView(
        slug=topic.slug,
        title=topic.title,
        description=topic.description,
        address=topic_address(topic.slug),
        intro=NO_HTML,
        posts=tuple(refs[member] for member in topic.members),
        threads=tuple(tuple(refs[part] for part in thread) for thread in topic.threads),
        essays=tuple(
            refs[essay.id]
            for essay in site.essays
            if topic.slug in essay.also and essay.id in essays
        ),
        count=len(topic.members),
    )
