"""The preview loop: waits for changes, rebuilds, and notifies the browser."""

import gc
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sitegen.configuration.location import CONFIG_NAME
from sitegen.engine.build_result import BuildResult
from sitegen.engine.builder import Builder
from sitegen.errors import GroupedError, SitegenError
from sitegen.filesystem.listing import is_scratch
from sitegen.filesystem.watch import Change, watch
from sitegen.processes.garbage_collection import paused_collection
from sitegen.server import PreviewServer, State

_FOLDERS = ("content", "themes")
_OUTPUT = "output"
_INPUTS = frozenset({*_FOLDERS, CONFIG_NAME, "pyproject.toml"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The outcome of one build of the preview."""

    changes: frozenset[Change]
    """The changes that triggered the build; empty for the first, and for one when idle."""
    result: BuildResult | None = None
    """The result; None if the build failed."""
    problems: tuple[SitegenError, ...] = ()
    """The errors that made the build fail or leave pages out."""
    warnings: tuple[SitegenError, ...] = ()
    """Warnings of the build, of the watcher, and of what was done since the build before."""


def run_preview(
    root: Path,
    *,
    builder: Builder,
    server: PreviewServer | None,
    stop: threading.Event,
    report: Callable[[Outcome], None],
    poll: bool = False,
) -> None:
    """Builds the digest in ``root`` at once, and after each change, until ``stop`` is set.

    After a change, only the reported paths are examined and only pages are rendered, which is fast.
    When idle, all files are examined, in case that the system missed a change, and output formats
    are rendered; the outcome is reported only if something changed. So are they when a browser
    asks for a file of the output that is gone.

    No error of a build ends the loop. The server is notified of each build before ``report`` is
    called.

    Args:
        root: the digest's folder.
        builder: its builder, which is the caller's to close.
        server: the server to notify, if any.
        stop: ends it within a tenth of a second, or after the build that runs.
        report: called with the outcome of each build.
        poll: whether to compare the folders twice a second instead of using system events.
    """
    state = State()
    lost_file = server.lost_file if server else threading.Event()
    outcomes = _outcomes(root.resolve(), builder, stop, lost_file, poll=poll)
    for number, outcome in enumerate(outcomes):
        if number and not is_news(state, outcome):
            continue
        state = next_state(state, outcome)
        if server is not None:
            server.publish(state)
        report(outcome)


def next_state(state: State, outcome: Outcome) -> State:
    """The state of open pages after ``outcome``, which follows ``state``.

    The version changes if pages of the output may have changed, also after a failed build; that of
    the output formats if only these did.
    """
    result = outcome.result
    is_new = result is not None and bool(result.written or result.removed or state.problems)
    has_formats = is_new and result is not None and result.only_formats and not state.problems
    return State(
        state.version + (is_new and not has_formats),
        outcome.problems,
        has_failed=result is None,
        is_built=state.is_built or result is not None,
        formats=state.formats + has_formats,
    )


def is_news(state: State, outcome: Outcome) -> bool:
    """Whether to report ``outcome`` after ``state``.

    A build after a change is always reported; one when idle only if it found something.
    """
    result = outcome.result
    is_new = result is not None and bool(result.written or result.removed)
    return is_new or bool(outcome.changes) or _texts(state.problems) != _texts(outcome.problems)


def is_irrelevant(path: Path, root: Path) -> bool:
    """Whether a change of ``path`` does not matter to the site that is built from ``root``.

    The output matters if it was removed.
    """
    if path == root / _OUTPUT:
        return path.exists()
    return is_scratch(path.name) or (path.parent == root and path.name not in _INPUTS)


def _outcomes(
    root: Path,
    builder: Builder,
    stop: threading.Event,
    lost_file: threading.Event,
    *,
    poll: bool,
) -> Iterator[Outcome]:
    warnings: list[SitegenError] = []
    noticed = threading.Event()
    sets = watch(
        root,
        _FOLDERS,
        stop=stop,
        rescan=lost_file,
        ignore=partial(_ignore, root, noticed),
        warn=warnings.append,
        poll=poll,
    )
    with closing(sets):
        first = partial(builder.build, defers_formats=True)
        outcome = _attempt(first, next(sets), warnings)
        gc.freeze()  # or the next collection would examine all that the build made
        yield outcome
        idle_rounds = 0
        for changes in sets:
            noticed.clear()
            again = partial(
                builder.rebuild,
                [change.path for change in changes],
                defers_formats=bool(changes),
                is_interrupted=lambda: noticed.is_set() or stop.is_set(),
            )
            yield _attempt(again, changes, warnings)
            idle_rounds = 0 if changes else idle_rounds + 1
            if idle_rounds:
                warnings += _run_maintenance(builder, idle_rounds)


def _ignore(root: Path, noticed: threading.Event, path: Path) -> bool:
    """Whether a change does not matter; ``noticed`` is set if it does."""
    is_ignored = is_irrelevant(path, root)
    if not is_ignored:
        noticed.set()
    return is_ignored


def _run_maintenance(builder: Builder, idle_rounds: int) -> Iterator[SitegenError]:
    """Gets ready for an edit when idle, and saves the build state when idle for longer.

    Yields why that failed, if it did: the preview goes on without.
    """
    try:
        if idle_rounds > 1:
            builder.save()
            gc.unfreeze()
        builder.prepare_edit()
    except SitegenError as error:
        yield error
    except Exception as error:
        yield _bug_report(error)
    gc.collect()
    gc.freeze()  # later collections then skip the builder's data


def _attempt(
    build: Callable[[], BuildResult], changes: frozenset[Change], watch_warnings: list[SitegenError]
) -> Outcome:
    warnings = tuple(watch_warnings)
    watch_warnings.clear()
    result = None
    try:
        with paused_collection():
            result = build()
        problems = result.problems
        warnings += result.warnings
    except GroupedError as errors:
        problems = errors.errors
    except SitegenError as error:
        problems = (error,)
    except Exception as error:  # the preview survives bugs of sitegen, and shows them
        problems = (_bug_report(error),)
    return Outcome(
        changes=changes,
        result=result,
        problems=problems,
        warnings=warnings,
    )


def _texts(problems: Iterable[SitegenError]) -> list[str]:
    return [str(problem) for problem in problems]


def _bug_report(error: Exception) -> SitegenError:
    place = traceback.extract_tb(error.__traceback__)[-1]
    return SitegenError(
        f"sitegen itself failed here: {type(error).__name__}: {error}",
        path=Path(place.filename),
        line=place.lineno,
        hint="this is a bug in sitegen: please report it, and save a file to try again",
    )
