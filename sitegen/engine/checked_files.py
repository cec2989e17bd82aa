"""Files of the cache with a cache key and a checksum: they are read only if both are right."""

import hashlib
from pathlib import Path
from typing import NamedTuple

from sitegen.engine.cache_key import write_cache_file

_DIGEST_SIZE = hashlib.sha256().digest_size


class CheckedFile(NamedTuple):
    """What a file holds."""

    digest: bytes
    """The checksum of the payload."""
    payload: memoryview


def read_checked(path: Path, head: bytes) -> CheckedFile:
    """Reads a file.

    Args:
        path: the file.
        head: what it must begin with, such as the cache key.

    Raises:
        OSError: it cannot be read.
        ValueError: it begins otherwise, or is damaged.
    """
    data = path.read_bytes()
    end = len(head) + _DIGEST_SIZE
    digest, payload = data[len(head) : end], memoryview(data)[end:]
    if not data.startswith(head) or _digest(payload) != digest:
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
