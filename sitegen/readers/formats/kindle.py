"""Reads the file ``My Clippings.txt`` of Kindle: quotations from books, with notes."""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sitegen.models import Document
from sitegen.readers.bookmarks import Bookmark, Quotation, make_link_posts
from sitegen.readers.dates import parse_date
from sitegen.readers.findings import Finding, LeftOut, ReadOptions, Remark
from sitegen.readers.reader import Reader, recognise_formats
from sitegen.readers.sources import Entry, Source
from sitegen.readers.streams.decoding import read_text_of

_RULE = re.compile(r"^==========[^\S\n]*$\n?", re.MULTILINE)
_BRACKETS = re.compile(r"(.*\S)\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)")
_NO_AUTHOR = re.compile(
    r"(?i)\d+|.*\b(?:edition|ausgabe|book \d+|vol(?:ume|\.)? \d+)\b.*|.*z-lib.*"
)
_LONGEST_TITLE = 1000
_RANGE = re.compile(r"(\d+)(?:\s*[-\N{EN DASH}]\s*(\d+))?")
_NOTE = re.compile(
    r"(?i)\bnot(?:e|iz|a|itie|atka|eringen)\b|\bnotiz\b|\bzametk|заметк|笔记|筆記|メモ|메모"
)
_BOOKMARK = re.compile(
    r"(?i)bookmark|lesezeichen|signet|marcador|segnalibro|bladwijzer|закладк|书签|書籤|ブックマーク"
)
_LIMIT_REACHED = re.compile(r"<[^<>\n]+>")
"""What stands for the words once the publisher's limit on copied text is reached."""
_WHOLE_ARTICLE = re.compile(r"(?i)\bclip this article\b")
_MOST_AT_ONE_PLACE = 50
_DASHES = ("-", "\N{EN DASH}")
"""How the line on the place begins; with the second in Russian."""
_NO_ZONE = Remark("Kindle notes times without a zone; they were read as UTC.")


@dataclass(frozen=True, slots=True)
class _Clipping:
    """A highlight or a note."""

    book: str
    author: str
    text: str
    first: int
    last: int
    """Where it stands in the book: locations, or pages in books without these."""
    date: datetime | None
    is_note: bool
    note: str = ""
    """Of a highlight: the note on it."""


def _read(source: Source, options: ReadOptions) -> Iterator[Document | Finding]:
    yield from make_link_posts(_bookmarks(source, options), "kindle", source.name, options)


def _bookmarks(source: Source, options: ReadOptions) -> Iterator[Bookmark | Finding]:
    for entry in source.entries:
        clippings: dict[str, list[_Clipping]] = {}
        for found in _clippings(entry, options):
            if isinstance(found, _Clipping):
                clippings.setdefault(found.book, []).append(found)
            else:
                yield found
        for of_book in clippings.values():
            yield from _of_book(of_book)
        if clippings:
            yield _NO_ZONE


def _clippings(entry: Entry, options: ReadOptions) -> Iterator[_Clipping | Finding]:
    text, findings = read_text_of(entry)
    yield from findings
    for block in _RULE.split(text.replace("\r\n", "\n").replace("\ufeff", "")):
        if block.strip():
            lines = block.strip("\n").split("\n")
            is_article = len(lines) > 1 and _WHOLE_ARTICLE.search(lines[1])
            is_left_out = is_article and not options.with_articles
            yield LeftOut("somebody else's") if is_left_out else _clipping(lines)


def _clipping(lines: Sequence[str]) -> _Clipping | Finding:
    if len(lines) < 2 or not lines[1].startswith(_DASHES):
        return LeftOut("incomplete")
    text = "\n".join(lines[2:]).strip()
    if not text:
        return LeftOut("other kind" if _BOOKMARK.search(lines[1]) else "empty")
    if _LIMIT_REACHED.fullmatch(text):
        return LeftOut("incomplete")
    parts = [part.strip() for part in lines[1].split("|")]
    place = parts[-2] if len(parts) > 1 else parts[0]
    first, last = _range_of(place)
    title, author = _book_of(lines[0].strip()[:_LONGEST_TITLE])
    return _Clipping(
        title,
        author,
        text,
        first,
        last,
        parse_date(parts[-1].lstrip("-\N{EN DASH} ")),
        is_note=any(map(_NOTE.search, parts[:-1] or parts)),
    )


def _book_of(line: str) -> tuple[str, str]:
    """The title and the author, which is in the last brackets, unless these hold something else."""
    rest = line
    while found := _BRACKETS.fullmatch(rest):
        if not _NO_AUTHOR.fullmatch(found[2]):
            return found[1], found[2].strip()
        rest = found[1]
    return line, ""


def _range_of(place: str) -> tuple[int, int]:
    """The last range of numbers; ``1234-56`` means 1234 to 1256."""
    found = _RANGE.findall(place)
    if not found:
        return 0, 0
    first, last = found[-1]
    last = last or first
    if len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    return int(first[:12]), int(last[:12])


def _of_book(clippings: Sequence[_Clipping]) -> Iterator[Bookmark | Finding]:
    """The highlights of a book with their notes; earlier versions of both are left out."""
    different = {(c.text, c.first, c.last, c.is_note): c for c in reversed(clippings)}
    once = [*reversed(different.values())]
    kept = _latest([clipping for clipping in once if not clipping.is_note])
    notes = _latest([clipping for clipping in once if clipping.is_note])
    for _ in range(len(clippings) - len(once)):
        yield LeftOut("duplicate")
    for _ in range(len(once) - len(kept) - len(notes)):
        yield LeftOut("superseded")
    for note in notes:
        index = next((i for i, mark in enumerate(kept) if _is_on(note, mark)), None)
        if index is None:
            kept.append(note)
        else:
            joined = "\n\n".join(filter(None, (kept[index].note, note.text)))
            kept[index] = replace(kept[index], note=joined)
    yield from map(_bookmark, kept)


def _latest(clippings: Sequence[_Clipping]) -> list[_Clipping]:
    """The last version of each, which begins or ends where an earlier one does."""
    kept: dict[int, _Clipping] = {}
    numbers_at: dict[int, deque[int]] = {}
    for number, clipping in enumerate(clippings):
        ends = {clipping.first, clipping.last}
        for earlier in {other for end in ends for other in numbers_at.get(end, ())}:
            if earlier in kept and _replaces(clipping, kept[earlier]):
                del kept[earlier]
        kept[number] = clipping
        for end in ends:
            numbers_at.setdefault(end, deque(maxlen=_MOST_AT_ONE_PLACE)).append(number)
    return list(kept.values())


def _replaces(later: _Clipping, earlier: _Clipping) -> bool:
    """Whether one place was marked again, longer or shorter: Kindle keeps each version."""
    is_part = later.text in earlier.text or earlier.text in later.text
    return is_part and later.text != earlier.text


def _is_on(note: _Clipping, mark: _Clipping) -> bool:
    return not mark.is_note and mark.first <= note.last <= mark.last


def _bookmark(clipping: _Clipping) -> Bookmark:
    is_note = clipping.is_note
    return Bookmark(
        title=clipping.book,
        note=clipping.text if is_note else "",
        quotations=() if is_note else (Quotation(clipping.text, clipping.note),),
        date=clipping.date,
        author=clipping.author,
    )


READER = Reader(
    name="kindle",
    title="quotations from Kindle (My Clippings.txt)",
    recognise=recognise_formats("kindle"),
    read=_read,
    leaves_out=(
        "superseded",
        "duplicate",
        "other kind",
        "somebody else's",
        "empty",
        "incomplete",
    ),
)
