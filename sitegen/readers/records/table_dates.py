"""Dates in tables: which of two numbers is the day, and the day numbers of Excel."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import islice

from sitegen.readers.date_order import MONTH_FIRST, DateOrder, find_order
from sitegen.readers.records.roles import are_local, roles_of
from sitegen.readers.streams import Row
from sitegen.readers.streams.csv_rows import Table

_SERIAL = re.compile(r"(\d{5})(?:[.,]\d+)?")
_FIRST_SERIAL, _LAST_SERIAL = 32_874, 73_415
"""The years from 1990 to 2100."""
_EXCEL_ZERO = date(1899, 12, 30)
_EXAMINED = 2_000


class TableDates:
    """Writes the dates of a table in an order that cannot be mistaken."""

    def __init__(self, table: Table) -> None:
        self._columns = roles_of(table.columns).get("date", ())
        self._order = _order_of(table, self._columns) if self._columns else MONTH_FIRST

    @property
    def remark(self) -> str:
        """What the report says if the order of day and month was assumed; else empty."""
        return self._order.remark

    def clear(self, cells: dict[str, str]) -> dict[str, str]:
        """The cells of a row with clear dates."""
        changed = {column: self._clear(cells[column]) for column in self._columns}
        return {**cells, **changed} if changed else cells

    def _clear(self, cell: str) -> str:
        serial = _SERIAL.fullmatch(cell.strip())
        if serial and _FIRST_SERIAL <= int(serial[1]) <= _LAST_SERIAL:
            return (_EXCEL_ZERO + timedelta(days=int(serial[1]))).isoformat()
        return self._order.clear(cell)


def _order_of(table: Table, columns: Sequence[str]) -> DateOrder:
    rows = (row.cells for row in islice(table.rows(), _EXAMINED) if isinstance(row, Row))
    dates = (cells[column] for cells in rows for column in columns)
    return find_order(dates, is_local=are_local(table.columns))
