"""Collects the inputs of a build: content, theme and settings, as a site plan and a snapshot."""

import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from functools import partial
from typing import NamedTuple

from sitegen.addresses import file_of
from sitegen.configuration.settings import Config
from sitegen.engine.build_state import BuildState, empty_build_state
from sitegen.engine.cache_key import CacheFolder
from sitegen.engine.early_comparison import EarlyComparison, compare_early
from sitegen.engine.executors import Executor, Executors, SideTaskExecutor
from sitegen.engine.images import (
    Images,
    ImageStore,
    cleaned_files,
    load_images,
    size_artifacts,
    views_of,
)
from sitegen.engine.loading import KnownPages, PageRecord, Scan, load_pages, lost_pages
from sitegen.engine.page_profiles import profiles_digest, shows_related
from sitegen.engine.post_comparison import prepare_comparison
from sitegen.engine.related import UNRELATED, Posts, RelatedPosts, find_related
from sitegen.engine.site_plan import PlanInputs, SitePlan
from sitegen.errors import ContentError
from sitegen.filesystem.listing import Listing, list_content, page_names
from sitegen.languages import load_wording
from sitegen.output_formats.libraries import installed_libraries
from sitegen.overlay_mapping import changed_keys, overlaid
from sitegen.themes.loading import Theme, load_theme, read_templates, static_files
from sitegen.views.body_store import BodyFile
from sitegen.views.record_snapshot import Snapshot
from sitegen.views.template_records import Context, PageView

_SHOWN_ELSEWHERE = frozenset({"page", "topic"})
"""The kinds of pages of which the site and the topics show a part: the menu, introductions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectedSite:
    """The inputs of a build."""

    site_plan: SitePlan
    pages: KnownPages
    snapshot: Snapshot
    verbatim: frozenset[str]
    """The ids of the pages that are shown as they are written, as they take too long to read."""
    images: Images = field(default_factory=dict)
    """The pictures under ``content/``, by their paths there."""
    comparison: EarlyComparison | None = None
    """What has begun to compare the posts; ``add_related`` ends it."""
    related_posts: RelatedPosts = UNRELATED
    """Which posts go together; see ``add_related``."""

    def build_state(self) -> BuildState:
        """What the next build knows of these inputs; no artifact is rendered yet."""
        return BuildState(
            settings=page_settings(self.site_plan.inputs.config),
            pages=self.pages.records,
            sources=self.pages.sources,
            snapshot=self.snapshot,
            artifacts={},
            outputs={},
            copy_sources={},
            related_posts=self.related_posts,
            images=self.images,
            verbatim=self.verbatim,
            site_plan=self.site_plan,
        )


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
    last: BuildState | None = None,
    first_cache: CacheFolder | None = None,
) -> CollectedSite:
    """Reads the content and the theme, and plans every file of the output.

    Args:
        config: the digest's configuration.
        scan: known page records, and which files to read.
        stores: the stores of rendered texts and of pictures.
        executor: processes new pages and pictures, if there are many.
        now: the time.
        drafts: whether drafts, expired pages and pages of the future are shown.
        last: the state of an earlier build, whose site plan is reused if its inputs are equal.
        first_cache: the cache folder, for a first build on several cores: what posts are compared
            with is made while workers process pages. With thousands of pages, that is done by
            another process, which then begins to compare the posts.

    Raises:
        SitegenError: the content as a whole or the theme is wrong.
        BodyLostError: there is no disk space for the bodies, or the cache is damaged.
    """
    last = last or empty_build_state()
    theme = load_theme(config)
    listing = _listing(config, scan, last.site_plan)
    templates = read_templates(theme)
    images = load_images(listing.names, config.content, stores.images, executor)
    inputs = _inputs(config, theme, listing, templates, images, stores.images, drafts=drafts)
    names = _page_names(listing, scan, last.site_plan)
    cache = first_cache if shows_related(templates) else None
    with ExitStack() as opened:
        comparison = compare_early(config, stores.bodies, len(names), executor, cache)
        if comparison:
            opened.callback(comparison.close)
        elif cache:
            executor = SideTaskExecutor(executor, partial(prepare_comparison, config, cache))
        added = comparison.add if comparison else None
        pages = load_pages(names, scan, config, stores.bodies, executor, added)
        pages = pages.with_lost(lost_pages(listing.flaws, scan, config.content))
        if comparison:
            comparison.send_rest()
        plan = _site_plan(inputs, pages.records, now, last.site_plan)
        snapshot, verbatim = _shown(plan, pages.records, stores.bodies, last)
        opened.pop_all()
    snapshot = replace(snapshot, templates=templates, bodies=stores.bodies, images=views_of(images))
    return CollectedSite(
        site_plan=plan,
        pages=pages,
        snapshot=snapshot,
        verbatim=verbatim,
        images=images,
        comparison=comparison,
    )


def add_related(
    collected: CollectedSite,
    last: BuildState,
    executors: Executors,
    cache: CacheFolder | None = None,
) -> CollectedSite:
    """Adds the related posts of every post, if the theme shows them.

    A picture of the topics by size also uses them, to place related topics together.

    Args:
        collected: the inputs of a build.
        last: the state of an earlier build, with its related posts.
        executors: read and compare the texts.
        cache: as for ``find_related``.

    Raises:
        ConfigError: the model or the file of topics that posts are compared by is wrong.
        BodyLostError: the body store has lost a text, or the cache is damaged.
    """
    site_plan, snapshot = collected.site_plan, collected.snapshot
    related_posts = UNRELATED
    if shows_related(snapshot.templates):
        known = last.related_posts
        config = site_plan.inputs.config
        digest = profiles_digest(config, snapshot.templates)
        before = last.snapshot.pages if last.snapshot else {}
        same = before if digest == known.profiles_digest else {}
        ids = _ids_of_posts(site_plan, last)
        if collected.comparison:
            related_posts = collected.comparison.find(ids)
        else:
            posts = Posts(ids, snapshot.pages, snapshot.bodies)
            related_posts = find_related(posts, config, known, same, executors, cache)
        related_posts = related_posts._replace(profiles_digest=digest)
    site_plan = _with_related(site_plan, related_posts.related, snapshot.pages)
    if site_plan.drawn_by_size:
        from sitegen.engine.site_planning import with_clusters  # noqa: PLC0415 -- slow to import

        site_plan = with_clusters(site_plan, snapshot)
    return replace(collected, site_plan=site_plan, comparison=None, related_posts=related_posts)


def _ids_of_posts(site_plan: SitePlan, last: BuildState) -> Sequence[str]:
    """The ids of all posts, in their order; after an edit, they are those of the last build."""
    is_same = last.site_plan and last.site_plan.kept_site is site_plan.kept_site
    known = last.related_posts.texts if is_same and not last.has_older_plan else {}
    return tuple(known) or tuple([post.id for post in site_plan.site.posts])


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


def _page_names(listing: Listing, scan: Scan, last: SitePlan | None) -> Sequence[str]:
    """The paths of all pages, which are known if the files are those of the last build."""
    if last and listing.names is last.inputs.names and not listing.flaws and scan.only is not None:
        return tuple(scan.known.records)
    return page_names(listing.names)


def _inputs(
    config: Config,
    theme: Theme,
    listing: Listing,
    templates: Iterable[str],
    images: Images,
    store: ImageStore,
    *,
    drafts: bool,
) -> PlanInputs:
    return PlanInputs(
        config=config,
        theme=theme,
        names=listing.names,
        templates=frozenset(templates),
        flaws=listing.flaws,
        static=static_files(theme),
        wording=load_wording(config.language, theme.folders),
        drafts=drafts,
        sizes=tuple(size_artifacts(images, store.folder)),
        cleaned=cleaned_files(images, store.folder),
        libraries=installed_libraries(config),
    )


def _holds(
    plan: SitePlan, inputs: PlanInputs, pages: Mapping[str, PageRecord], now: datetime
) -> bool:
    """Whether a plan is that of these inputs and pages, too."""
    if plan.inputs != inputs or not plan.period.holds(now):
        return False
    changed, removed = changed_keys(plan.pages, pages)
    return not removed and all(
        name in plan.pages and plan.pages[name].page == pages[name].page for name in changed
    )


def _site_plan(
    inputs: PlanInputs, pages: Mapping[str, PageRecord], now: datetime, last: SitePlan | None
) -> SitePlan:
    """The plan of the last build if it holds, else a new one."""
    if last and _holds(last, inputs, pages, now):
        return last
    from sitegen.engine.site_planning import make_site_plan  # noqa: PLC0415 -- most edits need none

    return make_site_plan(inputs, pages, now, last)


def _shown(
    site_plan: SitePlan, pages: Mapping[str, PageRecord], bodies: BodyFile, last: BuildState
) -> tuple[Snapshot, frozenset[str]]:
    """The snapshot without templates and pictures, and the pages that are shown as written."""
    edited = _edited_views(site_plan, pages, last)
    if last.snapshot and edited is not None:
        snapshot = replace(last.snapshot, pages=overlaid(last.snapshot.pages, edited))
        return snapshot, last.verbatim - edited.keys() | _verbatim(edited)
    snapshot = _new_snapshot(site_plan, pages, bodies)
    return snapshot, _verbatim(snapshot.pages)


def _new_snapshot(
    site_plan: SitePlan, pages: Mapping[str, PageRecord], bodies: BodyFile
) -> Snapshot:
    from sitegen.engine.site_snapshot import make_snapshot  # noqa: PLC0415 -- most edits need none

    return make_snapshot(site_plan, pages, bodies)


def _verbatim(views: Mapping[str, PageView]) -> frozenset[str]:
    return frozenset(key for key, view in views.items() if view.is_verbatim)


def _edited_views(
    site_plan: SitePlan, pages: Mapping[str, PageRecord], last: BuildState
) -> dict[str, PageView] | None:
    """The views that changed since the last build, by id, if nothing else did.

    None if the site has another plan, or a page changed that the site or a topic shows a part of.
    """
    if site_plan is not last.site_plan or last.has_older_plan:
        return None
    views: dict[str, PageView] = {}
    for name in changed_keys(last.pages, pages)[0]:
        view = pages[name].view
        if view is None or view.kind in _SHOWN_ELSEWHERE:
            return None
        if site_plan.paths.get(view.id) == name:
            views[view.id] = view
    return views


def _with_related(
    site_plan: SitePlan, related: Mapping[str, tuple[str, ...]], views: Mapping[str, PageView]
) -> SitePlan:
    """Updates the contexts of posts whose related posts changed."""
    earlier = site_plan.related
    if related == earlier:
        return site_plan
    changed = {post for post, ids in related.items() if earlier.get(post, ()) != ids}
    changed |= earlier.keys() - related.keys()
    contexts: dict[str, Context] = {}
    for view in [views[post] for post in sorted(changed & views.keys())]:
        if view.kind != "post":
            continue
        others = tuple([site_plan.refs[other] for other in related.get(view.id, ())])
        file = file_of(view.address)
        contexts[file] = {**site_plan.contexts[file], "related": others}
    return replace(site_plan, contexts=overlaid(site_plan.contexts, contexts), related=related)
