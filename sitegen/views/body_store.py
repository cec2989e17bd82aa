"""Rendered texts, kept apart from the records that refer to them: in a file, found by content.

A record names a body by the digest of its content, and a body that is read is held against its
digest. So whatever happened to the file, a reader gets the right text or ``BodyLostError``.
"""

import hashlib
import os
import struct
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import IO, NamedTuple, Protocol, Self

from sitegen.errors import OutputError

NO_BODY = b""
"""The digest that stands for nothing."""

_HEAD = struct.Struct("<I")
"""In front of a body: how many bytes its HTML has; what comes after that is its text."""


class Body(NamedTuple):
    """A rendered text."""

    html: str
    text: str
    """The plain text of the HTML."""


class HtmlRef(NamedTuple):
    """Stands for the HTML of the body of that digest."""

    digest: bytes


NO_HTML = HtmlRef(NO_BODY)
"""Where there is none: one object for all, as most pages have no note."""


class TextRef(NamedTuple):
    """Stands for the plain text of the body of that digest."""

    digest: bytes


class BodyLostError(Exception):
    """A body is not there any more, or not as it was put there, or there is no room for it."""


class BodyStore(Protocol):
    """Where bodies are found."""

    def get(self, digest: bytes) -> Body:
        """The body of that digest, an empty one for ``NO_BODY``; BodyLostError if it is lost."""
        ...


class BodyFile:
    """Bodies in a file that only grows; a process that is forked off may read them, too."""

    def __init__(
        self, file: IO[bytes], places: Mapping[bytes, tuple[int, int]], path: Path | None
    ) -> None:
        self._file = file
        self.path = path
        """The file; None for one that goes with the process."""
        self.places = dict(places)
        """Where each body stands: from which byte on, and how many bytes it has."""

    @classmethod
    def create(cls, folder: Path | None) -> Self:
        """A new file in ``folder``; without a folder, one that goes with the process.

        Raises:
            OSError: it cannot be made in ``folder``.
            OutputError: no file can be made that goes with the process.
        """
        if folder is None:
            return cls(_temporary_file(), {}, None)
        handle, name = tempfile.mkstemp(prefix="bodies-", dir=folder)
        os.close(handle)
        return cls.open(Path(name), {})

    @classmethod
    def open(cls, path: Path, places: Mapping[bytes, tuple[int, int]]) -> Self:
        """The file at ``path``, with bodies in it at ``places``.

        Raises:
            OSError: it cannot be opened.
        """
        return cls(path.open("r+b", buffering=0), places, path)

    @property
    def size(self) -> int:
        """How many bytes the file has, used or not."""
        return os.fstat(self._file.fileno()).st_size

    def put(self, body: Body) -> None:
        """Keeps ``body``.

        Raises:
            BodyLostError: the disk is full.
        """
        data = _pack(body)
        digest = _digest(data)
        if digest in self.places:
            return
        start = self._file.seek(0, os.SEEK_END)
        try:
            is_whole = self._file.write(data) == len(data)
        except OSError:
            is_whole = False
        if not is_whole:
            raise BodyLostError
        self.places[digest] = (start, len(data))

    def get(self, digest: bytes) -> Body:
        """The body of that digest, an empty one for ``NO_BODY``; BodyLostError if it is lost."""
        return _unpack(b"" if digest == NO_BODY else self._read(digest), digest)

    def only(self, digests: Iterable[bytes], folder: Path | None) -> Self:
        """A new file in ``folder`` with these bodies alone.

        Raises:
            OSError: it cannot be made.
            BodyLostError: one of them is lost, or there is no room.
        """
        copied = self.create(folder)
        try:
            for digest in digests:
                copied.put(self.get(digest))
        except BodyLostError:
            copied.close()
            if copied.path:
                copied.path.unlink()
            raise
        return copied

    def close(self) -> None:
        """Closes the file, and leaves it where it is."""
        self._file.close()

    def __reduce__(self) -> tuple[type["LoadedBodyStore"], tuple[dict[bytes, bytes]]]:
        """What goes to a process elsewhere are the bodies themselves."""
        return LoadedBodyStore, ({digest: self._read(digest) for digest in self.places},)

    def _read(self, digest: bytes) -> bytes:
        start, length = self.places.get(digest, (0, 0))
        if hasattr(os, "pread"):  # leaves the file's position alone, which forked processes share
            return os.pread(self._file.fileno(), length, start)
        self._file.seek(start)
        return self._file.read(length)


class LoadedBodyStore:
    """Bodies in memory."""

    def __init__(self, packed: Mapping[bytes, bytes]) -> None:
        self._packed = packed

    def get(self, digest: bytes) -> Body:
        """The body of that digest, an empty one for ``NO_BODY``; BodyLostError if it is lost."""
        return _unpack(self._packed.get(digest, b""), digest)


def _temporary_file() -> IO[bytes]:
    try:
        return tempfile.TemporaryFile(buffering=0)
    except OSError as error:
        raise no_room_for_bodies(error.strerror) from None


def no_room_for_bodies(reason: str | None = None) -> OutputError:
    """The error for a machine that has no room for temporary files."""
    return OutputError(
        f"no temporary file can be written: {reason or 'no space left on device'}",
        hint="make room in the folder for temporary files, or let TMPDIR name another",
    )


def digest_of(body: Body) -> bytes:
    """The name of a body."""
    return _digest(_pack(body))


def _pack(body: Body) -> bytes:
    html = body.html.encode()
    return b"".join((_HEAD.pack(len(html)), html, body.text.encode()))


def _unpack(data: bytes, digest: bytes) -> Body:
    if digest == NO_BODY:
        return Body("", "")
    if _digest(data) != digest:
        raise BodyLostError
    (length,) = _HEAD.unpack_from(data)
    end = _HEAD.size + length
    return Body(data[_HEAD.size : end].decode(), data[end:].decode())


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=16).digest()
