"""Reads dumps: chooses a reader for each source, and gathers documents and findings."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from sitegen.errors import DumpError, UsageError
from sitegen.models import Document
from sitegen.readers.choosing import choose_readers
from sitegen.readers.findings import (
    Finding,
    Included,
    LeftOut,
    Lost,
    ReadOptions,
    Remark,
    Unread,
    Withheld,
)
from sitegen.readers.formats.meta.parts import open_together
from sitegen.readers.formats.x.parts import open_parts
from sitegen.readers.mixed_folders import FOLDER
from sitegen.readers.private_folders import without_private
from sitegen.readers.reader import Reader
from sitegen.readers.registry import load_readers
from sitegen.readers.repeats import PartRead, drop_repeats
from sitegen.readers.sources import Source, open_source
from sitegen.readers.unopened import OpenedFiles, may_hold_texts, report_unopened


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
    can_be_included: frozenset[str] = frozenset()
    """The reasons that ``--include`` lifts."""
    included: Mapping[str, int] = field(default_factory=dict)
    withheld: tuple[Withheld, ...] = ()
    """The items that are not public, which earlier dumps may hold as public ones."""
    lost: tuple[Lost, ...] = ()
    remarks: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    """Files that were not opened, as they hold no posts, or belong to no part of the dump."""


ReportProgress = Callable[[str], None]
"""Takes the number of documents that have been read, as text."""

_HALF = re.compile(r"[\ud800-\udfff]")
_FEEDS = frozenset({"feed", "json-feed"})
_STEP = 500
"""How many documents are read between two reports of the progress."""


def read_source(
    path: Path,
    options: ReadOptions,
    format_: str | None = None,
    *,
    parts: Sequence[Path] = (),
    progress: ReportProgress = lambda _: None,
) -> SourceRead:
    """Reads a dump.

    Args:
        path: its path; ``-`` for standard input.
        options: what the editor asks for.
        format_: the name of the reader; by default, it is recognised.
        parts: other files of the same dump, as :func:`join_parts` finds them.
        progress: is told the progress.

    Raises:
        DumpError: the dump is missing or empty, or no reader knows its format.
        UsageError: there is no reader with the name ``format_``.
    """
    readers = load_readers()
    with ExitStack() as stack:
        opened = stack.enter_context(open_source(path))
        if opened.kind == "file":
            source = open_parts([path, *parts]) or opened
        else:
            others = [stack.enter_context(open_source(part)) for part in parts]
            source = open_together([opened, *others]) if others else opened
        if format_ and not source.entries:
            raise DumpError("the dump holds no file that can be read", path=path)
        if format_:
            reader = _reader_named(format_, readers)
            chosen = [(without_private(source, reader), reader)]
        else:
            chosen = choose_readers(source, readers)
        read = _gather(source, chosen, options, readers, progress)
    if not read.documents and not read.left_out:
        raise _nothing_read(path, read)
    if not read.documents and read.formats == (FOLDER,) and {*read.left_out} == {"unsupported"}:
        raise DumpError(
            "the texts in the folder have forms that are not read, such as that of a chat",
            path=path,
            hint=" ".join(read.remarks) or "sitegen formats lists what is read of each format",
        )
    return read


def _nothing_read(path: Path, read: SourceRead) -> DumpError:
    if read.lost:
        lost = read.lost[0]
        return DumpError(
            f"the dump is damaged, and nothing in it can be read: {lost.why}",
            path=path,
            hint=f"repair {lost.where}, or export it again",
        )
    if not read.unread and _FEEDS.intersection(read.formats):
        return DumpError("the feed has no entries", path=path, hint="save it when it has some")
    if not read.unread:
        return DumpError("the dump is empty", path=path, hint="give a file that holds some text")
    return DumpError(
        "the dump holds no posts that are public, only files that are never read",
        path=path,
        hint="sitegen formats lists what is read of each format",
    )


def _reader_named(name: str, readers: Mapping[str, Reader]) -> Reader:
    if name not in readers:
        near = get_close_matches(name.lower(), readers, n=1)
        hint = f"did you mean “{near[0]}”?" if near else "sitegen formats lists those that are read"
        raise UsageError(f"there is no format “{name}”", hint=hint)
    return readers[name]


def _gather(
    source: Source,
    chosen: Sequence[tuple[Source, Reader]],
    options: ReadOptions,
    readers: Mapping[str, Reader],
    progress: ReportProgress,
) -> SourceRead:
    parts, opened = [part for part, _ in chosen], OpenedFiles()
    losses = (lost for each in (source, *parts) for lost in each.losses)
    findings: list[Finding] = list(dict.fromkeys(losses))
    read = _read_parts(chosen, options, opened, progress)
    findings += drop_repeats(read)
    documents = [document for found in read for document in found.documents]
    findings += [finding for found in read for finding in found.findings]
    findings += [half for document in documents for half in _halves_in(document)]
    findings += _other_files(source, parts)
    reported = {finding.name for finding in findings if isinstance(finding, Unread)}
    mixed = [part for part, reader in chosen if reader.name != FOLDER]  # of which all is read
    findings += report_unopened(source, [*opened.others(mixed, reported)], readers)
    return SourceRead(
        name=source.name,
        path=source.path,
        formats=tuple(dict.fromkeys(reader.name for _, reader in chosen)),
        documents=tuple(documents),
        left_out=_count(f for f in findings if isinstance(f, LeftOut)),
        can_be_included=frozenset(
            f.reason for f in findings if isinstance(f, LeftOut) and f.can_be_included
        ),
        withheld=tuple(withheld for found in read for _, withheld in found.withheld),
        included=_count(f for f in findings if isinstance(f, Included)),
        lost=tuple(f for f in findings if isinstance(f, Lost)),
        remarks=tuple(dict.fromkeys(f.text for f in findings if isinstance(f, Remark))),
        unread=tuple(f.name for f in findings if isinstance(f, Unread)),
    )


def _read_parts(
    chosen: Sequence[tuple[Source, Reader]],
    options: ReadOptions,
    opened: OpenedFiles,
    progress: ReportProgress,
) -> list[PartRead]:
    """What each reader finds in its part; ``opened`` follows which files they open."""
    read, count = [PartRead(reader.name) for _, reader in chosen], 0
    for (part, reader), found in zip(chosen, read, strict=True):
        for item in reader.read(opened.follow(part), options):
            found.add(item)
            if isinstance(item, Document):
                count += 1
                if count % _STEP == 0:
                    progress(f"{count:,} documents")
    return read


def _halves_in(document: Document) -> Iterator[Lost]:
    """Halves of characters (unpaired surrogates), which JSON may hold and no page can."""
    text = document.full_text
    if not text.isascii() and (count := len(_HALF.findall(text))):
        where = document.source or document.place.file
        yield Lost(f"the other half of characters, {count:,} times", where, "the dump lacks it")


def _other_files(source: Source, parts: Sequence[Source]) -> Iterator[Finding]:
    """The files that no part of the dump holds, and the archives within it that were read."""
    archives = dict.fromkeys(part.archive for part in parts if part.archive)
    if archives:
        yield Remark(f"Archives within {source.name} were read, too: {', '.join(archives)}.")
    if any(part is source for part in parts):
        return
    read = {*archives, *(entry.name for part in parts for entry in part.entries)}
    for entry in source.entries:
        if entry.name not in read:
            is_lost = may_hold_texts(entry) and entry.is_damaged
            yield Lost("a file", entry.name, "it is damaged") if is_lost else Unread(entry.name)


def _count(findings: Iterable[LeftOut | Included]) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for finding in findings:
        counts[finding.reason] += finding.count
    return dict(sorted(counts.items()))
