"""What a site is made of, but for the texts of its pages."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from sitegen.configuration.settings import Config
from sitegen.content.site import Pages
from sitegen.filesystem.listing import Flaw
from sitegen.languages import Wording
from sitegen.models import Artifact, Page, Period, Site
from sitegen.themes.loading import Theme
from sitegen.views.contexts import Context
from sitegen.views.records import PageRef, SiteView, TopicView


class PlanInputs(NamedTuple):
    """What decides, with the pages' headers, which files the output has and what they receive."""

    config: Config
    theme: Theme
    names: tuple[str, ...]
    """The paths of all files under ``content/``."""
    templates: frozenset[str]
    """The names that the theme's templates go by."""
    flaws: tuple[Flaw, ...]
    """What there cannot be read."""
    static: Mapping[PurePosixPath, Path]
    """The theme's static files, by their paths among them."""
    wording: Wording
    drafts: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePlan:
    """All that the text of a page has no part in: an edit of one leaves it as it is."""

    inputs: PlanInputs
    headers: Pages
    """What the pages' front matter says, by their paths under ``content/``."""
    period: Period
    """When it is that of the content."""
    site: Site
    artifacts: Mapping[str, Artifact]
    """By their paths in the output."""
    contexts: Mapping[str, Context]
    """What the artifacts that are rendered receive, by their paths in the output."""
    view: SiteView
    """What templates see of the site."""
    topics: Mapping[str, TopicView]
    """What templates see of the topics, without their introductions, by their slugs."""
    refs: Mapping[str, PageRef]
    """References to the pages, by their ids: one for each, as they stand in thousands of places."""
    related: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The ids of the posts that go with a post, by its id."""

    @property
    def shown(self) -> tuple[Page, ...]:
        """Every page that some artifact may show."""
        site = self.site
        return (site.front, *site.essays, *site.posts, *site.pages, *site.topic_pages.values())
