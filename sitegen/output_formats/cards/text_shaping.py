"""Prepares text for drawing: leaves out what no font has, joins Arabic letters, orders a line."""

import re
import unicodedata

from sitegen.languages import Direction
from sitegen.output_formats.cards.fonts import can_draw

_JOINER = "\u200c"
"""Separates Arabic letters that would join. It is not drawn."""
_ARABIC = re.compile(r"[\u0600-\u06ff\u0750-\u077f]")
_POINTS = re.compile(r"[\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]")
"""Points and vowels of Hebrew and Arabic, which headlines go without."""
_RIGHT_TO_LEFT = ("R", "AL", "AN")
_MARK = "\u1dff"
"""A combining character that shows the direction of the bracket that it follows."""


def drawable_text(text: str) -> str | None:
    """The text on one line, without symbols that no font has, such as emoji.

    Returns None if a letter or a digit cannot be drawn, or nothing is left.
    """
    text = unicodedata.normalize("NFC", _POINTS.sub("", text)).replace("\u202f", "\u00a0")
    kept = [_drawable(character) for character in re.sub(r"[^\S\u00a0]+", " ", text)]
    if None in kept:
        return None
    line = re.sub(" +", " ", "".join(part for part in kept if part)).strip()
    return line if any(character.isalnum() for character in line) else None


def visual_order(text: str, direction: Direction) -> str:
    """The characters of a line from left to right, as they are drawn.

    The order is that of the Unicode bidirectional algorithm (Unicode Standard Annex 9). The library
    that orders them does not mirror brackets, so a mark shows which are read from right to left.
    """
    if not _is_right_to_left(text) and direction == "ltr":
        return text.replace(_JOINER, "")
    from bidi import get_display  # noqa: PLC0415 -- few digests need it
    from bidi.mirror import MIRRORED  # noqa: PLC0415

    marked = "".join(f"{c}{_MARK}" if c in MIRRORED else c for c in join_letters(text))
    ordered = str(get_display(marked, base_dir="R" if direction == "rtl" else "L"))
    pairs = re.compile(f"{_MARK}(.)|([{re.escape(''.join(MIRRORED))}]){_MARK}")
    return pairs.sub(lambda match: MIRRORED[match[1]] if match[1] else match[2], ordered)


def join_letters(text: str) -> str:
    """The text with the letters of Arabic in the forms that they have in words."""
    if not _ARABIC.search(text):
        return text.replace(_JOINER, "")
    from arabic_reshaper import reshape  # noqa: PLC0415 -- few digests need it

    return str(reshape(text)).replace(_JOINER, "")


def _drawable(character: str) -> str | None:
    """What is drawn of a character: itself, an equivalent, nothing; None if it is missed."""
    if character != _JOINER and unicodedata.category(character) == "Cf":
        return ""
    if character == _JOINER or can_draw(join_letters(character)):
        return character
    equivalent = unicodedata.normalize("NFKC", character)
    if equivalent != character and all(map(can_draw, equivalent)):
        return equivalent
    is_missed = unicodedata.category(character)[0] in "LN" or (
        unicodedata.category(character) in ("Mc", "Mn") and not _is_selector(character)
    )
    return None if is_missed else ""


def _is_selector(character: str) -> bool:
    """Whether it only chooses between forms of the character before it, as after emoji."""
    return "\ufe00" <= character <= "\ufe0f" or character == "\u20e3"


def _is_right_to_left(text: str) -> bool:
    return any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in text)
