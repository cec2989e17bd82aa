"""Tables: whether Markdown can show them, and as what otherwise."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from sitegen.readers.html.blocks import Block, Paragraph, Table
from sitegen.readers.html.pieces import Piece, Style

_LARGEST_SPAN = 100
_MOST_PADDING = 4
"""How many cells the grid may have for each cell of the table."""


@dataclass(slots=True)
class Cell:
    """A cell of a table."""

    children: list[Block] = field(default_factory=list)
    is_head: bool = False
    alignment: str = ""
    columns: int = 1
    rows: int = 1


@dataclass(slots=True)
class Row:
    """A row of a table."""

    cells: list[Cell] = field(default_factory=list)
    is_head: bool = False


def blocks_of(rows: Sequence[Row], *, is_layout: bool) -> list[Block]:
    """A table, or the blocks in its cells if it is only layout or too complex for Markdown."""
    rows = [row for row in rows if row.cells]
    grid = None if is_layout or not _is_simple(rows) else _grid(rows)
    if grid is None:
        return [block for row in rows for block in _lines_of(row)]
    first = rows[0]
    has_head = first.is_head or all(cell.is_head for cell in first.cells)
    return [Table(grid, [cell.alignment for cell in first.cells], has_head)]


def _is_simple(rows: Sequence[Row]) -> bool:
    cells = [cell for row in rows for cell in row.cells]
    is_wide = any(len(row.cells) > 1 for row in rows)
    if not is_wide and not (len(rows) > 1 and rows[0].cells[0].is_head):
        return False
    return all(_is_line(cell) for cell in cells) and any(_has_words(cell) for cell in cells)


def _is_line(cell: Cell) -> bool:
    return not cell.children or (
        len(cell.children) == 1 and isinstance(cell.children[0], Paragraph)
    )


def _has_words(cell: Cell) -> bool:
    paragraph = _line_of(cell)
    return paragraph is not None and any(piece.kind != "image" for piece in paragraph.pieces)


def _line_of(cell: Cell) -> Paragraph | None:
    first = cell.children[0] if cell.children else None
    return first if isinstance(first, Paragraph) else None


def _grid(rows: Sequence[Row]) -> list[list[Paragraph | None]] | None:
    """The cells by row and column; None if it would be mostly empty."""
    most = _MOST_PADDING * sum(len(row.cells) for row in rows) + _LARGEST_SPAN
    grid: list[list[Paragraph | None]] = []
    spanned: dict[int, int] = {}
    width = size = 0
    for number, row in enumerate(rows):
        is_head = number == 0 and (row.is_head or all(cell.is_head for cell in row.cells))
        line = list(_cells_of(row, spanned, keeps_weight=is_head))
        grid.append(line)
        width, size = max(width, len(line)), size + len(line)
        if size > most or width * len(grid) > most:
            return None
    return grid


def _cells_of(
    row: Row, spanned: dict[int, int], *, keeps_weight: bool
) -> Iterator[Paragraph | None]:
    column = 0
    for cell in row.cells:
        while spanned.get(column, 0) > 0:
            spanned[column] -= 1
            column += 1
            yield None
        paragraph = _line_of(cell)
        yield _bold(paragraph) if paragraph and cell.is_head and not keeps_weight else paragraph
        for offset in range(min(cell.columns, _LARGEST_SPAN)):
            spanned[column] = min(cell.rows, _LARGEST_SPAN) - 1
            column += 1
            if offset:
                yield None


def _bold(paragraph: Paragraph) -> Paragraph:
    pieces = [replace(piece, style=piece.style | Style.STRONG) for piece in paragraph.pieces]
    return replace(paragraph, pieces=pieces)


def _lines_of(row: Row) -> list[Block]:
    """The blocks of a row; cells of one line each become the lines of a paragraph."""
    cells = [cell for cell in row.cells if cell.children]
    lines = [_line_of(cell) for cell in cells]
    is_plain = all(_is_line(cell) for cell in cells) and not any(p and p.level for p in lines)
    if not is_plain or len(cells) < 2:
        return [block for cell in cells for block in cell.children]
    return [_joined([paragraph for paragraph in lines if paragraph])]


def _joined(paragraphs: Sequence[Paragraph]) -> Paragraph:
    """One paragraph with these as its lines."""
    number = paragraphs[0].number
    pieces: list[Piece] = []
    for paragraph in paragraphs:
        for piece in paragraph.pieces:
            if piece.link and piece.link.block == paragraph.number:
                piece.link.block = number
        pieces += [Piece("break"), *paragraph.pieces] if pieces else paragraph.pieces
    return Paragraph(pieces, number)
