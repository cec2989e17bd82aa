"""The lines of a Markdown text, and what each is: a heading, an item of a list, a rule."""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from sitegen.readers.markdown.literals import mark_lines

LineKind = Literal["blank", "text", "heading", "item", "rule", "quote", "table", "code"]

_HEADING = re.compile(r" {0,3}(?P<marks>#{1,6})[ \t]+(?P<words>\S.*?)(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(?:(?P<sign>=)={2,}|-{4,})[ \t]*$")
"""A line below a heading. Three hyphens are a rule all the same: they stand between documents."""
_RULE = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$")
_ITEM = re.compile(r"(?P<indent>[ \t]*)(?:[-*+•]|\d{1,9}[.)])[ \t]+\S")
_LONG = ((re.compile(r"<!--(?!.*-->)"), "-->"), (re.compile(r"^\s*%%\s*$"), "%%"))
"""How a comment over several lines begins, and how it ends."""
_NIKOLA = re.compile(r"[ \t]*\.\.[ \t]+[a-z]")
"""The first line of a header of Nikola, which stands in a comment."""
_SENTENCE_END = (".", "!", "?", ":", ";", ",", "…")
_LONGEST_TITLE = 90


class TextLine(NamedTuple):
    """A line of a text."""

    text: str
    kind: LineKind
    level: int = 0
    """The level of a heading, or the indentation of an item."""
    words: str = ""
    """The words of a heading."""


def without_long_comments(texts: Sequence[str]) -> list[str]:
    """The lines, with blank ones in place of comments over several lines; code stays.

    In them may be headings and rules, which would part what nobody is to see.
    """
    kept = list(texts)
    marked = mark_lines("\n".join(texts))
    opened: tuple[int, str] | None = None
    for number, (is_code, line) in enumerate(marked):
        if opened is None and not (is_code or _NIKOLA.match("\n".join(texts[number + 1 :][:1]))):
            opened = next(((number, end) for begin, end in _LONG if begin.search(line)), None)
        elif opened and opened[1] in line:
            start, end = opened
            rest = line.partition(end)[2]
            kept[start : number + 1] = [_before(kept[start]), *[""] * (number - start - 1), rest]
            opened = None
    return kept


def _before(line: str) -> str:
    """What stands before a comment that a line opens."""
    return line[: line.rfind("<!--")] if "<!--" in line else ""


def read_lines(texts: Sequence[str]) -> list[TextLine]:
    """Describes the lines of a text."""
    marked = list(mark_lines("\n".join(texts)))
    lines = [TextLine(text, "code") if is_code else _describe(text) for is_code, text in marked]
    for number in range(1, len(lines)):
        _mark_underlined(lines, number)
    return lines


def _describe(text: str) -> TextLine:
    if not text.strip():
        return TextLine(text, "blank")
    if heading := _HEADING.match(text):
        return TextLine(text, "heading", len(heading["marks"]), heading["words"])
    if _RULE.match(text):
        return TextLine(text, "rule")
    if item := _ITEM.match(text):
        return TextLine(text, "item", len(item["indent"].expandtabs(4)))
    bare = text.lstrip()
    if bare.startswith(">"):
        return TextLine(text, "quote")
    return TextLine(text, "table" if bare.startswith("|") else "text")


def _mark_underlined(lines: list[TextLine], number: int) -> None:
    """Marks a heading that is underlined: one short line of its own with a line below."""
    under = _UNDERLINE.match(lines[number].text) if lines[number].kind != "code" else None
    title = lines[number - 1]
    if under is None or title.kind != "text":
        return
    stands_alone = number < 2 or not lines[number - 2].text.strip()
    is_followed = number + 1 < len(lines) and lines[number + 1].kind != "rule"
    is_title = len(title.text) <= _LONGEST_TITLE and not title.text.rstrip().endswith(_SENTENCE_END)
    if under["sign"] or (stands_alone and is_followed and is_title):
        level = 1 if under["sign"] else 2
        lines[number - 1] = TextLine(title.text, "heading", level, title.text.strip())
        lines[number] = TextLine(lines[number].text, "blank")
