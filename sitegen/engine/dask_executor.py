"""Runs tasks on a Dask cluster (https://distributed.dask.org)."""

import functools
import pickle
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from sitegen.engine.tasks import Part, Result, TaskFunction, map_in_order
from sitegen.errors import UsageError

if TYPE_CHECKING:
    from distributed import Client

SCHEMES = ("dask://", "tcp://", "tls://")
"""What the address of a scheduler starts with."""

_CONNECT_TIMEOUT = 10
"""Seconds within which the scheduler must answer."""


class DaskExecutor:
    """The workers of a running Dask cluster."""

    shares_disk = False

    def __init__(self, address: str) -> None:
        """Connects to the scheduler at ``address``, such as ``dask://host:8786``.

        Raises:
            UsageError: the library is not installed, or no scheduler answers.
        """
        self._client = _connect(address)
        self.size = max(1, sum(self._client.nthreads().values()))

    def run(self, function: TaskFunction[Part, Result], parts: Iterable[Part]) -> Iterator[Result]:
        """Applies ``function`` to each batch and yields the results in order."""
        task = functools.partial(_run_pickled, pickle.dumps(function))
        with self._client.get_executor() as executor:
            yield from map_in_order(executor, task, parts, self.size)

    def close(self) -> None:
        """Disconnects from the cluster, which keeps running."""
        self._client.close()


def _connect(address: str) -> "Client":
    try:
        from distributed import Client  # noqa: PLC0415 -- an optional dependency
    except ImportError:
        raise UsageError(
            "to build on a Dask cluster, sitegen needs the library “distributed”",
            hint="pip install 'sitegen[dask]'",
        ) from None
    scheduler = address.replace("dask://", "tcp://", 1)
    try:
        return Client(scheduler, timeout=_CONNECT_TIMEOUT, set_as_default=False)
    except (OSError, ValueError) as error:
        raise UsageError(
            f"no scheduler of a Dask cluster answers at {address}: {error}",
            hint="check that it is running and that its address is right",
        ) from None


def _run_pickled(function: bytes, part: Any) -> Any:
    return _unpickled(function)(part)


@functools.lru_cache(maxsize=1)
def _unpickled(function: bytes) -> Callable[[Any], Any]:
    unpickled: Callable[[Any], Any] = pickle.loads(function)  # noqa: S301 -- from the build itself
    return unpickled
