"""The build state: what a build knows about the last one. The cache saves it between processes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from sitegen.engine.artifact_dependencies import ArtifactDependencies
from sitegen.engine.images import Images
from sitegen.engine.loading import KnownPages, PageRecord
from sitegen.engine.related import UNRELATED, RelatedPosts
from sitegen.engine.site_plan import SitePlan
from sitegen.errors import SitegenError
from sitegen.filesystem.fingerprints import FileFingerprint
from sitegen.views.body_store import NO_BODY
from sitegen.views.record_snapshot import Snapshot
from sitegen.views.template_records import Context


class ArtifactRecord(NamedTuple):
    """What an output file was made from."""

    context: Context
    """The values that its template received."""
    dependencies: ArtifactDependencies
    """The values that its template read besides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildState:
    """The results of a build, for the next one to start from."""

    settings: str
    """The settings that the pages were processed with."""
    pages: Mapping[str, PageRecord]
    """By their paths under ``content/``."""
    sources: Mapping[str, FileFingerprint]
    """The files of the pages when they were read, by the same paths."""
    snapshot: Snapshot | None
    """The values that templates could read; None before the first build."""
    artifacts: Mapping[str, ArtifactRecord]
    """By their paths in the output."""
    outputs: Mapping[str, FileFingerprint]
    """The same files; a copied one has the digest of its source."""
    copy_sources: Mapping[str, FileFingerprint]
    """The fingerprints of the files that are copied, by their paths."""
    related_posts: RelatedPosts
    images: Images = field(default_factory=dict)
    """The pictures that were measured."""
    verbatim: frozenset[str] = frozenset()
    """The ids of the pages that are shown as they are written, as they take too long to read."""
    warnings: Mapping[str, tuple[SitegenError, ...]] = field(default_factory=dict)
    """What an editor should know about files of the output, by their paths there."""
    searched: Mapping[str, bytes] = field(default_factory=dict)
    """The digest of what the search finds of each page that it finds, by the same paths."""
    site_plan: SitePlan | None = field(default=None, compare=False)
    """The plan of this build or an earlier one; it is valid as long as its inputs are equal."""
    has_older_plan: bool = field(default=False, compare=False)
    """Whether the plan is that of an earlier build, and the snapshot was made with another."""
    newer_artifacts: frozenset[str] = field(default=frozenset(), compare=False)
    """The artifacts that were made after the plan, perhaps with other contexts."""

    @property
    def known_pages(self) -> KnownPages:
        """The pages and their files."""
        return KnownPages(self.pages, self.sources)

    def bodies(self) -> set[bytes]:
        """The digests of all bodies that the state refers to."""
        views = self.snapshot.pages.values() if self.snapshot else ()
        views_of_files = (page.view for page in self.pages.values() if page.view)
        return {
            ref.digest for view in (*views, *views_of_files) for ref in (view.html, view.note)
        } - {NO_BODY}


def empty_build_state() -> BuildState:
    """The state of a digest that was never built."""
    return BuildState(
        settings="",
        pages={},
        sources={},
        snapshot=None,
        artifacts={},
        outputs={},
        copy_sources={},
        related_posts=UNRELATED,
    )
