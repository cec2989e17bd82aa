"""The build state: what a build knows about the last one. The cache saves it between processes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from sitegen.engine.artifact_dependencies import ArtifactDependencies
from sitegen.engine.images import Images
from sitegen.engine.loading import PageRecord
from sitegen.engine.related import UNRELATED, RelatedPosts
from sitegen.engine.site_plan import SitePlan
from sitegen.errors import SitegenError
from sitegen.filesystem.fingerprints import FileFingerprint
from sitegen.views.body_store import NO_BODY
from sitegen.views.contexts import Context
from sitegen.views.record_snapshot import Snapshot


class ArtifactRecord(NamedTuple):
    """The inputs and the fingerprint of an output file."""

    context: Context
    """The values that its template received."""
    dependencies: ArtifactDependencies
    """The values that its template read besides."""
    fingerprint: FileFingerprint
    """The output file; of a copied file, with the digest of the source."""
    warnings: tuple[SitegenError, ...] = ()
    """What an editor should know about it."""
    searched: bytes = b""
    """The digest of what the search finds of a page; empty for other files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildState:
    """The results of a build, for the next one to start from."""

    settings: str
    """The settings that the pages were processed with."""
    pages: Mapping[str, PageRecord]
    """By their paths under ``content/``."""
    snapshot: Snapshot | None
    """The values that templates could read; None before the first build."""
    artifacts: Mapping[str, ArtifactRecord]
    """By their paths in the output."""
    copy_sources: Mapping[str, FileFingerprint]
    """The fingerprints of the files that are copied, by their paths."""
    related_posts: RelatedPosts
    images: Images = field(default_factory=dict)
    """The pictures that were measured."""
    site_plan: SitePlan | None = field(default=None, compare=False)
    """The plan of this build or an earlier one; it is valid as long as its inputs are equal."""

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
        settings="", pages={}, snapshot=None, artifacts={}, copy_sources={}, related_posts=UNRELATED
    )
