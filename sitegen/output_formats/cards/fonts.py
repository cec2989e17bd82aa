"""The fonts of cards: subsets of Noto, and the characters that they can draw.

``tools/fonts/make_fonts.py`` makes them. They are laid out here instead of by a text shaper, which
Pillow has only on machines with FriBiDi.
"""

import bisect
import functools
import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

Family = Literal["serif", "sans"]

_FOLDER = Path(__file__).parent / "fonts"
_SCRIPTS = ("european", "hebrew", "arabic", "armenian", "georgian")
_EAST_ASIAN = "east-asian.otf"


def can_draw(character: str) -> bool:
    """Whether a font has the character."""
    return _file_of(character, "sans") is not None


def font_of(character: str, family: Family) -> str:
    """The file of the font that draws a character.

    Raises:
        ValueError: no font has it, so ``can_draw`` is false.
    """
    file = _file_of(character, family)
    if file is None:
        raise ValueError(f"no font has the character {character!r}")
    return file


def kerning_of(before: str, after: str, file: str) -> int:
    """How much closer or further apart two characters stand, in thousandths of the size."""
    return _kerning().get(file, {}).get(before, {}).get(after, 0)


@functools.lru_cache(maxsize=8192)
def width_of(character: str, file: str, size: int) -> float:
    """The width of a character in a size, in pixels."""
    return load_font(file, size).getlength(character)


def is_european(text: str, family: Family) -> bool:
    """Whether one font with ordinary heights draws the whole text."""
    return {_file_of(character, family) for character in text} <= {f"european-{family}.ttf"}


@functools.lru_cache(maxsize=64)
def load_font(file: str, size: int) -> "FreeTypeFont":
    """The font of that name in a size in pixels."""
    from PIL import ImageFont  # noqa: PLC0415 -- slow to load, and only for new cards

    return ImageFont.truetype(_FOLDER / file, size, layout_engine=ImageFont.Layout.BASIC)


@functools.cache
def _file_of(character: str, family: Family) -> str | None:
    names = (*(f"{script}-{family}.ttf" for script in _SCRIPTS), _EAST_ASIAN)
    return next((name for name in names if _covers(_coverage()[name], ord(character))), None)


def _covers(ranges: tuple[tuple[int, int], ...], code: int) -> bool:
    place = bisect.bisect_right(ranges, (code, 0x110000)) - 1
    return place >= 0 and code <= ranges[place][1]


@functools.cache
def _coverage() -> Mapping[str, tuple[tuple[int, int], ...]]:
    """The ranges of characters of each font, sorted."""
    data = json.loads((_FOLDER / "coverage.json").read_text("utf-8"))
    return {name: tuple((first, last) for first, last in ranges) for name, ranges in data.items()}


@functools.cache
def _kerning() -> Mapping[str, Mapping[str, Mapping[str, int]]]:
    """By font, left and right character."""
    kerning: dict[str, dict[str, dict[str, int]]] = json.loads(
        (_FOLDER / "kerning.json").read_text("utf-8")
    )
    return kerning
