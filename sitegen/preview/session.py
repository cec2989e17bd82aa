"""The preview: watches, builds, and tells the browser, again and again."""

import functools
import gc
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sitegen.configuration.file import CONFIG_NAME
from sitegen.engine.builder import Builder
from sitegen.errors import GroupedError, SitegenError
from sitegen.filesystem.listing import is_scratch
from sitegen.filesystem.watch import watch
from sitegen.models import BuildResult, Change
from sitegen.server import PreviewServer, State

_FOLDERS = ("content", "themes")
_INPUTS = frozenset({*_FOLDERS, CONFIG_NAME, "pyproject.toml"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of one build of the preview."""

    changes: frozenset[Change]
    """What called for the build; nothing for the first, and for one that finds out by itself."""
    result: BuildResult | None = None
    """What the build did; None if it ended in an error."""
    problems: tuple[SitegenError, ...] = ()
    """What is wrong, whether the build ended with it or left pages out."""
    warnings: tuple[SitegenError, ...] = ()
    """What looks like a slip, and what hinders the watching."""


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

    After a change only what the system told of is looked at, which is fast, and at the next rest
    everything is, which is sure. What that finds is built and told; of finding nothing, nothing is.

    No error of a build ends it. The browser is told of each build before ``report`` is; without
    a server, nobody else is told.

    Args:
        root: the digest's folder.
        builder: its builder, which is the caller's to close.
        server: what open pages follow.
        stop: ends it within a tenth of a second, or after the build that runs.
        report: is told what came of each build.
        poll: whether folders are looked through, twice a second, instead of asking the system.
    """
    state = State()
    for number, outcome in enumerate(_outcomes(root.resolve(), builder, stop, poll=poll)):
        if number and not is_news(state, outcome):
            continue
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


def is_news(state: State, outcome: Outcome) -> bool:
    """Whether anybody who knows ``state`` is to be told of ``outcome``.

    A build that was called for always is news; one after a rest is if it found something.
    """
    result = outcome.result
    is_new = result is not None and bool(result.written or result.removed)
    return is_new or bool(outcome.changes) or _texts(state.problems) != _texts(outcome.problems)


def is_no_input(path: Path, root: Path) -> bool:
    """Whether a change of ``path`` cannot change the site that is built from ``root``."""
    return is_scratch(path.name) or (path.parent == root and path.name not in _INPUTS)


def _outcomes(
    root: Path, builder: Builder, stop: threading.Event, *, poll: bool
) -> Iterator[Outcome]:
    warnings: list[SitegenError] = []
    sets = watch(
        root,
        _FOLDERS,
        stop=stop,
        ignore=lambda path: is_no_input(path, root),
        warn=warnings.append,
        poll=poll,
    )
    with closing(sets):
        yield _attempt(builder.build, next(sets), warnings)
        rests = 0
        for changes in sets:
            again = functools.partial(builder.rebuild, [change.path for change in changes])
            yield _attempt(again, changes, warnings)
            rests = 0 if changes else rests + 1
            if rests:
                _tidy(builder, rests)


def _tidy(builder: Builder, rests: int) -> None:
    """Does what takes its time: some at a short rest, the rest at a long one."""
    if rests > 1:
        builder.save()
        gc.unfreeze()
    gc.collect()
    gc.freeze()  # so that no later collection looks through all that the builder knows


def _attempt(
    build: Callable[[], BuildResult], changes: frozenset[Change], hindrances: list[SitegenError]
) -> Outcome:
    warnings = tuple(hindrances)
    hindrances.clear()
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


def _texts(problems: Iterable[SitegenError]) -> list[str]:
    return [str(problem) for problem in problems]


def _fault(error: Exception) -> SitegenError:
    place = traceback.extract_tb(error.__traceback__)[-1]
    return SitegenError(
        f"sitegen itself failed here: {type(error).__name__}: {error}",
        path=Path(place.filename),
        line=place.lineno,
        hint="this is no mistake of yours; please report it, and save again to try again",
    )
