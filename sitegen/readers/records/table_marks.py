"""Columns in which a mark says that the text of a row may be shown, and nothing that it may not."""

from collections.abc import Collection, Mapping
from itertools import islice

from sitegen.readers.restrictions import telling_fields
from sitegen.readers.streams import Row, Table

_EXAMINED = 1000
_MARKS = frozenset("xX✓✔☑*•")


def marked_columns(table: Table) -> frozenset[str]:
    """The columns such as “Published” whose first cells are marks or empty."""
    telling = telling_fields(table.columns)
    switches = [f.name for f in telling if f.rule and f.rule.kind == "switch"]
    if not switches:
        return frozenset()
    rows = [row.cells for row in islice(table.rows(), _EXAMINED) if isinstance(row, Row)]
    return frozenset(name for name in switches if _are_marks({r[name].strip() for r in rows}))


def with_marks(cells: Mapping[str, str], columns: Collection[str]) -> Mapping[str, str]:
    """A row whose empty cells in marked columns say no."""
    empty = [name for name in columns if not cells[name].strip()]
    return {**cells, **dict.fromkeys(empty, "no")} if empty else cells


def _are_marks(cells: set[str]) -> bool:
    return "" in cells and len(cells) > 1 and cells <= _MARKS | {""}
