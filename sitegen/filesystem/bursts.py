"""Decides when the saving of a file, or of many, is over.

Measured with vim in each of its modes, Emacs’s way of saving, Node (VS Code), sed, perl, ed, shells
and git: a program that writes a file in place empties it, writes, and closes it, perhaps only once
the disk has it; one that writes another file closes that and moves it over the file, which may have
been moved to a backup just before. A checkout removes and writes a file every tenth of a
millisecond. So a file is complete when it was closed or moved to its name.
"""

import stat
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import NamedTuple

_MANY = 5
"""A burst of this many files is taken for a checkout or a synchronisation."""


class Step(Enum):
    """What happened to a file or folder."""

    OPEN = "written, and not closed yet"
    COMPLETE = "closed after writing, or moved here"
    CHANGED = "created or changed; the system does not say whether it is complete"
    GONE = "removed or moved away"


class FileEvent(NamedTuple):
    """An event of the system."""

    path: Path
    step: Step


class Pace(NamedTuple):
    """The delays of a watch, in seconds."""

    quiet: float = 0.02
    """The pause that ends a burst of one file. It grows with the number of files, up to five times
    for five files or more, as a checkout pauses between files."""
    complete: float = 0.005
    """The pause that ends a burst of one file that is complete."""
    unfinished: float = 0.1
    """The pause that ends a burst with a file that is open or empty."""
    apart: float = 0.1
    """A save that comes sooner after the last burst may be one of many: it is no single one."""
    longest: float = 2.0
    """The longest duration of a burst of one file. It grows in the same way."""
    rests: tuple[float, ...] = (0.5, 10.0)
    """The idle times, counted from the last set of changes, after which an empty set follows."""


class Burst:
    """The events of one save, or of many saves that belong together."""

    def __init__(self, pace: Pace, *, is_apart: bool) -> None:
        """Begins a burst; ``is_apart``: whether the last one was over for some time."""
        self._pace = pace
        self._is_apart = is_apart
        self._steps: dict[Path, Step] = {}
        """The last step of each file, apart from those that came and went."""
        self._open: set[Path] = set()
        self._created: set[Path] = set()
        """What may not have been there before."""
        self._passed: set[Path] = set()
        """What came and went: temporary files of programs that move them over others."""

    @property
    def paths(self) -> set[Path]:
        """All paths with an event."""
        return {*self._steps, *self._passed}

    @property
    def longest(self) -> float:
        """The longest duration, in seconds."""
        return self._pace.longest * self._factor

    @property
    def pause(self) -> float:
        """The pause after which the burst is over, in seconds."""
        usual = self._pace.quiet * self._factor
        if self._open or any(map(_is_empty, self._few)):
            return max(usual, self._pace.unfinished)
        is_one = self._is_apart and len(self._steps) == 1
        is_one_save = is_one and Step.COMPLETE in self._steps.values()
        if is_one_save and self._created.isdisjoint(self._steps):
            return self._pace.complete
        return usual

    def add(self, event: FileEvent) -> None:
        """Adds the next event."""
        path, step = event
        if step is Step.CHANGED and path not in self._steps:
            self._created.add(path)
        self._steps[path] = step
        if step is Step.OPEN:
            self._open.add(path)
        else:
            self._open.discard(path)
        if step is Step.GONE and path in self._created:
            del self._steps[path]
            self._passed.add(path)

    @property
    def _factor(self) -> int:
        return max(1, min(len(self._steps), _MANY))

    @property
    def _few(self) -> Iterator[Path]:
        """The files, if they are few; the pause after many is long enough."""
        return iter(self._steps if len(self._steps) < _MANY else ())


def _is_empty(path: Path) -> bool:
    """Whether a file is empty, as one that a program is about to write is."""
    try:
        status = path.stat()
    except OSError:
        return False
    return stat.S_ISREG(status.st_mode) and not status.st_size
