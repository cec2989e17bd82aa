"""Typographic punctuation: dashes, ellipses, and quotation marks for each language.

The language of a text is known only after rendering. The parser therefore replaces each quote with
a private use character for its role, and ``set_quotes`` replaces those with quotation marks.
"""

import re
import unicodedata

from sitegen.languages import quotation_marks

_OPENING, _CLOSING, _INNER_OPENING, _INNER_CLOSING, _APOSTROPHE = _MARKS = (
    "\ue1f0\ue1f1\ue1f2\ue1f3\ue1f4"
)
_STRAIGHT = str.maketrans(_MARKS, "\"\"'''")

_DASHES = re.compile(r"(?!(?<=[\s(\[])--[a-z])(?<!-)--(-?)(?!-)")
"""Two or three hyphens, but not those of an option such as ``--quiet``."""
_DOTS = re.compile(r"(?<!\.)\.{3}(?!\.)")

_OPENERS = frozenset("([{<-–—/=“‘«„‚「『¿¡" + _OPENING + _INNER_OPENING)
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af"
    "\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
)
"""Characters of scripts that put no space around quotes."""
_HEBREW_PREFIX = re.compile(r'(?<![^\W_])[ושהכלמב]{1,3}"(?=[א-ת]{2}[^"]*")')
"""A quote that opens after the letters that Hebrew writes before a word: ב"הארץ", but not צה"ל."""
_QUOTE = re.compile("[\"']")
_ELIDED = re.compile(r"'(?<!\w')(?:n'(?!\w)|(?:tis|twas|em|til|cause)\b(?!')|[st] )", re.IGNORECASE)
"""Words that start with an apostrophe: rock 'n' roll, 'tis, and in Dutch, 's avonds."""
TRANSPARENT = "\ufffc"
"""Replaces a tag, which does not separate the characters around it."""


def has_quotes(text: str) -> bool:
    """Returns whether the text contains quotes for ``set_quotes``."""
    return any(mark in text for mark in _MARKS)


def set_quotes(text: str, language: str | None) -> str:
    """Returns the text with the quotation marks of the language; straight ones if it is None."""
    if language is None:
        return text.translate(_STRAIGHT)
    return text.translate(str.maketrans(_MARKS, "".join(quotation_marks(language)) + "’"))


def set_dashes(text: str) -> str:
    """The text with typographic dashes and ellipses."""
    text = _DASHES.sub(lambda found: "—" if found[1] else "–", text) if "--" in text else text
    return _DOTS.sub("…", text) if "..." in text else text


def mark_quotes(text: str) -> str:
    """The plain text of a paragraph, with the mark of its role for each quote."""
    if "'" not in text and '"' not in text:
        return text
    parts: list[str] = []
    end = 0
    for position, mark in sorted(quote_roles(text).items()):
        parts += text[end:position], mark
        end = position + 1
    return "".join([*parts, text[end:]])


def quote_roles(text: str) -> dict[int, str]:
    """The mark for each quote in the plain text of a paragraph, by position."""
    elided = (range(*found.span()) for found in _ELIDED.finditer(text))
    marks = {position: _APOSTROPHE for span in elided for position in span if text[position] == "'"}
    opened: list[str] = []
    quotes = (found.start() for found in _QUOTE.finditer(text))
    positions = [position for position in quotes if position not in marks]
    last_closing = max(
        (position for position in positions if _may_close(text, position)), default=-1
    )
    for position in positions:
        context = _Context(text, position, marks)
        if text[position] == '"':
            mark = _double_quote(context, opened)
        else:
            mark = _single_quote(context, opened, is_closed_later=position < last_closing)
        if mark:
            marks[position] = mark
    return marks


class _Context:
    """The characters before and after a quote."""

    def __init__(self, text: str, position: int, marks: dict[int, str]) -> None:
        before, after = _neighbour_index(text, position, -1), _neighbour_index(text, position, 1)
        self.is_after_prefix = text[position] == '"' and _ends_hebrew_prefix(text, position)
        self.before = marks.get(before, text[before]) if before >= 0 else " "
        self.after = text[after] if after < len(text) else " "

    @property
    def is_after_space(self) -> bool:
        return self.before.isspace()

    @property
    def is_before_space(self) -> bool:
        return self.after.isspace()

    @property
    def is_within_word(self) -> bool:
        return _is_letter(self.before) and _is_letter(self.after)

    @property
    def may_close(self) -> bool:
        return not self.before.isspace() and self.before not in _OPENERS

    @property
    def may_open(self) -> bool:
        return not self.after.isspace() and not _is_letter(self.before)


def _ends_hebrew_prefix(text: str, position: int) -> bool:
    starts = range(max(0, position - 3), position)
    matches = (_HEBREW_PREFIX.match(text, start) for start in starts)
    return any(found and found.end() == position + 1 for found in matches)


def _neighbour_index(text: str, position: int, step: int) -> int:
    position += step
    while 0 <= position < len(text) and text[position] == TRANSPARENT:
        position += step
    return position


def _may_close(text: str, position: int) -> bool:
    context = _Context(text, position, {})
    return text[position] == "'" and context.may_close and not _is_letter(context.after)


def _double_quote(context: _Context, opened: list[str]) -> str | None:
    if '"' in opened and context.may_close:
        del opened[opened.index('"') :]
        return _CLOSING
    if context.may_open or context.is_after_prefix:
        _open('"', opened)
        return _OPENING
    # An inch sign, a Hebrew abbreviation, or a quote on its own.
    is_other = context.is_within_word or (context.is_after_space and context.is_before_space)
    return None if is_other else _CLOSING


def _single_quote(context: _Context, opened: list[str], *, is_closed_later: bool) -> str:
    if context.is_within_word:
        return _APOSTROPHE
    if "'" in opened and context.may_close:
        del opened[opened.index("'") :]
        return _INNER_CLOSING
    if context.may_open and is_closed_later and not context.after.isdigit():
        _open("'", opened)
        return _INNER_OPENING
    return _APOSTROPHE


def _open(quote: str, opened: list[str]) -> None:
    """Records an open quote; a nested quote of the same kind is not counted again."""
    if quote not in opened:
        opened.append(quote)


def _is_letter(character: str) -> bool:
    """Returns whether it is a word character of a script that separates words by spaces."""
    if _UNSPACED.match(character):
        return False
    return character.isalnum() or unicodedata.category(character).startswith("M")
