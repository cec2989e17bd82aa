"""Sets text: how wide it is, and in which size and lines it fills a box."""

import functools
from collections.abc import Sequence
from typing import NamedTuple

from sitegen.languages import Direction
from sitegen.output_formats.cards.fonts import Family, font_of, is_european, kerning_of, width_of
from sitegen.output_formats.cards.line_breaking import (
    balance_lines,
    break_lines,
    keeps_words,
    shorten,
)
from sitegen.output_formats.cards.text_shaping import join_letters, visual_order

_LINE, _TALL_LINE = 1.18, 1.36
"""The distance of lines relative to their size; the latter in scripts with tall letters."""


class Placed(NamedTuple):
    """Characters at their place in a line."""

    x: float
    text: str
    file: str


class Line(NamedTuple):
    """A line to be drawn."""

    parts: tuple[Placed, ...]
    width: float


class Block(NamedTuple):
    """Lines below each other."""

    lines: tuple[Line, ...]
    size: int
    """The size of the font, in pixels."""
    distance: int
    """The distance between the lines, in pixels."""
    direction: Direction
    """Lines from right to left are aligned at the right."""


def set_line(text: str, family: Family, size: int, direction: Direction) -> Line:
    """Sets one line of drawable text."""
    parts: list[Placed] = []
    x = 0.0
    before = Placed(0, "", "")
    for character in visual_order(text, direction):
        file = font_of(character, family)
        kerning = kerning_of(before.text[-1:], character, file) if file == before.file else 0
        x += kerning * size / 1000
        if file == before.file and not kerning:
            before = parts.pop()
            before = before._replace(text=before.text + character)
        else:
            before = Placed(x, character, file)
        parts.append(before)
        x += width_of(character, file, size)
    return Line(tuple(parts), x)


def measure(text: str, family: Family, size: int) -> float:
    """The width of a line of drawable text in any order."""
    width = 0.0
    before = before_file = ""
    for character in join_letters(text):
        file = font_of(character, family)
        if file == before_file:
            width += kerning_of(before, character, file) * size / 1000
        width += width_of(character, file, size)
        before, before_file = character, file
    return width


def set_short(text: str, family: Family, size: int, direction: Direction, width: float) -> Line:
    """Sets one line, and shortens a text that is too wide for it."""
    measured = functools.partial(measure, family=family, size=size)
    [line] = shorten(break_lines(text, width, measured), 1, width, measured)
    return set_line(line, family, size, direction)


def fill_box(
    text: str,
    family: Family,
    sizes: Sequence[int],
    direction: Direction,
    width: float,
    height: float,
) -> Block:
    """Sets a text in the largest size in which it fits a box without cutting a word.

    In the last size, words are cut, and lines that do not fit are left out.
    """
    ratio = _LINE if is_european(join_letters(text), family) else _TALL_LINE
    for size in sizes:
        distance = round(size * ratio)
        most = max(1, int(height // distance))
        measured = functools.partial(measure, family=family, size=size)
        lines = break_lines(text, width, measured)
        fits = len(lines) <= most and keeps_words(lines, text)
        if fits or size == sizes[-1]:
            lines = balance_lines(text, width, measured) if fits else lines
            kept = shorten(lines, most, width, measured)
            shown = tuple(set_line(line, family, size, direction) for line in kept)
            return Block(shown, size, distance, direction)
    raise ValueError("it needs a size")
