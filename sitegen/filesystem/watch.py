"""Watches folders for changes, and groups the changes of a short time into one set.

The events of the operating system are hints. The caller reads the files again, so it does not
matter how an editor saves.
"""

import queue
import threading
import time
from collections import deque
from collections.abc import Callable, Collection, Generator, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from sitegen.errors import SitegenError
from sitegen.filesystem.change_observer import EventRecorder, Observation

_STOP_CHECK_SECONDS = 0.1
_MANY = 5
"""A burst of so many files is taken for a checkout or a synchronisation."""


@dataclass(frozen=True, slots=True)
class Change:
    """A file or folder that was added, changed or removed; a rescan shows which."""

    path: Path


class Pace(NamedTuple):
    """The delays of ``watch``, in seconds."""

    quiet: float = 0.02
    """The pause that ends a burst of one file. It grows with the number of files, up to five times
    for five files or more, as a checkout pauses between files."""
    longest: float = 2.0
    """The longest duration of a burst of one file. It grows in the same way."""
    rests: tuple[float, ...] = (0.5, 10.0)
    """The idle times, counted from the last set of changes, after which an empty set follows."""


def watch(  # noqa: PLR0913 -- most are named
    root: Path,
    folders: Collection[str],
    *,
    stop: threading.Event,
    rescan: threading.Event | None = None,
    ignore: Callable[[Path], bool],
    warn: Callable[[SitegenError], None],
    poll: bool = False,
    pace: Pace = Pace(),  # noqa: B008 -- it is frozen
) -> Generator[frozenset[Change]]:
    """Yields one set of changes for each burst, until ``stop`` is set.

    The first set is empty and comes at once. From then on no change is lost: one that is made while
    the caller handles a set is part of the next. An empty set means that anything may have changed.
    Others follow when nothing has happened for a while, as the system may miss changes.

    Args:
        root: the files in it are watched, and of its folders those in ``folders``.
        folders: names in ``root``, watched with everything below. They need not exist.
        stop: ends the iteration within a tenth of a second.
        rescan: asks for an empty set, and is cleared before it.
        ignore: says whether to ignore a change of a path (absolute, links resolved); called from
            another thread.
        warn: called once if the system cannot watch more folders. They are then polled every
            half second.
        poll: whether to poll from the start.
        pace: the delays.
    """
    root = root.resolve()
    events: queue.SimpleQueue[Path] = queue.SimpleQueue()
    recorder = EventRecorder(events, ignore)
    observation = Observation(root, [root / name for name in folders], recorder, warn)
    try:
        observation.start(poll=poll)
        yield frozenset()
        timer = _IdleTimer(pace.rests)
        while not stop.is_set():
            paths = _next_burst(events, pace)
            if paths:
                observation.update(paths)
                yield frozenset(map(Change, paths))
                timer = _IdleTimer(pace.rests)
            elif timer.is_due() or (rescan and rescan.is_set()):
                if rescan:
                    rescan.clear()
                observation.update_links()
                yield frozenset()
    finally:
        observation.stop()


def collect_burst(first: Path, events: queue.SimpleQueue[Path], pace: Pace) -> set[Path]:
    """The paths of one burst: ``first``, and those from ``events`` until a pause."""
    paths = {first}
    start = time.monotonic()
    with suppress(queue.Empty):
        while True:
            factor = min(len(paths), _MANY)
            left = start + pace.longest * factor - time.monotonic()
            if left <= 0:
                break
            paths.add(events.get(timeout=min(left, pace.quiet * factor)))
    return paths


def _next_burst(events: queue.SimpleQueue[Path], pace: Pace) -> set[Path]:
    """The paths of the next burst; empty if none starts soon."""
    try:
        first = events.get(timeout=_STOP_CHECK_SECONDS)
    except queue.Empty:
        return set()
    return collect_burst(first, events, pace)


class _IdleTimer:
    """Becomes due once after each of some times, counted from its creation."""

    def __init__(self, seconds: Iterable[float]) -> None:
        start = time.monotonic()
        self._ends = deque(start + wait for wait in seconds)

    def is_due(self) -> bool:
        is_over = bool(self._ends) and time.monotonic() >= self._ends[0]
        if is_over:
            self._ends.popleft()
        return is_over
