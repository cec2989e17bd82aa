"""Builds the site: gathers everything, plans, renders, and only then writes."""

import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from sitegen.addresses import file_of
from sitegen.config import Config, load_config
from sitegen.errors import ContentError
from sitegen.feeds import feed_links, render_feed
from sitegen.models import (
    Artifact,
    BuildResult,
    CopyArtifact,
    FeedArtifact,
    Site,
    TemplateArtifact,
)
from sitegen.output import Content, write_output
from sitegen.pages import place_of
from sitegen.planning import plan_artifacts
from sitegen.rendering import Renderer
from sitegen.site import load_site
from sitegen.themes import Theme, load_theme
from sitegen.views import SiteView, view_site


def build_site(root: Path, *, drafts: bool = False, now: datetime | None = None) -> BuildResult:
    """Builds the digest in ``root`` into its ``output/``, and writes what changed.

    Drafts, and pages dated after ``now``, are shown only with ``drafts``. A page that cannot be
    read is named in the result's problems, and what was built from it before stays.

    Raises:
        SitegenError: the configuration, the content as a whole, or the theme is wrong, or the
            output cannot be written. Nothing was written, but in the last case.
    """
    start = time.perf_counter()
    config = load_config(root)
    site = load_site(config, now=now or datetime.now(UTC), drafts=drafts)
    theme = load_theme(config)
    artifacts = plan_artifacts(site, config, theme)
    view = view_site(site, config, feed_links(site.front.title or config.title, artifacts))
    files = _render(artifacts, view, config, theme)
    written, removed = write_output(config.output, files, keep=_files_of_broken_pages(site, config))
    return BuildResult(
        output=config.output,
        artifacts=len(artifacts),
        written=written,
        removed=removed,
        seconds=time.perf_counter() - start,
        problems=site.problems,
        warnings=(*site.warnings, *_verbatim_pages(site, view, config)),
    )


def _render(
    artifacts: tuple[Artifact, ...], view: SiteView, config: Config, theme: Theme
) -> dict[str, Content]:
    """What every artifact is to hold, by its path in the output."""
    renderer = Renderer(view, config, theme)
    files: dict[str, Content] = {}
    for artifact in artifacts:
        match artifact:
            case TemplateArtifact():
                content: Content = renderer.render(artifact)
            case FeedArtifact():
                content = render_feed(artifact, view, config, artifacts)
            case CopyArtifact():
                content = artifact.origin
        files[file_of(artifact.address)] = content
    return files


def _verbatim_pages(site: Site, view: SiteView, config: Config) -> Iterator[ContentError]:
    for page in (site.front, *site.essays, *site.posts, *site.pages, *site.topic_pages.values()):
        if view.by_id[page.id].is_verbatim:
            yield ContentError(
                "this text would take too long to read as Markdown, and is shown as it is written",
                path=config.content / page.path,
                line=page.body_line,
                hint="look for long rows of brackets, quotes or signs",
            )


def _files_of_broken_pages(site: Site, config: Config) -> frozenset[str]:
    """The paths in the output of the pages that had to be left out."""
    files = set()
    for problem in site.problems:
        with suppress(ContentError):  # where no page can stand, none ever stood
            path = PurePosixPath(problem.path.relative_to(config.content)) if problem.path else None
            if path:
                files.add(file_of(place_of(path).address))
    return frozenset(files)
