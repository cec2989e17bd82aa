"""Forks this process, so that an interruption of the new one ends just the call in it."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType


def fork(call: Callable[[], object]) -> int:
    """Starts a process that calls ``call`` and then ends; returns its number.

    An interruption waits until the new process can handle it. Python forgets signals that arrive
    while it forks, and an interruption before the call would go on in a copy of this program.

    Raises:
        OSError: no process can be started.
    """
    with interruption_held():
        child = os.fork()
        if child:
            return child
        try:
            signal.signal(signal.SIGINT, _interrupt_once)  # a shell may have turned it off
            signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
            call()
        finally:
            os._exit(0)  # an error shows when this process does what the other one should have done


@contextmanager
def interruption_held() -> Iterator[None]:
    """Lets an interruption wait, for this thread and for the processes that it forks meanwhile."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows, which does not fork
        yield
        return
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)


@contextmanager
def interruption_ignored() -> Iterator[None]:
    """Ignores interruptions in all threads, while what one has begun to end comes to its end.

    Call it in the main thread: in others, Python sets no handlers.
    """
    handler = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, handler)


def _interrupt_once(_: int, __: FrameType | None) -> None:
    """Raises an error, and ignores further interruptions, as they would stop the cleaning up."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    raise KeyboardInterrupt
