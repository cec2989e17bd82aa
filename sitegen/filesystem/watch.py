"""Watching a digest's folders: one set of changes for each burst of saving.

It knows no server and no build. The events of the operating system are hints: who receives a set
looks at the files again, and so nothing is wrong where an editor saves in its own way.
"""

import errno
import os
import queue
import sys
import threading
import time
import warnings
from collections import deque
from collections.abc import Callable, Collection, Generator, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserverVFS

from sitegen.errors import SitegenError, UsageError
from sitegen.filesystem.links import NO_LINKS, Spot, find_links
from sitegen.models import Change

if TYPE_CHECKING:
    from watchdog.observers.api import BaseObserver, ObservedWatch

# Neither reading a file nor changing its rights is a change. A build reads every file, and would
# call for the next build.
_EVENTS: list[type[FileSystemEvent]] = [
    FileCreatedEvent,
    FileModifiedEvent,
    FileClosedEvent,
    FileMovedEvent,
    FileDeletedEvent,
    DirCreatedEvent,
    DirMovedEvent,
    DirDeletedEvent,
]

_POLL_SECONDS = 0.5
_STOP_CHECK_SECONDS = 0.1
_MANY = 5
"""Files of a burst from which on it is taken for a checkout, a synchronisation, or the like."""


class Pace(NamedTuple):
    """How long ``watch`` waits, in seconds."""

    quiet: float = 0.02
    """The silence that ends a burst of one file; five times as long where it has touched five files
    or more, as a checkout of many has its pauses."""
    longest: float = 2.0
    """After so long a burst is handed over, silence or not; five times as long for
    five files or more."""
    rests: tuple[float, ...] = (0.5, 10.0)
    """The silences, counted from the last set of changes, after which an empty set comes."""


def watch(
    root: Path,
    folders: Collection[str],
    *,
    stop: threading.Event,
    ignore: Callable[[Path], bool],
    warn: Callable[[SitegenError], None],
    poll: bool = False,
    pace: Pace = Pace(),  # noqa: B008 -- it is frozen,
) -> Generator[frozenset[Change]]:
    """One set of changes for each burst of them, until ``stop`` is set.

    The first set comes at once and is empty: from then on no change is lost, also none made while
    the caller works on a set. It comes with the next one. An empty set means that anything may have
    changed. Further ones come after rests, as the system may not have told of everything.

    Args:
        root: its own files are watched, its folders only where they are named.
        folders: names in ``root``, watched with all below. They may come and go.
        stop: ends the iteration within a tenth of a second.
        ignore: changes that are none, by their path (absolute, links resolved); called from
            another thread.
        warn: is told once if the system watches no more folders. Then they are looked through
            every half second.
        poll: whether they are in any case.
        pace: how long to wait for more.
    """
    root = root.resolve()
    seen: queue.SimpleQueue[Path] = queue.SimpleQueue()
    notes = _Notes(seen, ignore)
    observation = _Observation(root, [root / name for name in folders], notes, warn)
    try:
        observation.begin(poll=poll)
        yield frozenset()
        rests = _Rests(pace.rests)
        while not stop.is_set():
            paths = _next_burst(seen, pace)
            if paths:
                observation.follow(paths)
                yield frozenset(map(Change, paths))
                rests = _Rests(pace.rests)
            elif rests.is_due():
                observation.follow_links()
                yield frozenset()
    finally:
        observation.end()


def collect_burst(first: Path, seen: queue.SimpleQueue[Path], pace: Pace) -> set[Path]:
    """The paths from ``seen``, and ``first``, up to a silence; ``pace`` says how long it is."""
    paths = {first}
    start = time.monotonic()
    with suppress(queue.Empty):
        while True:
            patience = min(len(paths), _MANY)
            left = start + pace.longest * patience - time.monotonic()
            if left <= 0:
                break
            paths.add(seen.get(timeout=min(left, pace.quiet * patience)))
    return paths


def _next_burst(seen: queue.SimpleQueue[Path], pace: Pace) -> set[Path]:
    """The paths of a burst; nothing if none begins soon."""
    try:
        first = seen.get(timeout=_STOP_CHECK_SECONDS)
    except queue.Empty:
        return set()
    return collect_burst(first, seen, pace)


class _Rests:
    """The silences after which something is due, each once, counted from now."""

    def __init__(self, seconds: Iterable[float]) -> None:
        start = time.monotonic()
        self._ends = deque(start + wait for wait in seconds)

    def is_due(self) -> bool:
        is_over = bool(self._ends) and time.monotonic() >= self._ends[0]
        if is_over:
            self._ends.popleft()
        return is_over


class _Notes(FileSystemEventHandler):
    """Notes the paths of all events, also those by which links lead there; of a move, both."""

    def __init__(self, seen: queue.SimpleQueue[Path], ignore: Callable[[Path], bool]) -> None:
        self._seen = seen
        self._ignore = ignore
        self.links = NO_LINKS
        self.folder_went = threading.Event()
        """Set when a folder was removed, or moved to where nothing is watched."""

    def on_any_event(self, event: FileSystemEvent) -> None:
        if isinstance(event, DirDeletedEvent):
            self.folder_went.set()
        for path in _paths_of(event):
            self._note(path)
            self.note_links_to(path)

    def note_links_to(self, path: Path) -> None:
        for name in self.links.names_of(path):
            self._note(name)

    def _note(self, path: Path) -> None:
        if not self._ignore(path):
            self._seen.put(path)


class _NotesBehindLinks(FileSystemEventHandler):
    """Notes the paths by which links lead to the places of events."""

    def __init__(self, notes: _Notes) -> None:
        self._notes = notes

    def on_any_event(self, event: FileSystemEvent) -> None:
        for path in _paths_of(event):
            self._notes.note_links_to(path)


def _paths_of(event: FileSystemEvent) -> Iterator[Path]:
    yield Path(os.fsdecode(event.src_path))
    if event.dest_path:
        yield Path(os.fsdecode(event.dest_path))


class _Observation:
    """The watches on a root and its folders, set anew where a folder comes, goes or is replaced."""

    def __init__(
        self,
        root: Path,
        folders: Collection[Path],
        notes: _Notes,
        warn: Callable[[SitegenError], None],
    ) -> None:
        self._root = root
        self._folders = folders
        self._notes = notes
        self._warn = warn
        self._behind_links = _NotesBehindLinks(notes)
        self._observer: BaseObserver = _polling_observer()
        self._polls = True
        self._watches: dict[Path, ObservedWatch] = {}
        self._places: dict[Path, Path] = {}
        """Where the folders are that are watched, all links being resolved."""
        self._spots: dict[Spot, ObservedWatch] = {}

    def begin(self, *, poll: bool) -> None:
        # watchdog warns where it sees a new folder twice, which does no harm.
        warnings.filterwarnings("ignore", "Callback with id", RuntimeWarning)
        if poll:
            self._schedule()
            return
        try:
            self._observer, self._polls = Observer(), False
            self._schedule()
        except OSError as error:
            self._begin_polling(error)

    def end(self) -> None:
        if self._observer.is_alive():
            self._observer.stop()
            self._observer.join()

    def follow(self, paths: Collection[Path]) -> None:
        """Sets the watches right after a change of ``paths``, before anyone reads the files."""
        # The system still watches a folder that was moved away, under the name that it had.
        must_all = self._notes.folder_went.is_set()
        self._notes.folder_went.clear()
        try:
            for folder in self._folders:
                if must_all or folder in paths:
                    self._watch_folder(folder)
            if any(path.is_dir() for path in paths):
                self._probe()
            if any(self._may_lead_elsewhere(path) for path in paths):
                self._watch_links()
        except OSError as error:
            self._begin_polling(error)

    def follow_links(self) -> None:
        """Sets the watches on what links lead to, as they lead now."""
        try:
            self._watch_links()
        except OSError as error:
            self._begin_polling(error)

    def _may_lead_elsewhere(self, path: Path) -> bool:
        return path in self._notes.links.paths or path.is_symlink() or path.is_dir()

    def _schedule(self) -> None:
        self._observer.start()
        self._observer.schedule(self._notes, str(self._root), event_filter=_EVENTS)
        for folder in self._folders:
            self._watch_folder(folder)
        self._watch_links()
        self._probe()

    def _begin_polling(self, error: OSError) -> None:
        if error.errno not in {errno.ENOSPC, errno.EMFILE}:
            raise error
        self.end()
        self._watches.clear()
        self._spots.clear()
        self._observer, self._polls = _polling_observer(), True
        self._schedule()
        self._warn(
            UsageError(
                "the system watches no more folders, so sitegen looks through them twice a second",
                hint="close other programs that watch files, or raise the system’s limits "
                "fs.inotify.max_user_watches and fs.inotify.max_user_instances",
            )
        )

    def _watch_folder(self, folder: Path) -> None:
        if folder in self._watches:
            self._observer.unschedule(self._watches.pop(folder))
            del self._places[folder]
        with suppress(FileNotFoundError, NotADirectoryError):
            place = folder.resolve(strict=True)
            self._places[folder] = place
            self._watches[folder] = self._observer.schedule(
                self._notes, str(place), recursive=True, event_filter=_EVENTS
            )

    def _watch_links(self) -> None:
        self._notes.links = find_links(self._root, self._folders)
        spots = {spot for spot in self._notes.links.spots() if not self._is_watched(spot.path)}
        for spot in self._spots.keys() - spots:
            self._observer.unschedule(self._spots.pop(spot))
        for spot in spots - self._spots.keys():
            with suppress(FileNotFoundError, NotADirectoryError):
                self._spots[spot] = self._observer.schedule(
                    self._behind_links,
                    str(spot.path),
                    recursive=spot.is_recursive,
                    event_filter=_EVENTS,
                )

    def _is_watched(self, path: Path) -> bool:
        return path == self._root or any(
            path.is_relative_to(place) for place in self._places.values()
        )

    def _probe(self) -> None:
        """Raises OSError if the system takes no further watch.

        watchdog says nothing where it could not watch a folder inside a watched one.
        """
        if sys.platform == "linux" and not self._polls:
            further = self._observer.schedule(FileSystemEventHandler(), str(self._root.parent))
            self._observer.unschedule(further)


def _polling_observer() -> "BaseObserver":
    """An observer that follows no link: what links lead to is watched where it is."""
    return PollingObserverVFS(os.lstat, os.scandir, polling_interval=_POLL_SECONDS)
