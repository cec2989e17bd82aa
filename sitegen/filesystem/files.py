"""Writes single files so that each is whole at every moment."""

import hashlib
import os
import shutil
from contextlib import suppress
from pathlib import Path

from sitegen.errors import ContentError, OutputError
from sitegen.filesystem.fingerprints import FileFingerprint, stamp_of

Content = bytes | Path
"""What a file is to hold: these bytes, or those of that file."""

_CHUNK = 1 << 16
"""Bytes that are read at once: more than most pages have."""
_READING = os.O_RDONLY | getattr(os, "O_BINARY", 0)


def write_if_changed(path: Path, data: bytes) -> bool:
    """Writes ``data`` beside ``path`` and puts it in place; says whether the bytes were new.

    Where ``path`` is a link, it stays one, and what it leads to is written.

    Raises:
        OutputError: the file or its folder cannot be written.
    """
    path = path.resolve()
    if holds(path, data):
        return False
    beside = path.parent / f".{os.urandom(8).hex()}.tmp"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(data)
        with suppress(FileNotFoundError):
            shutil.copymode(path, beside)
        beside.replace(path)
    except OSError as error:
        raise not_written(path, error) from None
    finally:
        with suppress(OSError):  # it is in place, or never was there
            beside.unlink()
    return True


def write_new(path: str, content: Content) -> None:
    """Writes a file that is not there yet, and its folder where that is not there either.

    Raises:
        OSError: it cannot be written.
    """
    _make_folder(os.path.dirname(path))  # noqa: PTH120 -- for every file of an output
    if isinstance(content, Path):
        shutil.copyfile(content, path)
        return
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o666)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(file, rest) :]
    finally:
        os.close(file)


def _make_folder(path: str) -> None:
    try:
        os.mkdir(path)  # noqa: PTH102 -- mostly, only the last folder is new
    except FileExistsError:
        return
    except FileNotFoundError:
        os.makedirs(path, exist_ok=True)  # noqa: PTH103


def not_readable(path: Path, error: OSError) -> ContentError:
    """The error for a file that is to be copied and cannot be read."""
    return ContentError(
        f"this file cannot be read: {error.strerror}",
        path=path,
        hint="see who may read it, or take it out of the folder",
    )


def not_written(path: Path, error: OSError) -> OutputError:
    """The error for a file that could not be written."""
    reason = error.strerror or str(error)
    return OutputError(
        f"this file cannot be written: {reason[:1].lower()}{reason[1:]}",
        path=path,
        hint="see that the folder may be written to, that the disk has room, "
        "and that no folder has the file's name",
    )


def holds(path: Path | str, data: bytes) -> bool:
    """Whether a file has these bytes."""
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 -- for every file of an output
            return file.read() == data
    except OSError:
        return False  # it is not there, or no file: writing tells which


def read_fingerprinted(path: str) -> tuple[bytes, FileFingerprint]:
    """The bytes of a file, and what was seen of it.

    Raises:
        OSError: it cannot be read.
    """
    file = os.open(path, _READING)
    try:
        stamp = stamp_of(file)
        data = _read(file)
    finally:
        os.close(file)
    return data, FileFingerprint(stamp, digest_of(data))


def read_file(path: str) -> bytes:
    """The bytes of a file, read with the fewest calls of the system.

    Raises:
        OSError: it cannot be read.
    """
    file = os.open(path, _READING)
    try:
        return _read(file)
    finally:
        os.close(file)


def digest_of(data: bytes) -> bytes:
    """The digest by which the bytes of a file are known."""
    return hashlib.blake2b(data, digest_size=16).digest()


def refresh_fingerprint(path: Path | str, before: FileFingerprint) -> FileFingerprint:
    """What is to be seen of a file now, which is read only if its stamp is another than ``before``.

    Raises:
        OSError: it cannot be read.
    """
    stamp = stamp_of(path)
    if stamp and stamp == before.stamp:
        return before
    return FileFingerprint(stamp, file_digest(path))


def file_digest(path: Path | str) -> bytes:
    """The digest of a file's bytes.

    Raises:
        OSError: it cannot be read.
    """
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 -- for every file of an output
        return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=16)).digest()


def _read(file: int) -> bytes:
    data = part = os.read(file, _CHUNK)
    while len(part) >= _CHUNK:  # of a file, less than was asked for is all that is left
        part = os.read(file, len(data))
        data += part
    return data
