"""Tables in JSON whose rows are lists, with the names of their columns above them or apart.

- Google Sheets: https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets.values
- its Visualization API, with a list of cells for each row:
  https://developers.google.com/chart/interactive/docs/dev/implementing_data_source#jsondatatable
- Datasette: https://docs.datasette.io/en/stable/json_api.html
- pandas, ``orient="split"``:
  https://pandas.pydata.org/docs/reference/api/pandas.DataFrame.to_json.html
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from sitegen.readers.findings import Lost
from sitegen.readers.records.private_fields import holds_private
from sitegen.readers.records.roles import holds_texts
from sitegen.readers.records.samples import SAMPLE
from sitegen.readers.sources import Entry
from sitegen.readers.streams import stream_items

_ROWS = ("values", "rows", "data")
_COLUMNS = "columns"
_CHART = "table"
"""What holds the columns and rows of the Visualization API."""
_CHART_DATE = re.compile(r"Date\((\d+), ?(\d+), ?(\d+)(?:, ?(\d+), ?(\d+), ?(\d+))?\S*\)")
"""A date as it writes it: with months from 0, as JavaScript counts them."""


class Grid(NamedTuple):
    """Where the rows are."""

    path: tuple[str, ...]
    columns: tuple[str, ...]
    has_names_above: bool
    """Whether the first row holds the names of the columns."""


def find_grid(entry: Entry) -> Grid | None:
    """The rows of a JSON file with a column of texts or links, and none of what is private."""
    head = entry.head.json
    keys = head.outer if head else frozenset()
    paths: list[tuple[str, ...]] = [(key,) for key in _ROWS if key in keys] if keys else [()]
    names = _names_in(list(stream_items(entry, _COLUMNS))) if _COLUMNS in keys else ()
    if head and _CHART in keys and {"cols", "rows"} <= head.inner:
        paths = [(_CHART, "rows")]
        names = _names_in(list(map(_label, stream_items(entry, _CHART, "cols"))))
    for path in paths:
        rows = list(islice(map(_row, stream_items(entry, *path)), SAMPLE))
        columns = names or _names_in(rows[0] if rows and isinstance(rows[0], list) else ())
        are_rows = all(isinstance(row, list) and len(row) <= len(columns) for row in rows)
        if len(rows) > (not names) and are_rows and _are_texts(columns):
            return Grid(path, columns, has_names_above=not names)
    return None


def records_in(entry: Entry, grid: Grid) -> Iterator[object | Lost]:
    """The rows as records."""
    rows = map(_row, stream_items(entry, *grid.path))
    for row in islice(rows, 1, None) if grid.has_names_above else rows:
        yield dict(zip(grid.columns, row, strict=False)) if isinstance(row, list) else row


def _label(column: object) -> object:
    """The name of a column of the Visualization API."""
    return column.get("label") or column.get("id") if isinstance(column, dict) else column


def _row(row: object) -> object:
    """A row as a list of values, also of the Visualization API; any other value as it is."""
    cells = row.get("c") if isinstance(row, dict) else None
    return [_value(cell) for cell in cells] if isinstance(cells, list) else row


def _value(cell: object) -> object:
    value = cell.get("v") if isinstance(cell, dict) else None
    if isinstance(value, str) and (found := _CHART_DATE.fullmatch(value)):
        year, month, day, hour, minute, second = (int(part or 0) for part in found.groups())
        return f"{year:04}-{month + 1:02}-{day:02}T{hour:02}:{minute:02}:{second:02}"
    return value


def _names_in(cells: Sequence[object]) -> tuple[str, ...]:
    """The names of columns; none if these are other values."""
    names = tuple(cell for cell in cells if isinstance(cell, str))
    return names if len(set(names)) == len(cells) else ()


def _are_texts(columns: tuple[str, ...]) -> bool:
    return bool(columns) and holds_texts(columns) and not holds_private(columns)
