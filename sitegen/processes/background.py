"""Runs a call in a forked background process while this process does something else."""

import os
import pickle
import select
import signal
from collections.abc import Callable
from contextlib import suppress
from typing import Generic, TypeVar

from sitegen.processes.capabilities import available_cores, can_fork
from sitegen.processes.forking import fork

Result = TypeVar("Result")


class BackgroundCall(Generic[Result]):
    """A call that runs in another process where this machine allows it.

    As a context manager, it stops the call if its result is no longer wanted.
    """

    def __init__(self, function: Callable[[], Result], *, is_long: bool = True) -> None:
        """Starts ``function``, whose result must be picklable.

        If it is not long enough for another process, ``result`` calls it.
        """
        self._function = function
        can_start = is_long and available_cores() > 1 and can_fork()
        self._process = _start(function) if can_start else None

    def __enter__(self) -> "BackgroundCall[Result]":
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def is_running(self) -> bool:
        """Whether the call runs in another process, so that this one can do something else."""
        return self._process is not None

    @property
    def has_result(self) -> bool:
        """Whether ``result`` need not wait, as the other process has ended its call."""
        if not self._process:
            return False
        ready, _, _ = select.select([self._process[1]], [], [], 0)
        return bool(ready)

    def result(self) -> Result:
        """Waits for the result. If the other process failed, the call runs again in this one.

        Raises:
            Exception: whatever the function raises.
        """
        if self._process:
            child, pipe = self._process
            with open(pipe, "rb", closefd=False) as file:
                data = file.read()  # if this is interrupted, the call can still be stopped
            self._wait(child, pipe)
            with suppress(EOFError, pickle.UnpicklingError):
                result: Result = pickle.loads(data)  # noqa: S301 -- from this program itself
                return result
        return self._function()

    def stop(self) -> None:
        """Interrupts the call, and waits until its process has ended. It has no result then."""
        if self._process:
            child, pipe = self._process
            os.kill(child, signal.SIGINT)
            self._wait(child, pipe)

    def _wait(self, child: int, pipe: int) -> None:
        self._process = None
        os.close(pipe)
        os.waitpid(child, 0)


def _start(function: Callable[[], object]) -> tuple[int, int] | None:
    """Returns the process and the pipe for its result, or None if no process can be started."""

    def answer() -> None:
        os.close(reading)
        with open(writing, "wb") as file:  # noqa: PTH123 -- a descriptor
            pickle.dump(function(), file, protocol=5)

    try:
        reading, writing = os.pipe()
    except OSError:  # too many open files
        return None
    try:
        child = fork(answer)
    except OSError:  # too many processes
        os.close(reading)
        os.close(writing)
        return None
    os.close(writing)
    return child, reading
