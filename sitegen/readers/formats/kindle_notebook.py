"""Reads the notebook of a book that the Kindle apps export as a web page."""

import re
from collections.abc import Iterator
from dataclasses import replace

from sitegen.models import Document
from sitegen.readers.bookmarks import Bookmark, Quotation, make_link_posts
from sitegen.readers.findings import Finding, LeftOut, ReadOptions
from sitegen.readers.html import plain_text
from sitegen.readers.reader import Reader, recognise_files
from sitegen.readers.sources import Source
from sitegen.readers.streams.decoding import read_text_of

_ELEMENT = r"<(?:div|h\d|p)\b[^>]*\bclass=[\"'](?:[^\"']*\s)?{}(?:\s[^\"']*)?[\"'][^>]*>"
_HEADING = re.compile(_ELEMENT.format("noteHeading"), re.IGNORECASE)
_TEXT = re.compile(_ELEMENT.format("noteText"), re.IGNORECASE)
_TITLE = re.compile(_ELEMENT.format("bookTitle") + r"(.*?)</", re.IGNORECASE | re.DOTALL)
_AUTHORS = re.compile(_ELEMENT.format("authors") + r"(.*?)</", re.IGNORECASE | re.DOTALL)
_SECTION = re.compile(_ELEMENT.format("sectionHeading"), re.IGNORECASE)
_HIGHLIGHT = re.compile(r"\bclass=[\"']highlight_", re.IGNORECASE)


def _read(source: Source, options: ReadOptions) -> Iterator[Document | Finding]:
    yield from make_link_posts(_bookmarks(source), "kindle", source.name, options)


def _bookmarks(source: Source) -> Iterator[Bookmark | Finding]:
    for entry in source.entries:
        html, findings = read_text_of(entry)
        yield from findings
        title, authors = _TITLE.search(html), _AUTHORS.search(html)
        book = Bookmark(
            title=plain_text(title[1]) if title else "",
            author=plain_text(authors[1]) if authors else "",
        )
        yield from _of_book(book, html)


def _of_book(book: Bookmark, html: str) -> Iterator[Bookmark | Finding]:
    """The highlights, each with the note that follows it in its chapter, and notes alone."""
    pending: Bookmark | None = None
    for part in _HEADING.split(html)[1:]:
        text = _text_in(part)
        if not text:
            yield LeftOut("other kind")  # a bookmark, which has no text
            continue
        is_highlight = _HIGHLIGHT.search(part) is not None
        if not is_highlight and pending and not pending.quotations[0].note:
            quotation = pending.quotations[0]._replace(note=text)
            pending = replace(pending, quotations=(quotation,))
            continue
        if pending:
            yield pending
            pending = None
        if not is_highlight:
            yield replace(book, note=text)
        elif _SECTION.search(part):
            yield replace(book, quotations=(Quotation(text),))
        else:
            pending = replace(book, quotations=(Quotation(text),))
    if pending:
        yield pending


def _text_in(part: str) -> str:
    found = _TEXT.search(part)
    if found is None:
        return ""
    section = _SECTION.search(part, found.end())
    return plain_text(part[found.end() : section.start() if section else len(part)])


READER = Reader(
    name="kindle-notebook",
    title="the notebook of a book in Kindle (HTML)",
    recognise=recognise_files("kindle-notebook"),
    read=_read,
    leaves_out=("other kind", "duplicate", "empty"),
)
