"""Task functions: the work that executors apply to batches of pages or files."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sized
from itertools import islice
from typing import TYPE_CHECKING, Generic, NamedTuple, Protocol, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Executor as Pool
    from concurrent.futures import Future

Part = TypeVar("Part")
Result = TypeVar("Result", bound=Sized)
Item = TypeVar("Item")
Part_contra = TypeVar("Part_contra", contravariant=True)
Result_co = TypeVar("Result_co", bound=Sized, covariant=True)

_BATCH_SIZE = 100
"""Pages or files that a worker receives at a time."""
_QUEUED_PER_WORKER = 32
"""Batches that wait for each worker, so that none is ever idle.

The results are in order. As one batch may take as long as fifty others, such as that of all feeds
and sitemaps, the other workers need so many.
"""


class TaskFunction(Protocol[Part_contra, Result_co]):
    """A function that workers apply to batches.

    It is sent to each worker once, and must be picklable unless the workers are forked.
    """

    unit: str
    """What the batches and results consist of, in the plural, such as ``pages``."""

    def __call__(self, part: Part_contra, /) -> Result_co:
        """Processes a batch."""
        ...


def batches(items: Iterable[Item], size: int = _BATCH_SIZE) -> Iterator[tuple[Item, ...]]:
    """Splits items into batches that are large enough to be worth sending to a worker."""
    rest = iter(items)
    while part := tuple(islice(rest, size)):
        yield part


class _Pending(NamedTuple, Generic[Part, Result]):
    """A batch whose result is still to be yielded."""

    part: Part
    future: "Future[Result]"


def map_in_order(
    pool: "Pool",
    function: Callable[[Part], Result],
    parts: Iterable[Part],
    workers: int,
    here: Callable[[Part], Result] | None = None,
) -> Iterator[Result]:
    """Yields the results in order, with only a few batches in memory for each worker.

    Args:
        pool: the workers.
        function: what they apply to each batch.
        parts: the batches.
        workers: how many workers there are.
        here: the same as ``function``, for this process: while the next result is not there, it
            takes batches back that no worker has begun. None if it is only to wait.
    """
    batches_left = (_Pending(part, pool.submit(function, part)) for part in parts)
    pending = deque(islice(batches_left, workers * _QUEUED_PER_WORKER))
    try:
        while pending:
            while here and not pending[0].future.done() and _do_last(pending, here):
                pass
            result = pending.popleft().future.result()
            pending.extend(islice(batches_left, 1))
            yield result
    finally:
        for each in pending:
            _take_back(each.future)


def _do_last(pending: deque[_Pending[Part, Result]], here: Callable[[Part], Result]) -> bool:
    """Applies ``here`` to the last batch that no worker has begun; False if there is none."""
    from concurrent.futures import Future  # noqa: PLC0415 -- few builds need it

    for place in reversed(range(len(pending))):
        part, future = pending[place]
        if _take_back(future):
            done: Future[Result] = Future()
            done.set_result(here(part))
            pending[place] = _Pending(part, done)
            return True
    return False


def _take_back(future: "Future[Result]") -> bool:
    """Cancels the call for a batch; False if a worker has begun it, or it is done."""
    is_cancelled = future.cancel()
    if is_cancelled:
        # If a worker dies, the pool tells all futures. Python 3.11 stops at a cancelled one, and
        # leaves the other workers and its own threads as they are.
        future.set_exception = _ignore  # type: ignore[assignment, method-assign]
    return is_cancelled


def _ignore(_: BaseException | None) -> None:
    """Does nothing, as nobody waits for a call that was cancelled."""
