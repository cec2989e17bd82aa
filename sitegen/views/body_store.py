"""A content-addressed store for rendered texts, which records refer to by digest.

A body that is read is verified against its digest. So whatever happened to the file, a caller gets
the right text or ``BodyLostError``.
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
"""The digest of the empty body."""

_HEAD = struct.Struct("<I")
"""The header of a body: the length of its HTML in bytes. The plain text follows the HTML."""


class Body(NamedTuple):
    """A rendered text."""

    html: str
    text: str
    """The plain text of the HTML."""


EMPTY_BODY = Body("", "")


class PackedBody(NamedTuple):
    """A body as it is kept."""

    digest: bytes
    data: bytes

    def unpacked(self) -> Body:
        """The body.

        Raises:
            BodyLostError: it is damaged.
        """
        return _unpack(self.data, self.digest)


class HtmlRef(NamedTuple):
    """A reference to the HTML of the body with that digest."""

    digest: bytes


NO_HTML = HtmlRef(NO_BODY)
"""The reference of pages without a note, shared by all of them."""


class TextRef(NamedTuple):
    """A reference to the plain text of the body with that digest."""

    digest: bytes


class BodyLostError(Exception):
    """A body is missing or damaged, or the disk has no room for it."""


class BodyStore(Protocol):
    """Looks up bodies by digest."""

    def get(self, digest: bytes) -> Body:
        """The body with that digest, empty for ``NO_BODY``.

        Raises:
            BodyLostError: it is missing or damaged.
        """
        ...


class BodyFile:
    """Bodies in an append-only file, which forked processes can read as well."""

    def __init__(
        self, file: IO[bytes], places: Mapping[bytes, tuple[int, int]], path: Path | None
    ) -> None:
        self._file = file
        self.path = path
        """The path of the file; None for a temporary file."""
        self.places = dict(places)
        """The offset and the length of each body in the file, by digest."""
        self._last: tuple[bytes, Body] = NO_BODY, EMPTY_BODY
        """The body that was read last: templates read the HTML and the text of a page in turn."""

    @classmethod
    def create(cls, folder: Path | None) -> Self:
        """Creates a file in ``folder``; without a folder, a temporary file.

        Raises:
            OSError: the file cannot be created in ``folder``.
            OutputError: no temporary file can be created.
        """
        if folder is None:
            return cls(_temporary_file(), {}, None)
        handle, name = tempfile.mkstemp(prefix="bodies-", dir=folder)
        os.close(handle)
        return cls.open(Path(name), {})

    @classmethod
    def open(cls, path: Path, places: Mapping[bytes, tuple[int, int]]) -> Self:
        """Opens the file at ``path``, which has bodies at ``places``.

        Raises:
            OSError: it cannot be opened.
        """
        return cls(path.open("r+b", buffering=0), places, path)

    @property
    def size(self) -> int:
        """The size of the file in bytes, unused bodies included."""
        return os.fstat(self._file.fileno()).st_size

    def put(self, bodies: Iterable[PackedBody]) -> None:
        """Adds ``bodies``, all of them with one write.

        Raises:
            BodyLostError: the disk is full.
        """
        new = {digest: data for digest, data in bodies if digest not in self.places}
        data = b"".join(new.values())
        start = self._file.seek(0, os.SEEK_END)
        try:
            is_complete = self._file.write(data) == len(data)
        except OSError:
            is_complete = False
        if not is_complete:
            raise BodyLostError
        for digest, part in new.items():
            self.places[digest] = (start, len(part))
            start += len(part)

    def get(self, digest: bytes) -> Body:
        """The body with that digest, empty for ``NO_BODY``.

        Raises:
            BodyLostError: it is missing or damaged.
        """
        if digest == NO_BODY:  # and the last one is kept, which may be read again
            return EMPTY_BODY
        last_digest, last = self._last
        if digest == last_digest:
            return last
        body = _unpack(self._read(digest), digest)
        self._last = digest, body
        return body

    def copy(self, digests: Iterable[bytes], folder: Path | None) -> Self:
        """Creates a file in ``folder`` with only these bodies.

        Raises:
            OSError: it cannot be created.
            BodyLostError: a body is missing or damaged, or the disk is full.
        """
        copied = self.create(folder)
        try:
            for digest in digests:
                copied.put([pack(self.get(digest))])
        except BodyLostError:
            copied.close()
            if copied.path:
                copied.path.unlink()
            raise
        return copied

    def close(self) -> None:
        """Closes the file without deleting it."""
        self._file.close()

    def __reduce__(self) -> tuple[type["MemoryBodyStore"], tuple[dict[bytes, bytes]]]:
        """Sends the bodies themselves to a process on another machine."""
        return MemoryBodyStore, ({digest: self._read(digest) for digest in self.places},)

    def _read(self, digest: bytes) -> bytes:
        start, length = self.places.get(digest, (0, 0))
        if hasattr(os, "pread"):  # does not move the file position, which forked processes share
            return os.pread(self._file.fileno(), length, start)
        self._file.seek(start)
        return self._file.read(length)


class MemoryBodyStore:
    """A body store in memory."""

    def __init__(self, packed: Mapping[bytes, bytes]) -> None:
        self._packed = packed

    def get(self, digest: bytes) -> Body:
        """The body with that digest, empty for ``NO_BODY``.

        Raises:
            BodyLostError: it is missing or damaged.
        """
        return _unpack(self._packed.get(digest, b""), digest)


def _temporary_file() -> IO[bytes]:
    try:
        return tempfile.TemporaryFile(buffering=0)
    except OSError as error:
        raise no_room_for_bodies(error.strerror) from None


def no_room_for_bodies(reason: str | None = None) -> OutputError:
    """The error for a full disk, or another ``reason`` why no temporary file can be written."""
    return OutputError(
        f"no temporary file can be written: {reason or 'no space left on device'}",
        hint="make room in the folder for temporary files, or let TMPDIR name another",
    )


def pack(body: Body) -> PackedBody:
    """A body as it is kept, with the digest that identifies it."""
    html = body.html.encode()
    data = b"".join((_HEAD.pack(len(html)), html, body.text.encode()))
    return PackedBody(_digest(data), data)


def _unpack(data: bytes, digest: bytes) -> Body:
    if digest == NO_BODY:
        return EMPTY_BODY
    if _digest(data) != digest:
        raise BodyLostError
    (length,) = _HEAD.unpack_from(data)
    end = _HEAD.size + length
    return Body(data[_HEAD.size : end].decode(), data[end:].decode())


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=16).digest()
