"""The site plan: the structure of a site and all its artifacts, without the texts of pages."""

import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import NamedTuple, Self

from sitegen.artifacts import Artifact, CopyArtifact
from sitegen.configuration.settings import Config
from sitegen.engine.loading import PageRecord
from sitegen.errors import SitegenError
from sitegen.filesystem.listing import Flaw
from sitegen.languages import Wording
from sitegen.models import HeldBack, HeldBackPage, Page, Period, Site
from sitegen.themes.loading import Theme
from sitegen.views.template_records import Context, PageRef, SiteView


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


class KeptSite:
    """A site, which is read when it is first needed."""

    def __init__(self, read: Callable[[], Site]) -> None:
        self._read = read

    @functools.cached_property
    def value(self) -> Site:
        """The site."""
        return self._read()

    def __reduce__(self) -> tuple[Callable[[Site], "KeptSite"], tuple[Site]]:
        """Sends the site itself to another process."""
        return kept_site, (self.value,)


def kept_site(site: Site) -> KeptSite:
    """One that is there already."""
    return KeptSite(lambda: site)


class SiteFindings(NamedTuple):
    """What is to be said about a site."""

    problems: tuple[SitegenError, ...]
    """The errors of pages that were left out."""
    warnings: tuple[SitegenError, ...]
    """Likely mistakes that do not prevent the build."""
    held_back: HeldBack
    held_back_pages: tuple[HeldBackPage, ...]
    """The first of them, by path."""
    is_empty: bool
    """Whether it has neither essays nor posts."""

    @classmethod
    def of(cls, site: Site) -> Self:
        """Those of a site."""
        is_empty = not (site.essays or site.posts)
        return cls(site.problems, site.warnings, site.held_back, site.held_back_pages, is_empty)


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePlan:
    """Everything that does not depend on the texts of pages, so editing them does not change it."""

    inputs: PlanInputs
    pages: Mapping[str, PageRecord]
    """All pages, by their paths under ``content/``. Only their front matter counts."""
    period: Period
    """The period for which it is valid, as pages have dates."""
    kept_site: KeptSite
    """Most edits do not need it."""
    findings: SiteFindings
    paths: Mapping[str, str]
    """The paths under ``content/`` of all pages that an artifact may show, by id."""
    artifacts: Mapping[str, Artifact]
    """By their paths in the output."""
    contexts: Mapping[str, Context]
    """The contexts of the artifacts that are rendered, by their paths in the output."""
    drawn_by_size: tuple[str, ...]
    """Those with a picture of the topics by size, which depends on the texts."""
    view: SiteView
    """The values of the site that templates can read."""
    refs: Mapping[str, PageRef]
    """References to pages, by id: one object each, as they are used in thousands of places."""
    related: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The ids of the related posts of a post, by its id."""

    @property
    def site(self) -> Site:
        """The site."""
        return self.kept_site.value

    @property
    def shown(self) -> tuple[Page, ...]:
        """All pages that an artifact may show."""
        return self.site.shown_pages
