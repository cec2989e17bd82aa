"""Observes folders with watchdog, and records the events of paths.

``Observation`` schedules the watches of the operating system and moves them when a folder is
replaced or a link is changed. It polls where the system has no watches left.
"""

import errno
import os
import queue
import sys
import threading
import warnings
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

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
from sitegen.filesystem.bursts import FileEvent, Step
from sitegen.filesystem.links import NO_LINKS, WatchedFolder, find_links

if TYPE_CHECKING:
    from watchdog.observers.api import BaseObserver, ObservedWatch

# Events for opening, reading and changing the rights of a file are left out: a build reads every
# file, and would trigger the next build.
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


class EventRecorder(FileSystemEventHandler):
    """Puts each event into a queue, also for the paths through links; both sides of a move."""

    def __init__(
        self, events: queue.SimpleQueue[FileEvent], ignore: Callable[[Path], bool]
    ) -> None:
        self._events = events
        self._ignore = ignore
        self.links = NO_LINKS
        self.reports_closing = False
        """Whether the system reports that a file was closed after writing."""
        self.folder_removed = threading.Event()
        """Set when a folder was removed, or moved out of the watched folders."""

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Records an event; called from a thread of watchdog."""
        if isinstance(event, DirDeletedEvent):
            self.folder_removed.set()
        for path, step in self._steps_of(event):
            self._record(path, step)
            self._record_links_to(path, step)

    def record_links_to_target(self, event: FileSystemEvent) -> None:
        """Records an event for the paths through links only."""
        for path, step in self._steps_of(event):
            self._record_links_to(path, step)

    def _record_links_to(self, path: Path, step: Step) -> None:
        for name in self.links.names_of(path):
            self._record(name, step)

    def _record(self, path: Path, step: Step) -> None:
        if not self._ignore(path):
            self._events.put(FileEvent(path, step))

    def _steps_of(self, event: FileSystemEvent) -> Iterator[FileEvent]:
        source = Path(os.fsdecode(event.src_path))
        if event.dest_path:
            yield FileEvent(source, Step.GONE)
            yield FileEvent(Path(os.fsdecode(event.dest_path)), Step.COMPLETE)
        elif isinstance(event, (FileDeletedEvent, DirDeletedEvent)):
            yield FileEvent(source, Step.GONE)
        elif isinstance(event, FileClosedEvent):
            yield FileEvent(source, Step.COMPLETE)
        elif isinstance(event, FileModifiedEvent) and self.reports_closing:
            yield FileEvent(source, Step.OPEN)
        else:
            yield FileEvent(source, Step.CHANGED)


class _LinkTargetRecorder(FileSystemEventHandler):
    """Records the events in the folders that links lead to, for the paths through the links."""

    def __init__(self, recorder: EventRecorder) -> None:
        self._recorder = recorder

    def on_any_event(self, event: FileSystemEvent) -> None:
        self._recorder.record_links_to_target(event)


class Observation:
    """The watches on a root folder and folders in it, which may be created, removed or replaced."""

    def __init__(
        self,
        root: Path,
        folders: Collection[Path],
        recorder: EventRecorder,
        warn: Callable[[SitegenError], None],
    ) -> None:
        self._root = root
        self._folders = folders
        self._recorder = recorder
        self._warn = warn
        self._link_target_recorder = _LinkTargetRecorder(recorder)
        self._observer: BaseObserver = _polling_observer()
        self._polls = True
        self._watches: dict[Path, ObservedWatch] = {}
        self._resolved: dict[Path, Path] = {}
        """The resolved paths of the watched folders."""
        self._link_watches: dict[WatchedFolder, ObservedWatch] = {}

    def start(self, *, poll: bool) -> None:
        """Starts to watch, or to poll."""
        # watchdog warns when it sees a new folder twice, which is harmless.
        warnings.filterwarnings("ignore", "Callback with id", RuntimeWarning)
        if poll:
            self._schedule()
            return
        try:
            self._observer, self._polls = Observer(), False
            self._schedule()
        except OSError as error:
            self._start_polling(error)

    def stop(self) -> None:
        """Stops all watches; returns when no thread of watchdog is left."""
        if self._observer.is_alive():
            self._observer.stop()
            self._observer.join()

    def update(self, paths: Collection[Path]) -> None:
        """Updates the watches after ``paths`` changed; to be called before the files are read."""
        # The system keeps watching a folder that was moved away, and reports its old name.
        update_all = self._recorder.folder_removed.is_set()
        self._recorder.folder_removed.clear()
        try:
            for folder in self._folders:
                if update_all or folder in paths:
                    self._watch_folder(folder)
            if any(path.is_dir() for path in paths):
                self._require_free_watch()
            if any(self._may_change_links(path) for path in paths):
                self._watch_links()
        except OSError as error:
            self._start_polling(error)

    def update_links(self) -> None:
        """Updates the watches on what links lead to."""
        try:
            self._watch_links()
        except OSError as error:
            self._start_polling(error)

    def _may_change_links(self, path: Path) -> bool:
        return path in self._recorder.links.paths or path.is_symlink() or path.is_dir()

    def _schedule(self) -> None:
        self._recorder.reports_closing = sys.platform == "linux" and not self._polls
        self._observer.start()
        self._observer.schedule(self._recorder, str(self._root), event_filter=_EVENTS)
        for folder in self._folders:
            self._watch_folder(folder)
        self._watch_links()
        self._require_free_watch()

    def _start_polling(self, error: OSError) -> None:
        if error.errno not in {errno.ENOSPC, errno.EMFILE}:
            raise error
        self.stop()
        self._watches.clear()
        self._link_watches.clear()
        self._observer, self._polls = _polling_observer(), True
        self._schedule()
        self._warn(
            UsageError(
                "the system cannot watch more folders, so sitegen looks through them twice a "
                "second",
                hint="close other programs that watch files, or raise the system’s limits "
                "fs.inotify.max_user_watches and fs.inotify.max_user_instances",
            )
        )

    def _watch_folder(self, folder: Path) -> None:
        if folder in self._watches:
            self._observer.unschedule(self._watches.pop(folder))
            del self._resolved[folder]
        with suppress(FileNotFoundError, NotADirectoryError):
            resolved = folder.resolve(strict=True)
            self._resolved[folder] = resolved
            self._watches[folder] = self._observer.schedule(
                self._recorder, str(resolved), recursive=True, event_filter=_EVENTS
            )

    def _watch_links(self) -> None:
        self._recorder.links = find_links(self._root, self._folders)
        unwatched = {
            folder
            for folder in self._recorder.links.watched_folders()
            if not self._is_watched(folder.path)
        }
        for folder in self._link_watches.keys() - unwatched:
            self._observer.unschedule(self._link_watches.pop(folder))
        for folder in unwatched - self._link_watches.keys():
            with suppress(FileNotFoundError, NotADirectoryError):
                self._link_watches[folder] = self._observer.schedule(
                    self._link_target_recorder,
                    str(folder.path),
                    recursive=folder.is_recursive,
                    event_filter=_EVENTS,
                )

    def _is_watched(self, path: Path) -> bool:
        return path == self._root or any(
            path.is_relative_to(folder) for folder in self._resolved.values()
        )

    def _require_free_watch(self) -> None:
        """Raises OSError if the system has no watches left.

        watchdog does not report that it could not watch a subfolder of a watched folder.
        """
        if sys.platform == "linux" and not self._polls:
            extra = self._observer.schedule(FileSystemEventHandler(), str(self._root.parent))
            self._observer.unschedule(extra)


def _polling_observer() -> "BaseObserver":
    """An observer that does not follow links: their targets are watched separately."""
    return PollingObserverVFS(os.lstat, os.scandir, polling_interval=_POLL_SECONDS)
