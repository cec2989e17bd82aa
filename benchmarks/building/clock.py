"""A clock that adds up the time that functions take, without that of other measured functions."""

import functools
import time
from collections import defaultdict
from collections.abc import Callable
from typing import ParamSpec, TypeVar

_Arguments = ParamSpec("_Arguments")
_Result = TypeVar("_Result")


class Clock:
    """Adds up the seconds that functions take, by stage. Calls within others are not counted twice.

    Args:
        now: returns the current time in seconds; wall time by default.
    """

    def __init__(self, now: Callable[[], float] = time.perf_counter) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self._now = now
        self._running: list[str] = []
        self._since = 0.0

    def timed(
        self, stage: str, work: Callable[_Arguments, _Result]
    ) -> Callable[_Arguments, _Result]:
        """``work``, measured at each call."""

        @functools.wraps(work)
        def measured(*arguments: _Arguments.args, **named: _Arguments.kwargs) -> _Result:
            self._add()
            self._running.append(stage)
            try:
                return work(*arguments, **named)
            finally:
                self._add()
                self._running.pop()

        return measured

    def _add(self) -> None:
        """Adds the time since the last call to the innermost running stage."""
        now = self._now()
        if self._running:
            self.seconds[self._running[-1]] += now - self._since
        self._since = now
