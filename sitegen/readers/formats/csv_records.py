"""Reads tables (CSV) of any program with a column of texts or links."""

import csv
import io
import re
from collections.abc import Iterator

from sitegen.models import Document
from sitegen.readers.detection import confidence_of, detect_format
from sitegen.readers.findings import Finding, ReadOptions
from sitegen.readers.markdown.pictures import MediaFiles
from sitegen.readers.reader import Reader
from sitegen.readers.records import RecordReader, hold_messages, holds_private, holds_texts
from sitegen.readers.records.files import BESIDE_PICTURES, record_file, record_files
from sitegen.readers.records.roles import roles_of
from sitegen.readers.records.table_dates import TableDates
from sitegen.readers.sources import Entry, Source
from sitegen.readers.streams import Row, open_table

_TABLE_NAME = re.compile(r"\.(?:csv|tsv)$", re.IGNORECASE)
_ADDRESS = re.compile(r"\"?https?://\S+\s*$|\s*$")
_LIKELY = 0.7
_GENERAL = ("csv", "csv-semicolon", "tsv", "table")


def _recognise(source: Source) -> float:
    file = record_file(source)
    confidence = _confidence(file) if file else 0.0
    if file is None or source.kind == "file":
        return confidence
    known = detect_format(file.head)
    is_other = known is not None and known.confidence(file.head) > confidence
    return 0.0 if is_other or not confidence else BESIDE_PICTURES


def _confidence(file: Entry) -> float:
    table = file.head.table
    if table is None and _is_column(file):
        return _LIKELY
    if table is None or not holds_texts(table.columns) or holds_private(table.columns):
        return 0.0
    return max(confidence_of(name, file.head) for name in _GENERAL)


def _is_column(file: Entry) -> bool:
    """Whether a file whose name is that of a table has one column, of texts or of links."""
    name, _, rest = file.head.text.partition("\n")
    roles = roles_of((name.strip().strip('"'),))
    is_of_links = "address" in roles and all(map(_ADDRESS.match, rest.split("\n")))
    if not _TABLE_NAME.search(file.name) or not ("text" in roles or is_of_links):
        return False
    rows = csv.reader(io.StringIO(rest.replace("\0", ""), newline=""))
    try:
        return all(len(row) <= 1 for row in rows)
    except csv.Error:
        return False


def _read(source: Source, options: ReadOptions) -> Iterator[Document | Finding]:
    files = MediaFiles(source)
    for entry in record_files(source):
        table = open_table(entry)
        if not holds_texts(table.columns):
            raise entry.error("has no column of texts or links", hint="name one of them “text”")
        if hold_messages(table.columns):
            raise entry.error("holds messages, which are never read")
        reader = RecordReader("csv", source.name, options, files.finder(entry.name))
        dates = TableDates(table)
        for row in table.rows():
            if isinstance(row, Row):
                yield from reader.read(dates.clear(row.cells), f"{entry.name}, line {row.line:,}")
            else:
                yield row


READER = Reader(
    name="csv",
    title="texts or links in a table (CSV)",
    recognise=_recognise,
    read=_read,
    leaves_out=("private", "draft", "scheduled", "reply", "repost", "duplicate", "empty"),
)
