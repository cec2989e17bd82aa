"""Some work that another process does while this one goes on: an errand."""

import os
import pickle
from collections.abc import Callable
from contextlib import suppress
from typing import Generic, TypeVar

from sitegen.engine.capabilities import cores, may_fork

Result = TypeVar("Result")


class BackgroundCall(Generic[Result]):
    """A piece of work, begun at once where this machine lets another process do it."""

    def __init__(self, work: Callable[[], Result]) -> None:
        """Sends for ``work``, whose result must be picklable."""
        self._work = work
        self._begun = _begin(work) if cores() > 1 and may_fork() else None

    @property
    def is_running(self) -> bool:
        """Whether there is time for something else until it is done."""
        return self._begun is not None

    def result(self) -> Result:
        """What came of it. Whoever cannot send for it, or is let down, does the work here.

        Raises:
            Exception: whatever the work raises.
        """
        if self._begun:
            child, pipe = self._begun
            self._begun = None
            with open(pipe, "rb") as file:  # noqa: PTH123 -- a descriptor
                brought = file.read()
            os.waitpid(child, 0)
            with suppress(EOFError, pickle.UnpicklingError):
                result: Result = pickle.loads(brought)  # noqa: S301 -- from this program itself
                return result
        return self._work()


def _begin(work: Callable[[], object]) -> tuple[int, int] | None:
    """The process that does it, and the pipe that brings the result; None if there can be none."""
    try:
        reading, writing = os.pipe()
    except OSError:  # too many files are open
        return None
    try:
        child = os.fork()
    except OSError:  # there are too many processes
        os.close(reading)
        os.close(writing)
        return None
    if child:
        os.close(writing)
        return child, reading
    try:
        os.close(reading)
        with open(writing, "wb") as file:  # noqa: PTH123 -- a descriptor
            pickle.dump(work(), file, protocol=5)
    finally:
        os._exit(0)  # whatever went wrong shows when the work is done again
