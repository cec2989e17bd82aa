"""Detects the language of a text with CLD2 (https://github.com/CLD2Owners/cld2).

CLD2 uses integer arithmetic, so the result is the same on every machine.
"""

import re

from sitegen.languages.tags import canonical_tag

_MAX_CHARACTERS = 2000
"""The number of characters that are examined."""
_FEWEST_LETTERS = 4
_FEWEST_LATIN_LETTERS = 18
"""The minimum length. Scripts of few languages need fewer letters than the Latin script."""
_MIN_PERCENT = 80
"""The percentage of a text that must be in one language."""
_NO_LANGUAGE = re.compile(r"un|xx.*|zz.|tlh")
"""CLD2 codes for scripts without a language, and for joke languages."""
_NO_LETTER = re.compile(r"[\W\d_]+")
_ENOUGH_LETTERS = re.compile(rf"(?:[^\W\d_][\W\d_]*+){{{_FEWEST_LATIN_LETTERS}}}")
_AFTER_LATIN = "\u0250"
_CONTROLS = r"\x00-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff"
_NO_WORDS = re.compile(
    rf"[hH@#{_CONTROLS}]"  # a leading character set makes the search faster
    rf"(?:(?<=[hH])(?i:ttps?)://\S+|(?<=[@#])\w+|(?<=[{_CONTROLS}])[{_CONTROLS}]*)"
)
"""URLs, handles, hashtags, and the control characters that CLD2 refuses."""


def detect_language(text: str) -> str | None:
    """The tag of the language of a text; None if it is mixed or uncertain.

    URLs, handles and hashtags are ignored. Without the library, the result is always None.
    """
    try:
        import pycld2  # noqa: PLC0415 -- only needed to build, and optional
    except ImportError:
        return None
    words = _NO_WORDS.sub(" ", text[:_MAX_CHARACTERS])
    if _is_short(words):
        return None
    try:
        is_plain, _, found = pycld2.detect(words.encode(), isPlainText=True)
    except pycld2.error:  # an invalid character
        return None
    code, percent = str(found[0][1]), int(found[0][2])
    if not is_plain or percent < _MIN_PERCENT or _NO_LANGUAGE.fullmatch(code):
        return None
    return canonical_tag(code)


def _is_short(text: str) -> bool:
    if _ENOUGH_LETTERS.search(text):
        return False
    letters = _NO_LETTER.sub("", text)
    is_latin = 2 * sum(letter < _AFTER_LATIN for letter in letters) > len(letters)
    return is_latin or len(letters) < _FEWEST_LETTERS
