"""Files of the cache with a cache key and a checksum: they are read only if both are right."""

import hashlib
import os
import pickle
import struct
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, TypeVar

from sitegen.engine.cache_key import (
    CacheFolder,
    new_cache_file,
    new_path_of,
    write_cache_file,
)

Kept = TypeVar("Kept")

PartWriter = Callable[[BinaryIO], object]
"""Writes a part of a file at its end."""

_DIGEST_SIZE = hashlib.sha256().digest_size
_SIZE = struct.Struct("<Q")
"""What is before each part of a file: its size."""
_CHUNK = 1 << 20
"""Bytes that are read at a time."""


class CheckedFile(NamedTuple):
    """What a file holds."""

    digest: bytes
    """The checksum of the payload."""
    payload: memoryview


class DumpedFile(NamedTuple):
    """A file that was written."""

    digest: bytes
    """The checksum of the payload."""
    size: int
    """The size of the payload in bytes."""


def read_checked(path: Path, head: bytes) -> CheckedFile:
    """Reads a file.

    Args:
        path: the file.
        head: what it must begin with, such as the cache key.

    Raises:
        OSError: it cannot be read.
        ValueError: it begins otherwise, or is damaged.
    """
    return _checked(memoryview(path.read_bytes()), head)


def map_checked(path: Path, head: bytes) -> CheckedFile:
    """Reads a large file as ``read_checked`` does, but maps it into memory, without a copy.

    As long as the payload is used, nobody may write to the file. It can be replaced.
    """
    with path.open("rb") as file:
        try:
            data = memoryview(mmap(file.fileno(), 0, access=ACCESS_READ))
        except OSError:  # the disk does not support it
            data = memoryview(file.read())
    return _checked(data, head)


def _checked(data: memoryview, head: bytes) -> CheckedFile:
    end = len(head) + _DIGEST_SIZE
    digest, payload = bytes(data[len(head) : end]), data[end:]
    if data[: len(head)] != head or _digest(payload) != digest:
        raise ValueError
    return CheckedFile(digest, payload)


def write_checked(path: Path, head: bytes, payload: bytes) -> bytes:
    """Writes a file atomically, and returns the checksum of its payload.

    Raises:
        OSError: it cannot be written.
    """
    digest = _digest(payload)
    write_cache_file(path, b"".join((head, digest, payload)))
    return digest


def begin_dump(path: Path, head: bytes, parts: Iterable[PartWriter]) -> None:
    """Writes the first parts of a file, which ``end_dump`` completes, perhaps in another process.

    Raises:
        OSError: it cannot be written.
    """
    with new_path_of(path).open("wb") as file:
        file.write(head + bytes(_DIGEST_SIZE))
        _write_parts(file, parts)


def end_dump(path: Path, head: bytes, parts: Iterable[PartWriter]) -> DumpedFile:
    """Writes the other parts of a file that ``begin_dump`` began, and puts it in its place.

    The file is like those of ``write_checked``, but is never held in memory.

    Raises:
        OSError: it cannot be written.
    """
    with new_cache_file(path, mode="r+b") as file:
        file.seek(0, os.SEEK_END)
        _write_parts(file, parts)
        size = file.tell() - len(head) - _DIGEST_SIZE
        file.seek(len(head) + _DIGEST_SIZE)
        known = hashlib.sha256()
        while chunk := file.read(_CHUNK):
            known.update(chunk)
        file.seek(len(head))
        file.write(known.digest())
    return DumpedFile(known.digest(), size)


def discard_dump(path: Path) -> None:
    """Removes a file that ``begin_dump`` began.

    Raises:
        OSError: it cannot be removed.
    """
    new_path_of(path).unlink(missing_ok=True)


def dumped_parts(payload: memoryview) -> Iterator[memoryview]:
    """The parts in the payload of a file that ``begin_dump`` and ``end_dump`` wrote."""
    start = 0
    while start < len(payload):
        (size,) = _SIZE.unpack_from(payload, start)
        start += _SIZE.size
        yield payload[start : start + size]
        start += size


class CachePickler(pickle.Pickler):
    """Pickles named tuples so that loading them calls no Python code for each.

    This takes a fourth off the time that loading tens of thousands of them takes.
    """

    def reducer_override(self, value: object) -> Any:
        """Called by ``pickle`` for each value whose type is not a basic one."""
        if isinstance(value, tuple) and hasattr(value, "_fields"):
            return tuple.__new__, (type(value), tuple(value))
        return NotImplemented


def load_kept(
    cache: CacheFolder | None, name: str, decode: Callable[[memoryview], Kept], basis: bytes = b""
) -> Kept | None:
    """What ``keep`` wrote; None if nothing was kept, or it cannot be read.

    Args:
        cache: the cache folder, if there is one.
        name: the name of the file in it.
        decode: makes of the payload what was kept.
        basis: the digest of what the kept depends on besides the cache key.
    """
    if cache:
        with suppress(Exception):  # a cache that cannot be read is ignored
            return decode(read_checked(cache.path / name, cache.key + basis).payload)
    return None


def keep(cache: CacheFolder, name: str, payload: bytes, basis: bytes = b"") -> None:
    """Writes a file for ``load_kept``, if the folder is there.

    Raises:
        OSError: it cannot be written.
    """
    if cache.path.is_dir():
        write_checked(cache.path / name, cache.key + basis, payload)


def begins_with(path: Path, head: bytes) -> bool:
    """Whether a file begins with ``head``; False if it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(len(head)) == head
    except OSError:
        return False


def _digest(data: bytes | memoryview) -> bytes:
    """SHA-256, as most processors have instructions for it."""
    return hashlib.sha256(data).digest()


def _write_parts(file: BinaryIO, parts: Iterable[PartWriter]) -> None:
    """Writes parts to the end of a file, each after its size."""
    for write in parts:
        before = file.tell()
        file.write(_SIZE.pack(0))
        write(file)
        end = file.tell()
        file.seek(before)
        file.write(_SIZE.pack(end - before - _SIZE.size))
        file.seek(end)
