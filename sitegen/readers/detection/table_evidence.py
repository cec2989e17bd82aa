"""Tells the rows of a table from lines of a text with signs between short words, such as a poem.

Patterns to knit, chords of a song and lists of names have as many cells in each line, too. Tables
of programs have columns of values that people do not write without words around them.
"""

import re
from collections.abc import Sequence

_LONG_CELL = 60
_DATE = r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}"
_DATED = re.compile(rf"(?:{_DATE})(?:[T ].*)?")
_AMOUNT = re.compile(r"[-+(]?[$€£¥]?\d[\d.,' ]*[.,]\d\d\)?(?: ?(?:[A-Z]{3}|[$€£¥]))?[+-]?")
_PERSONAL = re.compile(
    r"[^\s@]+@[^\s@]+\.\w+|https?://\S+|\+\d[\d ()/-]{6,}|0\d{2,5}[ /-]?\d{4,}"
    r"|\d{1,3}(?:\.\d{1,3}){3}|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[A-Z]{2}\d{15,}"
)
"""Addresses, numbers of telephones, computers and accounts, and ids."""
_VALUE = re.compile(
    rf"|{_DATED.pattern}|[-+]?[$€£¥]?\d[\d.,:' ]*\s?[%\w$€£¥]{{0,3}}|[A-Za-z]{{0,4}}\d[\w.:-]*"
    rf"|(?i:true|false|yes|no|null|none|ja|nein|oui|non|si)|<[a-z!/].*|[\[{{].*[\]}}]"
    rf"|{_PERSONAL.pattern}",
    re.DOTALL,
)
"""Numbers, dates, truth values, codes, markup, or nothing."""


def are_data(rows: Sequence[Sequence[str]], separator: str) -> bool:
    """Whether rows with as many cells each are those of a table; the first may name its columns."""
    if any(_is_written_by_program(cell, separator) for row in rows for cell in row):
        return True
    header, below = rows[0], rows[1:]
    has_names = below and not any(c.isdigit() for cell in header for c in cell)
    if has_names and any(all(map(_VALUE.fullmatch, column)) for column in _columns(below)):
        return True
    columns = _columns(rows)
    if any(all(map(_PERSONAL.fullmatch, column)) for column in columns):
        return True
    are_dated = any(all(map(_DATED.fullmatch, column)) for column in columns)
    have_amounts = any(all(map(_AMOUNT.fullmatch, column)) for column in columns)
    return are_dated and have_amounts


def _is_written_by_program(cell: str, separator: str) -> bool:
    return separator in cell or "\n" in cell or len(cell) > _LONG_CELL


def _columns(rows: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    width = min(map(len, rows), default=0)
    return [tuple(row[n].strip() for row in rows) for n in range(width)]
