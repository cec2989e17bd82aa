"""Gathers all that a build may show, and what it is to make of it."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from sitegen.addresses import author_address, file_of, tag_address
from sitegen.config import Config
from sitegen.content.pages import LoadedPage
from sitegen.content.site import Pages, empty_front, load_site
from sitegen.content.tags import tag_key
from sitegen.engine.crew import Crew
from sitegen.engine.loading import Scan, WorkedPage, lost_pages, work_out_pages
from sitegen.engine.outline import Basis, Outline
from sitegen.engine.planning import plan_artifacts
from sitegen.engine.relations import UNRELATED, Relations, asks_for_related, relate_posts
from sitegen.errors import ContentError
from sitegen.folders import Listing, list_content, page_names
from sitegen.languages import load_wording
from sitegen.models import CopyArtifact, Period
from sitegen.picture import Clusters, draw_clusters
from sitegen.themes import load_theme, read_templates, static_files, theme_flaws
from sitegen.views.bodies import BodyFile
from sitegen.views.contexts import Contexts, with_picture, with_related
from sitegen.views.records import (
    PageView,
    TopicView,
    introduce,
    view_page,
    view_site,
    view_topics,
    with_menu,
)
from sitegen.views.snapshots import AuthorPage, Snapshot, TagPage, TemplateSource


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """Everything that a build begins with."""

    outline: Outline
    pages: Mapping[str, WorkedPage]
    """What became of each page's file, by its path under ``content/``."""
    snapshot: Snapshot
    relations: Relations = UNRELATED
    """Which posts go together; see ``add_related``."""


def gather(
    config: Config,
    scan: Scan,
    bodies: BodyFile,
    crew: Crew,
    *,
    now: datetime,
    drafts: bool,
    last: Outline | None = None,
) -> Gathered:
    """Reads the content and the theme, and plans every file of the output.

    Args:
        config: the digest's configuration.
        scan: what is known of pages, with the same settings, and how closely to look at them.
        bodies: where the texts of known pages are, and those of new ones go.
        crew: who works out the others, if they are many.
        now: the time.
        drafts: whether drafts and pages of the future are shown.
        last: the outline of an earlier build, which serves again if nothing of it changed.

    Raises:
        SitegenError: the content as a whole or the theme is wrong.
        BodyLostError: there is no room for the bodies.
    """
    theme = load_theme(config)
    listing = _listing(config, scan, last)
    wording = load_wording(config.language, theme.folders)
    templates = read_templates(theme)
    basis = Basis(
        config=config,
        theme=theme,
        names=listing.names,
        templates=frozenset(templates),
        flaws=listing.flaws,
        static=static_files(theme),
        wording=wording,
        drafts=drafts,
    )
    pages = work_out_pages(page_names(listing.names), scan, config, bodies, crew)
    pages |= lost_pages(listing.flaws, scan, config.content)
    headers = {name: page.page for name, page in pages.items()}
    if last and last.basis == basis and last.headers == headers and last.period.holds(now):
        outline = last
    else:
        outline = _outline(basis, headers, now)
    snapshot = _snapshot(outline, pages, templates, bodies)
    return Gathered(outline=outline, pages=pages, snapshot=snapshot)


def add_related(gathered: Gathered, known: Relations) -> Gathered:
    """The same, with the related posts of every post if the theme asks for them.

    By them a picture of the topics by size shows which are akin.

    Args:
        gathered: what a build begins with.
        known: what an earlier build found.

    Raises:
        ConfigError: the model or the file of topics that posts are compared by is wrong.
        BodyLostError: a text is not to be had any more.
    """
    outline, snapshot = gathered.outline, gathered.snapshot
    relations = UNRELATED
    if asks_for_related(snapshot.templates):
        posts = [snapshot.pages[post.id] for post in outline.site.posts]
        relations = relate_posts(posts, snapshot.bodies, outline.basis.config, known)
    outline = _with_related(outline, relations.related)
    outline = _with_clusters(outline, snapshot)
    return replace(gathered, outline=outline, relations=relations)


def page_settings(config: Config) -> str:
    """All of the configuration that the work on a single page depends on."""
    links = asdict(config.links)
    return json.dumps([str(config.content), config.title, config.language, config.timezone, links])


def _listing(config: Config, scan: Scan, last: Outline | None) -> Listing:
    """All files under ``content/``, which are listed anew if any came or went."""
    if scan.names is not None:
        return Listing(scan.names)
    if last and scan.is_edit(config.content):
        return Listing(last.basis.names, last.basis.flaws)
    return list_content(config.content, ContentError)


def _period(headers: Pages, now: datetime) -> Period:
    loaded = (page.page for page in headers.values() if isinstance(page, LoadedPage))
    dates = [page.date for page in loaded if page.date]
    return Period(
        since=max((date for date in dates if date <= now), default=None),
        due=min((date for date in dates if date > now), default=None),
    )


def _outline(basis: Basis, headers: Pages, now: datetime) -> Outline:
    config = basis.config
    site = load_site(config, headers, basis.names, basis.flaws, now=now, drafts=basis.drafts)
    site = replace(site, warnings=(*site.warnings, *theme_flaws(basis.theme)))
    artifacts = plan_artifacts(site, config, basis.theme, basis.templates, basis.static)
    by_file = {file_of(artifact.address): artifact for artifact in artifacts}
    contexts = Contexts(site, artifacts, config, basis.wording)
    return Outline(
        basis=basis,
        headers=headers,
        period=_period(headers, now),
        site=site,
        artifacts=by_file,
        contexts={
            file: contexts.of(artifact)
            for file, artifact in by_file.items()
            if not isinstance(artifact, CopyArtifact)
        },
        view=view_site(site, config, contexts.feeds, contexts.refs, contexts.lists),
        topics=view_topics(site, contexts.refs),
        refs=contexts.refs,
    )


def _snapshot(
    outline: Outline,
    pages: Mapping[str, WorkedPage],
    templates: Mapping[str, TemplateSource],
    bodies: BodyFile,
) -> Snapshot:
    views = _views(outline, pages, bodies)
    further = (views[page.id] for page in outline.site.pages if page.id in views)
    return Snapshot(
        site=with_menu(outline.view, further),
        pages=views,
        topics=_topics(outline, views),
        authors=_author_pages(outline),
        tags=_tag_pages(outline),
        templates=templates,
        wording=outline.basis.wording,
        bodies=bodies,
    )


def _author_pages(outline: Outline) -> dict[str, AuthorPage]:
    """Those that are planned, by the names of the authors."""
    return {
        author.name: AuthorPage(address)
        for author in outline.site.authors
        if file_of(address := author_address(author.slug)) in outline.artifacts
    }


def _tag_pages(outline: Outline) -> dict[str, TagPage]:
    """All tags, with the addresses of the pages that are planned."""
    pages: dict[str, TagPage] = {}
    for tag in outline.site.tags:
        address = tag_address(tag.slug)
        is_planned = file_of(address) in outline.artifacts
        pages[tag_key(tag.name)] = TagPage(tag.name, address if is_planned else None)
    return pages


def _with_related(outline: Outline, related: Mapping[str, tuple[str, ...]]) -> Outline:
    """The outline with what the posts that have other related ones than before now receive."""
    if related == outline.related:
        return outline
    contexts = dict(outline.contexts)
    for post in outline.site.posts:
        ids = related.get(post.id, ())
        if ids != outline.related.get(post.id, ()):
            file = file_of(post.address)
            contexts[file] = with_related(contexts[file], (outline.refs[other] for other in ids))
    return replace(outline, contexts=contexts, related=related)


def _with_clusters(outline: Outline, snapshot: Snapshot) -> Outline:
    """The outline with a picture by size, if it has one, that knows the posts and their kinship."""
    file = file_of(outline.site.front.address)
    context = outline.contexts[file]
    if not isinstance(context["picture"], Clusters):
        return outline
    words = {post.id: snapshot.pages[post.id].words for post in outline.site.posts}
    picture = draw_clusters(outline.site, words, outline.related)
    if picture == context["picture"]:
        return outline
    return replace(outline, contexts={**outline.contexts, file: with_picture(context, picture)})


def _topics(outline: Outline, views: Mapping[str, PageView]) -> dict[str, TopicView]:
    """What is to be seen of the topics, by their slugs."""
    pages = outline.site.topic_pages
    return {
        slug: introduce(topic, views[pages[slug].id] if slug in pages else None)
        for slug, topic in outline.topics.items()
    }


def _views(
    outline: Outline, pages: Mapping[str, WorkedPage], bodies: BodyFile
) -> dict[str, PageView]:
    """What is to be seen of the pages that are shown, by their ids."""
    views: dict[str, PageView] = {}
    for page in outline.shown:
        worked = pages.get(page.path)
        if worked and worked.view:
            views[page.id] = worked.view
    front = outline.site.front.id
    if front not in views:
        views[front], own = view_page(empty_front(), outline.basis.config)
        for body in own:
            bodies.put(body)
    return views
