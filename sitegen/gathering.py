"""Gathers all that a build may show, and what it is to make of it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sitegen.addresses import file_of
from sitegen.bodies import BodyFile
from sitegen.config import Config
from sitegen.contexts import Context, Contexts
from sitegen.crew import Crew
from sitegen.errors import ContentError
from sitegen.feeds import feed_links
from sitegen.folders import list_names
from sitegen.loading import WorkedPage, work_out_pages
from sitegen.models import Artifact, CopyArtifact, Page, Site
from sitegen.pages import page_names
from sitegen.planning import plan_artifacts
from sitegen.site import empty_front, load_site
from sitegen.snapshots import Snapshot
from sitegen.themes import Theme, load_theme, read_templates
from sitegen.views import PageRef, PageView, view_page, view_site, view_topics


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """Everything that a build begins with."""

    site: Site
    theme: Theme
    pages: Mapping[str, WorkedPage]
    """What became of each page's file, by its path under ``content/``."""
    snapshot: Snapshot
    artifacts: Mapping[str, Artifact]
    """By their paths in the output."""
    contexts: Mapping[str, Context]
    """What the artifacts that are rendered receive, by their paths in the output."""

    @property
    def shown(self) -> tuple[Page, ...]:
        """Every page that some artifact may show."""
        return _shown(self.site)


def gather(
    config: Config,
    known: Mapping[str, WorkedPage],
    bodies: BodyFile,
    crew: Crew,
    *,
    now: datetime,
    drafts: bool,
) -> Gathered:
    """Reads the content and the theme, and plans every file of the output.

    Args:
        config: the digest's configuration.
        known: pages that were worked out before, by their paths, with the same settings.
        bodies: where the texts of ``known`` are, and those of new pages go.
        crew: who works out the others, if they are many.
        now: the time.
        drafts: whether drafts and pages of the future are shown.

    Raises:
        SitegenError: the content as a whole or the theme is wrong.
        OSError: there is no room for the bodies.
    """
    theme = load_theme(config)
    names = list_names(config.content, ContentError)
    pages = work_out_pages(page_names(names), known, config, bodies, crew)
    loaded = {name: page.page for name, page in pages.items()}
    site = load_site(config, loaded, names, now=now, drafts=drafts)
    artifacts = plan_artifacts(site, config, theme)
    views = _views(site, pages, config, bodies)
    refs = {page_id: PageRef(page_id) for page_id in views}
    feeds = feed_links(site.front.title or config.title, artifacts)
    snapshot = Snapshot(
        site=view_site(site, config, feeds, refs),
        pages=views,
        refs=refs,
        topics=view_topics(site, views, refs),
        templates=read_templates(theme),
        bodies=bodies,
    )
    by_file = {file_of(artifact.address): artifact for artifact in artifacts}
    contexts = Contexts(snapshot, artifacts, config.page_size)
    return Gathered(
        site=site,
        theme=theme,
        pages=pages,
        snapshot=snapshot,
        artifacts=by_file,
        contexts={
            file: contexts.of(artifact)
            for file, artifact in by_file.items()
            if not isinstance(artifact, CopyArtifact)
        },
    )


def _shown(site: Site) -> tuple[Page, ...]:
    return (site.front, *site.essays, *site.posts, *site.pages, *site.topic_pages.values())


def page_settings(config: Config) -> str:
    """All of the configuration that the work on a single page depends on."""
    return json.dumps([str(config.content), config.title, config.links.model_dump()])


def _views(
    site: Site, pages: Mapping[str, WorkedPage], config: Config, bodies: BodyFile
) -> dict[str, PageView]:
    """What is to be seen of the pages that are shown, by their ids."""
    views: dict[str, PageView] = {}
    for page in _shown(site):
        worked = pages.get(page.path)
        if worked and worked.view:
            views[page.id] = worked.view
    if site.front.id not in views:
        views[site.front.id], own = view_page(empty_front(), config)
        for body in own:
            bodies.put(body)
    return views
