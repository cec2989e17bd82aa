"""Executors run the tasks of a build: in this process, in a process pool or on a Dask cluster."""

import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from sitegen.engine.dask_executor import SCHEMES, DaskExecutor
from sitegen.engine.tasks import Part, Result, TaskFunction, map_in_order
from sitegen.errors import OutputError, UsageError
from sitegen.processes.capabilities import available_cores, can_fork
from sitegen.processes.forking import interruption_held, interruption_ignored
from sitegen.processes.garbage_collection import frozen_memory
from sitegen.processes.standby import Standby

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext

_BATCHES_OF_A_POOL = 60
"""After this many batches a pool of forked workers is replaced by a new one.

Such a worker copies each part of the memory that it uses, even if it only reads there. A new one
begins with none of these copies. With 100,000 pages, they would be half of all memory.
"""
_FEW_CORES = 2
"""On up to this many cores, this process is one of the workers: its results are not sent or copied.

With more workers, it has enough to do with their results.
"""


class Executor(Protocol):
    """Runs task functions on one or more workers."""

    size: int
    """How many workers run in parallel."""
    shares_disk: bool
    """Whether the workers can write to this machine's folders."""

    def run(self, function: TaskFunction[Part, Result], parts: Iterable[Part]) -> Iterator[Result]:
        """Applies ``function`` to each batch and yields the results in order."""
        ...

    def close(self) -> None:
        """Releases the workers."""
        ...


class SerialExecutor:
    """Runs tasks one after the other in this process."""

    size = 1
    shares_disk = True

    def run(self, function: TaskFunction[Part, Result], parts: Iterable[Part]) -> Iterator[Result]:
        """Applies ``function`` to each batch and yields the results in order."""
        return map(function, parts)

    def close(self) -> None:
        """Does nothing, as there are no workers to release."""


class StandbyExecutor:
    """Runs tasks one after the other in a process on standby, which has imported what they need."""

    size = 1
    shares_disk = True

    def __init__(self, standby: Standby) -> None:
        """Does not own ``standby``, which the caller closes."""
        self._standby = standby

    def run(self, function: TaskFunction[Part, Result], parts: Iterable[Part]) -> Iterator[Result]:
        """Applies ``function`` to each batch and yields the results in order."""
        return (self._standby.call(function, part) for part in parts)

    def close(self) -> None:
        """Does nothing."""


class Executors(NamedTuple):
    """Executors for different amounts of work."""

    many: Executor
    """For many tasks."""
    few: Executor = SerialExecutor()
    """For a few tasks, which workers would not be worth starting for."""


class ProgressExecutor:
    """Wraps another executor and reports its progress."""

    def __init__(self, executor: Executor, report: Callable[[str], object]) -> None:
        """Calls ``report`` with texts such as ``4,300 pages``."""
        self._executor = executor
        self._report = report
        self.size = executor.size
        self.shares_disk = executor.shares_disk

    def run(self, function: TaskFunction[Part, Result], parts: Iterable[Part]) -> Iterator[Result]:
        """Applies ``function`` to each batch and yields the results in order."""
        count = 0
        for result in self._executor.run(function, parts):
            yield result
            count += len(result)
            self._report(f"{count:,} {function.unit}")

    def close(self) -> None:
        """Releases the workers of the other executor."""
        self._executor.close()


class SideTaskExecutor:
    """Wraps another executor, and calls a function here when its workers have begun."""

    def __init__(self, executor: Executor, side_task: Callable[[], object]) -> None:
        """Calls ``side_task`` after the first result; the workers have further batches then."""
        self._executor = executor
        self._side_task = side_task
        self.size = executor.size
        self.shares_disk = executor.shares_disk

    def run(self, function: TaskFunction[Part, Result], parts: Iterable[Part]) -> Iterator[Result]:
        """Applies ``function`` to each batch and yields the results in order."""
        for number, result in enumerate(self._executor.run(function, parts)):
            if number == 0:
                self._side_task()
            yield result

    def close(self) -> None:
        """Releases the workers of the other executor."""
        self._executor.close()


class ProcessExecutor:
    """Runs tasks in processes on this machine, one for each core; this may be one of them."""

    shares_disk = True

    def __init__(self) -> None:
        self.size = available_cores()

    def run(self, function: TaskFunction[Part, Result], parts: Iterable[Part]) -> Iterator[Result]:
        """Applies ``function`` to each batch and yields the results in order.

        Raises:
            OutputError: a worker was killed.
        """
        rest = iter(parts)
        others = _BATCHES_OF_A_POOL - 1 if can_fork() else None
        for first in rest:
            yield from self._run_pool(function, chain([first], islice(rest, others)))

    def _run_pool(
        self, function: TaskFunction[Part, Result], parts: Iterable[Part]
    ) -> Iterator[Result]:
        from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 -- few builds need it
        from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415 -- see above

        here = function if self.size == _FEW_CORES else None
        workers = self.size - 1 if here else self.size
        with (
            frozen_memory(),
            ProcessPoolExecutor(
                workers, _start_method(), initializer=_start_worker, initargs=(function,)
            ) as pool,
        ):
            with interruption_held():
                pool.submit(os.getpid)  # the first task starts the workers
            try:
                yield from map_in_order(pool, _run_task, parts, self.size, here)
            except BrokenProcessPool:
                raise OutputError(
                    "a process of the build was killed",
                    hint="the memory may have been full: close other programs, and build again",
                ) from None
            except KeyboardInterrupt:
                # If Python 3.11 is interrupted while it waits for them, it may wait for ever.
                with interruption_ignored():
                    pool.shutdown(cancel_futures=True)
                raise

    def close(self) -> None:
        """Does nothing, as each run has its own pools."""


def executor_for(address: str) -> Executor:
    """Returns the executor for an address: a Dask cluster, or this machine if it is empty.

    Raises:
        UsageError: this is not the address of a cluster, or no scheduler answers.
    """
    if not address:
        return ProcessExecutor() if available_cores() > 1 else SerialExecutor()
    if address.startswith(SCHEMES):
        return DaskExecutor(address)
    raise UsageError(
        f"“{address}” is no address of a cluster",
        hint="name the scheduler of a Dask cluster, such as dask://127.0.0.1:8786",
    )


_function: Callable[[Any], Any] | None = None
"""The task function of a worker process, which runs only this one."""


def _start_worker(function: Callable[[Any], Any]) -> None:
    global _function  # noqa: PLW0603 -- a pool offers no other way to pass it once
    _function = function
    # Ctrl-C reaches all processes of a terminal; the parent ends this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_exit_with_parent, daemon=True).start()


def _exit_with_parent() -> None:
    """Ends this process as soon as its parent ends, even if that was killed.

    Otherwise it would wait for work forever and hold the digest's lock, which it inherited.
    """
    import multiprocessing  # noqa: PLC0415 -- a worker has it

    parent = multiprocessing.parent_process()
    assert parent is not None  # noqa: S101 -- a pool started this process
    parent.join()
    os._exit(1)


def _run_task(part: Any) -> Any:
    assert _function is not None  # noqa: S101 -- set by _start_worker
    return _function(part)


def _start_method() -> "BaseContext":
    """Prefers forking where it is safe, as it shares all data in memory."""
    import multiprocessing  # noqa: PLC0415 -- few builds need it

    return multiprocessing.get_context("fork" if can_fork() else "spawn")
