"""Tells the language of a text, where it is plain, with CLD2 (https://github.com/CLD2Owners/cld2).

CLD2 counts in whole numbers, so that a text has the same language on every machine.
"""

import re

from sitegen.languages.tags import current_tag

_LOOKED_AT = 2000
"""Characters of a text that are enough to know its language."""
_FEWEST_LETTERS = 4
_FEWEST_LATIN_LETTERS = 18
"""A shorter text may be of any language; a script of few languages tells sooner than the Latin."""
_MOST = 80
"""The per cent of a text that must be in one language."""
_NO_LANGUAGE = re.compile(r"un|xx.*|zz.|tlh")
"""Codes of CLD2 for scripts without a language, and for what it knows for fun."""
_NO_LETTER = re.compile(r"[\W\d_]+")
_ENOUGH_LETTERS = re.compile(rf"(?:[^\W\d_][\W\d_]*+){{{_FEWEST_LATIN_LETTERS}}}")
_AFTER_LATIN = "\u0250"
_CONTROLS = r"\x00-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff"
_NO_WORDS = re.compile(
    rf"[hH@#{_CONTROLS}]"  # first, as a search skips to one of these sooner than to a choice
    rf"(?:(?<=[hH])(?i:ttps?)://\S+|(?<=[@#])\w+|(?<=[{_CONTROLS}])[{_CONTROLS}]*)"
)
"""URLs, handles, hashtags, and the control characters that CLD2 refuses."""


def detect_language(text: str) -> str | None:
    """The tag of the language that a text is in; None for a mixture, or where it is not plain.

    URLs, handles and hashtags are left out. None for every text where the library is not installed.
    """
    try:
        import pycld2  # noqa: PLC0415 -- only needed to build, and not made for every Python
    except ImportError:
        return None
    words = _NO_WORDS.sub(" ", text[:_LOOKED_AT])
    if _is_short(words):
        return None
    try:
        is_plain, _, found = pycld2.detect(words.encode(), isPlainText=True)
    except pycld2.error:  # a character that is none
        return None
    code, percent = str(found[0][1]), int(found[0][2])
    if not is_plain or percent < _MOST or _NO_LANGUAGE.fullmatch(code):
        return None
    return current_tag(code)


def _is_short(text: str) -> bool:
    if _ENOUGH_LETTERS.search(text):
        return False
    letters = _NO_LETTER.sub("", text)
    is_latin = 2 * sum(letter < _AFTER_LATIN for letter in letters) > len(letters)
    return is_latin or len(letters) < _FEWEST_LETTERS
