"""Values of one size in a file, for what is known of each page but rarely read again."""

import functools
import os
import weakref
from collections.abc import Collection, Iterable, Iterator
from itertools import count
from typing import IO

from sitegen.overlay_mapping import LazyMapping


class RowFile(LazyMapping[str, bytes]):
    """A mapping whose values are in a file, one after the other, and read when they are needed."""

    def __init__(self, file: IO[bytes], keys: Collection[str]) -> None:
        """Takes the keys in the order of the values that ``write_rows`` wrote; owns ``file``."""
        self._file = file
        weakref.finalize(self, file.close)
        self._keys = keys
        self._size = os.fstat(file.fileno()).st_size // max(len(keys), 1)

    def __getitem__(self, key: str) -> bytes:
        place = self._places[key] * self._size
        return os.pread(self._file.fileno(), self._size, place)  # forked processes share the file

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)

    @functools.cached_property
    def _places(self) -> dict[str, int]:
        return dict(zip(self._keys, count(), strict=False))


def write_rows(file: IO[bytes], rows: Iterable[bytes]) -> None:
    """Writes values of one size to a file, instead of what it holds.

    Raises:
        OSError: the disk is full.
    """
    file.seek(0)
    file.truncate()
    file.writelines(rows)
    file.flush()
