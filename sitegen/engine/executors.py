"""Who does the work of a build: this process, others on this machine, or a cluster elsewhere.

A piece of work is a callable that takes one part of it and returns what became of it. It is sent to
each worker once, and must be picklable unless the workers are forked.
"""

import functools
import gc
import os
import pickle
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sized
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from sitegen.engine.capabilities import cores, may_fork
from sitegen.errors import UsageError

if TYPE_CHECKING:
    from concurrent.futures import Executor as Pool
    from concurrent.futures import Future
    from multiprocessing.context import BaseContext

    from distributed import Client

Part = TypeVar("Part")
Result = TypeVar("Result", bound=Sized)
Item = TypeVar("Item")
Part_contra = TypeVar("Part_contra", contravariant=True)
Result_co = TypeVar("Result_co", bound=Sized, covariant=True)

_DASK = ("dask://", "tcp://", "tls://")
_PATIENCE = 10
"""Seconds within which a cluster must answer."""
_PART = 100
"""Pages or files that a worker is given at a time."""
_AHEAD = 3
"""Parts that wait for each worker, so that none is ever idle."""


class TaskFunction(Protocol[Part_contra, Result_co]):
    """What is done to each part."""

    things: str
    """What parts and results are made of, in the plural."""

    def __call__(self, part: Part_contra, /) -> Result_co:
        """What becomes of a part."""
        ...


class Executor(Protocol):
    """Workers."""

    size: int
    """How many work at once."""
    shares_disk: bool
    """Whether they can write to this machine's folders."""

    def run(self, work: TaskFunction[Part, Result], parts: Iterable[Part]) -> Iterator[Result]:
        """What ``work`` makes of each part, in their order."""
        ...

    def close(self) -> None:
        """Lets the workers go."""
        ...


class SerialExecutor:
    """This process."""

    size = 1
    shares_disk = True

    def run(self, work: TaskFunction[Part, Result], parts: Iterable[Part]) -> Iterator[Result]:
        """What ``work`` makes of each part, in their order."""
        return map(work, parts)

    def close(self) -> None:
        """There is nobody to let go."""


class ProgressExecutor:
    """Another crew, with somebody who is told how far it is."""

    def __init__(self, executor: Executor, tell: Callable[[str], object]) -> None:
        """``tell`` is given texts such as ``4,300 pages``."""
        self._executor = executor
        self._tell = tell
        self.size = executor.size
        self.shares_disk = executor.shares_disk

    def run(self, work: TaskFunction[Part, Result], parts: Iterable[Part]) -> Iterator[Result]:
        """What ``work`` makes of each part, in their order."""
        done = 0
        for result in self._executor.run(work, parts):
            yield result
            done += len(result)
            self._tell(f"{done:,} {work.things}")

    def close(self) -> None:
        """Lets the other crew go."""
        self._executor.close()


class ProcessExecutor:
    """Processes on this machine, one for each core."""

    shares_disk = True

    def __init__(self) -> None:
        self.size = cores()

    def run(self, work: TaskFunction[Part, Result], parts: Iterable[Part]) -> Iterator[Result]:
        """What ``work`` makes of each part, in their order."""
        from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 -- few builds need it

        with (
            _frozen_memory(),
            ProcessPoolExecutor(
                self.size, _start_method(), initializer=_adopt, initargs=(work,)
            ) as pool,
        ):
            yield from _in_order(pool, _perform, parts, self.size * _AHEAD)

    def close(self) -> None:
        """They have gone with each work."""


class DaskExecutor:
    """The workers of a Dask cluster that runs already."""

    shares_disk = False

    def __init__(self, address: str) -> None:
        """Connects to the scheduler at ``address``, such as ``dask://host:8786``.

        Raises:
            UsageError: the library is not installed, or nobody answers there.
        """
        self._client = _connect(address)
        self.size = max(1, sum(self._client.nthreads().values()))

    def run(self, work: TaskFunction[Part, Result], parts: Iterable[Part]) -> Iterator[Result]:
        """What ``work`` makes of each part, in their order."""
        perform = functools.partial(_perform_shipped, pickle.dumps(work))
        with self._client.get_executor() as executor:
            yield from _in_order(executor, perform, parts, self.size * _AHEAD)

    def close(self) -> None:
        """Leaves the cluster, which goes on."""
        self._client.close()


def executor_for(address: str) -> Executor:
    """The workers of an address: of a Dask cluster, or for an empty one of this machine.

    Raises:
        UsageError: the address is none of a cluster, or nobody answers there.
    """
    if not address:
        return ProcessExecutor() if cores() > 1 else SerialExecutor()
    if address.startswith(_DASK):
        return DaskExecutor(address)
    raise UsageError(
        f"“{address}” is no address of a cluster",
        hint="name the scheduler of a Dask cluster, such as dask://127.0.0.1:8786",
    )


def batches(items: Iterable[Item]) -> Iterator[tuple[Item, ...]]:
    """The items, in parts of a size that is worth sending."""
    rest = iter(items)
    while part := tuple(islice(rest, _PART)):
        yield part


def _in_order(
    pool: "Pool",
    perform: Callable[[Part], Result],
    parts: Iterable[Part],
    ahead: int,
) -> Iterator[Result]:
    """The results, while at most ``ahead`` parts wait: so no more of them are in memory."""
    rest = iter(parts)
    waiting: deque[Future[Result]] = deque(
        pool.submit(perform, part) for part in islice(rest, ahead)
    )
    try:
        while waiting:
            result = waiting.popleft().result()
            waiting.extend(pool.submit(perform, part) for part in islice(rest, 1))
            yield result
    finally:
        for future in waiting:
            future.cancel()


def _connect(address: str) -> "Client":
    try:
        from distributed import Client  # noqa: PLC0415 -- only few have it
    except ImportError:
        raise UsageError(
            "to build on a Dask cluster, sitegen needs the library “distributed”",
            hint="pip install 'sitegen[dask]'",
        ) from None
    scheduler = address.replace("dask://", "tcp://", 1)
    try:
        return Client(scheduler, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise UsageError(
            f"no scheduler of a Dask cluster answers at {address}: {error}",
            hint="see that it runs and that its address is right",
        ) from None


_work: Callable[[Any], Any] | None = None
"""What a worker process was made for. It has one work, for all its life."""


def _adopt(work: Callable[[Any], Any]) -> None:
    global _work  # noqa: PLW0603 -- the one thing that a pool lets a process begin with
    _work = work
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Ends this process as soon as the one that it works for has, even if that was killed.

    It would wait for work for ever, and hold the lock of the digest, which it was forked with.
    """
    import multiprocessing  # noqa: PLC0415 -- a worker has it

    parent = multiprocessing.parent_process()
    assert parent is not None  # noqa: S101 -- a pool has made this process
    parent.join()
    os._exit(1)


def _perform(part: Any) -> Any:
    assert _work is not None  # noqa: S101 -- the pool has called _adopt
    return _work(part)


def _perform_shipped(work: bytes, part: Any) -> Any:
    return _unpacked(work)(part)


@functools.lru_cache(maxsize=1)
def _unpacked(work: bytes) -> Callable[[Any], Any]:
    unpacked: Callable[[Any], Any] = pickle.loads(work)  # noqa: S301 -- from the build itself
    return unpacked


def _start_method() -> "BaseContext":
    """Forking shares all that is in memory, and is preferred where it is safe."""
    import multiprocessing  # noqa: PLC0415 -- likewise

    return multiprocessing.get_context("fork" if may_fork() else "spawn")


@contextmanager
def _frozen_memory() -> Iterator[None]:
    """Keeps the garbage collector off what forked processes share, as looking there copies it."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
