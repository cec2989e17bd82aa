"""Reads tables (CSV) of any program with a column of texts or links."""

from collections.abc import Iterator

from sitegen.models import Document
from sitegen.readers.detection import confidence_of
from sitegen.readers.findings import Finding, ReadOptions
from sitegen.readers.reader import Reader
from sitegen.readers.records import RecordReader, holds_private, holds_texts
from sitegen.readers.sources import Source
from sitegen.readers.streams import Row, open_table

_GENERAL = ("csv", "csv-semicolon", "tsv", "table")


def _recognise(source: Source) -> float:
    table = source.head.table if source.file else None
    if table is None or not holds_texts(table.columns) or holds_private(table.columns):
        return 0.0
    return max(confidence_of(name, source.head) for name in _GENERAL)


def _read(source: Source, options: ReadOptions) -> Iterator[Document | Finding]:
    for entry in source.entries:
        table = open_table(entry)
        if not holds_texts(table.columns):
            raise entry.error("has no column of texts or links", hint="name one of them “text”")
        reader = RecordReader("csv", source.name, options)
        for row in table.rows():
            if isinstance(row, Row):
                yield from reader.read(row.cells, f"{entry.name}, line {row.line:,}")
            else:
                yield row


READER = Reader(
    name="csv",
    title="texts or links in a table (CSV)",
    recognise=_recognise,
    read=_read,
    leaves_out=("private", "draft", "reply", "repost", "duplicate", "empty"),
)
