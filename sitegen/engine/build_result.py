"""The result of a build, for the command line and the preview."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sitegen.errors import SitegenError
from sitegen.models import NOTHING_HELD_BACK, HeldBack, HeldBackPage


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildResult:
    """The result of a build."""

    output: Path
    artifacts: int
    rendered: int
    """The number of artifacts that were rendered."""
    written: tuple[str, ...]
    """The paths of artifacts whose bytes changed, relative to the output."""
    removed: tuple[str, ...]
    reasons: Mapping[str, str]
    """The reason why each artifact was written, by path."""
    seconds: float
    copied: int = 0
    """The number of artifacts that were copied from files; all others are unchanged."""
    deferred: int = 0
    """The number of stale files in output formats that were left to a later build."""
    only_formats: bool = False
    """Whether all files that were written or removed are in output formats."""
    held_back: HeldBack = NOTHING_HELD_BACK
    held_back_pages: tuple[HeldBackPage, ...] = ()
    """The first of them, by path."""
    is_empty: bool = False
    """Whether the site has neither an essay nor a post."""
    problems: tuple[SitegenError, ...] = ()
    warnings: tuple[SitegenError, ...] = ()
    broken: frozenset[str] = frozenset()
    """The paths of artifacts whose pages cannot be read. They are kept unchanged."""
