"""Finds the lines of essays that are no paragraphs: titles, subtitles, quotations, lists, notes."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from sitegen.readers.text.essays import is_heading
from sitegen.readers.text.lines import Line

_TITLE_WIDTH = 90
_TITLE_LETTERS = 45
"""A title without a blank line after it has at most this many letters."""
_PARAGRAPH_WIDTH = 120
_FEWEST_PARAGRAPHS = 3
_MOST_SUBTITLES = 4
"""How many subtitles and epigraphs may stand below a title."""
_REACH = 10
"""How many lines below a title, or on either side of an inset, are looked at."""
_INSET = frozenset({"bullet", "item", "quote first", "aside", "indent"})
_NEVER_IN_TITLE = frozenset(
    {"reply", "repost", "link only", "link last", "tags only", "tag last", "bullet"}
)
_UNFINISHED = re.compile(r"[.,;:…]$")
_SOCIAL = re.compile(r"(?<![\w.])[@#]\w|https?://t\.co/")
_NOTES = re.compile(
    r"(?:#{1,6}\s|\*\*)?(?:(?:foot|end)?notes?|sources?|references?|further reading|thanks"
    r"|anmerkungen|fußnoten|quellen|literatur|notas?|fuentes|referencias)"
    r"(?:\s*\[\^?\d+\])?\s?:?(?:\*\*)?$",
    re.IGNORECASE,
)
_NOTE = re.compile(r"\[\^?\d{1,3}\]|\[[\w ^-]{1,20}\]:\s|[\u00b9\u00b2\u00b3\u2070-\u2079]|\*\s?\S")
_THANKS = re.compile(r"\*{0,2}thanks(?:\*{0,2}|\s)\s?to\s", re.IGNORECASE)
_QUOTE = re.compile(r">\s?\S")
_MARKUP = re.compile(r"!\[|<[a-z/!]|_[^_]+_$|\|.*\|$|={3}|\*\s?\*\s?\*$", re.IGNORECASE)
"""A picture, a line of HTML, a caption, a row of a table or a rule."""
_FENCE = re.compile(r"(```|~~~)|\{%-?\s*(highlight)\b|<(pre)\b", re.IGNORECASE)
_LONGEST_CODE = 120
"""The maximum number of lines of fenced code."""


def find_titles(lines: Sequence[Line]) -> dict[int, int]:
    """The number of each line that is an essay's title, and that of its first paragraph.

    A title is a short line without a full stop. Below it are a blank line, or it has few letters;
    then come subtitles, if any, and at least three paragraphs that only an essay has.
    """
    paragraphs = [is_essay_paragraph(line) for line in lines]
    found = {}
    below = len(lines)
    for number in range(len(lines) - 1, -1, -1):
        if paragraphs[number] or (_MARKUP.match(lines[number].text) and below == number + 1):
            below = number
        elif _opens_essay(lines, number, below, paragraphs):
            found[number] = below
            if is_heading(lines[number], lines[number + 1]):
                below = len(lines) + _REACH
    return {number: below for number, below in found.items() if number - 1 not in found}


def is_titled_essay(lines: Sequence[Line]) -> bool:
    """Whether lines begin with the title of an essay, as ``find_titles`` has it."""
    return 0 in find_titles(lines)


def find_insets(lines: Sequence[Line]) -> Iterator[int]:
    """The numbers of lines that may stand within an essay, or end it.

    These are quotations and items of lists with an essay's paragraphs before and after them, and
    notes with such paragraphs before them.
    """
    last = -_REACH
    waiting: list[int] = []
    in_notes = False
    for number, line in enumerate(lines):
        if is_essay_paragraph(line) and not _NOTE.match(line.text):
            if number - last <= _REACH:
                yield from waiting
            waiting, last, in_notes = [], number, False
        elif is_note(line) and (in_notes or number - last <= _REACH):
            yield number
            in_notes = True
        elif number - last > _REACH:
            waiting = []
        elif is_inset(line):
            waiting.append(number)


def find_code(lines: Sequence[Line]) -> Iterator[range]:
    """The lines of each fenced block of code, from the first line to the last."""
    stop = 0
    for number, line in enumerate(lines):
        if number >= stop and (fence := _FENCE.match(line.text)):
            found = _end_of_code(lines, number, fence)
            if found is not None:
                stop = found + 1
                yield range(number, stop)


def _end_of_code(lines: Sequence[Line], first: int, fence: re.Match[str]) -> int | None:
    if fence[3] and "</pre>" in lines[first].text:
        return first
    if fence[1] and fence[1] in lines[first].text[len(fence[1]) :]:
        return None
    end = fence[1] or ("endhighlight" if fence[2] else "</pre>")
    for number in range(first + 1, min(first + _LONGEST_CODE, len(lines))):
        if lines[number].text.startswith(end) if fence[1] else end in lines[number].text:
            return number
    return None


def is_inset(line: Line) -> bool:
    """Whether a line is an item of a list, a quotation or the like."""
    return not line.features.isdisjoint(_INSET) or any(
        pattern.match(line.text) for pattern in (_QUOTE, _MARKUP)
    )


def is_note(line: Line) -> bool:
    """Whether a line is a note of an essay, the heading of its notes, or its thanks."""
    return any(pattern.match(line.text) for pattern in (_NOTES, _NOTE, _THANKS))


def _opens_essay(lines: Sequence[Line], number: int, below: int, flags: Sequence[bool]) -> bool:
    line = lines[number]
    if below - number > _MOST_SUBTITLES + 1 or not is_bare(line):
        return False
    if not line.blanks_after and sum(map(str.isalpha, line.text)) > _TITLE_LETTERS:
        return False
    between = (lines[other] for other in range(number + 1, below))
    if not all(is_bare(other) or _is_epigraph(other) for other in between):
        return False
    return sum(islice(flags, below, below + _REACH)) >= _FEWEST_PARAGRAPHS


def is_bare(line: Line) -> bool:
    """Whether a line is short and no sentence, as titles and subtitles are."""
    return (
        line.width <= _TITLE_WIDTH
        and not _UNFINISHED.search(line.text)
        and not line.starts_lowercase
        and not line.has_emoji
        and line.features.isdisjoint(_NEVER_IN_TITLE)
    )


def _is_epigraph(line: Line) -> bool:
    return not line.features.isdisjoint({"quoted", "aside", "quote block"})


def is_essay_paragraph(line: Line) -> bool:
    """Whether a line is more like a paragraph of an essay than like a post."""
    return (
        line.width >= _PARAGRAPH_WIDTH
        and not line.starts_lowercase
        and (line.ends_sentence or line.text.endswith(":") or line.width > 300)
        and not line.has_emoji
        and not _SOCIAL.search(line.text)
    )
