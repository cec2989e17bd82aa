"""The site plan: the structure of a site and all its artifacts, without the texts of pages."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from sitegen.artifacts import Artifact, CopyArtifact
from sitegen.configuration.settings import Config
from sitegen.content.site import Pages
from sitegen.filesystem.listing import Flaw
from sitegen.languages import Wording
from sitegen.models import Page, Period, Site
from sitegen.themes.loading import Theme
from sitegen.views.contexts import Context
from sitegen.views.template_records import PageRef, SiteView, TopicView


class PlanInputs(NamedTuple):
    """The inputs that, together with the pages' front matter, determine the plan."""

    config: Config
    theme: Theme
    names: tuple[str, ...]
    """The paths of all files under ``content/``."""
    templates: frozenset[str]
    """The names of the theme's templates."""
    flaws: tuple[Flaw, ...]
    """The files and folders under ``content/`` that cannot be read."""
    static: Mapping[PurePosixPath, Path]
    """The theme's static files, by their paths under ``static/``."""
    wording: Wording
    drafts: bool
    sizes: tuple[CopyArtifact, ...] = ()
    """The smaller versions of pictures."""
    cleaned: Mapping[str, Path] = {}
    """The versions of pictures without metadata, by the paths of these under ``content/``."""
    libraries: frozenset[str] = frozenset()
    """The optional libraries that output formats need, as far as they are installed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePlan:
    """Everything that does not depend on the texts of pages, so editing them does not change it."""

    inputs: PlanInputs
    headers: Pages
    """The pages' front matter, by their paths under ``content/``."""
    period: Period
    """The period for which it is valid, as pages have dates."""
    site: Site
    artifacts: Mapping[str, Artifact]
    """By their paths in the output."""
    contexts: Mapping[str, Context]
    """The contexts of the artifacts that are rendered, by their paths in the output."""
    view: SiteView
    """The values of the site that templates can read."""
    topics: Mapping[str, TopicView]
    """The topic views without their introductions, by slug."""
    refs: Mapping[str, PageRef]
    """References to the pages, by id: one object each, as they are used in thousands of places."""
    related: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The ids of the related posts of a post, by its id."""

    @property
    def shown(self) -> tuple[Page, ...]:
        """All pages that an artifact may show."""
        site = self.site
        return (
            *(site.front, *site.essays, *site.posts, *site.pages),
            *site.edition_pages,
            *site.topic_pages.values(),
        )
