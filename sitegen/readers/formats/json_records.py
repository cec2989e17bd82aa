"""Reads JSON and JSON Lines of any program whose records have a text or a link."""

import re
from collections.abc import Iterator

from sitegen.models import Document
from sitegen.readers.detection import confidence_of, detect_format
from sitegen.readers.findings import Finding, LeftOut, Lost, ReadOptions, Remark, Unread
from sitegen.readers.markdown.pictures import MediaFiles
from sitegen.readers.reader import Reader
from sitegen.readers.records import RecordReader, find_list
from sitegen.readers.records.audience_fields import audience_fields
from sitegen.readers.records.clear_dates import order_of_records
from sitegen.readers.records.columns import rows_in
from sitegen.readers.records.dated_fields import find_date_field
from sitegen.readers.records.files import not_read, recognise_records, record_files
from sitegen.readers.records.grids import records_in
from sitegen.readers.records.keyed import with_key
from sitegen.readers.records.lists import RecordList
from sitegen.readers.records.names import role_of_names
from sitegen.readers.records.published_versions import name_published_versions, with_state
from sitegen.readers.records.surroundings import surroundings_of
from sitegen.readers.records.table_marks import marked_columns, with_marks
from sitegen.readers.records.typed_values import has_typed_values, languages_in, with_plain_values
from sitegen.readers.sources import Entry, Source
from sitegen.readers.streams import stream_items, stream_members

_MARK = re.compile(r'"[xX✓✔☑*•]"')
"""A mark, as tables have it; only where one is, all marks are looked for."""
_UNNAMED = frozenset({"text"})
"""What a list of texts alone holds."""
_NO_RECORDS = (Lost, LeftOut)
_GENERAL = ("json", "jsonl", "javascript", "notion-json")


def _recognise(source: Source) -> float:
    return recognise_records(source, _confidence, _fields_of)


def _confidence(file: Entry) -> float:
    if file.head.json is None:
        return 0.0
    confidence = max(confidence_of(name, file.head) for name in _GENERAL)
    known = detect_format(file.head)
    is_other = known is not None and known.confidence(file.head) > confidence
    return 0.0 if is_other else confidence


def _fields_of(file: Entry) -> frozenset[str]:
    """The fields of the records, among others around them; none if there are no records."""
    head = file.head.json
    found = find_list(file) if head else None
    if head is None or found is None:
        return frozenset()
    if found.layout:
        return found.layout.fields
    names = head.outer | head.inner | frozenset(found.grid.columns if found.grid else ())
    return names or _UNNAMED


def _read(source: Source, options: ReadOptions) -> Iterator[Document | Finding]:
    files = MediaFiles(source)
    entries = record_files(source, _fields_of) or source.entries
    reader = RecordReader("json", source.name, options)
    for entry in entries:
        found = find_list(entry)
        if found is None and len(entries) > 1:
            yield Unread(entry.name)
            continue
        if found is None:
            raise entry.error("has no list of texts or links", hint="give its records a key “text”")
        if found.others:
            names = ", ".join(f"“{name}”" for name in found.others)
            yield Remark(
                f"Of {entry.name}, only the list “{found.path[-1]}” was read, not {names}."
            )
        if len(languages := languages_in(entry.head.text)) > 1:
            yield Remark(
                f"{entry.name} holds texts in several languages ({', '.join(languages)}); of each,"
                " the first one was read."
            )
        yield from _read_list(entry, found, files, reader)
    yield from reader.remarks()
    yield from not_read(source, entries)


def _read_list(
    entry: Entry, found: RecordList, files: MediaFiles, reader: RecordReader
) -> Iterator[Document | Finding]:
    head = entry.head.text
    dates = order_of_records(_records(entry, found), head)
    if dates.remark:
        yield Remark(dates.remark)
    names = role_of_names(_records(entry, found) if '"name"' in head else ())
    around = surroundings_of(entry, found.path)
    audiences = audience_fields(_records(entry, found), around.owners, around.legends)
    dated = find_date_field(_records(entry, found))
    find = files.finder(entry.name)
    reader.open_file(entry.name, find, dates, names, audiences, around.reasons, dated)
    marked = marked_columns(_records(entry, found) if _MARK.search(head) else ())
    has_states = name_published_versions(_records(entry, found) if '"sys"' in head else ())
    for number, item in enumerate(_records(entry, found), start=1):
        if isinstance(item, _NO_RECORDS):
            yield item
        else:
            record = with_marks(with_state(item) if has_states else item, marked)
            yield from reader.read(record, f"{entry.name}, item {number:,}")


def _records(entry: Entry, found: RecordList) -> Iterator[object | Lost]:
    """The records of a file, with plain values."""
    records = rows_in(_written_records(entry, found), entry.name)
    return with_plain_values(records) if has_typed_values(entry.head.text) else records


def _written_records(entry: Entry, found: RecordList) -> Iterator[object | Lost]:
    if found.layout:
        yield from found.layout.records(entry)
        return
    if found.grid:
        yield from records_in(entry, found.grid)
        return
    if not found.is_keyed:
        yield from stream_items(entry, *found.path)
        return
    for member in stream_members(entry, *map(str, found.path)):
        yield member if isinstance(member, Lost) else with_key(*member)


READER = Reader(
    name="json",
    title="texts or links in JSON or JSON Lines",
    recognise=_recognise,
    read=_read,
    leaves_out=(
        "private", "draft", "scheduled", "reply", "repost", "page", "duplicate", "empty",
        "unsupported",
    ),
)  # fmt: skip
