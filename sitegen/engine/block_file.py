"""Files of the cache in blocks, each of which is read when something in it is first needed.

A block has a checksum of its own, so that a build after an edit reads and checks only a few of
them. All checksums together identify the file.
"""

import hashlib
import os
import struct
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from itertools import count, islice
from mmap import ACCESS_READ, mmap
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO, Generic, NamedTuple, TypeVar

from sitegen.engine.cache_key import new_cache_file, new_path_of
from sitegen.overlay_mapping import LazyMapping
from sitegen.views.body_store import BodyLostError

V = TypeVar("V")

BLOCK = 16
"""How many values a block has, at most: neighbours are often needed together."""

_DIGEST_SIZE = 16
_PLACE = struct.Struct(f"<QQ{_DIGEST_SIZE}s")
"""A block in the index: where it begins, its size, and its checksum. The index ends the file."""


class Place(NamedTuple):
    """Where a block is in its file."""

    start: int
    size: int
    digest: bytes


class BlockLostError(BodyLostError):
    """A block of the cache is damaged."""


class BlockFile:
    """A file with blocks, known by their numbers. It may be replaced, but never written to."""

    def __init__(self, path: Path, head: bytes) -> None:
        """Opens a file, and reads its index.

        Args:
            path: the file.
            head: what it must begin with, such as the cache key.

        Raises:
            OSError: it cannot be read.
            ValueError: it begins otherwise, or its index is damaged.
        """
        self._data = _mapped(path)
        top = self._data[: len(head) + _PLACE.size]
        if len(top) < len(head) + _PLACE.size or not top.startswith(head):
            raise ValueError("it has another head")
        start, size, digest = _PLACE.unpack_from(top, len(head))
        index = self._data[start : start + size]
        if _digest(index) != digest:
            raise ValueError("its index is damaged")
        self.digest: bytes = digest
        """What identifies the file with all its blocks."""
        self.size = len(self._data)
        self._index = index
        self._checked: set[int] = set()

    def __len__(self) -> int:
        """The number of blocks."""
        return len(self._index) // _PLACE.size

    def read(self, number: int) -> bytes:
        """The bytes of a block.

        Raises:
            BlockLostError: it is damaged.
        """
        start, size, digest = _PLACE.unpack_from(self._index, number * _PLACE.size)
        data = self._data[start : start + size]
        if number not in self._checked:
            if _digest(data) != digest:
                raise BlockLostError
            self._checked.add(number)
        return data


def begin_blocks(path: Path, head: bytes, blocks: Iterable[bytes]) -> list[Place]:
    """Writes the first blocks of a file, which ``end_blocks`` completes, also in another process.

    Raises:
        OSError: it cannot be written.
    """
    with new_path_of(path).open("wb") as file:
        file.write(head + bytes(_PLACE.size))
        return list(_append(file, blocks))


class Written(NamedTuple):
    """A file that was written."""

    digest: bytes
    """What identifies it."""
    size: int


def end_blocks(path: Path, head: bytes, begun: Sequence[Place], blocks: Iterable[bytes]) -> Written:
    """Writes the other blocks of a file, and puts it in its place.

    Raises:
        OSError: it cannot be written.
    """
    with new_cache_file(path, mode="r+b") as file:
        file.seek(0, os.SEEK_END)
        places = (*begun, *_append(file, blocks))
        index = b"".join(_PLACE.pack(*place) for place in places)
        place = Place(file.tell(), len(index), _digest(index))
        file.write(index)
        size = file.tell()
        file.seek(len(head))
        file.write(_PLACE.pack(*place))
    return Written(place.digest, size)


@contextmanager
def set_aside(folder: Path, blocks: Iterable[bytes]) -> Iterator[Iterator[bytes]]:
    """Makes blocks now that are to be written later; until then, they are in a temporary file.

    Raises:
        OSError: it cannot be written.
    """
    with TemporaryFile(dir=folder) as file:
        sizes = [file.write(block) for block in blocks]
        file.seek(0)
        yield map(file.read, sizes)


def discard_blocks(path: Path) -> None:
    """Removes a file that ``begin_blocks`` began.

    Raises:
        OSError: it cannot be removed.
    """
    new_path_of(path).unlink(missing_ok=True)


def has_digest(path: Path, head: bytes, digest: bytes) -> bool:
    """Whether a file is the one with that digest; False if it cannot be read."""
    with suppress(OSError), path.open("rb") as file:
        start = file.read(len(head) + _PLACE.size)
        return start.startswith(head) and start.endswith(digest)
    return False


def in_blocks(items: Mapping[str, V]) -> Iterator[dict[str, V]]:
    """The items in groups, each of which is to be a block."""
    rest = iter(items.items())
    while group := dict(islice(rest, BLOCK)):
        yield group


def count_blocks(items: Collection[str]) -> int:
    """How many groups ``in_blocks`` makes."""
    return -(-len(items) // BLOCK)


class BlockMapping(LazyMapping[str, V], Generic[V]):
    """The values of a mapping that was written ``in_blocks``, each block read when it is needed."""

    __slots__ = ("_decode", "_file", "_first", "_places", "_values")

    def __init__(
        self,
        names: Iterable[str],
        file: BlockFile,
        first: int,
        decode: Callable[[bytes], Mapping[str, V]],
    ) -> None:
        """Describes what was written.

        Args:
            names: all names, in their order.
            file: the file.
            first: the number of the first block.
            decode: makes of the bytes of a block the values in it, by name.
        """
        self._places = dict(zip(names, count(), strict=False))
        self._file = file
        self._first = first
        self._decode = decode
        self._values: dict[str, V] = {}

    def __getitem__(self, name: str) -> V:
        values = self._values
        if name not in values:
            number = self._first + self._places[name] // BLOCK
            values.update(self._decode(self._file.read(number)))
        return values[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def __contains__(self, name: object) -> bool:
        return name in self._places

    def near(self, parts: Iterable[bytes]) -> list[str]:
        """The names in all blocks whose bytes contain one of ``parts``.

        Raises:
            BlockLostError: a block is damaged.
        """
        parts, names, near = tuple(parts), list(self._places), list[str]()
        for block in range(count_blocks(names)):
            data = self._file.read(self._first + block)
            if any(part in data for part in parts):
                near += names[block * BLOCK : (block + 1) * BLOCK]
        return near


def _mapped(path: Path) -> mmap | bytes:
    with path.open("rb") as file:
        if os.name != "nt":  # Windows replaces no file that is mapped
            with suppress(OSError):  # the disk does not support it
                return mmap(file.fileno(), 0, access=ACCESS_READ)
        return file.read()


def _append(file: BinaryIO, blocks: Iterable[bytes]) -> Iterator[Place]:
    start = file.tell()
    for data in blocks:
        file.write(data)
        yield Place(start, len(data), _digest(data))
        start += len(data)


def _digest(data: bytes) -> bytes:
    """A part of SHA-256, as most processors have instructions for it."""
    return hashlib.sha256(data).digest()[:_DIGEST_SIZE]
