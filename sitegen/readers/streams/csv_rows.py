"""Reads tables, CSV (RFC 4180) and its relatives, row by row.

The quotation mark is always ``"``, and doubled within quotes. A quotation mark that is not closed
would swallow the rows below; such a row is read as one line.
"""

import csv
import io
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sitegen.readers.findings import Finding, Lost
from sitegen.readers.sources import Entry
from sitegen.readers.streams.decoding import TextPieces, open_text

_SEPARATORS = (",", ";", "\t", "|")
_STATED = "sep="
_HEAD = 64 * 1024
"""How many characters are examined to find the separator."""
_MOSTLY = 0.8
_LONGEST_ROW = 16 * 1024 * 1024
_MANY_ROWS = 3
"""So many lines within a cell that look like rows are rows, if the cell does not end properly."""
_STATUS = re.compile(
    r"private|public|status|state|draft|visib|audience|share|location|folder|delete|trash"
)
"""The names of columns that may say that a row is not for publishing."""
_END = "\x1e\x1e"
"""A last row of our own: within a cell if a quotation mark was not closed."""


class Row(NamedTuple):
    """A row of a table."""

    line: int
    """Its first line in the file, from 1."""
    cells: dict[str, str]
    """Its cells by column, in lower case; empty where the row is short."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns, and a way to read its rows."""

    entry: Entry
    separator: str
    columns: tuple[str, ...]
    """In lower case, without spaces around them. Doubled names get a number: ``tags 2``."""

    def rows(self) -> Iterator[Row | Finding]:
        """The rows below the header, without empty ones.

        Yields:
            The rows; :class:`Lost` for what cannot be kept; at the end, what the report says about
            the encoding.
        """
        try:
            with open_text(self.entry) as (pieces, findings):
                yield from self._rows(pieces)
                yield from findings
        except OSError as error:
            reason = f"it cannot be read: {error.strerror or error}"
            yield Lost("a file", self.entry.name, reason)

    def _rows(self, pieces: TextPieces) -> Iterator[Row | Finding]:
        lines = _Lines(pieces)
        header: list[str] = []
        is_even = True
        for line, cells, problem in _parse(lines, self.separator, len(self.columns)):
            if not header:
                header = cells if _name_columns(cells) == self.columns else []
                continue
            if cells == header:  # of another table, which was added to the file
                continue
            place = f"{self.entry.name}, line {line:,}"
            is_short = len(cells) < len(self.columns)
            if is_short and is_even and lines.ends_within_row:
                hides_status = any(map(_STATUS.search, self.columns[len(cells) :]))
                what = "a row" if hides_status else "the rest of a row"
                yield Lost(what, place, "it is short; the file may be cut off")
                if hides_status:
                    continue
            is_even = not is_short
            if problem:
                yield Lost("the form of a row", place, problem)
            if extra := [cell for cell in cells[len(self.columns) :] if cell.strip()]:
                counted = "a cell" if len(extra) == 1 else f"{len(extra):,} cells"
                yield Lost(counted, place, f"the table has only {len(self.columns)} columns")
            if any(cell.strip() for cell in cells):
                padded = [*cells, *[""] * (len(self.columns) - len(cells))]
                yield Row(line, dict(zip(self.columns, map(_with_newlines, padded), strict=False)))
        if lines.error:
            where = f"{self.entry.name}, after line {lines.number:,}"
            yield Lost("the rest of the file", where, lines.error)


def _with_newlines(cell: str) -> str:
    return cell.replace("\r\n", "\n").replace("\r", "\n") if "\r" in cell else cell


def open_table(entry: Entry) -> Table:
    """Finds the columns of a table, and what separates them.

    Raises:
        DumpError: the file cannot be read, or is empty.
    """
    try:
        with open_text(entry) as (pieces, _):
            start = pieces.read(_HEAD)
            while len(start) < _HEAD and (piece := pieces.read(_HEAD)):
                start += piece
    except OSError as error:
        raise entry.error(f"cannot be read: {error.strerror or error}") from None
    if not start.strip():
        raise entry.error("is empty")
    known = entry.head.table
    if known:
        header = next((c for c in _parse_text(start, known.separator) if _same(c, known)), None)
        if header:
            return Table(entry, known.separator, _name_columns(header))
    separator = _find_separator(start)
    rows = (cells for cells in _parse_text(start, separator) if any(c.strip() for c in cells))
    header = next((cells for cells in rows if not _is_stated(cells)), [])
    return Table(entry, separator, _name_columns(header))


def _same(cells: Sequence[str], known: object) -> bool:
    columns = getattr(known, "columns", ())
    return tuple(cell.strip().strip('"').lower() for cell in cells) == columns


def _is_stated(cells: Sequence[str]) -> bool:
    return cells[0].lower().startswith(_STATED) and not any(cells[1:])


def _find_separator(text: str) -> str:
    """The separator that gives the header several columns, and most rows as many."""
    first = text.lstrip().partition("\n")[0].strip()
    if first.lower().startswith(_STATED) and len(first) == len(_STATED) + 1:
        return first[-1]
    return max(_SEPARATORS, key=lambda separator: _fit(text, separator))


def _fit(text: str, separator: str) -> tuple[bool, int]:
    rows = [cells for cells in _parse_text(text, separator) if cells]
    width = len(rows[0]) if rows else 0
    same = sum(len(cells) == width for cells in rows)
    return width > 1 and same >= _MOSTLY * len(rows), width


def _parse_text(text: str, separator: str) -> Iterator[list[str]]:
    csv.field_size_limit(_LONGEST_ROW)
    reader = csv.reader(io.StringIO(text.replace("\0", ""), newline=""), delimiter=separator)
    try:
        yield from reader
    except csv.Error:
        return


def _name_columns(cells: Sequence[str]) -> tuple[str, ...]:
    names: dict[str, None] = {}
    repeats: Counter[str] = Counter()
    for cell in cells:
        name = own = " ".join(cell.replace("\ufeff", "").split()).strip('"').lower()
        while own in names:
            repeats[name] += 1
            own = f"{name} {repeats[name] + 1}"
        names[own] = None
    return tuple(names)


class _Lines:
    """The lines of a file, with their line ends; it keeps those of the current row."""

    def __init__(self, pieces: TextPieces) -> None:
        self._pieces = pieces
        self._pending: list[str] = []
        self.row: list[str] = []
        """The lines that were read since the last row."""
        self.number = 0
        self.error = ""
        self.is_at_end = False
        self.ends_within_row = False
        """Whether the current row has no line end, which only the last one of a file may lack."""
        self._source = self._read()

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if self._pending:
            line = self._pending.pop()
        elif self.is_at_end:
            raise StopIteration
        else:
            line = next(self._source, _END)
            self.is_at_end = line is _END
        self.number += line is not _END
        self.row.append(line)
        return line

    def put_back(self, lines: Sequence[str]) -> None:
        """Lets lines be read again."""
        self._pending += reversed(lines)
        self.number -= sum(line is not _END for line in lines)
        self.row.clear()

    def _read(self) -> Iterator[str]:
        rest = ""
        while piece := self._next_piece():
            text = rest + piece.replace("\0", "")
            lines = list(io.StringIO(text, newline=""))
            rest = lines.pop() if lines else ""
            if rest.endswith("\n"):
                lines.append(rest)
                rest = ""
            yield from lines
        if rest:
            yield rest

    def _next_piece(self) -> str:
        try:
            return self._pieces.read()
        except OSError as error:
            self.error = f"the file is damaged: {error.strerror or error}"
            return ""


def _parse(lines: _Lines, separator: str, width: int) -> Iterator[tuple[int, list[str], str]]:
    """The rows, each with its line, its cells, and what is wrong with it."""
    csv.field_size_limit(min(_LONGEST_ROW, sys.maxsize))
    reader = csv.reader(lines, delimiter=separator)
    while True:
        start = lines.number + 1
        problem = ""
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            cells, problem = [], str(error)
        read, is_whole = lines.row[:], not problem
        lines.row.clear()
        lines.ends_within_row = bool(read) and not read[-1].endswith(("\n", "\r", _END))
        if read == [_END]:
            return
        if not is_whole or _is_swallowed(cells, read, separator, width):
            cells = _parse_line(read[0], separator, width)
            lines.put_back(read[1:])
            reader = csv.reader(lines, delimiter=separator)
            problem = "a quotation mark in it is not closed"
        if cells and not (start == 1 and _is_stated(cells)):
            yield start, [separator.join(cells)] if width == 1 else cells, problem


def _parse_line(line: str, separator: str, width: int) -> list[str]:
    """The cells of a row with a quotation mark that is not closed; of a huge one, the first."""
    for quoting in (csv.QUOTE_NONE, csv.QUOTE_MINIMAL):
        reader = csv.reader([line.strip("\r\n")], delimiter=separator, quoting=quoting)
        try:
            cells = [cell.strip('"') for cell in next(reader, [])]
        except csv.Error:
            return [line[:_LONGEST_ROW]]
        if len(cells) == width:
            break
    return cells


def _is_swallowed(cells: Sequence[str], read: Sequence[str], separator: str, width: int) -> bool:
    """Whether a row has swallowed those below it."""
    if len(read) < 2:
        return False
    if read[-1] is _END:
        return True
    rows = sum(line.count(separator) == width - 1 for line in read[1:-1])
    is_odd = len(cells) != width or not _is_well_quoted(read, separator)
    return width > 1 and rows >= _MANY_ROWS and is_odd


def _is_well_quoted(read: Sequence[str], separator: str) -> bool:
    """Whether each closing quotation mark ends a cell."""
    try:
        list(csv.reader(read, delimiter=separator, strict=True))
    except csv.Error:
        return False
    return True
