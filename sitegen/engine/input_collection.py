"""Collects the inputs of a build: content, theme and settings, as a site plan and a snapshot."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from sitegen.addresses import author_address, file_of, tag_address
from sitegen.artifacts import CARD, Artifact, CopyArtifact
from sitegen.configuration.settings import Config
from sitegen.content.pages import LoadedPage
from sitegen.content.site import Pages, empty_front, load_site
from sitegen.content.tags import tag_key
from sitegen.content.visibility import turning_points
from sitegen.engine.artifact_planning import plan_artifacts
from sitegen.engine.cache_key import CacheFolder
from sitegen.engine.executors import Executor, Executors, SideTaskExecutor
from sitegen.engine.images import (
    Images,
    ImageStore,
    cleaned_files,
    load_images,
    size_artifacts,
    views_of,
)
from sitegen.engine.loading import PageRecord, Scan, load_pages, lost_pages
from sitegen.engine.page_profiles import profiles_digest, shows_related
from sitegen.engine.redirects import plan_redirects
from sitegen.engine.related import UNRELATED, RelatedPosts, find_related, prepare_comparison
from sitegen.engine.site_plan import PlanInputs, SitePlan
from sitegen.errors import ContentError
from sitegen.filesystem.listing import Listing, list_content, page_names
from sitegen.languages import load_wording
from sitegen.models import Period
from sitegen.output_formats.libraries import installed_libraries
from sitegen.output_formats.planning import left_out_formats
from sitegen.picture import Clusters, draw_clusters
from sitegen.themes.loading import load_theme, read_templates, static_files, theme_flaws
from sitegen.views.body_store import BodyFile
from sitegen.views.contexts import Contexts, with_picture, with_related
from sitegen.views.page_views import make_page_view
from sitegen.views.record_snapshot import AuthorPage, Snapshot, TagPage, TemplateSource
from sitegen.views.site_views import (
    introduce,
    make_site_view,
    make_topic_views,
    with_card,
    with_menu,
)
from sitegen.views.template_records import PageView, TopicView


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectedSite:
    """The inputs of a build."""

    site_plan: SitePlan
    pages: Mapping[str, PageRecord]
    """The record of each page, by its path under ``content/``."""
    snapshot: Snapshot
    images: Images = field(default_factory=dict)
    """The pictures under ``content/``, by their paths there."""
    related_posts: RelatedPosts = UNRELATED
    """Which posts go together; see ``add_related``."""


class Stores(NamedTuple):
    """What builds keep of texts and pictures."""

    bodies: BodyFile
    images: ImageStore


def collect(  # noqa: PLR0913 -- the last ones are optional and named
    config: Config,
    scan: Scan,
    stores: Stores,
    executor: Executor,
    *,
    now: datetime,
    drafts: bool,
    last: SitePlan | None = None,
    side_task: Callable[[], object] | None = None,
) -> CollectedSite:
    """Reads the content and the theme, and plans every file of the output.

    Args:
        config: the digest's configuration.
        scan: known page records, and which files to read.
        stores: the stores of rendered texts and of pictures.
        executor: processes new pages and pictures, if there are many.
        now: the time.
        drafts: whether drafts, expired pages and pages of the future are shown.
        last: the site plan of an earlier build, which is reused if its inputs are equal.
        side_task: called here while workers process pages, if there are many.

    Raises:
        SitegenError: the content as a whole or the theme is wrong.
        BodyLostError: there is no disk space for the bodies.
    """
    theme = load_theme(config)
    listing = _listing(config, scan, last)
    wording = load_wording(config.language, theme.folders)
    templates = read_templates(theme)
    images = load_images(listing.names, config.content, stores.images, executor)
    inputs = PlanInputs(
        config=config,
        theme=theme,
        names=listing.names,
        templates=frozenset(templates),
        flaws=listing.flaws,
        static=static_files(theme),
        wording=wording,
        drafts=drafts,
        sizes=tuple(size_artifacts(images, stores.images.folder)),
        cleaned=cleaned_files(images, stores.images.folder),
        libraries=installed_libraries(config),
    )
    readers = SideTaskExecutor(executor, side_task) if side_task else executor
    pages = load_pages(page_names(listing.names), scan, config, stores.bodies, readers)
    pages |= lost_pages(listing.flaws, scan, config.content)
    headers = dict(zip(pages, [page.page for page in pages.values()], strict=True))
    if last and last.inputs == inputs and last.headers == headers and last.period.holds(now):
        site_plan = last
    else:
        site_plan = _site_plan(inputs, headers, now, last)
    snapshot = replace(
        _snapshot(site_plan, pages, templates, stores.bodies), images=views_of(images)
    )
    return CollectedSite(site_plan=site_plan, pages=pages, snapshot=snapshot, images=images)


def prepare_related(config: Config, cache: CacheFolder | None) -> None:
    """Loads what ``add_related`` needs for many posts, if the theme shows related posts.

    Raises:
        ThemeError: the theme is wrong.
    """
    if shows_related(read_templates(load_theme(config))):
        prepare_comparison(config, cache)


def add_related(
    collected: CollectedSite,
    known: RelatedPosts,
    before: Mapping[str, PageView],
    executors: Executors,
    cache: CacheFolder | None = None,
) -> CollectedSite:
    """Adds the related posts of every post, if the theme shows them.

    A picture of the topics by size also uses them, to place related topics together.

    Args:
        collected: the inputs of a build.
        known: the related posts of an earlier build.
        before: the pages of that build, by id.
        executors: read and compare the texts.
        cache: as for ``find_related``.

    Raises:
        ConfigError: the model or the file of topics that posts are compared by is wrong.
        BodyLostError: the body store has lost a text.
    """
    site_plan, snapshot = collected.site_plan, collected.snapshot
    related_posts = UNRELATED
    if shows_related(snapshot.templates):
        posts = [snapshot.pages[post.id] for post in site_plan.site.posts]
        config = site_plan.inputs.config
        digest = profiles_digest(config, snapshot.templates)
        same = before if digest == known.profiles_digest else {}
        related_posts = find_related(posts, snapshot.bodies, config, known, same, executors, cache)
        related_posts = related_posts._replace(profiles_digest=digest)
    site_plan = _with_related(site_plan, related_posts.related)
    site_plan = _with_clusters(site_plan, snapshot)
    return replace(collected, site_plan=site_plan, related_posts=related_posts)


def page_settings(config: Config) -> str:
    """The part of the configuration that affects how a single page is processed."""
    links = asdict(config.links)
    return json.dumps([str(config.content), config.title, config.language, config.timezone, links])


def _listing(config: Config, scan: Scan, last: SitePlan | None) -> Listing:
    """All files under ``content/``; they are listed again only if some may have come or gone."""
    if scan.names is not None:
        return Listing(scan.names)
    if last and scan.is_edit(config.content):
        return Listing(last.inputs.names, last.inputs.flaws)
    return list_content(config.content, ContentError)


def _period(headers: Pages, now: datetime) -> Period:
    loaded = (page.page for page in headers.values() if isinstance(page, LoadedPage))
    points = turning_points(loaded)
    return Period(
        since=max((point for point in points if point <= now), default=None),
        due=min((point for point in points if point > now), default=None),
    )


def _site_plan(
    inputs: PlanInputs, headers: Pages, now: datetime, last: SitePlan | None
) -> SitePlan:
    """The plan of a site, with the contexts of the last plan where these are equal."""
    config = inputs.config
    site = load_site(config, headers, inputs.names, inputs.flaws, now=now, drafts=inputs.drafts)
    site = replace(site, warnings=(*site.warnings, *theme_flaws(inputs.theme)))
    artifacts = plan_artifacts(
        site,
        config,
        inputs.theme,
        inputs.templates,
        inputs.static,
        inputs.sizes,
        inputs.libraries,
    )
    redirects, in_use = plan_redirects(site, config, artifacts)
    artifacts = (*artifacts, *redirects)
    missing = left_out_formats(config, inputs.libraries, inputs.templates)
    site = replace(site, warnings=(*site.warnings, *in_use, *missing))
    cleaned = {config.content / name: path for name, path in inputs.cleaned.items()}
    by_file = {file_of(artifact.address): _published(artifact, cleaned) for artifact in artifacts}
    related, earlier = (last.related, last.contexts) if last else ({}, {})
    refs = last.refs if last else {}
    contexts = Contexts(site, artifacts, config, inputs.wording, related, refs)
    return SitePlan(
        inputs=inputs,
        headers=headers,
        period=_period(headers, now),
        site=site,
        artifacts=by_file,
        contexts={
            file: before if (before := earlier.get(file)) == (new := contexts.of(artifact)) else new
            for file, artifact in by_file.items()
            if not isinstance(artifact, CopyArtifact)
        },
        view=with_card(
            make_site_view(
                site,
                config,
                contexts.feeds,
                contexts.refs,
                contexts.lists,
                contexts.downloads,
                inputs.theme.look,
            ),
            contexts.card,
        ),
        topics=make_topic_views(site, contexts.refs),
        refs=contexts.refs,
        related=related,
    )


def _published(artifact: Artifact, cleaned: Mapping[Path, Path]) -> Artifact:
    """An artifact; of a picture with metadata, the copy of its version without."""
    if isinstance(artifact, CopyArtifact) and artifact.origin in cleaned:
        return artifact._replace(cleaned=cleaned[artifact.origin])
    return artifact


def _snapshot(
    site_plan: SitePlan,
    pages: Mapping[str, PageRecord],
    templates: Mapping[str, TemplateSource],
    bodies: BodyFile,
) -> Snapshot:
    views = _views(site_plan, pages, bodies)
    further = (views[page.id] for page in site_plan.site.pages if page.id in views)
    return Snapshot(
        site=with_menu(site_plan.view, further),
        pages=views,
        topics=_topics(site_plan, views),
        authors=_author_pages(site_plan),
        tags=_tag_pages(site_plan),
        templates=templates,
        wording=site_plan.inputs.wording,
        bodies=bodies,
    )


def _author_pages(site_plan: SitePlan) -> dict[str, AuthorPage]:
    """The planned author pages, by the names of the authors."""
    return {
        author.name: AuthorPage(address)
        for author in site_plan.site.authors
        if file_of(address := author_address(author.slug)) in site_plan.artifacts
    }


def _tag_pages(site_plan: SitePlan) -> dict[str, TagPage]:
    """All tags, with the addresses of the pages that are planned."""
    pages: dict[str, TagPage] = {}
    for tag in site_plan.site.tags:
        address = tag_address(tag.slug)
        is_planned = file_of(address) in site_plan.artifacts
        pages[tag_key(tag.name)] = TagPage(tag.name, address if is_planned else None)
    return pages


def _with_related(site_plan: SitePlan, related: Mapping[str, tuple[str, ...]]) -> SitePlan:
    """Updates the contexts of posts whose related posts changed."""
    if related == site_plan.related:
        return site_plan
    contexts = dict(site_plan.contexts)
    earlier = site_plan.related
    changed = {post for post, ids in related.items() if earlier.get(post, ()) != ids}
    changed |= earlier.keys() - related.keys()
    for post in [post for post in site_plan.site.posts if post.id in changed]:
        ids = related.get(post.id, ())
        file = file_of(post.address)
        contexts[file] = with_related(contexts[file], (site_plan.refs[other] for other in ids))
    return replace(site_plan, contexts=contexts, related=related)


def _with_clusters(site_plan: SitePlan, snapshot: Snapshot) -> SitePlan:
    """Redraws the picture by size, if there is one, from the posts and their relations.

    The front page shows it, and the card of the digest.
    """
    contexts = {
        file: site_plan.contexts[file]
        for file in (file_of(site_plan.site.front.address), CARD)
        if isinstance(site_plan.contexts.get(file, {}).get("picture"), Clusters)
    }
    if not contexts:
        return site_plan
    words = {post.id: snapshot.pages[post.id].words for post in site_plan.site.posts}
    picture = draw_clusters(site_plan.site, words, site_plan.related)
    if all(picture == context["picture"] for context in contexts.values()):
        return site_plan
    drawn = {file: with_picture(context, picture) for file, context in contexts.items()}
    return replace(site_plan, contexts={**site_plan.contexts, **drawn})


def _topics(site_plan: SitePlan, views: Mapping[str, PageView]) -> dict[str, TopicView]:
    """The topic views, by slug, or by edition and slug."""
    pages = site_plan.site.topic_pages
    return {
        key: introduce(topic, views[pages[topic.slug].id] if topic.slug in pages else None)
        for key, topic in site_plan.topics.items()
    }


def _views(
    site_plan: SitePlan, pages: Mapping[str, PageRecord], bodies: BodyFile
) -> dict[str, PageView]:
    """The views of the pages that are shown, by id."""
    shown = site_plan.shown
    records = map(pages.get, [page.path for page in shown])
    views: dict[str, PageView] = {
        page.id: record.view
        for page, record in zip(shown, records, strict=True)
        if record and record.view
    }
    front = site_plan.site.front.id
    if front not in views:
        views[front], own = make_page_view(empty_front(), site_plan.inputs.config)
        bodies.put(own)
    return views
