"""Notes which files of a dump its readers open, so that the report can name the others."""

import re
from collections.abc import Collection, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from functools import cached_property
from typing import BinaryIO

from sitegen.readers.detection import FileHead
from sitegen.readers.findings import Finding, Lost, Remark, Unread
from sitegen.readers.private_folders import is_set_aside
from sitegen.readers.reader import CERTAIN_ENOUGH, Reader, best_reader
from sitegen.readers.sources import Entry, Source

_MAY_HOLD_TEXTS = re.compile(
    r"\.(?:jsonl?|ndjson|js|[ct]sv|xml|rss|atom|x?html?|txt|md|markdown|mbox|eml|zip|tar|t?gz|car"
    r"|docx?|odt|epub|pdf|enex|opml)$",
    re.IGNORECASE,
)
_MOST_EXAMINED = 50
"""How many files that were not opened are examined, to find dumps among them."""


class OpenedFiles:
    """The files of a dump that readers open, besides those whose heads they examine."""

    def __init__(self) -> None:
        self._names: set[str] = set()

    def follow(self, part: Source) -> Source:
        """A part of the dump, of which it is noted what is opened."""
        if part.kind == "file":
            return part
        followed = part.with_entries(map(self._followed, part.entries))
        open_archive = part.opener
        if open_archive is None:
            return followed

        def note_archive(entry: Entry) -> Source:
            self._names.add(entry.name)
            return open_archive(entry)

        return replace(followed, opener=note_archive)

    def others(self, parts: Collection[Source], reported: Set[str]) -> Iterator[Entry]:
        """The files with texts or data that no reader opened or reported.

        Args:
            parts: the parts of the dump whose readers do not report these files themselves.
            reported: the names of files and folders that they reported.
        """
        for part in parts:
            for entry in part.entries if part.kind != "file" else ():
                is_known = entry.name in self._names or entry.name in reported
                if (
                    may_hold_texts(entry)
                    and not is_known
                    and reported.isdisjoint(_folders_above(entry.name))
                ):
                    yield entry

    def _followed(self, entry: Entry) -> Entry:
        def open_file() -> BinaryIO:
            self._names.add(entry.name)
            return entry.open()

        return _FollowedEntry(entry.name, entry.size, open_file, entry.dump, entry)


def may_hold_texts(entry: Entry) -> bool:
    """Whether the name of a file says that it may hold texts or data."""
    return bool(_MAY_HOLD_TEXTS.search(entry.name)) and not entry.base.startswith(".")


def _folders_above(name: str) -> Iterator[str]:
    """The folders and archives that a file is in."""
    *folders, _ = name.split("/")
    yield from ("/".join(folders[:depth]) for depth in range(1, len(folders) + 1))


@dataclass(frozen=True)
class _FollowedEntry(Entry):
    original: Entry

    @cached_property
    def head(self) -> FileHead:
        return self.original.head


def report_unopened(
    source: Source, entries: Collection[Entry], readers: Mapping[str, Reader]
) -> Iterator[Finding]:
    """Says that files were not opened, and which of them seem to be dumps of their own."""
    for number, entry in enumerate(entries):
        if entry.is_damaged:
            yield Lost("a file", entry.name, "it is damaged")
            continue
        yield Unread(entry.name)
        if number < _MOST_EXAMINED and not is_set_aside(entry):
            reader, confidence = best_reader(source.only(entry), readers.values())
            if reader and confidence >= CERTAIN_ENOUGH:
                yield Remark(
                    f"{entry.name} was not opened, but seems to be {reader.title}. To import it,"
                    " too, give the file itself."
                )
