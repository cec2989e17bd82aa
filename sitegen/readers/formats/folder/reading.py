"""Reads a folder, or an archive of one, file by file."""

from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import PurePosixPath

from sitegen.errors import DumpError
from sitegen.models import Document
from sitegen.readers.detection import detect_format
from sitegen.readers.findings import Finding, LeftOut, Lost, ReadOptions, Reason
from sitegen.readers.formats.folder.places import (
    TextKind,
    is_project_file,
    kind_of_file,
    reason_of_place,
)
from sitegen.readers.formats.folder.texts import Folder, TextRead, read_markdown, read_plain
from sitegen.readers.formats.folder.website import Website, examine_website
from sitegen.readers.markdown.pictures import MediaFiles
from sitegen.readers.sources import Entry, Source
from sitegen.readers.streams.decoding import read_text_of

_LIKELY, _POSSIBLE = 0.7, 0.62
"""The confidence for folders of Markdown, and of HTML or text; other exports are more certain."""
_DATA = (".json", ".csv", ".xml", ".mbox", ".eml", ".sqlite", ".db", ".js", ".vcf", ".ics")
_DATA_PER_TEXT = 3
"""With more files of data for each Markdown file, it is the export of some program."""


def recognise(source: Source) -> float:
    """How likely it is that a source is a folder of texts."""
    if source.kind == "file" or len(source.entries) < 2:
        return 0.0
    names = [e.name for e in source.entries if not _is_hidden(e.name)]
    kinds = Counter(kind_of_file(name) for name in names if not is_project_file(name))
    data = sum(name.lower().endswith(_DATA) for name in names)
    website = examine_website(source)
    if kinds["markdown"] and (
        website.is_generated or website.is_vault or data <= _DATA_PER_TEXT * kinds["markdown"]
    ):
        return _LIKELY
    return _POSSIBLE if kinds["html"] + kinds["text"] > data else 0.0


def read(source: Source, options: ReadOptions) -> Iterator[Document | Finding]:
    """The documents of a folder, and what is left out.

    Raises:
        DumpError: none of its texts can be read.
    """
    website = examine_website(source)
    folder = Folder(source.name, _account_of(source), website, MediaFiles(source))
    folders = _folders_in(source)
    kinds = _kinds_to_read(website)
    earlier: set[tuple[str | None, str]] = set()
    for entry in source.entries:
        kind = kind_of_file(entry.name)
        if kind not in kinds:
            continue
        reason = reason_of_place(entry.name, folders, is_website=website.is_generated)
        if reason is not None and isinstance(options.admit(reason), LeftOut):
            yield LeftOut(reason)
            continue
        yield from _read_entry(entry, kind, folder, options, reason, earlier)


def _read_entry(
    entry: Entry,
    kind: TextKind | None,
    folder: Folder,
    options: ReadOptions,
    reason: Reason | None,
    earlier: set[tuple[str | None, str]],
) -> Iterator[Document | Finding]:
    try:
        text, findings = read_text_of(entry)
    except DumpError as error:
        yield Lost("a text", entry.name, error.message)
        return
    yield from findings
    found = _read_text(text, entry, kind, folder)
    if isinstance(found, LeftOut):
        yield found
        return
    reason = found.reason or reason
    if reason is not None:
        admitted = options.admit(reason)
        yield admitted
        if isinstance(admitted, LeftOut):
            return
    key = (found.document.title, found.document.text)
    if key in earlier:
        yield LeftOut("duplicate")
        return
    earlier.add(key)
    yield found.document
    yield from found.findings


def _read_text(
    text: str, entry: Entry, kind: TextKind | None, folder: Folder
) -> TextRead | LeftOut:
    if "\0" in text or kind == "other":
        return LeftOut("unsupported")
    if kind == "markdown":
        return read_markdown(text, entry.name, folder)
    if detect_format(entry.head) is not None:
        return LeftOut("unsupported")
    return read_plain(text, entry.name, folder)


def _kinds_to_read(website: Website) -> Collection[TextKind | None]:
    """The kinds of texts that are items: in the source of a website, Markdown alone."""
    kinds: set[TextKind | None] = {"markdown", "other"}
    return kinds if website.is_generated else kinds | {"html", "text"}


def _account_of(source: Source) -> str:
    """The name of the folder, whether it is packed or not."""
    tops = {entry.name.partition("/")[0] for entry in source.entries}
    if source.kind != "folder" and len(tops) == 1:
        return tops.pop()
    name = source.name
    for ending in (".zip", ".gz", ".tgz", ".tar"):
        name = name.removesuffix(ending)
    return name


def _folders_in(source: Source) -> set[str]:
    return {
        parent.as_posix()
        for entry in source.entries
        for parent in PurePosixPath(entry.name).parents
    }


def _is_hidden(name: str) -> bool:
    return any(part.startswith(".") or part == "node_modules" for part in name.split("/"))
