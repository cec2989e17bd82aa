"""Finds the notes of a Markdown text in which only blank lines part paragraphs, and notes.

Measured on 337 real notes: none begins after a colon, with a small letter, or with a list, a
quotation or code. Where links are frequent, a note has one in its first words: 7 of 10 first
paragraphs have one there, 1 of 20 others.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sitegen.readers.formats.markdown.lines import TextLine
from sitegen.readers.text.lines import read_lines

_MARKS = re.compile(r"!?\[|\](?:\([^()\s]*\)|\[[^\[\]]*\])|[*`]+|^[ \t]*[>][ \t]*")
_EARLY_LINK = re.compile(r".{0,140}?(?:\]\(|https?://)", re.DOTALL)
_CONTINUES = re.compile(r"[ \t]|!\[|<img\b|\$\$|\||>")
_CONTINUED = (":", ",", "—", "–", ";")
_REFERS_BACK = re.compile(
    r"(?:This|That|These|Those|It|They|He|She|So|Also|Still|Then|There|Now|Here|However|Of course"
    r"|In this|At the same|Das|Dies\w*|Aber|Und|Auch|Eso|Esto|Pero|Mais|Cela)\b"
)
_BROKEN_OFF = re.compile(r"[ \t]*(?:[-*+][ \t]|\d+[.)][ \t]|```|~~~|!\[)")
_FREQUENT = 0.15
"""The least share of paragraphs with a link in their first words that makes it a sign."""
_LINK, _NO_LINK = 2.5, -0.7
_CONNECTIVE, _PRONOUN, _REFERENCE, _SAME_WORDS = -1.6, -1.1, -0.8, -0.8
_AFTER_QUOTE, _AFTER_BLOCK, _LONG = -0.9, -0.5, -1.0
_LONGEST = 600
_LEAST = -1.0


class _Paragraph(NamedTuple):
    start: int
    kind: str
    text: str


def note_starts(lines: Sequence[TextLine], start: int, stop: int) -> Iterator[int]:
    """The lines between ``start`` and ``stop`` on which notes begin, but for the first."""
    paragraphs = list(_paragraphs(lines, start, stop))
    linked = sum(_EARLY_LINK.match(paragraph.text) is not None for paragraph in paragraphs)
    is_sign = linked >= _FREQUENT * len(paragraphs)
    before: _Paragraph | None = None
    for paragraph in paragraphs:
        if before and _log_odds(before, paragraph, is_link_a_sign=is_sign) > _LEAST:
            yield paragraph.start
        before = paragraph


def _paragraphs(lines: Sequence[TextLine], start: int, stop: int) -> Iterator[_Paragraph]:
    number = start
    while number < stop:
        if lines[number].kind == "blank":
            number += 1
            continue
        first = number
        is_code = lines[first].kind == "code"
        while number < stop and (
            lines[number].kind != "blank" and (lines[number].kind == "code") == is_code
        ):
            number += 1
        text = "\n".join(line.text for line in lines[first:number])
        yield _Paragraph(first, lines[first].kind, text)


def _log_odds(before: _Paragraph, after: _Paragraph, *, is_link_a_sign: bool) -> float:
    """The log-odds that a paragraph begins a note."""
    never = float("-inf")
    last, first = before.text.rsplit("\n", 1)[-1], after.text.partition("\n")[0]
    if after.kind != "text" or before.kind == "heading" or _CONTINUES.match(first):
        return never
    if last.rstrip().endswith(_CONTINUED):
        return never
    described = read_lines([_MARKS.sub("", last), "", _MARKS.sub("", first)])
    if len(described) < 2 or described[-1].starts_lowercase:
        return never
    one, other = described[0], described[-1]
    odds = 0.0
    if is_link_a_sign:
        odds += _LINK if _EARLY_LINK.match(after.text) else _NO_LINK
    signs = (
        (other.starts_with_connective, _CONNECTIVE),
        ("pronoun first" in other.features, _PRONOUN),
        (len(one.stems & other.stems) > 1, _SAME_WORDS),
        (_REFERS_BACK.match(first) is not None, _REFERENCE),
        (before.kind == "quote", _AFTER_QUOTE),
        (_BROKEN_OFF.match(before.text) is not None, _AFTER_BLOCK),
        (len(after.text) > _LONGEST, _LONG),
    )
    return odds + sum(weight for holds, weight in signs if holds)
