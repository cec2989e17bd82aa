"""Properties of characters that decide where a text may be cut."""

import re
import unicodedata

UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]"
)
"""Characters of scripts without spaces between words."""


def is_combining(text: str, position: int) -> bool:
    """Whether the code point at ``position`` combines with the one before it, like an accent."""
    joined = "\u200d" in text[position - 1 : position + 1]
    return joined or unicodedata.category(text[position]).startswith("M")


def is_unspaced(character: str) -> bool:
    """Whether the character is in a script without spaces between words."""
    return bool(UNSPACED.match(character))
