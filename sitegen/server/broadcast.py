"""The board on which the preview pins the latest state, for all pages that are open."""

import json
import os
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sitegen.errors import SitegenError


@dataclass(frozen=True, slots=True)
class State:
    """What an open page has to know."""

    version: int = 0
    """Another number for every output that differs; a page of another version reloads."""
    problems: tuple[SitegenError, ...] = ()
    """What the page shows over itself until a later state has none."""


class Broadcaster:
    """The latest state. Who follows it sees the present one first, then the newest each time."""

    def __init__(self) -> None:
        self._state = State()
        self._closed = False
        self._changed = threading.Condition()

    @property
    def state(self) -> State:
        """The latest state."""
        return self._state

    def publish(self, state: State) -> None:
        """Makes ``state`` the latest one."""
        with self._changed:
            self._state = state
            self._changed.notify_all()

    def close(self) -> None:
        """Ends all following."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def follow(self, patience: float) -> Iterator[State | None]:
        """The present state, then each later one, until the board is closed.

        States that follow quickly may be left out, but never the last. None comes after
        ``patience`` seconds without a new one.
        """
        known: State | None = None
        while not self._closed:
            state = self._wait(known, patience)
            yield None if state is known else state
            known = state

    def _wait(self, known: State | None, patience: float) -> State:
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._state is not known, patience)
            return self._state


def event_data(state: State, version: str, root: Path) -> bytes:
    """The JSON of an event: what is to be known of ``version``; places are relative to ``root``."""
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
    return json.dumps({"version": version, "problems": problems}).encode()
