"""Task functions: the work that executors apply to batches of pages or files."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sized
from itertools import islice
from typing import TYPE_CHECKING, Protocol, TypeVar

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
_QUEUED_PER_WORKER = 16
"""Batches that wait for each worker, so that none is ever idle.

The results are in order. As one batch may take as long as twenty others, such as that of all feeds
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


def map_in_order(
    pool: "Pool", function: Callable[[Part], Result], parts: Iterable[Part], workers: int
) -> Iterator[Result]:
    """Yields the results in order, with only a few batches in memory for each worker."""
    rest = iter(parts)
    pending: deque[Future[Result]] = deque(
        pool.submit(function, part) for part in islice(rest, workers * _QUEUED_PER_WORKER)
    )
    try:
        while pending:
            result = pending.popleft().result()
            pending.extend(pool.submit(function, part) for part in islice(rest, 1))
            yield result
    finally:
        for future in pending:
            future.cancel()
