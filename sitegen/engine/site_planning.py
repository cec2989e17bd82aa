"""Makes the plan of a site: its structure, all artifacts, and their contexts."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from sitegen.addresses import file_of
from sitegen.artifacts import CARD, Artifact, CopyArtifact
from sitegen.content.pages import LoadedPage
from sitegen.content.site import load_site
from sitegen.content.visibility import turning_points
from sitegen.engine.artifact_planning import plan_artifacts
from sitegen.engine.loading import PageRecord
from sitegen.engine.redirects import plan_redirects
from sitegen.engine.site_plan import PlanInputs, SiteFindings, SitePlan, kept_site
from sitegen.models import Period, Site
from sitegen.output_formats.planning import left_out_formats
from sitegen.overlay_mapping import overlaid
from sitegen.picture import Clusters, draw_clusters
from sitegen.themes.loading import theme_flaws
from sitegen.views.contexts import Contexts
from sitegen.views.record_snapshot import Snapshot
from sitegen.views.site_views import make_site_view, with_card
from sitegen.views.template_records import Context

_PICTURES = (file_of(""), CARD)
"""The files with a picture of the topics: the front page, and the card of the digest."""


def make_site_plan(
    inputs: PlanInputs, pages: Mapping[str, PageRecord], now: datetime, last: SitePlan | None
) -> SitePlan:
    """The plan of a site, with the contexts of the last plan where these are equal.

    Raises:
        SitegenError: the content as a whole is wrong.
    """
    site, artifacts = _planned(inputs, pages, now)
    related, refs = (last.related, last.refs) if last else ({}, {})
    contexts = Contexts(site, artifacts, inputs.config, inputs.wording, related, refs)
    by_file = {file_of(artifact.address): artifact for artifact in artifacts}
    planned = _contexts(contexts, by_file, last)
    view = make_site_view(
        site,
        inputs.config,
        contexts.feeds,
        contexts.refs,
        contexts.lists,
        contexts.downloads,
        inputs.theme.look,
    )
    return SitePlan(
        inputs=inputs,
        pages=pages,
        period=_period(pages.values(), now),
        kept_site=kept_site(site),
        findings=SiteFindings.of(site),
        paths={page.id: page.path for page in site.shown_pages},
        artifacts=by_file,
        contexts=planned,
        drawn_by_size=tuple(filter(lambda file: _has_clusters(planned.get(file)), _PICTURES)),
        view=with_card(view, contexts.card),
        refs=contexts.refs,
        related=related,
    )


def with_clusters(site_plan: SitePlan, snapshot: Snapshot) -> SitePlan:
    """Redraws the picture by size, if there is one, from the posts and their relations.

    Raises:
        BodyLostError: the cache is damaged.
    """
    contexts = {file: site_plan.contexts[file] for file in site_plan.drawn_by_size}
    words = {post.id: snapshot.pages[post.id].words for post in site_plan.site.posts}
    picture = draw_clusters(site_plan.site, words, site_plan.related)
    if all(picture == context["picture"] for context in contexts.values()):
        return site_plan
    drawn = {file: {**context, "picture": picture} for file, context in contexts.items()}
    return replace(site_plan, contexts=overlaid(site_plan.contexts, drawn))


def _period(pages: Iterable[PageRecord], now: datetime) -> Period:
    loaded = (each.page.page for each in pages if isinstance(each.page, LoadedPage))
    points = turning_points(loaded)
    return Period(
        since=max((point for point in points if point <= now), default=None),
        due=min((point for point in points if point > now), default=None),
    )


def _planned(
    inputs: PlanInputs, pages: Mapping[str, PageRecord], now: datetime
) -> tuple[Site, tuple[Artifact, ...]]:
    """The site with all its warnings, and all its artifacts."""
    config = inputs.config
    headers = {name: record.page for name, record in pages.items()}
    site = load_site(config, headers, inputs.names, inputs.flaws, now=now, drafts=inputs.drafts)
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
    missing = left_out_formats(config, inputs.libraries, inputs.templates)
    warnings = (*site.warnings, *theme_flaws(inputs.theme), *in_use, *missing)
    cleaned = {config.content / name: path for name, path in inputs.cleaned.items()}
    published = tuple(_published(artifact, cleaned) for artifact in (*artifacts, *redirects))
    return replace(site, warnings=warnings), published


def _contexts(
    contexts: Contexts, artifacts: Mapping[str, Artifact], last: SitePlan | None
) -> dict[str, Context]:
    earlier = last.contexts if last else {}
    return {
        file: before if (before := earlier.get(file)) == (new := contexts.of(artifact)) else new
        for file, artifact in artifacts.items()
        if not isinstance(artifact, CopyArtifact)
    }


def _published(artifact: Artifact, cleaned: Mapping[Path, Path]) -> Artifact:
    """An artifact; of a picture with metadata, the copy of its version without."""
    if isinstance(artifact, CopyArtifact) and artifact.origin in cleaned:
        return artifact._replace(cleaned=cleaned[artifact.origin])
    return artifact


def _has_clusters(context: Context | None) -> bool:
    return isinstance((context or {}).get("picture"), Clusters)
