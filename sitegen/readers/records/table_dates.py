"""Dates in tables: which of two numbers is the day, and the day numbers of Excel."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import islice

from sitegen.readers.records.roles import are_local, roles_of
from sitegen.readers.streams import Row
from sitegen.readers.streams.csv_rows import Table

_NUMBERS = re.compile(r"\s*(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})(?=\D|$)")
_SERIAL = re.compile(r"(\d{5})(?:[.,]\d+)?")
_FIRST_SERIAL, _LAST_SERIAL = 32_874, 73_415
"""The years from 1990 to 2100."""
_EXCEL_ZERO = date(1899, 12, 30)
_EXAMINED = 2_000
_MONTHS = 12


class TableDates:
    """Writes the dates of a table in an order that cannot be mistaken.

    Args:
        table: the table.
    """

    def __init__(self, table: Table) -> None:
        self._columns = roles_of(table.columns).get("date", ())
        self._day_first = bool(self._columns) and _is_day_first(table, self._columns)

    def clear(self, cells: dict[str, str]) -> dict[str, str]:
        """The cells of a row with clear dates."""
        changed = {column: self._clear(cells[column]) for column in self._columns}
        return {**cells, **changed} if changed else cells

    def _clear(self, cell: str) -> str:
        serial = _SERIAL.fullmatch(cell.strip())
        if serial and _FIRST_SERIAL <= int(serial[1]) <= _LAST_SERIAL:
            return (_EXCEL_ZERO + timedelta(days=int(serial[1]))).isoformat()
        found = _NUMBERS.match(cell) if self._day_first else None
        if found is None or int(found[3]) > _MONTHS:
            return cell
        year = found[4] if len(found[4]) > 2 else f"20{found[4]}"
        return f"{year}-{int(found[3]):02}-{int(found[1]):02}{cell[found.end() :]}"


def _is_day_first(table: Table, columns: Sequence[str]) -> bool:
    """Whether the day comes before the month, as one date or else the language shows."""
    rows = (row.cells for row in table.rows() if isinstance(row, Row))
    for cells in islice(rows, _EXAMINED):
        for first, second in _pairs_in(cells, columns):
            if first > _MONTHS >= second:
                return True
            if second > _MONTHS >= first:
                return False
    return are_local(table.columns)


def _pairs_in(cells: Mapping[str, str], columns: Sequence[str]) -> list[tuple[int, int]]:
    """The first two numbers of the dates in a row."""
    found = (_NUMBERS.match(cells[column]) for column in columns)
    return [(int(each[1]), int(each[3])) for each in found if each]
