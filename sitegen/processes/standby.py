"""A process on standby: it prepares what takes long while this one does something else."""

import os
import pickle
import signal
from collections.abc import Callable
from contextlib import suppress
from typing import Any, BinaryIO, NamedTuple, TypeVar

from sitegen.processes.capabilities import available_cores, can_fork
from sitegen.processes.forking import fork

Argument = TypeVar("Argument")
Result = TypeVar("Result")


class _Process(NamedTuple):
    number: int
    requests: BinaryIO
    replies: BinaryIO


class Standby:
    """Calls functions in a process that was forked before, where this machine allows it."""

    def __init__(self, prepare: Callable[[], object]) -> None:
        """Starts the process, which first calls ``prepare``."""
        self._prepare = prepare
        self._process = _start(prepare) if available_cores() > 1 and can_fork() else None

    def call(self, function: Callable[[Argument], Result], argument: Argument) -> Result:
        """Calls a function there; here, if there is no such process or it failed.

        The function, its argument and its result must be picklable.

        Raises:
            Exception: whatever the function raises.
        """
        result: Result = self._call(function, argument, lambda: function)
        return result

    def call_prepared(self, argument: object) -> Any:
        """Calls the function that ``prepare`` returned, otherwise as ``call``.

        Raises:
            Exception: whatever the function raises.
        """
        return self._call(None, argument, self._prepare)

    def _call(
        self,
        function: Callable[..., object] | None,
        argument: object,
        find: Callable[[], Any],
    ) -> Any:
        """Calls ``function`` there, or the prepared one; here, calls what ``find`` returns."""
        if self._process:
            request = pickle.dumps((function, argument), protocol=5)
            with suppress(OSError, EOFError, pickle.UnpicklingError):
                self._process.requests.write(request)
                self._process.requests.flush()
                return pickle.load(self._process.replies)  # noqa: S301 -- our own
            self.close()
        return find()(argument)

    def close(self) -> None:
        """Ends the process."""
        if self._process:
            number, requests, replies = self._process
            self._process = None
            os.kill(number, signal.SIGKILL)  # it may still be importing
            os.waitpid(number, 0)
            replies.close()
            with suppress(OSError):  # the rest of a request
                requests.close()


def _start(prepare: Callable[[], object]) -> _Process | None:
    """Starts the process; returns None if none can be started."""

    def serve() -> None:
        os.close(request)
        os.close(replied)
        _serve(os.fdopen(requested, "rb"), os.fdopen(reply, "wb"), prepare())

    pipes: list[int] = []
    try:
        pipes += os.pipe()
        pipes += os.pipe()
        requested, request, replied, reply = pipes
        child = fork(serve)
    except OSError:  # too many open files or processes
        for pipe in pipes:
            os.close(pipe)
        return None
    os.close(requested)
    os.close(reply)
    return _Process(child, os.fdopen(request, "wb"), os.fdopen(replied, "rb"))


def _serve(requests: BinaryIO, replies: BinaryIO, prepared: Any) -> None:
    """Answers requests until the other process ends."""
    while True:
        function: Callable[[Any], object] | None
        function, argument = pickle.load(requests)  # noqa: S301 -- from this program itself
        pickle.dump((function or prepared)(argument), replies, protocol=5)
        replies.flush()
