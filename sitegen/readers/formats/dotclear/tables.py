r"""The tables in a flat export of Dotclear.

``[post post_id,post_title]`` is followed by a line for each row: ``"1","A \"small\" lamp"``. Within
a cell, ``\"``, ``\n``, ``\r`` and ``\\`` stand for a quotation mark, line breaks and a backslash.

https://github.com/dotclear/dotclear/blob/master/plugins/importExport/src/FlatExport.php
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

_TABLE = re.compile(r"\[(?P<name>\w+) (?P<columns>\w+(?:,\w+)*)\]\s*")
_CELL = re.compile(r'"((?:[^"\\]|\\.)*+)"(?:,(?!\s*\Z)|\s*\Z)')
_ESCAPE = re.compile(r"\\(.)")
_ESCAPED = {"n": "\n", "r": "\r", '"': '"', "\\": "\\"}


class Row(NamedTuple):
    """A row of a table."""

    table: str
    line: int
    """The number of its line in the file, from 1."""
    cells: Mapping[str, str] | None
    """Its cells by their columns, empty for one that it lacks; None if it is broken or cut off."""


def rows_in(text: str) -> Iterator[Row]:
    """The rows of all tables of an export, in order."""
    table, columns = "", list[str]()
    for number, line in enumerate(text.split("\n"), 1):
        if found := _TABLE.fullmatch(line):
            table, columns = found["name"], found["columns"].split(",")
        elif table and line.strip():
            cells = _cells_of(line)
            is_whole = len(cells) == len(columns)
            named = defaultdict(str, zip(columns, cells, strict=False))
            yield Row(table, number, named if is_whole else None)


def _cells_of(line: str) -> list[str]:
    """The cells of a line, as far as they are whole."""
    cells, at = [], 0
    while found := _CELL.match(line, at):
        cells.append(_ESCAPE.sub(lambda escape: _ESCAPED.get(escape[1], escape[0]), found[1]))
        at = found.end()
    return cells if at == len(line) else []
