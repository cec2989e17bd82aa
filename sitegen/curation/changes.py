"""Changes of files: what an act replaces, and by what."""

import hashlib
import os
import re
import stat
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from sitegen.filesystem.files import not_written

_SYNCED_AT_ONCE = 32
"""File systems write what several threads wait for at one time."""
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

    @property
    def stored(self) -> "StoredChange":
        """The same by the digests of its contents."""
        before, after = digest_of_content(self.before), digest_of_content(self.after)
        return StoredChange(self.path, before, after, self.mode)


class StoredChange(NamedTuple):
    """A change of a file by the digests of its contents, which are empty for a missing file."""

    path: str
    before: str
    after: str
    mode: int | None = None

    def reversed(self) -> "StoredChange":
        """The change that undoes this one."""
        return self._replace(before=self.after, after=self.before)


def digest_of_file(path: Path) -> str:
    """The digest of what is in a file now; empty for a missing one."""
    return digest_of_content(read_file_state(path)[0])


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


def apply_changes(
    root: Path, changes: Sequence[StoredChange], content: Callable[[str], bytes]
) -> None:
    """Writes beside the files and replaces them, then removes others; so are empty folders.

    Args:
        root: the folder of the digest.
        changes: the changes of its files.
        content: returns a content by its digest.

    Raises:
        OutputError: a file cannot be written; some of the changes are made then.
    """
    paths = {change: _target(root / change.path) for change in changes}
    written = [change for change in changes if change.after]
    removed = [paths[change] for change in changes if not change.after]
    path = root
    try:
        for path in dict.fromkeys(paths[change].parent for change in written):
            path.mkdir(parents=True, exist_ok=True)
        write_all_synced(
            NewFile(paths[change], content(change.after), change.mode) for change in written
        )
        for path in removed:
            path.unlink(missing_ok=True)
    except OSError as error:
        raise not_written(Path(error.filename or path), error) from None
    for folder in dict.fromkeys(path.parent for path in removed):
        sync_folder(folder)
        _remove_empty_folder(folder, root / "content")


def _target(path: Path) -> Path:
    return path.resolve() if path.is_symlink() else path


class NewFile(NamedTuple):
    """A file to be written or replaced."""

    path: Path
    data: bytes
    mode: int | None = None
    """Its permissions; None for the usual ones."""


def write_synced(path: Path, data: bytes) -> None:
    """Replaces a file atomically, and waits until the disk has it.

    Raises:
        OSError: it cannot be written.
    """
    write_all_synced([NewFile(path, data)])


def write_all_synced(files: Iterable[NewFile]) -> None:
    """Replaces files, each atomically, and waits until the disk has all of them.

    The disk gets them together: waiting for one after the other takes minutes for thousands.

    Raises:
        OSError: one cannot be written, which its ``filename`` names; others may be.
    """
    begun: list[tuple[Path, Path]] = []
    path = Path()
    try:
        for path, data, mode in files:
            temporary = path.parent / f".{os.urandom(8).hex()}.tmp"
            begun.append((temporary, path))
            temporary.write_bytes(data)
            if mode is not None:
                temporary.chmod(mode)
        _sync_files([temporary for temporary, _ in begun])
        for temporary, path in begun:
            temporary.replace(path)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from None
    finally:
        for temporary, _ in begun:
            with suppress(OSError):  # it was moved, or never created
                temporary.unlink()
    for folder in dict.fromkeys(path.parent for _, path in begun):
        sync_folder(folder)


def _sync_files(paths: Sequence[Path]) -> None:
    """Waits until the disk has the contents of files, several at a time."""
    if len(paths) == 1:
        _sync_file(paths[0])
    else:
        with ThreadPoolExecutor(_SYNCED_AT_ONCE) as pool:
            for _ in pool.map(_sync_file, paths):
                pass


def _sync_file(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


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


def _remove_empty_folder(folder: Path, content: Path) -> None:
    """Removes a folder that has no file any more, such as that of a topic, and those around it."""
    with suppress(OSError):
        while content in folder.parents:
            folder.rmdir()
            folder = folder.parent
