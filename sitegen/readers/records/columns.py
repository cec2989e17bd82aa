"""Tables in JSON that hold column after column: a list of the cells, or an object with numbers.

- pandas, ``orient="columns"``, which it writes unless asked for something else, and ``"list"``:
  https://pandas.pydata.org/docs/reference/api/pandas.DataFrame.to_json.html
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice
from typing import NamedTuple

from sitegen.errors import DumpError
from sitegen.readers.findings import Lost
from sitegen.readers.records.private_fields import holds_private
from sitegen.readers.records.roles import Role, holds_texts, roles_of
from sitegen.readers.records.samples import SAMPLE
from sitegen.readers.restrictions import telling_fields
from sitegen.readers.sources import Entry
from sitegen.readers.streams import read_json, stream_items
from sitegen.readers.streams.decoding import TextPieces
from sitegen.readers.streams.json_cursor import BrokenJsonError, Cursor, TooDeepError

_LARGEST = 64 * 1024 * 1024
"""The largest file that is read at once, in bytes: the first row ends in the last column."""
_DEEPEST = 2
"""How many keys lead to a table."""
_FEWEST_ROWS = 2
_OF_ONE: frozenset[Role] = frozenset({"title", "text", "html", "date", "address", "permalink"})
_OF_RECORDS: frozenset[Role] = _OF_ONE | {"id"}
"""What no rows have in common; lists beside a single one are paragraphs, tags and the like."""
_BESIDE_TEXTS: frozenset[Role] = frozenset({"title", "date", "author", "address", "id"})
"""What a table has beside its texts, if all columns have the same rows."""
_COLUMN = re.compile(r':\s*(?:\{\s*"\d+"\s*:|\[\s*(?:["\d-]|null|true|false))')
"""Where a column may begin within an object."""


class _Table(NamedTuple):
    columns: Mapping[str, Mapping[str, object]]
    """The cells of each column by the numbers of their rows."""
    common: Mapping[str, object]
    """What stands beside the columns, and holds for all rows."""

    @property
    def uneven(self) -> tuple[str, str] | None:
        """The names of two columns with different rows; None if there are none."""
        (first, cells), *others = self.columns.items()
        other = next((name for name, each in others if each.keys() != cells.keys()), None)
        return None if other is None else (first, other)


def begins_with_column(entry: Entry) -> bool:
    """Whether the object of a file is a table of public texts or links, and begins with a column.

    It is read at once.
    """
    if not _first_is_column(entry):
        return False
    try:
        return is_public_table(read_json(entry))
    except DumpError:
        return False


def table_around(entry: Entry, path: tuple[str | int, ...]) -> object:
    """The table of which the list of texts at a path is a column; None if it is none."""
    around = next(iter(stream_items(entry, *path[:-1])), None) if path else None
    return around if _table_in(around) else None


def find_table(entry: Entry) -> tuple[str, ...] | None:
    """The keys that lead to a table within the object of a file; None if there is no table."""
    if entry.size > _LARGEST or not _COLUMN.search(entry.head.text):
        return None
    try:
        return next(_tables_in(read_json(entry), ()), None)
    except DumpError:
        return None


def is_public_table(value: object) -> bool:
    """Whether a value is a table, and none of what is private."""
    table = _table_in(value)
    return table is not None and not holds_private(tuple(table.columns))


def rows_in(records: Iterable[object], name: str) -> Iterator[object | Lost]:
    """Records, with the rows of those that are tables, if the first records show any.

    A table whose columns have different rows is lost: nobody knows who may read which text.
    """
    rest = iter(records)
    first = tuple(islice(rest, SAMPLE))
    whole = chain(first, rest)
    return _rows(whole, name) if any(map(is_public_table, first)) else whole


def _rows(records: Iterable[object], name: str) -> Iterator[object | Lost]:
    for record in records:
        table = _table_in(record)
        if table is None:
            yield record
        elif uneven := table.uneven:
            yield _lost_table(table, uneven, name)
        else:
            for row in next(iter(table.columns.values())):
                yield {**table.common, **{field: c[row] for field, c in table.columns.items()}}


def _lost_table(table: _Table, uneven: tuple[str, str], name: str) -> Lost:
    rows = max(map(len, table.columns.values()))
    first, other = uneven
    return Lost(
        f"a table of {rows:,} texts",
        name,
        f"its columns “{first}” and “{other}” have different rows, so that nobody knows what of"
        " the one belongs to what of the other; write each text with its fields",
    )


def _first_is_column(entry: Entry) -> bool:
    """Whether the first value of the object in a file may be a column."""
    if entry.size > _LARGEST:
        return False
    try:
        with entry.open() as file:
            cursor = Cursor(TextPieces(file))
            for _ in cursor.members():
                return _is_column_here(cursor)
    except (OSError, BrokenJsonError, TooDeepError):
        pass
    return False


def _is_column_here(cursor: Cursor) -> bool:
    if cursor.peek() == "[":
        return next((cursor.peek() not in ("[", "{") for _ in cursor.items()), False)
    if cursor.peek() != "{":
        return False
    return next((key.isdecimal() for key in cursor.members()), False)


def _tables_in(value: object, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if is_public_table(value):
        yield path
    elif isinstance(value, dict) and len(path) < _DEEPEST:
        for key, each in value.items():
            yield from _tables_in(each, (*path, key))


def _table_in(value: object) -> _Table | None:
    if not isinstance(value, dict):
        return None
    cells = {name: _cells_of(each) for name, each in value.items()}
    columns = {name: each for name, each in cells.items() if each is not None}
    if not any(_are_texts(name, each) for name, each in columns.items()):
        return None
    others = {name: each for name, each in value.items() if name not in columns}
    roles = roles_of(tuple(others))
    own = {field for role in _OF_RECORDS for field in roles.get(role, ())}
    common = {name: each for name, each in others.items() if name not in own}
    table = _Table(columns, common)
    return table if _is_table(table, is_single=not _OF_RECORDS.isdisjoint(roles)) else None


def _is_table(table: _Table, *, is_single: bool) -> bool:
    """Whether lists are columns, not the paragraphs, tags and so on of a single record."""
    names = tuple(name for name, cells in table.columns.items() if len(cells) >= _FEWEST_ROWS)
    roles = roles_of(names)
    if "title" in roles:
        return True
    if is_single:
        return False
    are_beside = table.uneven is None and not _BESIDE_TEXTS.isdisjoint(roles)
    return "date" in roles or are_beside or any(map(_is_telling, names))


def _are_texts(name: str, cells: Mapping[str, object]) -> bool:
    """Whether a column holds texts or links, as its name says."""
    are_plain = not any(isinstance(cell, dict) for cell in cells.values())
    return are_plain and len(cells) >= _FEWEST_ROWS and holds_texts((name,))


def _is_telling(name: str) -> bool:
    """Whether a column says who may read the text of each row."""
    rules = (field.rule for field in telling_fields((name,)))
    return any(rule is not None and rule.kind not in ("tags", "kind") for rule in rules)


def _cells_of(column: object) -> Mapping[str, object] | None:
    """The cells of a column by the numbers of their rows; None if a value is no column."""
    if isinstance(column, list):
        return {str(number): cell for number, cell in enumerate(column)}
    if isinstance(column, dict) and column and all(map(str.isdecimal, column)):
        return column
    return None
