"""Reads and writes single files; an existing file is replaced atomically."""

import errno
import hashlib
import os
import shutil
import stat
from contextlib import suppress
from pathlib import Path

from sitegen.errors import ContentError, OutputError
from sitegen.filesystem.fingerprints import DIGEST_SIZE, FileFingerprint, stamp_of

Content = bytes | Path
"""The content of a file to write: bytes, or the path of a file to copy."""

_CHUNK = 1 << 16
"""Bytes per read: more than the size of most pages."""
_READING = os.O_RDONLY | getattr(os, "O_BINARY", 0)


def write_if_changed(path: Path | str, data: bytes) -> bool:
    """Replaces the file at ``path`` atomically if its content differs; returns whether it did.

    If ``path`` is a symbolic link, its target is written.

    Raises:
        OutputError: the file or its folder cannot be written.
    """
    target = os.fspath(path)
    mode = _mode_of(target)
    if mode and stat.S_ISLNK(mode):
        target = os.path.realpath(target)
        mode = _mode_of(target)
    if mode and holds(target, data):
        return False
    folder = os.path.dirname(target) or os.curdir  # noqa: PTH120 -- for every page of an import
    temporary = f"{folder}{os.sep}.{os.urandom(8).hex()}.tmp"
    try:
        _write_temporary(temporary, data)
        if mode:
            os.chmod(temporary, stat.S_IMODE(mode))  # noqa: PTH101
        os.replace(temporary, target)  # noqa: PTH105
    except BaseException as error:
        with suppress(OSError):  # it was never created
            os.unlink(temporary)  # noqa: PTH108
        if isinstance(error, OSError):
            raise not_written(Path(target), error) from None
        raise
    return True


def _mode_of(path: str) -> int | None:
    """The type and permissions of a file, or of a link; None if there is none."""
    try:
        return os.lstat(path).st_mode
    except OSError:
        return None  # missing or not accessible: writing reports which


def _write_temporary(path: str, data: bytes) -> None:
    """Writes a file, and creates its folder only if that is missing, which is rare."""
    try:
        _write_bytes(path, data)
    except FileNotFoundError:
        write_new(path, data)


def write_new(path: str, content: Content) -> None:
    """Writes a file that does not exist yet, and creates its folder if needed.

    Raises:
        OSError: it cannot be written.
    """
    _make_folder(os.path.dirname(path))  # noqa: PTH120 -- for every file of an output
    if isinstance(content, Path):
        shutil.copyfile(content, path)
    else:
        _write_bytes(path, content)


def _write_bytes(path: str, content: bytes) -> None:
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


_NO_ROOM = "free some room on the disk, and run the same command again"
_NO_RIGHT = "see who may write to the folder, and that the disk is not read-only"
_IN_THE_WAY = "a file is where a folder must be, or a folder where the file must be: move it away"
_REMEDIES = {
    errno.ENOSPC: _NO_ROOM,
    errno.EDQUOT: _NO_ROOM,
    errno.EFBIG: "the disk or a limit of this shell (ulimit -f) allows no file of this size",
    errno.EACCES: _NO_RIGHT,
    errno.EPERM: _NO_RIGHT,
    errno.EROFS: _NO_RIGHT,
    errno.EISDIR: _IN_THE_WAY,
    errno.ENOTDIR: _IN_THE_WAY,
    errno.EEXIST: _IN_THE_WAY,
    errno.ENOTEMPTY: _IN_THE_WAY,
    errno.ENAMETOOLONG: "give it a shorter name",
}
"""What to do about a file that cannot be written, by the number of the error."""


def not_readable(path: Path, error: OSError) -> ContentError:
    """The error for a file to copy that cannot be read."""
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
        hint=_REMEDIES.get(error.errno or 0, "see that the folder may be written to"),
    )


def holds(path: Path | str, data: bytes) -> bool:
    """Whether the content of a file is ``data``."""
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 -- for every file of an output
            return file.read() == data
    except OSError:
        return False  # missing or not a file: writing it will report which


def read_fingerprinted(path: str) -> tuple[bytes, FileFingerprint]:
    """The bytes of a file, and its fingerprint.

    Raises:
        OSError: it cannot be read.
    """
    file = os.open(path, _READING)
    try:
        stamp = stamp_of(file)
        data = _read(file)
    finally:
        os.close(file)
    return data, FileFingerprint.of(stamp, digest_of(data))


def read_file(path: str) -> bytes:
    """The bytes of a file, read with few system calls.

    Raises:
        OSError: it cannot be read.
    """
    file = os.open(path, _READING)
    try:
        return _read(file)
    finally:
        os.close(file)


def digest_of(data: bytes) -> bytes:
    """The digest of a file's bytes."""
    return hashlib.blake2b(data, digest_size=DIGEST_SIZE).digest()


def refresh_fingerprint(path: Path | str, before: FileFingerprint) -> FileFingerprint:
    """The current fingerprint of a file, which is read only if its stamp differs from ``before``.

    Raises:
        OSError: it cannot be read.
    """
    stamp = stamp_of(path)
    if stamp and stamp == before.stamp:
        return before
    return FileFingerprint.of(stamp, file_digest(path))


def file_digest(path: Path | str) -> bytes:
    """The digest of a file's bytes.

    Raises:
        OSError: it cannot be read.
    """
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 -- for every file of an output
        return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=DIGEST_SIZE)).digest()


def _read(file: int) -> bytes:
    data = part = os.read(file, _CHUNK)
    while len(part) >= _CHUNK:  # a short read is the end of a regular file
        part = os.read(file, len(data))
        data += part
    return data
