"""Lists the names of the files in a zip or tar archive, reading only a few megabytes."""

import io
import tarfile
import zipfile
import zlib
from contextlib import suppress
from itertools import islice
from typing import BinaryIO

_MOST_NAMES = 10_000
_LONGEST_LIST = 4 * 1024 * 1024
"""The longest central directory of a zip, in bytes, that is read."""
_MOST_UNPACKED = 4 * 1024 * 1024
"""How many bytes of a compressed tar are unpacked."""
NOT_OPENED = (zipfile.BadZipFile, NotImplementedError, ValueError)
"""What zipfile raises for a file that is no archive, or one that is damaged."""
_GZIP = b"\x1f\x8b\x08"


class _Limited(io.RawIOBase):
    """A file wrapper that limits the size of each read."""

    def __init__(self, file: BinaryIO) -> None:
        super().__init__()
        self._file = file

    def read(self, size: int = -1) -> bytes:
        return self._file.read(min(size, _LONGEST_LIST) if size >= 0 else _LONGEST_LIST)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def seekable(self) -> bool:
        return self._file.seekable()

    def readable(self) -> bool:
        return True


def list_contents(file: BinaryIO, head: bytes) -> tuple[str, ...]:
    """The names of the files in an archive; empty if it is not one, or cannot be read.

    Nothing is extracted, and at most a few megabytes are read.
    """
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _in_zip(file)
    if head.startswith(_GZIP):
        return _in_tar(_unpack_some(file, head))
    return _in_tar(head)


def _in_zip(file: BinaryIO) -> tuple[str, ...]:
    try:
        with zipfile.ZipFile(_Limited(file)) as archive:
            return tuple(archive.namelist()[:_MOST_NAMES])
    except (*NOT_OPENED, OSError):
        return ()


def _in_tar(start: bytes) -> tuple[str, ...]:
    """The names of the files in the start of a tar archive."""
    names: list[str] = []
    try:
        with tarfile.open(fileobj=io.BytesIO(start), mode="r:") as archive:
            names.extend(member.name for member in islice(archive, _MOST_NAMES))
    except (tarfile.TarError, EOFError, OSError, ValueError):
        pass
    return tuple(names)


def _unpack_some(file: BinaryIO, head: bytes) -> bytes:
    with suppress(zlib.error, OSError):
        packed = head + file.read(_MOST_UNPACKED)
        return zlib.decompressobj(wbits=31).decompress(packed, _MOST_UNPACKED)
    return b""
