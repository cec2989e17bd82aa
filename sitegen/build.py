"""Builds the site: gathers everything, plans, renders, and only then writes."""

import time
from datetime import UTC, datetime
from pathlib import Path

from sitegen.addresses import file_of
from sitegen.config import Config, load_config
from sitegen.feeds import feed_links, render_feed
from sitegen.models import (
    Artifact,
    BuildResult,
    CopyArtifact,
    FeedArtifact,
    Site,
    TemplateArtifact,
)
from sitegen.output import write_output
from sitegen.planning import plan_artifacts
from sitegen.rendering import Renderer
from sitegen.site import load_site
from sitegen.themes import Theme, load_theme
from sitegen.views import view_site


def build_site(root: Path, *, drafts: bool = False, now: datetime | None = None) -> BuildResult:
    """Builds the digest in ``root`` into its ``output/``, and writes what changed.

    Drafts, and pages dated after ``now``, are shown only with ``drafts``. Pages that cannot be read
    are named in the result's problems; as long as there are any, nothing is removed from the
    output, so that a slip in one file takes no page away.

    Raises:
        SitegenError: the configuration, the content as a whole, or the theme is wrong, or the
            output cannot be written. Nothing was written, but in the last case.
    """
    start = time.perf_counter()
    config = load_config(root)
    site = load_site(config, now=now or datetime.now(UTC), drafts=drafts)
    theme = load_theme(config)
    artifacts = plan_artifacts(site, config, theme)
    files = _render(artifacts, site, config, theme)
    written, removed = write_output(config.output, files, prune=not site.problems)
    return BuildResult(
        artifacts=len(artifacts),
        written=written,
        removed=removed,
        seconds=time.perf_counter() - start,
        problems=site.problems,
        warnings=site.warnings,
    )


def _render(
    artifacts: tuple[Artifact, ...], site: Site, config: Config, theme: Theme
) -> dict[str, bytes]:
    """The bytes of every artifact, by its path in the output."""
    feeds = feed_links(site.front.title or config.title, artifacts)
    view = view_site(site, config, feeds)
    renderer = Renderer(view, config, theme)
    files = {}
    for artifact in artifacts:
        match artifact:
            case TemplateArtifact():
                data = renderer.render(artifact)
            case FeedArtifact():
                data = render_feed(artifact, view, config, artifacts)
            case CopyArtifact():
                data = artifact.origin.read_bytes()
        files[file_of(artifact.address)] = data
    return files
