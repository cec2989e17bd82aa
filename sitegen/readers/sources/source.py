"""A dump as a set of files."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import BinaryIO, Literal

from sitegen.errors import DumpError
from sitegen.readers.detection import FileHead, examine
from sitegen.readers.findings import Lost

SourceKind = Literal["file", "folder", "zip", "tar"]

_LARGEST_READ = 256 * 1024 * 1024
"""The maximum number of bytes that :meth:`Entry.read` returns; larger files are read in parts."""


@dataclass(frozen=True)
class Entry:
    """A file of a dump."""

    name: str
    """Its path within the dump, with slashes; the file name, if the dump is one file."""
    size: int
    """In bytes, unpacked."""
    open: Callable[[], BinaryIO]
    """Opens it for reading; the caller closes it. Raises ``OSError`` if it is damaged."""
    dump: Path
    """The path of the dump, for messages."""

    @property
    def base(self) -> str:
        """The last part of the name."""
        return self.name.rpartition("/")[2]

    @cached_property
    def head(self) -> FileHead:
        """Its first bytes; empty if it cannot be read."""
        try:
            with self.open() as file:
                return examine(file)
        except OSError:
            return FileHead(b"")

    @property
    def is_damaged(self) -> bool:
        """Whether it holds something of which not even the beginning can be read."""
        return self.size > 0 and self.head == FileHead(b"")

    def read(self) -> bytes:
        """All of its bytes.

        Raises:
            DumpError: it is damaged, or too large to be read at once.
        """
        try:
            with self.open() as file:
                content = file.read(_LARGEST_READ + 1)
        except OSError as error:
            raise self.error(f"cannot be read: {error.strerror or error}") from None
        if len(content) > _LARGEST_READ:
            raise self.error(f"is larger than {_LARGEST_READ // 2**20} MB")
        return content

    def error(self, what: str, *, line: int | None = None, hint: str | None = None) -> DumpError:
        """An error about this file: ``what`` follows its name, such as “is not JSON”."""
        subject = "the dump" if self.base == self.dump.name else f"{self.name} in the dump"
        return DumpError(f"{subject} {what}", path=self.dump, line=line, hint=hint)


@dataclass(frozen=True)
class Source:
    """A dump: its files, by name."""

    name: str
    """The name of the file or folder; ``standard input`` for that."""
    path: Path
    kind: SourceKind
    entries: tuple[Entry, ...]
    """In the order of their names."""
    losses: tuple[Lost, ...] = ()
    """Files that cannot be read."""
    opener: "Callable[[Entry], Source] | None" = None
    """Opens an archive within the dump; None if those stay closed."""
    archive: str = ""
    """The name of the archive within the dump that it is; empty if it is not in one."""

    @cached_property
    def by_name(self) -> dict[str, Entry]:
        """The files, by their names."""
        return {entry.name: entry for entry in self.entries}

    @property
    def file(self) -> Entry | None:
        """The only file of a dump that is a file; None for folders and archives."""
        return self.entries[0] if self.kind == "file" else None

    @cached_property
    def head(self) -> FileHead:
        """The head of a file; of a folder or an archive, the names of its files."""
        if self.kind == "file":
            return self.entries[0].head
        start = b"PK\x03\x04" if self.kind == "zip" else b""
        return FileHead(start, contents=tuple(entry.name for entry in self.entries))

    def find(self, *patterns: str) -> tuple[Entry, ...]:
        r"""The files whose path ends with one of ``patterns``, in order.

        Args:
            patterns: regular expressions for whole parts of the path, ignoring case:
                ``data/tweets?\.js`` finds ``data/tweets.js`` and ``archive/data/tweet.js``.
        """
        whole = re.compile(rf"(?i)(?:^|.*/)(?:{'|'.join(patterns)})", re.DOTALL)
        return tuple(entry for entry in self.entries if whole.fullmatch(entry.name))

    def besides(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """The files of the dump that are not among these, in order."""
        names = {entry.name for entry in entries}
        return (entry for entry in self.entries if entry.name not in names)

    def first(self, *patterns: str) -> Entry | None:
        """The first file that :meth:`find` finds; None if there is none."""
        return next(iter(self.find(*patterns)), None)

    def get(self, name: str) -> Entry | None:
        """The file with a name, also if it is in an archive within the dump."""
        if found := self.by_name.get(name):
            return found
        parts = name.split("/")
        above = ("/".join(parts[:depth]) for depth in range(1, len(parts)))
        archive = next((self.by_name[each] for each in above if each in self.by_name), None)
        try:
            return self.open_archive(archive).by_name.get(name) if archive else None
        except DumpError:
            return None

    def member(self, name: str) -> Entry | None:
        """The file with a name within the archive that this dump is, also if that is in another."""
        return self.by_name.get(f"{self.archive}/{name}" if self.archive else name)

    def open_archive(self, entry: Entry) -> "Source":
        """An archive within the dump; the names of its files begin with its own.

        Raises:
            DumpError: it is no archive, is damaged or too large, or is itself in such an archive.
        """
        if self.opener is None:
            raise entry.error("is an archive within an archive, and stays closed")
        return replace(self.opener(entry), name=self.name, archive=entry.name)

    def only(self, entry: Entry) -> "Source":
        """A file of this dump as a dump of its own, with the same name for people."""
        return Source(self.name, self.path, "file", (entry,))

    def with_entries(self, entries: Iterable[Entry]) -> "Source":
        """The dump with only some of its files."""
        return replace(self, entries=tuple(entries))
