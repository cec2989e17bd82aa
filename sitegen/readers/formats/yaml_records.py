"""Reads YAML and TOML files whose lists hold records with a text or a link.

The name of the file tells, as settings and translations of programs are YAML, too.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import yaml

from sitegen.content.front_matter.toml_json import HeaderSyntaxError, read_toml
from sitegen.content.front_matter.yaml_values import read_documents
from sitegen.errors import DumpError, line_of
from sitegen.models import Document
from sitegen.readers.detection import detect_format
from sitegen.readers.findings import Finding, ReadOptions, Remark
from sitegen.readers.formats.plain_text import decode_text
from sitegen.readers.reader import Reader
from sitegen.readers.records import RecordReader
from sitegen.readers.records.audience_fields import audience_fields
from sitegen.readers.records.clear_dates import order_of_records
from sitegen.readers.records.dated_fields import find_date_field
from sitegen.readers.records.keyed import with_key
from sitegen.readers.records.lists import is_closed, is_kept_back, is_set_aside, may_be_closed
from sitegen.readers.records.names import role_of_names
from sitegen.readers.records.roles import Role, roles_of
from sitegen.readers.records.samples import SAMPLE, are_records
from sitegen.readers.records.surroundings import Surroundings, surroundings_in
from sitegen.readers.records.table_marks import marked_columns, with_marks
from sitegen.readers.sources import Entry, Source

_NAME = re.compile(r"\.(?:ya?ml|toml)$", re.IGNORECASE)
_GENERAL = frozenset({"yaml", "ini", "settings", "stylesheet"})
"""Formats that such a file may be taken for by the form of its lines."""
_LIKELY = 0.9
_LARGEST = 4 * 1024 * 1024
_TEXTS: tuple[Role, ...] = ("text", "html")
_SENTENCE = re.compile(r"\S\s+\S+\s+\S+\s+\S")


def _recognise(source: Source) -> float:
    """How likely it is that a file, alone and not in a folder, holds records."""
    file = source.file
    if file is None or not _NAME.search(source.path.name) or file.size > _LARGEST:
        return 0.0
    known = detect_format(file.head)
    is_other = known is not None and known.name not in _GENERAL
    if is_other:
        return 0.0
    try:
        records = _records_in(file).records
        names = {name for record in records[:SAMPLE] if isinstance(record, dict) for name in record}
        return _LIKELY if records and not is_kept_back(file.name, names) else 0.0
    except DumpError:
        return _LIKELY  # reading it says what is wrong


class _Records(NamedTuple):
    """What a file holds."""

    records: list[object]
    """None if it holds something else."""
    closed: tuple[str, ...] = ()
    """The names of its other lists of records."""
    around: Surroundings = Surroundings()
    """What stands around the list of records."""


def _records_in(file: Entry) -> _Records:
    """The records of a file.

    Raises:
        DumpError: it is no YAML or TOML.
    """
    found = _values_in(file)
    values = [_with_names(value) for value in found]
    lists = [(name, each) for name, each in _lists_in(values) if are_records(each[:SAMPLE])]
    is_beside = any(not may_be_closed(name) for name, _ in lists)
    is_left = may_be_closed if is_beside else is_closed
    closed = tuple(name for name, _ in lists if is_left(name))
    records = [r for name, each in lists if name not in closed for r in each]
    outer = values[0] if len(values) == 1 and any(name for name, _ in lists) else None
    fields = outer.items() if isinstance(outer, dict) else ()
    return _Records(records, closed, surroundings_in(fields))


def _values_in(file: Entry) -> list[object]:
    """The values in a file: one in TOML, one for each document in YAML.

    Raises:
        DumpError: it is not what its name says, has an alias, or is nested too deeply.
    """
    text = decode_text(file)
    language = "TOML" if file.name.lower().endswith(".toml") else "YAML"
    line: int | None
    column: int | None
    try:
        return [read_toml(text)] if language == "TOML" else read_documents(text)
    except HeaderSyntaxError as error:
        why, line, column = str(error), error.line, error.column
    except yaml.YAMLError as error:
        why, line, column = _mistake_in_yaml(error)
    except (RecursionError, ValueError) as error:
        why, line, column = str(error) or "it is nested too deeply", None, None
    raise DumpError(
        f"the dump cannot be read as {language}: {why}",
        path=file.dump,
        line=line,
        column=column,
        source=line_of(text, line),
        hint="correct it there; or, to publish all of it as plain text, add --format text",
    )


def _mistake_in_yaml(error: yaml.YAMLError) -> tuple[str, int | None, int | None]:
    """What is wrong, and in which line and column, as far as known."""
    why = getattr(error, "problem", None) or str(error)
    mark, opened = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    if opened and "end of stream" in why:
        mark, why = opened, "what begins here is not closed"
    if "mapping values are not allowed" in why:
        why = "a value with a colon must be in quotes"
    return (why, mark.line + 1, mark.column + 1) if mark else (why, None, None)


def _with_names(value: Any) -> Any:
    """A value in whose objects all keys are texts: in YAML, ``1:`` and ``yes:`` are others."""
    if isinstance(value, dict):
        return {str(key): _with_names(inner) for key, inner in value.items()}
    return [_with_names(inner) for inner in value] if isinstance(value, list) else value


def _lists_in(values: list[Any]) -> Iterator[tuple[str, list[object]]]:
    """The lists that may hold records: several documents, a list, or those within an object.

    With the name of each; empty if it has none.
    """
    if len(values) != 1:
        yield "", values
        return
    (value,) = values
    if isinstance(value, list):
        yield "", value
    if isinstance(value, dict) and _is_record(value):
        yield "", [value]
    elif isinstance(value, dict):
        lists = {name: inner for name, inner in value.items() if isinstance(inner, list)}
        yield from lists.items()
        if not lists:
            keyed = {name: with_key(name, inner) for name, inner in value.items()}
            yield "", [record for name, record in keyed.items() if not is_set_aside(name)]
            yield from ((name, [record]) for name, record in keyed.items() if is_set_aside(name))


def _is_record(value: Mapping[str, object]) -> bool:
    """Whether a whole file is one text, with a title or a date, and holds no list of others."""
    if any(isinstance(inner, list) and are_records(inner[:SAMPLE]) for inner in value.values()):
        return False
    roles = roles_of(tuple(value))
    texts = [value[field] for role in _TEXTS for field in roles.get(role, ())]
    has_words = any(isinstance(text, str) and _SENTENCE.search(text) for text in texts)
    return has_words and ("title" in roles or "date" in roles) and are_records([value])


def _read(source: Source, options: ReadOptions) -> Iterator[Document | Finding]:
    for entry in source.entries:
        records, closed, around = _records_in(entry)
        if not records:
            raise entry.error("has no list of texts or links", hint="give its records a key “text”")
        if closed:
            yield _remark_on(entry, closed)
        yield from _read_records(source, entry, records, around, options)


def _remark_on(entry: Entry, closed: tuple[str, ...]) -> Remark:
    names = ", ".join(f"“{name}”" for name in closed)
    what = "a list was" if len(closed) == 1 else "some lists were"
    return Remark(
        f"Of {entry.name}, {what} not read, because of names that may mean that not everybody may"
        f" read them, or that they hold something else: {names}. To read one, call it “posts”."
    )


def _read_records(
    source: Source,
    entry: Entry,
    records: Iterable[object],
    around: Surroundings,
    options: ReadOptions,
) -> Iterator[Document | Finding]:
    reader = RecordReader("yaml", source.name, options)
    dates = order_of_records(records, entry.head.text)
    if dates.remark:
        yield Remark(dates.remark)
    names = role_of_names(records)
    audiences = audience_fields(records, around.owners, around.legends)
    dated = find_date_field(records)
    reader.open_file(entry.name, lambda _: None, dates, names, audiences, around.reasons, dated)
    marked = marked_columns(records)
    for number, record in enumerate(records, start=1):
        yield from reader.read(with_marks(record, marked), f"{entry.name}, item {number:,}")
    yield from reader.remarks()


READER = Reader(
    name="yaml",
    title="texts or links in YAML or TOML",
    recognise=_recognise,
    read=_read,
    leaves_out=("private", "draft", "scheduled", "reply", "repost", "page", "duplicate", "empty"),
)
