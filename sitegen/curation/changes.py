"""Changes of files: what an act replaces, and by what."""

import hashlib
import os
import re
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from sitegen.filesystem.files import not_written

_TEMPORARY_NAME = re.compile(r"\.[0-9a-f]{16}\.tmp")


class FileChange(NamedTuple):
    """A file that an act changes, creates or removes."""

    path: str
    """Relative to the digest's folder, with slashes."""
    before: bytes | None
    """Its content before the act; None if there was no file."""
    after: bytes | None
    """Its content after the act; None if there is none any more."""
    mode: int | None = None
    """The permissions of the file before the act."""

    def reversed(self) -> "FileChange":
        """The change that undoes this one."""
        return self._replace(before=self.after, after=self.before)


def read_file_state(path: Path) -> tuple[bytes | None, int | None]:
    """The content and the permissions of a file; None for a missing one."""
    try:
        return path.read_bytes(), stat.S_IMODE(path.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return None, None


def digest_of_content(data: bytes | None) -> str:
    """The SHA-256 of a content, in hexadecimal; empty for a missing file."""
    return "" if data is None else hashlib.sha256(data).hexdigest()


def make_change(root: Path, path: Path, after: bytes | None) -> FileChange:
    """The change of the file at ``path`` from its current content."""
    before, mode = read_file_state(path)
    return FileChange(path.relative_to(root).as_posix(), before, after, mode)


def combine(changes: Iterable[FileChange]) -> tuple[FileChange, ...]:
    """One change for each file, in order; those without effect are left out."""
    found: dict[str, FileChange] = {}
    for change in changes:
        first = found.get(change.path, change)
        found[change.path] = first._replace(after=change.after)
    return tuple(change for change in found.values() if change.before != change.after)


def apply_change(root: Path, change: FileChange) -> None:
    """Writes beside the file and replaces it, or removes it; an empty folder is removed too.

    Raises:
        OutputError: the file cannot be written.
    """
    path = root / change.path
    target = path.resolve() if path.is_symlink() else path
    try:
        if change.after is None:
            target.unlink(missing_ok=True)
            sync_folder(target.parent)
            _remove_empty_folder(target.parent, root / "content" / "topics")
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            write_synced(target, change.after, change.mode)
    except OSError as error:
        raise not_written(path, error) from None


def write_synced(path: Path, data: bytes, mode: int | None = None) -> None:
    """Replaces a file atomically, and waits until the disk has it.

    Raises:
        OSError: it cannot be written.
    """
    temporary = path.parent / f".{os.urandom(8).hex()}.tmp"
    try:
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            temporary.chmod(mode)
        temporary.replace(path)
        sync_folder(path.parent)
    finally:
        with suppress(OSError):  # it was moved, or never created
            temporary.unlink()


def remove_leftovers(folder: Path) -> None:
    """Removes the files beside others that ``write_synced`` left when its process was killed."""
    for path in folder.glob(".*.tmp"):
        if _TEMPORARY_NAME.fullmatch(path.name):
            path.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Waits until the disk has the names in a folder, where the system can do so."""
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def _remove_empty_folder(folder: Path, topics: Path) -> None:
    """Removes the folder of a topic that has no file any more."""
    if folder.parent == topics:
        with suppress(OSError):
            folder.rmdir()
