"""The journal: every act of the editor, with the contents that it replaced.

It is in ``.journal/`` beside ``content/``, as it is the editor's and not a cache: ``acts.jsonl``
has a line for each act, ``files/`` the contents, named by their SHA-256, ``pending.json`` an act
that is being carried out. Builds and publishing never read the folder, and its own ``.gitignore``
keeps it out of git, which would never forget a deleted text.
"""

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from sitegen.curation.changes import (
    NewFile,
    StoredChange,
    digest_of_content,
    sync_folder,
    write_all_synced,
    write_synced,
)
from sitegen.curation.journal_folder import JOURNAL_FOLDER, PENDING_NAME
from sitegen.errors import ContentError
from sitegen.filesystem.files import not_written


@dataclass(frozen=True, slots=True)
class Entry:
    """An act in the journal."""

    number: int
    """From 1, in the order of the acts."""
    time: str
    """When it was done (ISO 8601, UTC)."""
    what: str
    """What was done, in a few words."""
    changes: tuple[StoredChange, ...]
    undoes: int | None = None
    """The number of the act that it takes back."""
    redoes: int | None = None
    """The number of the undoing that it takes back."""
    joins: tuple[int, ...] = ()
    """The numbers of earlier acts that are taken back with it: their changes are among its own."""


class History(NamedTuple):
    """The acts so far, and what can be undone and redone."""

    entries: tuple[Entry, ...]
    """All acts and undos, in order."""
    undoable: tuple[Entry, ...]
    """The acts in force, the latest last."""
    redoable: tuple[Entry, ...]
    """The undos that can be taken back, the latest last."""


class _KnownActs:
    """The acts that were read from the journal's file so far."""

    def __init__(self, inode: int = -1) -> None:
        self.inode = inode
        self.size = 0
        """How many bytes of the file they take."""
        self.entries: list[Entry] = []
        self._done: dict[int, Entry] = {}
        self._undone: dict[int, Entry] = {}

    def add(self, entry: Entry) -> None:
        """Adds the next act."""
        self.entries.append(entry)
        if entry.undoes is not None:
            self._done.pop(entry.undoes, None)
            self._undone[entry.number] = entry
            return
        if entry.redoes is not None:
            self._undone.pop(entry.redoes, None)
        else:
            self._undone.clear()
        for number in entry.joins:
            self._done.pop(number, None)
        self._done[entry.number] = entry

    def history(self) -> History:
        """The acts as they are now."""
        done, undone = self._done.values(), self._undone.values()
        return History(tuple(self.entries), tuple(done), tuple(undone))


class Journal:
    """The journal of the digest in a folder."""

    def __init__(self, root: Path) -> None:
        self._folder = root / JOURNAL_FOLDER
        self._path = self._folder / "acts.jsonl"
        self._pending = self._folder / PENDING_NAME
        self._known = _KnownActs()

    def history(self) -> History:
        """All acts in order. A last line that was not written completely is left out.

        Only what was added since the last call is read, unless the file was replaced.

        Raises:
            ContentError: the journal cannot be read.
        """
        try:
            with self._path.open("rb") as file:
                status = os.fstat(file.fileno())
                if self._known.inode != status.st_ino or self._known.size > status.st_size:
                    self._known = _KnownActs(status.st_ino)
                file.seek(self._known.size)
                *lines, _ = file.read().split(b"\n")
        except FileNotFoundError:
            self._known = _KnownActs()
        except OSError as error:
            raise self._unreadable(f"{error.strerror}") from None
        else:
            for line in lines:
                self._known.add(self._parsed(line))
                self._known.size += len(line) + 1
        return self._known.history()

    def _parsed(self, line: bytes) -> Entry:
        try:
            return _entry_of(json.loads(line))
        except (ValueError, TypeError, KeyError):
            number = len(self._known.entries) + 1
            raise self._unreadable("this line is not one of its acts", number) from None

    def store(self, contents: Iterable[bytes]) -> None:
        """Keeps contents of files, unless it has them; each is read when it is written.

        Raises:
            OutputError: the journal cannot be written.
        """
        try:
            files = self._folder / "files"
            files.mkdir(parents=True, exist_ok=True)
            if not (self._folder / ".gitignore").exists():
                write_synced(self._folder / ".gitignore", b"*\n")
            write_all_synced(self._missing(contents))
        except OSError as error:
            raise not_written(self._path, error) from None

    def _missing(self, contents: Iterable[bytes]) -> Iterator[NewFile]:
        seen: set[str] = set()
        for data in contents:
            digest = digest_of_content(data)
            path = self._folder / "files" / digest
            if digest not in seen and not path.exists():
                yield NewFile(path, data)
            seen.add(digest)

    def begin(self, entry: Entry) -> None:
        """Stores an act whose contents it has as pending.

        Raises:
            OutputError: the journal cannot be written.
        """
        try:
            write_synced(self._pending, _line_of(entry))
        except OSError as error:
            raise not_written(self._path, error) from None

    def finish(self, entry: Entry) -> None:
        """Adds a pending act to the journal.

        Raises:
            OutputError: the journal cannot be written.
        """
        try:
            self._drop_torn_line()
            with self._path.open("ab") as file:
                file.write(_line_of(entry))
                file.flush()
                os.fsync(file.fileno())
            self.forget_pending()
        except OSError as error:
            raise not_written(self._path, error) from None

    def pending(self) -> Entry | None:
        """The act that was interrupted, if there is one."""
        try:
            return _entry_of(json.loads(self._pending.read_bytes()))
        except (FileNotFoundError, NotADirectoryError):
            return None
        except (OSError, ValueError, TypeError, KeyError):
            raise self._unreadable("its pending act cannot be read") from None

    def forget_pending(self) -> None:
        """Removes the mark of a pending act."""
        self._pending.unlink(missing_ok=True)
        sync_folder(self._folder)

    def content(self, digest: str) -> bytes:
        """A stored content by its digest.

        Raises:
            ContentError: the journal has lost it.
        """
        try:
            data = (self._folder / "files" / digest).read_bytes()
        except OSError:
            data = b""
        if digest_of_content(data) != digest:
            raise self._unreadable("it has lost the content of a file")
        return data

    def _drop_torn_line(self) -> None:
        """Removes the beginning of a line whose writing was interrupted."""
        with suppress(FileNotFoundError):
            with self._path.open("rb") as file:
                size = file.seek(0, os.SEEK_END)
                file.seek(max(size - 1, 0))
                is_whole = file.read() in (b"", b"\n")
            if not is_whole:
                data = self._path.read_bytes()
                write_synced(self._path, data[: data.rfind(b"\n") + 1])

    def _unreadable(self, why: str, line: int | None = None) -> ContentError:
        return ContentError(
            f"the journal of your edits cannot be read: {why}",
            path=self._path,
            line=line,
            hint="restore an earlier version of it, or remove the folder: your pages stay as they "
            "are, but earlier edits can no longer be undone",
        )


def _entry_of(value: dict[str, Any]) -> Entry:
    changes = tuple(StoredChange(**change) for change in value.pop("changes"))
    joins = tuple(value.pop("joins", ()))
    return Entry(**value, changes=changes, joins=joins)


def _line_of(entry: Entry) -> bytes:
    value: dict[str, object] = {
        "number": entry.number,
        "time": entry.time,
        "what": entry.what,
        "changes": [
            {"path": one.path, "before": one.before, "after": one.after, "mode": one.mode}
            for one in entry.changes
        ],
    }
    if entry.undoes is not None:
        value["undoes"] = entry.undoes
    if entry.redoes is not None:
        value["redoes"] = entry.redoes
    if entry.joins:
        value["joins"] = entry.joins
    return json.dumps(value, ensure_ascii=False).encode() + b"\n"
