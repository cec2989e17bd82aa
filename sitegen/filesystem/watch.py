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

from sitegen.errors import SitegenError
from sitegen.filesystem.bursts import Burst, FileEvent, Pace
from sitegen.filesystem.change_observer import EventRecorder, Observation

_STOP_CHECK_SECONDS = 0.1


@dataclass(frozen=True, slots=True)
class Change:
    """A file or folder that was added, changed or removed; a rescan shows which."""

    path: Path


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
    events: queue.SimpleQueue[FileEvent] = queue.SimpleQueue()
    recorder = EventRecorder(events, ignore)
    observation = Observation(root, [root / name for name in folders], recorder, warn)
    try:
        observation.start(poll=poll)
        yield frozenset()
        timer = _IdleTimer(pace.rests)
        while not stop.is_set():
            paths = _next_burst(events, pace, timer)
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


def collect_burst(
    first: FileEvent, events: queue.SimpleQueue[FileEvent], pace: Pace, *, is_apart: bool
) -> set[Path]:
    """The paths of one burst: that of ``first``, and those from ``events`` until a pause.

    ``is_apart`` says whether the last burst was over for some time.
    """
    burst = Burst(pace, is_apart=is_apart)
    burst.add(first)
    start = time.monotonic()
    with suppress(queue.Empty):
        while (left := start + burst.longest - time.monotonic()) > 0:
            burst.add(events.get(timeout=min(left, burst.pause)))
    return burst.paths


def _next_burst(events: queue.SimpleQueue[FileEvent], pace: Pace, timer: "_IdleTimer") -> set[Path]:
    """The paths of the next burst; empty if none starts soon."""
    try:
        first = events.get(timeout=_STOP_CHECK_SECONDS)
    except queue.Empty:
        return set()
    return collect_burst(first, events, pace, is_apart=timer.seconds > pace.apart)


class _IdleTimer:
    """Becomes due once after each of some times, counted from its creation."""

    def __init__(self, seconds: Iterable[float]) -> None:
        self._start = time.monotonic()
        self._ends = deque(self._start + wait for wait in seconds)

    @property
    def seconds(self) -> float:
        """The time since its creation."""
        return time.monotonic() - self._start

    def is_due(self) -> bool:
        is_over = bool(self._ends) and time.monotonic() >= self._ends[0]
        if is_over:
            self._ends.popleft()
        return is_over
