"""What is known from an earlier build; ``cache`` keeps it from one process to the next."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from sitegen.engine.loading import PageRecord
from sitegen.engine.related import UNRELATED, RelatedPosts
from sitegen.engine.site_plan import SitePlan
from sitegen.filesystem.fingerprints import FileFingerprint
from sitegen.views.body_store import NO_BODY
from sitegen.views.contexts import Context
from sitegen.views.snapshots import Snapshot
from sitegen.views.tracking import Dependencies


class ArtifactRecord(NamedTuple):
    """How an output file came about."""

    context: Context
    """What its template received."""
    reads: Dependencies
    """What it read beside that."""
    seen: FileFingerprint
    """The file, as it was made or seen since; of a copy, with the bytes of what was copied."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildState:
    """What is known from an earlier build."""

    settings: str
    """The settings that pages were worked out with."""
    pages: Mapping[str, PageRecord]
    """By their paths under ``content/``."""
    snapshot: Snapshot | None
    """What could be shown; None before anything was made from it."""
    made: Mapping[str, ArtifactRecord]
    """By their paths in the output."""
    origins: Mapping[str, FileFingerprint]
    """The files that are copied, by their paths."""
    relations: RelatedPosts
    """Which posts go together."""
    site_plan: SitePlan | None = field(default=None, compare=False)
    """That of this build or an earlier one: it serves as long as what it is made from is equal."""

    def bodies(self) -> set[bytes]:
        """The digests of all bodies that it refers to."""
        views = self.snapshot.pages.values() if self.snapshot else ()
        worked = (page.view for page in self.pages.values() if page.view)
        return {ref.digest for view in (*views, *worked) for ref in (view.html, view.note)} - {
            NO_BODY
        }


def empty_build_state() -> BuildState:
    """The memory of a digest that was never built."""
    return BuildState(
        settings="", pages={}, snapshot=None, made={}, origins={}, relations=UNRELATED
    )
