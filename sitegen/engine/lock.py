"""The lock of a digest: a second build waits for the first."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sitegen.engine.cache_key import CacheFolder
from sitegen.filesystem.locks import lock_file


@contextmanager
def locked(cache: CacheFolder | None) -> Iterator[None]:
    """Holds the lock of the digest with this cache. It is released even if the process is killed.

    Without ``cache``, or where no lock file can be created, nothing is locked.
    """
    folder = cache.create() if cache else None
    file = _open(folder / "lock") if folder else None
    if file is None:
        yield
        return
    try:
        lock_file(file)
        yield
    finally:
        os.close(file)


def _open(path: Path) -> int | None:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError:
        return None
