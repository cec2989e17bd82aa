"""Breaks titles into lines, after rules of the Unicode line breaking algorithm.

These are the rules of Unicode Standard Annex 14 that titles need: at spaces, after hyphens and
dashes, and between the characters of Chinese and Japanese, except before closing and after opening
ones. Korean is broken between words, as its headlines are.
"""

import unicodedata
from collections.abc import Callable, Sequence

Measure = Callable[[str], float]

_CLOSING = frozenset(
    "。、，．・：；！？‼⁇⁈⁉〜～ー々〻ゝゞヽヾぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ"
    "…‥–—,.!?:;%’”"
)
"""Characters that do not begin a line, besides those that close a bracket (JIS X 4051)."""
_AFTER = frozenset("-‐–—/")
ELLIPSIS = "…"


def break_lines(text: str, width: float, measure: Measure) -> list[str]:
    """The lines of a text; a word that is longer than a line is cut."""
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        if measure((line + piece).rstrip()) <= width:
            line += piece
            continue
        if line.strip():
            lines.append(line.strip())
        *cut, line = _cut(piece, width, measure)
        lines += cut
    return [*lines, line.strip()] if line.strip() else lines


def balance_lines(text: str, width: float, measure: Measure) -> list[str]:
    """The same number of lines, of about the same width."""
    lines = break_lines(text, width, measure)
    low, high = width / 2, width
    while len(lines) > 1 and high - low > width / 60:
        middle = (low + high) / 2
        tried = break_lines(text, middle, measure)
        if len(tried) > len(lines) or not keeps_words(tried, text):
            low = middle
        else:
            lines, high = tried, middle
    return lines


def keeps_words(lines: Sequence[str], text: str) -> bool:
    """Whether no word of the text was cut."""
    ends = {0}
    place = 0
    for piece in _pieces(text):
        place += len(piece.replace(" ", ""))
        ends.add(place)
    place = 0
    for line in lines:
        place += len(line.replace(" ", ""))
        if place not in ends:
            return False
    return True


def shorten(lines: Sequence[str], most: int, width: float, measure: Measure) -> list[str]:
    """The first lines, the last of which ends with an ellipsis if any are left out."""
    if len(lines) <= most:
        return list(lines)
    last = whole = lines[most - 1]
    while last and measure(f"{last}{ELLIPSIS}") > width:
        last = last[:-1]
    if len(last) < len(whole) and " " in last and whole[len(last)].isalnum():
        last = last.rpartition(" ")[0]  # no part of a word
    return [*lines[: most - 1], f"{last.rstrip(' ,.;:、。')}{ELLIPSIS}"]


def _pieces(text: str) -> list[str]:
    """Parts between which a line may be broken; spaces are at their ends."""
    pieces: list[str] = []
    start = 0
    for place in range(1, len(text)):
        if _may_break(text[place - 1], text[place]):
            pieces.append(text[start:place])
            start = place
    return [*pieces, text[start:]]


def _may_break(before: str, after: str) -> bool:
    if after == " ":
        return False
    if before == " ":
        return True
    if _does_not_begin(after) or unicodedata.category(before) in ("Ps", "Pi"):
        return False
    is_after_hyphen = before in _AFTER and not after.isdigit()
    return is_after_hyphen or _is_wide(before) or _is_wide(after)


def _does_not_begin(character: str) -> bool:
    return (
        character in _CLOSING
        or character == "\u00a0"
        or unicodedata.category(character) in ("Pe", "Pf", "Mn", "Mc")
    )


def _is_wide(character: str) -> bool:
    """Whether it is written without spaces between words."""
    is_hangul = "\uac00" <= character <= "\ud7a3"
    return unicodedata.east_asian_width(character) in ("W", "F") and not is_hangul


def _cut(piece: str, width: float, measure: Measure) -> list[str]:
    """Cuts a piece into parts that fit a line; a combining character stays with its letter."""
    parts: list[str] = []
    part = ""
    for character in piece:
        fits = measure((part + character).rstrip()) <= width or unicodedata.combining(character)
        if part and not fits:
            parts.append(part)
            part = ""
        part += character
    return [*parts, part]
