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


class _Request(NamedTuple):
    """A call of a function."""

    function: Callable[..., object]
    arguments: tuple[object, ...]
    takes_prepared: bool = False
    """Whether it also takes what was prepared, as the first argument."""
    has_result: bool = True


class Standby:
    """Calls functions in a process that was forked before, where this machine allows it.

    The functions, their arguments and results must be picklable.
    """

    def __init__(self, prepare: Callable[[], object]) -> None:
        """Starts the process, which first calls ``prepare``."""
        self._prepare = prepare
        self._told: list[_Request] = []
        self._process = _start(prepare) if available_cores() > 1 and can_fork() else None

    def call(self, function: Callable[[Argument], Result], argument: Argument) -> Result:
        """Calls a function there; here, if there is no such process or it failed.

        Raises:
            Exception: whatever the function raises.
        """
        result: Result = self._ask(_Request(function, (argument,)))
        return result

    def tell(self, function: Callable[[Any, Argument], None], argument: Argument) -> None:
        """Begins to call a function of what ``prepare`` returned, and of another argument.

        If it fails, the next call of ``ask`` calls it again.
        """
        request = _Request(function, (argument,), takes_prepared=True, has_result=False)
        self._told.append(request)
        if self._process:
            try:
                _send(self._process, request)
            except OSError:
                self.close()

    def ask(self, function: Callable[[Any, Argument], Result], argument: Argument) -> Result:
        """Calls a function of what ``prepare`` returned, and of another argument, after all others.

        Raises:
            Exception: whatever the function raises, or one that ``tell`` was given.
        """
        result: Result = self._ask(_Request(function, (argument,), takes_prepared=True))
        return result

    def _ask(self, request: _Request) -> Any:
        if self._process:
            with suppress(OSError, EOFError, pickle.UnpicklingError):
                _send(self._process, request)
                return pickle.load(self._process.replies)  # noqa: S301 -- our own
            self.close()
        if not request.takes_prepared:
            return request.function(*request.arguments)
        prepared = self._prepare()
        for told in self._told:
            told.function(prepared, *told.arguments)
        return request.function(prepared, *request.arguments)

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


def _send(process: _Process, request: _Request) -> None:
    process.requests.write(pickle.dumps(request, protocol=5))
    process.requests.flush()


def _serve(requests: BinaryIO, replies: BinaryIO, prepared: object) -> None:
    """Answers requests until the other process ends."""
    while True:
        request: _Request = pickle.load(requests)  # noqa: S301 -- from this program itself
        first = (prepared,) if request.takes_prepared else ()
        result = request.function(*first, *request.arguments)
        if request.has_result:
            pickle.dump(result, replies, protocol=5)
            replies.flush()
