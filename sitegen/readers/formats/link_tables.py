"""Reads the tables of bookmarks and highlights that services export as CSV."""

import ast
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from sitegen.models import Medium
from sitegen.readers.bookmarks import Bookmark, Quotation, bookmark_reader, folder_tags
from sitegen.readers.dates import is_impossible, parse_date
from sitegen.readers.findings import Finding, LeftOut, Lost, ReadOptions, Reason, Unread
from sitegen.readers.reader import recognise_formats
from sitegen.readers.readwise import remarks_of
from sitegen.readers.sources import Entry, Source
from sitegen.readers.streams import Row, open_table, stream_items
from sitegen.readers.streams.json_values import objects_in, text_at

_DATES = (
    *("time_added", "created", "timestamp", "highlighted at", "saved date", "published date"),
    *("date saved", "last interaction date", "creation date"),
)
"""The columns with the dates of bookmarks."""
_Cells = dict[str, str]
_RAINDROP_PART = re.compile(r"(?:^|\n\s*)(Highlight|Note):")
_ANNOTATIONS = re.compile(r"(?:^|/)annotations/[^/]*\.json$")
_EMPHASIS_OR_LINK = re.compile(
    r"(?<!\w)(\*\*|__)(?=\S)[^*_\n]{1,200}(?<=\S)\1(?!\w)|\[[^\[\]\n]{0,200}\]\(https?://[^()\s]+\)"
)
_PICTURE = re.compile(r"!\[([^\[\]\n]*)\]\((https?://[^()\s]+)\)")
_DAY_FIRST = re.compile(r"^(\d\d)/(\d\d)/(\d{4})\b")
_INSTAPAPER_FOLDERS = frozenset({"unread", "archive", "starred"})


class _Service(NamedTuple):
    """How a service names and fills its columns."""

    name: str
    """Also that of its format in :mod:`sitegen.readers.detection`."""
    title: str
    bookmark: Callable[[_Cells], Bookmark | Finding]
    leaves_out: tuple[Reason, ...] = ()
    formats: tuple[str, ...] = ()
    """The names of its other formats."""
    files: str = r".*\.csv"
    """The files of an archive that hold bookmarks."""


def _first(cells: _Cells, *columns: str) -> str:
    return next((cells[c].strip() for c in columns if cells.get(c, "").strip()), "")


def list_of(written: str) -> tuple[str, ...]:
    """A list in JSON or Python, or with commas between its items."""
    written = written.strip()
    if written.startswith("["):
        for parse in (json.loads, ast.literal_eval):
            try:
                found = parse(written)
            except (ValueError, SyntaxError, RecursionError, MemoryError, TypeError):
                continue
            return tuple(str(item) for item in found if isinstance(item, str | int))
        written = written.strip("[]").replace("'", "").replace('"', "")
    return tuple(written.split("," if "," in written else ";"))


def _pocket(cells: _Cells) -> Bookmark:
    return Bookmark(
        address=_first(cells, "url"),
        title=cells.get("title", ""),
        tags=tuple(cells.get("tags", "").split("|")),
        date=parse_date(_first(cells, "time_added")),
    )


def _raindrop(cells: _Cells) -> Bookmark | Finding:
    if _first(cells, "folder").casefold() == "trash":
        return LeftOut("trash")
    cover = _first(cells, "cover")
    return Bookmark(
        address=_first(cells, "url"),
        title=cells.get("title", ""),
        note=cells.get("note", ""),
        quotations=tuple(_raindrop_highlights(cells.get("highlights", ""))),
        tags=(*folder_tags(cells.get("folder", "").split("/")), *list_of(cells.get("tags", ""))),
        date=parse_date(_first(cells, "created")),
        media=(Medium(cover),) if cover.startswith("http") else (),
    )


def _raindrop_highlights(written: str) -> Iterator[Quotation]:
    """Parts such as ``Highlight:words`` and ``Note:words on the one before``."""
    _, *parts = _RAINDROP_PART.split(written)
    pending: Quotation | None = None
    for kind, text in zip(parts[::2], parts[1::2], strict=False):
        if kind == "Note" and pending:
            pending = pending._replace(note=text.strip())
            continue
        if pending:
            yield pending
        pending = Quotation(text.strip()) if kind == "Highlight" else Quotation("", text.strip())
    if pending:
        yield pending


def _instapaper(cells: _Cells) -> Bookmark:
    folder = _first(cells, "folder")
    return Bookmark(
        address=_first(cells, "url"),
        title=cells.get("title", ""),
        quotations=(Quotation(cells.get("selection", "")),),
        tags=(
            *(folder_tags([folder]) if folder.casefold() not in _INSTAPAPER_FOLDERS else ()),
            *list_of(cells.get("tags", "")),
        ),
        date=parse_date(_first(cells, "timestamp")),
    )


def _readwise_highlight(text: str, note: str) -> Quotation:
    """A highlight, which has the emphasis and the links of the page in Markdown.

    Its pictures become links, as the table does not hold them.
    """
    if not _EMPHASIS_OR_LINK.search(text):
        return Quotation(text, note)
    shown = _PICTURE.sub(lambda found: f"[{found[1] or found[2]}]({found[2]})", text)
    return Quotation(shown.replace("<", "\\<"), note, is_markdown=True)


def _readwise(cells: _Cells) -> Bookmark | Finding:
    remarks = remarks_of(cells.get("note", ""), list_of(cells.get("tags", "")))
    if remarks.reason:
        return LeftOut(remarks.reason)
    return Bookmark(
        address=_first(cells, "url", "source url"),
        title=cells.get("book title", ""),
        quotations=(_readwise_highlight(cells.get("highlight", ""), remarks.note),),
        tags=(*remarks.tags, *list_of(cells.get("document tags", ""))),
        date=parse_date(_first(cells, "highlighted at")),
        author=_first(cells, "book author"),
        own_id="\0".join((cells.get("book title", ""), cells.get("highlight", ""))),
    )


def _reader(cells: _Cells) -> Bookmark | Finding:
    if _first(cells, "location").casefold() == "feed":
        return LeftOut("other kind")  # items of feeds, which nobody chose
    return Bookmark(
        address=_first(cells, "url"),
        title=cells.get("title", ""),
        note=_first(cells, "document note", "note"),
        tags=list_of(_first(cells, "document tags", "tags")),
        date=parse_date(_first(cells, "saved date", "published date")),
        author=_first(cells, "author"),
    )


def _matter(cells: _Cells) -> Bookmark:
    return Bookmark(
        address=_first(cells, "url"),
        title=cells.get("title", ""),
        note=cells.get("note", ""),
        quotations=(Quotation(_first(cells, "annotations")),),
        tags=list_of(cells.get("tags", "")),
        date=parse_date(_first(cells, "saved date", "date saved", "last interaction date")),
        author=_first(cells, "author"),
        site=_first(cells, "publisher"),
    )


def _wallabag(cells: _Cells) -> Bookmark:
    """The column ``content`` is somebody else's article."""
    return Bookmark(
        address=_first(cells, "url"),
        title=cells.get("title", ""),
        tags=list_of(cells.get("tags", "")),
        date=parse_date(_DAY_FIRST.sub(r"\3-\2-\1", _first(cells, "creation date"))),
    )


_SERVICES = (
    _Service(
        "pocket",
        "a Pocket export (CSV, or the zip of it)",
        _pocket,
        formats=("pocket-zip", "pocket-tar"),
        files=r"part_\d+\.csv",
    ),
    _Service("raindrop", "bookmarks from Raindrop (CSV)", _raindrop, ("trash",)),
    _Service("instapaper", "bookmarks from Instapaper (CSV)", _instapaper),
    _Service("readwise", "highlights from Readwise (CSV)", _readwise, ("trash", "other kind")),
    _Service("reader", "documents of Readwise Reader (CSV)", _reader),
    _Service(
        "matter",
        "articles saved in Matter (CSV, or the zip with it)",
        _matter,
        formats=("matter-zip", "matter-tar"),
        files=r"_?matter_history\.csv",
    ),
    _Service("wallabag-csv", "articles saved in wallabag (CSV)", _wallabag),
)


def _bookmarks(service: _Service, source: Source, _: ReadOptions) -> Iterator[Bookmark | Finding]:
    tables = source.entries if source.file else source.find(service.files)
    highlights: dict[str, Bookmark] = {}
    for entry in source.besides(tables):
        if service.name == "pocket" and _ANNOTATIONS.search(entry.name):
            yield from _read_annotations(entry, highlights)
        else:
            yield Unread(entry.name)
    for entry in tables:
        for found in open_table(entry).rows():
            bookmark = service.bookmark(found.cells) if isinstance(found, Row) else found
            if isinstance(bookmark, Bookmark) and bookmark.address in highlights:
                marked = highlights.pop(bookmark.address)
                bookmark = replace(bookmark, quotations=marked.quotations)
            yield bookmark
            if isinstance(found, Row) and isinstance(bookmark, Bookmark) and not bookmark.date:
                yield from _lost_dates(found, entry)
    yield from highlights.values()


def _lost_dates(row: Row, entry: Entry) -> Iterator[Lost]:
    """The dates of a bookmark that has none, as nobody can read them."""
    for column in _DATES:
        date = _first(row.cells, column)
        if date.strip("0-: "):
            why = "there is no such day" if is_impossible(date) else "sitegen reads no day in it"
            yield Lost(f"the date “{date}”", f"{entry.name}, line {row.line}", why)


def _read_annotations(entry: Entry, highlights: dict[str, Bookmark]) -> Iterator[Finding]:
    """Adds the highlights of Pocket, by the address of the page."""
    for page in stream_items(entry):
        if isinstance(page, Lost):
            yield page
        elif isinstance(page, dict) and isinstance(address := page.get("url"), str):
            marks = (mark.get("quote") for mark in objects_in(page.get("highlights")))
            highlights[address] = Bookmark(
                address=address,
                title=text_at(page, "title"),
                quotations=tuple(Quotation(mark) for mark in marks if isinstance(mark, str)),
            )
        else:
            yield LeftOut("unsupported")


READERS = tuple(
    bookmark_reader(
        service.name,
        service.title,
        recognise_formats(service.name, *service.formats),
        partial(_bookmarks, service),
        *service.leaves_out,
    )
    for service in _SERVICES
)
