"""Broadcasts the latest state of the preview to all open pages."""

import json
import os
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from sitegen.errors import SitegenError


@dataclass(frozen=True, slots=True)
class State:
    """What an open page needs to know."""

    version: int = 0
    """Changes with the output. A page with another version reloads."""
    problems: tuple[SitegenError, ...] = ()
    """The errors that the page shows in an overlay."""
    has_failed: bool = False
    """Whether the latest build failed. If it did not, its problems are pages that it left out."""
    is_built: bool = False
    """Whether the output is of this run."""
    formats: int = 0
    """Changes with the output formats. Only a page that shows one reloads."""


class Broadcaster:
    """Holds the latest state, and passes it to the threads that follow it."""

    def __init__(self) -> None:
        self._state = State()
        self._closed = False
        self._changed = threading.Condition()

    @property
    def state(self) -> State:
        """The latest state."""
        return self._state

    def publish(self, state: State) -> None:
        """Sets the latest state."""
        with self._changed:
            self._state = state
            self._changed.notify_all()

    def close(self) -> None:
        """Ends all iterations of ``follow``."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def follow(self, timeout: float) -> Iterator[State | None]:
        """Yields the current state and then each new one, until ``close``.

        Of states in quick succession, some may be skipped, but never the last. After ``timeout``
        seconds without a new one, it yields None.
        """
        sent: State | None = None
        while not self._closed:
            state = self._wait(sent, timeout)
            yield None if state is sent else state
            sent = state

    def _wait(self, sent: State | None, timeout: float) -> State:
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._state is not sent, timeout)
            return self._state


def without_details(state: State) -> State:
    """The state for somebody who may not see files and texts that have mistakes."""
    if not state.problems:
        return state
    return replace(state, problems=(SitegenError("The latest change has a mistake."),))


class Versions(NamedTuple):
    """The versions that served pages are marked with."""

    pages: str
    formats: str
    """Of the pages that show an output format."""


def event_data(state: State, versions: Versions, root: Path) -> bytes:
    """The event for open pages as JSON; paths in it are relative to ``root``.

    A page that was made with none of the versions reloads.
    """
    problems = [
        {
            "message": problem.message,
            "place": problem.place.removeprefix(f"{root}{os.sep}"),
            "line": problem.line,
            "column": problem.column,
            "source": problem.excerpt,
            "hint": problem.hint,
        }
        for problem in state.problems
    ]
    event = {
        "version": versions.pages,
        "formats": versions.formats,
        "problems": problems,
        "failed": state.has_failed,
    }
    return json.dumps(event).encode()
