"""Columns in which a mark says that the text of a row may be shown, and nothing that it may not."""

from collections.abc import Collection, Iterable, Mapping
from itertools import islice
from typing import Any

from sitegen.readers.restrictions import telling_fields

_EXAMINED = 1000
_MARKS = frozenset("xX✓✔☑*•")


def marked_columns(rows: Iterable[object]) -> frozenset[str]:
    """The columns such as “Published” that hold a mark or nothing in the first rows."""
    first = [row for row in islice(rows, _EXAMINED) if isinstance(row, dict)]
    names = tuple(dict.fromkeys(name for row in first for name in row))
    switches = (f.name for f in telling_fields(names) if f.rule and f.rule.kind == "switch")
    return frozenset(name for name in switches if _are_marks({_cell(row, name) for row in first}))


def with_marks(row: Any, columns: Collection[str]) -> Any:
    """A row whose empty cells in marked columns say no; any other value as it is."""
    empty = [name for name in columns if not _cell(row, name)] if isinstance(row, dict) else []
    return {**row, **dict.fromkeys(empty, "no")} if empty else row


def _cell(row: Mapping[str, object], name: str) -> str:
    value = row.get(name)
    return "" if value is None else str(value).strip()


def _are_marks(cells: set[str]) -> bool:
    return not cells.isdisjoint(_MARKS) and cells <= _MARKS | {""}
