"""The blocks of a text, and their Markdown."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from sitegen.readers.html.inline import write_inline
from sitegen.readers.html.pieces import Piece, Style

_BACKQUOTES = re.compile(r"`{3,}")
_LANGUAGE = re.compile(r"[\w#.+-]+")
_CLOSING_MARKS = re.compile(r"(?:(?<=^)|(?<= ))(#+)$")
_LAST_NUMBER = 999_999_999
_NOTE_INDENT = "    "


@dataclass(slots=True)
class Paragraph:
    """A paragraph, or a heading."""

    pieces: list[Piece]
    number: int
    """Tells the blocks of a text apart."""
    level: int = 0
    """The level of a heading, from 1; 0 for a paragraph."""


@dataclass(slots=True)
class Rule:
    """A horizontal rule."""


@dataclass(slots=True)
class Code:
    """A block of code."""

    text: str
    language: str = ""


@dataclass(slots=True)
class Table:
    """A table; each cell is a line."""

    rows: list[list[Paragraph | None]]
    alignments: list[str]
    """``left``, ``center`` or ``right`` by column, or empty."""
    has_head: bool


@dataclass(slots=True)
class Quote:
    """A quotation."""

    children: list["Block"] = field(default_factory=list)


@dataclass(slots=True)
class Item:
    """An item of a list."""

    children: list["Block"] = field(default_factory=list)
    is_done: bool | None = None
    """Whether a task is done; None if the item is no task."""


@dataclass(slots=True)
class List:
    """A list."""

    is_ordered: bool
    start: int = 1
    items: list[Item] = field(default_factory=list)


Block = Paragraph | Rule | Code | Table | Quote | List


def write_blocks(blocks: Sequence[Block]) -> str:
    """The Markdown of blocks, separated by blank lines."""
    return "\n\n".join(_write_all(blocks))


def write_note(label: str, blocks: Sequence[Block]) -> str:
    """The Markdown of a footnote."""
    text = write_blocks(blocks)
    return f"[^{label}]: " + _indented(text, _NOTE_INDENT)


def _write_all(blocks: Sequence[Block]) -> list[str]:
    parts: list[str] = []
    is_other = False
    for index, block in enumerate(blocks):
        before = blocks[index - 1] if index else None
        follows_list = (
            isinstance(block, List)
            and isinstance(before, List)
            and before.is_ordered == block.is_ordered
        )
        is_other = follows_list and not is_other
        parts.append(_write(block, is_other=is_other))
    return parts


def _write(block: Block, *, is_other: bool) -> str:
    match block:
        case Paragraph():
            return _write_paragraph(block)
        case Rule():
            return "***"
        case Code():
            return _write_code(block)
        case Table():
            return _write_table(block)
        case Quote():
            lines = write_blocks(block.children).split("\n")
            return "\n".join(f"> {line}" if line else ">" for line in lines)
        case List():
            return _write_list(block, is_other=is_other)


def _write_paragraph(block: Paragraph) -> str:
    if not block.level:
        return write_inline(block.pieces, block.number)
    pieces = _without_breaks(_plain_heading(block.pieces))
    text = write_inline(pieces, block.number, is_heading=True)
    text = _CLOSING_MARKS.sub(r"\\\1", text)
    return f"{'#' * block.level} {text}"


def _plain_heading(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """The pieces of a heading, not bold if all of it is."""
    if all(piece.style & Style.STRONG for piece in pieces if piece.kind == "text"):
        return [piece._replace(style=piece.style & ~Style.STRONG) for piece in pieces]
    return pieces


def _without_breaks(pieces: Sequence[Piece]) -> list[Piece]:
    return [p._replace(kind="text", text=" ") if p.kind == "break" else p for p in pieces]


def _write_code(block: Code) -> str:
    longest = max((len(found) for found in _BACKQUOTES.findall(block.text)), default=2)
    fence = "`" * (longest + 1)
    language = block.language if _LANGUAGE.fullmatch(block.language) else ""
    return f"{fence}{language}\n{block.text}\n{fence}"


def _write_list(block: List, *, is_other: bool) -> str:
    is_tight = all(_is_tight(item) for item in block.items)
    marks = ")." if is_other else ".)"
    number = min(block.start, _LAST_NUMBER - len(block.items))
    items = []
    for item in block.items:
        mark = f"{number}{marks[0]}" if block.is_ordered else "+" if is_other else "-"
        items.append(_write_item(item, mark, is_tight=is_tight))
        number += 1
    return ("\n" if is_tight else "\n\n").join(items)


def _write_item(item: Item, mark: str, *, is_tight: bool) -> str:
    task = "" if item.is_done is None else "[x] " if item.is_done else "[ ] "
    text = task + ("\n" if is_tight else "\n\n").join(_write_all(item.children))
    return f"{mark} {_indented(text, ' ' * (len(mark) + 1))}" if text else mark


def _is_tight(item: Item) -> bool:
    """Whether an item is a paragraph and lists that may follow it directly."""
    if not item.children:
        return True
    first, *rest = item.children
    if isinstance(first, List):
        return not rest and _may_interrupt(first)
    return (
        isinstance(first, Paragraph)
        and all(isinstance(each, List) and _may_interrupt(each) for each in rest[:1])
        and len(rest) <= 1
    )


def _may_interrupt(block: List) -> bool:
    """Whether a list may follow a line of a paragraph (CommonMark 5.2)."""
    has_text = bool(block.items and block.items[0].children)
    return has_text and (not block.is_ordered or block.start == 1)


def _indented(text: str, indent: str) -> str:
    """The text, with all lines but the first and blank ones indented."""
    first, *rest = text.split("\n")
    return "\n".join([first, *(indent + line if line else "" for line in rest)])


def _write_table(block: Table) -> str:
    width = max(len(row) for row in block.rows)
    rows = [_cells(row, width) for row in block.rows]
    head = rows.pop(0) if block.has_head else [""] * width
    marks = {"left": ":---", "center": ":---:", "right": "---:"}
    alignments = [*block.alignments, *[""] * width][:width]
    delimiters = [marks.get(alignment, "---") for alignment in alignments]
    return "\n".join("| " + " | ".join(row) + " |" for row in (head, delimiters, *rows))


def _cells(row: Sequence[Paragraph | None], width: int) -> list[str]:
    cells = [_cell(paragraph) if paragraph else "" for paragraph in row]
    return cells + [""] * (width - len(cells))


def _cell(paragraph: Paragraph) -> str:
    text = write_inline(_without_breaks(paragraph.pieces), paragraph.number)
    return text.replace("|", "\\|")
