"""Tables: whether Markdown can show them, and as what otherwise."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from sitegen.readers.html.blocks import Block, List, Paragraph, Table
from sitegen.readers.html.pieces import Piece, Style

_LARGEST_SPAN = 100
_LONGEST_LINE = 600
"""The maximum number of characters of several blocks that become one line of a cell."""
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
    if not is_layout and rows and _has_head(rows[0]):
        rows = _with_lines(rows)
    grid = None if is_layout or not _is_simple(rows) else _grid(rows)
    if grid is None:
        return [block for row in rows for block in _lines_of(row)]
    alignments = [cell.alignment for cell in rows[0].cells]
    return [Table(grid, alignments, _has_head(rows[0]))]


def _has_head(row: Row) -> bool:
    return row.is_head or all(cell.is_head for cell in row.cells)


def _with_lines(rows: list[Row]) -> list[Row]:
    """The rows with the blocks in each cell as one line, if that is possible for all cells."""
    changed: list[Row] = []
    for row in rows:
        lines = [_as_line(cell) for cell in row.cells]
        cells = [line for line in lines if line]
        if len(cells) < len(lines):
            return rows
        changed.append(replace(row, cells=cells))
    return changed


def _as_line(cell: Cell) -> Cell | None:
    """A cell with its content as one paragraph; None if it is too long, or has other blocks."""
    parts = [] if _is_line(cell) else _parts_in(cell.children)
    if parts is None or sum(len(p.text) for part in parts for p in part.pieces) > _LONGEST_LINE:
        return None
    return replace(cell, children=[_joined(parts)]) if parts else cell


def _parts_in(blocks: Sequence[Block]) -> list[Paragraph] | None:
    """The paragraphs in some blocks, those of lists with the marks that browsers show."""
    parts: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph) and not block.level:
            parts.append(block)
            continue
        if not isinstance(block, List):
            return None
        for number, item in enumerate(block.items, block.start):
            inner = _parts_in(item.children)
            if inner is None:
                return None
            mark = Piece("text", f"{number}. " if block.is_ordered else "• ")
            first = [replace(part, pieces=[mark, *part.pieces]) for part in inner[:1]]
            parts += first + inner[1:]
    return parts


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
    pieces = [piece._replace(style=piece.style | Style.STRONG) for piece in paragraph.pieces]
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
