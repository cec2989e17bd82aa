"""Reads Notion exports: a file of Markdown or HTML for each page, whose name ends with its id.

A database is a CSV table beside a folder with a page for each row; the values of a row stand again
at the start of its page.

- ``pages``: takes a page apart: title, properties and text
- ``properties``: what the properties of a page say
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from sitegen.errors import DumpError
from sitegen.models import Document, DumpPlace
from sitegen.readers.articles import kind_of
from sitegen.readers.findings import Finding, LeftOut, Lost, ReadOptions, Remark, Unread, Withheld
from sitegen.readers.formats.notion.pages import (
    Page,
    names_below_title,
    page_of_html,
    page_of_markdown,
)
from sitegen.readers.formats.notion.properties import fields_of, unused_in
from sitegen.readers.identity import identify
from sitegen.readers.markdown.body import Dialect, convert_body
from sitegen.readers.markdown.fields import author_of, date_of, link_of, tags_of
from sitegen.readers.markdown.pictures import MediaFiles, losses_in
from sitegen.readers.markdown.publication import reasons_to_leave_out
from sitegen.readers.reader import Reader
from sitegen.readers.sources import Entry, Source
from sitegen.readers.streams.decoding import read_text_of

_PAGE = re.compile(r"(?:(?P<title>[^/]*)[ -])?(?P<id>[0-9a-f]{32})\.(?:md|html)", re.IGNORECASE)
_OTHER_PAGE = re.compile(r"\.(?:md|html)$", re.IGNORECASE)
_DATA = re.compile(r"\.(?:csv|pdf|zip)$", re.IGNORECASE)
_FEWEST_ROWS = 3
"""How many pages with one name below their titles are the rows of a database."""
_INDEX = "index.html"


class _Export(NamedTuple):
    """What the pages of an export have in common."""

    name: str
    columns: frozenset[str]
    """The names of all columns of its databases."""
    files: MediaFiles


def _recognise(source: Source) -> float:
    pages = [e for e in source.entries if _OTHER_PAGE.search(e.name) and e.base != _INDEX]
    named = sum(_PAGE.fullmatch(entry.base) is not None for entry in pages)
    return 0.9 if named and 2 * named > len(pages) else 0.0


def _read(source: Source, options: ReadOptions) -> Iterator[Document | Finding]:
    yield Remark(
        "A Notion export says only in properties, if at all, which pages are public: those without "
        "such a property were all read."
    )
    export = _Export(source.name, _columns_in(source), MediaFiles(source))
    unused: Counter[str] = Counter()
    for entry in source.entries:
        if not _OTHER_PAGE.search(entry.name) or entry.base == _INDEX:
            if _DATA.search(entry.name):
                yield Unread(entry.name)
            continue
        try:
            page, findings = _page_in(entry, export)
        except DumpError as error:
            yield Lost("a page", entry.name, error.message)
            continue
        yield from findings
        unused.update(unused_in(page.properties))
        yield from _read_page(page, entry, export, options)
    for name, count in unused.items():
        where = f"{count} pages" if count > 1 else "a page"
        yield Lost(f"the property “{name}”", where, "sitegen does not know it")


def _columns_in(source: Source) -> frozenset[str]:
    """The names of the columns of all databases, also of those whose tables are not there."""
    columns = {*_names_in_pages(source)}
    for entry in source.find(r"[^/]*\.csv"):
        rows = csv.reader(io.StringIO(entry.head.text, newline=""))
        try:
            columns.update(next(rows, ()))
        except csv.Error:
            continue
    return frozenset(name.strip() for name in columns)


def _names_in_pages(source: Source) -> Iterator[str]:
    """The names that stand below the titles of most pages in a folder, as those of rows do."""
    pages: Counter[str] = Counter()
    names: Counter[tuple[str, str]] = Counter()
    for entry in source.find(r"[^/]*\.md"):
        folder = entry.name.rpartition("/")[0]
        pages[folder] += 1
        names.update((folder, name) for name in names_below_title(entry.head.text))
    for (folder, name), count in names.items():
        if count >= max(_FEWEST_ROWS, pages[folder] / 2):
            yield name


def _page_in(entry: Entry, export: _Export) -> tuple[Page, tuple[Finding, ...]]:
    text, findings = read_text_of(entry)
    if entry.name.lower().endswith(".html"):
        return page_of_html(text), tuple(findings)
    return page_of_markdown(text, export.columns), tuple(findings)


def _read_page(
    page: Page, entry: Entry, export: _Export, options: ReadOptions
) -> Iterator[Document | Finding]:
    document, lost = _make_document(page, entry, export)
    fields = {**page.properties, **fields_of(page.properties), "tags": [*document.tags]}
    reasons = reasons_to_leave_out(fields, document.date)
    withheld = Withheld(document.id, document.date)
    if not (yield from options.admits(*reasons, withheld=withheld)):
        return
    if not (document.text or document.media or document.link):
        yield LeftOut("empty")
        return
    yield from losses_in(lost, document.media, entry.name)
    yield document


def _make_document(page: Page, entry: Entry, export: _Export) -> tuple[Document, tuple[str, ...]]:
    named = _PAGE.fullmatch(entry.base)
    fields = fields_of(page.properties)
    dialect = Dialect(joins_lines=False, has_tags=False, is_in_folder=True)
    body = convert_body(page.text, {}, export.files.finder(entry.name), dialect)
    title = page.title or (named["title"] if named else None) or None
    link = link_of({**fields, "title": title} if title else fields)
    kind = kind_of(title, body.text)
    document = Document(
        id=identify("notion", "", named["id"].lower() if named else entry.name),
        kind=kind,
        text=body.text,
        place=DumpPlace(export.name),
        is_markdown=True,
        has_own_id=named is not None,
        title=title if title != "Untitled" else None,
        author=author_of(fields),
        date=date_of(fields),
        link=link,
        tags=tags_of(fields),
        media=body.media,
        locations=(entry.name,),
    )
    return document, (*page.lost, *body.lost)


READER = Reader(
    "notion",
    "a Notion export (Markdown or HTML)",
    _recognise,
    _read,
    ("draft", "private", "pending", "scheduled", "hidden", "trash", "empty"),
)
