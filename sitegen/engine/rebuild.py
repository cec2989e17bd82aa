"""The options of a rebuild of stale artifacts, and its result."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from sitegen.engine.build_state import ArtifactRecord
from sitegen.errors import SitegenError
from sitegen.filesystem.fingerprints import FileFingerprint


@dataclass(frozen=True, slots=True, kw_only=True)
class RebuildResult:
    """The result of rebuilding the stale artifacts."""

    artifacts: Mapping[str, ArtifactRecord]
    """The records of all files, by their paths in the output."""
    outputs: Mapping[str, FileFingerprint]
    """The files themselves, by the same paths."""
    warnings: Mapping[str, tuple[SitegenError, ...]]
    """What an editor should know about files, by the same paths."""
    searched: Mapping[str, bytes]
    """The digest of what the search finds of each page that it finds, by the same paths."""
    copy_sources: Mapping[str, FileFingerprint]
    reasons: Mapping[str, str]
    """Why each file was written, by its path in the output."""
    rendered: int
    copied: int
    """The number of files that were copied, as they were not there or changed."""
    removed: tuple[str, ...]
    kept: frozenset[str]
    """The files of earlier builds that were kept."""
    deferred: int = 0
    """The number of stale files in output formats that were left to a later build."""
    only_formats: bool = False
    """Whether all files that were written or removed are in output formats."""


class RebuildOptions(NamedTuple):
    """What a rebuild leaves as it is, and what it calls."""

    keep: frozenset[str] = frozenset()
    """Further files of earlier builds, which are not removed."""
    check: bool = True
    """Whether output files that were changed by hand are detected, and written again."""
    defers_formats: bool = False
    """Whether stale output formats are left to a later build."""
    is_interrupted: Callable[[], bool] | None = None
    """Whether the search index is to be left to a later build after all; None for never."""
    when_rendered: Callable[[], None] = lambda: None
    """Called when all workers have ended, before the new files are put in place."""
