"""Tables in JSON whose rows are lists, with the names of their columns above them or apart.

- Google Sheets: https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets.values
- Datasette: https://docs.datasette.io/en/stable/json_api.html
- pandas, ``orient="split"``:
  https://pandas.pydata.org/docs/reference/api/pandas.DataFrame.to_json.html
"""

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
    paths = [(key,) for key in _ROWS if key in keys] if keys else [()]
    names = _names_in(list(stream_items(entry, _COLUMNS))) if _COLUMNS in keys else ()
    for path in paths:
        rows = list(islice(stream_items(entry, *path), SAMPLE))
        columns = names or _names_in(rows[0] if rows and isinstance(rows[0], list) else ())
        are_rows = all(isinstance(row, list) and len(row) <= len(columns) for row in rows)
        if len(rows) > (not names) and are_rows and _are_texts(columns):
            return Grid(path, columns, has_names_above=not names)
    return None


def records_in(entry: Entry, grid: Grid) -> Iterator[object | Lost]:
    """The rows as records."""
    rows = stream_items(entry, *grid.path)
    for row in islice(rows, 1, None) if grid.has_names_above else rows:
        yield dict(zip(grid.columns, row, strict=False)) if isinstance(row, list) else row


def _names_in(cells: Sequence[object]) -> tuple[str, ...]:
    """The names of columns; none if these are other values."""
    names = tuple(cell for cell in cells if isinstance(cell, str))
    return names if len(set(names)) == len(cells) else ()


def _are_texts(columns: tuple[str, ...]) -> bool:
    return bool(columns) and holds_texts(columns) and not holds_private(columns)
