"""Reads dumps: chooses a reader for each source, and gathers documents and findings."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sitegen.errors import DumpError, UsageError
from sitegen.models import Document
from sitegen.readers.detection import FileHead, Format, detect_format
from sitegen.readers.findings import (
    Finding,
    Included,
    LeftOut,
    Lost,
    ReadOptions,
    Remark,
    Unread,
)
from sitegen.readers.reader import Reader
from sitegen.readers.registry import load_readers
from sitegen.readers.sources import Entry, Source, open_source

_CERTAIN_ENOUGH = 0.75
"""The least confidence for a file or a dump within a folder or an archive.

General formats, such as any JSON, are not read there: they may be what is private.
"""


_SEVERAL = 2
_MOST_FOLDERS = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRead:
    """What was read from one source."""

    name: str
    """The name of the dump."""
    path: Path
    formats: tuple[str, ...]
    """The names of the readers."""
    documents: tuple[Document, ...]
    left_out: Mapping[str, int] = field(default_factory=dict)
    included: Mapping[str, int] = field(default_factory=dict)
    lost: tuple[Lost, ...] = ()
    remarks: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    """Files that hold no posts."""


ReportProgress = Callable[[str], None]
"""Takes the number of documents that have been read, as text."""

_STEP = 500
"""How many documents are read between two reports of the progress."""


def read_source(
    path: Path,
    options: ReadOptions,
    format_: str | None = None,
    *,
    progress: ReportProgress = lambda _: None,
) -> SourceRead:
    """Reads a dump.

    Args:
        path: its path; ``-`` for standard input.
        options: what the editor asks for.
        format_: the name of the reader; by default, it is recognised.
        progress: is told the progress.

    Raises:
        DumpError: the dump is missing or empty, or no reader knows its format.
        UsageError: there is no reader with the name ``format_``.
    """
    readers = load_readers()
    with open_source(path) as source:
        chosen = (
            [(source, _reader_named(format_, readers))] if format_ else _choose(source, readers)
        )
        read = _gather(source, chosen, options, progress)
    if not read.documents and not read.left_out:
        raise DumpError("the dump is empty", path=path, hint="give a file that holds some text")
    return read


def is_readable(path: Path) -> bool:
    """Whether a reader knows the dump at ``path``.

    Raises:
        DumpError: the dump cannot be opened, or no reader knows it.
    """
    with open_source(path) as source:
        return bool(_choose(source, load_readers()))


def is_certain(path: Path) -> bool:
    """Whether the dump at ``path`` surely is the export of a program.

    Raises:
        DumpError: the dump cannot be opened, or no reader knows it.
    """
    with open_source(path) as source:
        chosen = _choose(source, load_readers())
        return any(reader.recognise(part) >= _CERTAIN_ENOUGH for part, reader in chosen)


def _reader_named(name: str, readers: Mapping[str, Reader]) -> Reader:
    if name not in readers:
        raise UsageError(
            f"there is no format “{name}”", hint="sitegen formats lists those that can be read"
        )
    return readers[name]


def _choose(source: Source, readers: Mapping[str, Reader]) -> list[tuple[Source, Reader]]:
    """The readers of a source; several, if the files of an archive have several formats.

    Raises:
        DumpError: no reader knows the format.
    """
    if several := _choose_folders(source, readers):
        return several
    reader, confidence = _best_reader(source, readers.values())
    known = detect_format(source.head)
    likelihood = known.confidence(source.head) if known else 0.0
    if reader and confidence >= likelihood:
        return [(source, reader)]
    inside = [] if source.kind == "file" else list(_choose_inside(source, readers))
    if not inside:
        raise _no_reader(known, source)
    return inside


def _choose_folders(source: Source, readers: Mapping[str, Reader]) -> list[tuple[Source, Reader]]:
    """The readers of a folder that holds dumps of several formats, each in a folder of its own.

    It is empty for all others: a reader takes several dumps of its format at once.
    """
    folders: dict[str, list[Entry]] = {}
    for entry in source.entries if source.kind != "file" else ():
        folders.setdefault(entry.name.partition("/")[0], []).append(entry)
    if not 1 < len(folders) <= _MOST_FOLDERS:
        return []
    chosen: dict[str, list[Entry]] = {}
    others: list[Entry] = []
    for entries in folders.values():
        reader = _reader_of_folder(source.with_entries(entries), readers)
        (chosen.setdefault(reader.name, []) if reader else others).extend(entries)
    if len(chosen) < _SEVERAL:
        return []
    parts = [(source.with_entries(chosen[name]), readers[name]) for name in chosen]
    rest = source.with_entries(others)
    reader, _ = _best_reader(rest, readers.values())
    return [*parts, (rest, reader)] if reader else [*parts, *_choose_files(rest, readers)]


def _reader_of_folder(part: Source, readers: Mapping[str, Reader]) -> Reader | None:
    """The reader of a folder that is surely a dump of its own."""
    if "/" not in part.entries[0].name:
        return None
    reader, confidence = _best_reader(part, readers.values())
    return reader if confidence >= _CERTAIN_ENOUGH else None


def _choose_inside(
    source: Source, readers: Mapping[str, Reader]
) -> Iterator[tuple[Source, Reader]]:
    """The readers of the files in a folder or an archive that has no format of its own."""
    if len(source.entries) == 1:
        yield from _choose(source.only(source.entries[0]), readers)
    else:
        yield from _choose_files(source, readers)


def _choose_files(source: Source, readers: Mapping[str, Reader]) -> Iterator[tuple[Source, Reader]]:
    """The readers of the files that surely have a format; archives within are not opened."""
    for entry in source.entries:
        if entry.head.contents:
            continue
        file = source.only(entry)
        reader, confidence = _best_reader(file, readers.values())
        if reader and confidence >= _CERTAIN_ENOUGH:
            yield file, reader


def _best_reader(source: Source, readers: Iterable[Reader]) -> tuple[Reader | None, float]:
    rated = [(reader.recognise(source), reader) for reader in readers]
    confidence, reader = max(rated, key=lambda pair: pair[0])
    return (reader, confidence) if confidence > 0 else (None, 0.0)


def _gather(
    source: Source,
    chosen: Sequence[tuple[Source, Reader]],
    options: ReadOptions,
    progress: ReportProgress,
) -> SourceRead:
    documents: list[Document] = []
    findings: list[Finding] = list(source.losses)
    for part, reader in chosen:
        for item in reader.read(part, options):
            if isinstance(item, Document):
                documents.append(item)
                if len(documents) % _STEP == 0:
                    progress(f"{len(documents):,} documents")
            else:
                findings.append(item)
    read = {entry.name for part, _ in chosen if part is not source for entry in part.entries}
    if read:
        findings += [Unread(e.name) for e in source.entries if e.name not in read]
    return SourceRead(
        name=source.name,
        path=source.path,
        formats=tuple(dict.fromkeys(reader.name for _, reader in chosen)),
        documents=tuple(documents),
        left_out=_count(f for f in findings if isinstance(f, LeftOut)),
        included=_count(f for f in findings if isinstance(f, Included)),
        lost=tuple(f for f in findings if isinstance(f, Lost)),
        remarks=tuple(dict.fromkeys(f.text for f in findings if isinstance(f, Remark))),
        unread=tuple(f.name for f in findings if isinstance(f, Unread)),
    )


def _count(findings: Iterable[LeftOut | Included]) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for finding in findings:
        counts[finding.reason] += finding.count
    return dict(sorted(counts.items()))


def _no_reader(known: Format | None, source: Source) -> DumpError:
    if known is None:
        what = "the folder holds no file" if source.kind == "folder" else "the dump is no file"
        return DumpError(
            f"{what} that a reader knows",
            path=source.path,
            hint="sitegen formats lists what can be read",
        )
    return DumpError(
        f"the dump is {known.title}, and no reader knows that format yet",
        path=source.path,
        hint=_hint_for(source.head),
    )


def _hint_for(head: FileHead) -> str:
    if head.has_controls:
        return "save what you want to publish as plain text; sitegen formats lists what it reads"
    return (
        "an export may hold what is private, such as drafts, messages and addresses; "
        "to publish all of it as plain text, add --format text"
    )
