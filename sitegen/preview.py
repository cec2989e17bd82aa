"""The preview: watches, builds, and tells the browser, again and again."""

import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sitegen.config import CONFIG_NAME
from sitegen.errors import GroupedError, SitegenError
from sitegen.models import BuildResult, Change
from sitegen.server import PreviewServer, State
from sitegen.watch import is_scratch, watch

_FOLDERS = ("content", "themes")
_INPUTS = frozenset({*_FOLDERS, CONFIG_NAME, "pyproject.toml"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of one build of the preview."""

    changes: frozenset[Change]
    """What called for the build; nothing for the first."""
    result: BuildResult | None = None
    """What the build did; None if it ended in an error."""
    problems: tuple[SitegenError, ...] = ()
    """What is wrong, whether the build ended with it or left pages out."""
    warnings: tuple[SitegenError, ...] = ()
    """What looks like a slip, and what hinders the watching."""


def run_preview(
    root: Path,
    *,
    build: Callable[[], BuildResult],
    server: PreviewServer | None,
    stop: threading.Event,
    report: Callable[[Outcome], None],
) -> None:
    """Builds the digest in ``root`` at once, and after each change, until ``stop`` is set.

    No error of a build ends it. The browser is told of each build before ``report`` is; without
    a server, nobody else is told.
    """
    root = root.resolve()
    state = State()
    for outcome in _outcomes(root, build, stop):
        state = next_state(state, outcome)
        if server is not None:
            server.publish(state)
        report(outcome)


def next_state(state: State, outcome: Outcome) -> State:
    """What open pages have to know after ``outcome``, if they knew ``state`` before.

    The version is new if the output may be: also after a failure, which may have come half way.
    """
    result = outcome.result
    is_new = result is not None and (result.written or result.removed or state.problems)
    return State(state.version + 1 if is_new else state.version, outcome.problems)


def is_no_input(path: Path, root: Path) -> bool:
    """Whether a change of ``path`` cannot change the site that is built from ``root``."""
    return is_scratch(path) or (path.parent == root and path.name not in _INPUTS)


def _outcomes(
    root: Path, build: Callable[[], BuildResult], stop: threading.Event
) -> Iterator[Outcome]:
    warnings: list[SitegenError] = []
    sets = watch(
        root,
        _FOLDERS,
        stop=stop,
        ignore=lambda path: is_no_input(path, root),
        warn=warnings.append,
    )
    with closing(sets):
        for changes in sets:
            yield _attempt(build, changes, tuple(warnings))
            warnings.clear()


def _attempt(
    build: Callable[[], BuildResult], changes: frozenset[Change], warnings: tuple[SitegenError, ...]
) -> Outcome:
    result = None
    try:
        result = build()
        problems = result.problems
        warnings += result.warnings
    except GroupedError as errors:
        problems = errors.errors
    except SitegenError as error:
        problems = (error,)
    except Exception as error:  # the preview outlives sitegen's own faults, and shows them
        problems = (_fault(error),)
    return Outcome(
        changes=changes,
        result=result,
        problems=problems,
        warnings=warnings,
    )


def _fault(error: Exception) -> SitegenError:
    place = traceback.extract_tb(error.__traceback__)[-1]
    return SitegenError(
        f"sitegen itself failed here: {type(error).__name__}: {error}",
        path=Path(place.filename),
        line=place.lineno,
        hint="this is no mistake of yours; please report it, and save again to try again",
    )
