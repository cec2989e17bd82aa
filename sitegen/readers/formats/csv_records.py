"""Reads tables (CSV) of any program with a column of texts or links."""

import csv
import io
import re
from collections.abc import Iterator
from itertools import islice

from sitegen.errors import DumpError
from sitegen.models import Document
from sitegen.readers.detection import confidence_of, detect_format
from sitegen.readers.findings import Finding, ReadOptions, Remark
from sitegen.readers.markdown.pictures import MediaFiles
from sitegen.readers.reader import Reader
from sitegen.readers.records import RecordReader, hold_messages, holds_private, holds_texts
from sitegen.readers.records.audience_fields import audience_fields
from sitegen.readers.records.dated_fields import find_date_field
from sitegen.readers.records.files import not_read, recognise_records, record_files
from sitegen.readers.records.names import role_of_names
from sitegen.readers.records.roles import roles_of
from sitegen.readers.records.table_dates import TableDates
from sitegen.readers.records.table_marks import marked_columns, with_marks
from sitegen.readers.restrictions import plain_name
from sitegen.readers.sources import Entry, Source
from sitegen.readers.streams import Row, Table, open_table

_TABLE_NAME = re.compile(r"\.(?:csv|tsv)$", re.IGNORECASE)
_ADDRESS = re.compile(r"\"?https?://\S+\s*$|\s*$")
_LIKELY = 0.7
_EXAMINED = 50
_GENERAL = ("csv", "csv-semicolon", "tsv", "table")


def _recognise(source: Source) -> float:
    return recognise_records(source, _confidence, _columns_of)


def _columns_of(file: Entry) -> frozenset[str]:
    table = file.head.table
    return frozenset(table.columns if table else file.head.text.partition("\n")[:1])


def _confidence(file: Entry) -> float:
    confidence = _confidence_of_table(file)
    known = detect_format(file.head)
    return 0.0 if known and known.confidence(file.head) > confidence else confidence


def _confidence_of_table(file: Entry) -> float:
    table = file.head.table
    if table is None and _TABLE_NAME.search(file.name):
        return _LIKELY if _is_column(file) or _is_named_table(file) else 0.0
    if table is None or not holds_texts(table.columns) or holds_private(table.columns):
        return 0.0
    return max(confidence_of(name, file.head) for name in _GENERAL)


def _is_named_table(file: Entry) -> bool:
    """Whether a file whose name is that of a table has a column of texts, and full rows."""
    try:
        table = open_table(file)
        rows = list(islice(table.rows(), _EXAMINED))
    except DumpError:
        return False
    full = sum(isinstance(row, Row) and all(row.cells.values()) for row in rows)
    is_table = len(table.columns) > 1 and full > 0 and 2 * full >= len(rows)
    return is_table and holds_texts(table.columns) and not holds_private(table.columns)


def _is_column(file: Entry) -> bool:
    """Whether a file whose name is that of a table has one column, of texts or of links."""
    name, _, rest = file.head.text.partition("\n")
    roles = roles_of((name.strip().strip('"'),))
    is_of_links = "address" in roles and all(map(_ADDRESS.match, rest.split("\n")))
    if not ("text" in roles or is_of_links):
        return False
    rows = csv.reader(io.StringIO(rest.replace("\0", ""), newline=""))
    try:
        return all(len(row) <= 1 for row in rows)
    except csv.Error:
        return False


def _read(source: Source, options: ReadOptions) -> Iterator[Document | Finding]:
    files = MediaFiles(source)
    entries = record_files(source, _columns_of) or source.entries
    reader = RecordReader("csv", source.name, options)
    for entry in entries:
        table = open_table(entry)
        if not holds_texts(table.columns):
            raise entry.error("has no column of texts or links", hint="name one of them “text”")
        if hold_messages(table.columns):
            raise entry.error("holds messages, which are never read")
        names = role_of_names(
            _cells(table) if any(plain_name(n) == "name" for n in table.columns) else ()
        )
        audiences = audience_fields(_cells(table))
        find, dated = files.finder(entry.name), find_date_field(_cells(table))
        reader.open_file(entry.name, find, names=names, audiences=audiences, dated=dated)
        dates = TableDates(table)
        marked = marked_columns(_cells(table))
        if dates.remark:
            yield Remark(dates.remark)
        for row in table.rows():
            if isinstance(row, Row):
                cells = with_marks(dates.clear(row.cells), marked)
                yield from reader.read(cells, f"{entry.name}, line {row.line:,}")
            else:
                yield row
    yield from reader.remarks()
    yield from not_read(source, entries)


def _cells(table: Table) -> Iterator[dict[str, str]]:
    return (row.cells for row in table.rows() if isinstance(row, Row))


READER = Reader(
    name="csv",
    title="texts or links in a table (CSV)",
    recognise=_recognise,
    read=_read,
    leaves_out=("private", "draft", "scheduled", "reply", "repost", "page", "duplicate", "empty"),
)
