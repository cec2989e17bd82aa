"""Tables in JSON that hold column after column: a list of the cells, or an object with numbers.

- pandas, ``orient="columns"``, which it writes unless asked for something else, and ``"list"``:
  https://pandas.pydata.org/docs/reference/api/pandas.DataFrame.to_json.html
"""

from collections.abc import Iterator, Mapping

from sitegen.errors import DumpError
from sitegen.readers.records.private_fields import holds_private
from sitegen.readers.records.roles import Role, holds_texts, roles_of
from sitegen.readers.sources import Entry
from sitegen.readers.streams import read_json
from sitegen.readers.streams.decoding import TextPieces
from sitegen.readers.streams.json_cursor import BrokenJsonError, Cursor, TooDeepError

_Columns = Mapping[str, Mapping[str, object]]

_LARGEST = 64 * 1024 * 1024
"""The largest file that is read at once, in bytes: the first row ends in the last column."""
_FEWEST_ROWS = 2
_BESIDE_TEXTS: frozenset[Role] = frozenset({"title", "date", "author", "address", "id"})
"""What a table has beside its texts; lists of a single record are paragraphs, tags and the like."""


def is_columnar(entry: Entry) -> bool:
    """Whether a file holds columns, of which one holds texts or links, and none what is private."""
    return bool(_begins_with_column(entry) and _columns_in(entry))


def rows_in(entry: Entry) -> Iterator[Mapping[str, object]]:
    """The rows of such a file as records."""
    columns = _columns_in(entry)
    for row in next(iter(columns.values()), ()):
        yield {name: cells[row] for name, cells in columns.items()}


def _begins_with_column(entry: Entry) -> bool:
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


def _columns_in(entry: Entry) -> _Columns:
    """The cells of each column by the numbers of their rows; empty if there are no such columns."""
    try:
        table = read_json(entry)
    except DumpError:
        return {}
    if not isinstance(table, dict) or not table:
        return {}
    columns = {str(name): _cells_of(column) for name, column in table.items()}
    rows = next(iter(columns.values())).keys()
    is_even = len(rows) >= _FEWEST_ROWS and all(cells.keys() == rows for cells in columns.values())
    names = tuple(columns)
    is_table = is_even and not _BESIDE_TEXTS.isdisjoint(roles_of(names))
    return columns if is_table and holds_texts(names) and not holds_private(names) else {}


def _cells_of(column: object) -> Mapping[str, object]:
    if isinstance(column, list):
        return {str(number): cell for number, cell in enumerate(column)}
    if isinstance(column, dict) and all(str(key).isdecimal() for key in column):
        return column
    return {}
