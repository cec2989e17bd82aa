"""How much a line looks like a paragraph of an essay rather than a line of a post."""

import math
import re
from collections.abc import Sequence
from itertools import pairwise

from sitegen.readers.text.lines import Line

ENTER_FIRST = -4.0
"""Log-odds that a text opens with an essay, before its lines are looked at."""
ENTER = -8.0
"""The same for every later document: only several paragraphs together make an essay."""

_LONG_ESSAY = 1200
_SHORT_ESSAY = 600
_ANSWERS = re.compile(r"\.?@\w|RT @")
_HANDLE_OR_TAG = re.compile(r"(?<![\w.])[@#]\w+")
_SHORT_LINK = re.compile(r"https?://t\.co/\w+")
_LABEL = re.compile(r"[^\s:][^:.!?]{0,28}:\s")
_HEADING = re.compile(r"#{1,6}\s+\S")
_MINOR = "a an and as at by for from in is it of on or the to with vs de la le el y du und"
_MINOR_WORDS = frozenset(_MINOR.split())
_WIDTHS = ((350, 4.5), (280, 2.5), (200, 0.3), (80, -0.7), (50, -0.9), (0, -1.3))
"""Log-odds of an essay for a line of more than so many letters; a post rarely passes 280."""


def rate_lines(lines: Sequence[Line]) -> list[float]:
    """The log-odds that each line is a paragraph of an essay, as against a line of a post."""
    formal = _sentence_odds(lines)
    odds = [_rate(line, formal) for line in lines]
    for number, (line, after) in enumerate(pairwise(lines)):
        if is_heading(line, after):
            odds[number] = max(odds[number], 0.5)
        if _is_signature(line, after):
            odds[number] = max(odds[number], 0.0)
            odds[number + 1] = max(odds[number + 1], 2.0)
    return odds


def is_heading(line: Line, after: Line) -> bool:
    """Whether a line is the title of an essay, or a heading within one, over the line after it.

    That is a Markdown heading, a line in capitals, or a line of words with capitals.
    """
    if len(line.text) > 90 or line.stopped or line.emoji or _HANDLE_OR_TAG.match(line.text):
        return False
    if _HEADING.match(line.text):
        return True
    words = [word for word in line.text.split() if word.lower() not in _MINOR_WORDS]
    in_title_case = len(words) > 1 and not any(word[0].islower() for word in words)
    return after.width >= 120 and (line.text.isupper() or (in_title_case and line.capital))


def find_title(lines: Sequence[Line]) -> str | None:
    """The first line of an essay if it is a title.

    That is a heading, or a short line that is no sentence and has a long paragraph after it.
    """
    if len(lines) < 2:
        return None
    first, after = lines[:2]
    bare = first.width <= 80 and not first.stopped and not first.text.endswith((",", ":", ";"))
    return first.text if is_heading(first, after) or (bare and after.width >= 120) else None


def reads_as_essay(lines: Sequence[Line], odds: Sequence[float]) -> bool:
    """Whether a document that was marked off is an essay, by its length and its lines."""
    return is_long_enough(lines) and sum(odds) > -0.6 * len(lines)


def is_long_enough(lines: Sequence[Line]) -> bool:
    """Whether a document has the length of an essay: several paragraphs, or a very long one."""
    width = sum(line.width for line in lines)
    return width >= _LONG_ESSAY or (width >= _SHORT_ESSAY and len(lines) > 2)


def _sentence_odds(lines: Sequence[Line]) -> float:
    """What a whole sentence tells: the less, the more of this text's lines are whole sentences."""
    sentences = sum(line.stopped and not line.small for line in lines)
    return math.log(0.97 / min(0.97, max(0.3, sentences / max(1, len(lines)))))


def _rate(line: Line, formal: float) -> float:
    text = line.text
    odds = next(value for width, value in _WIDTHS if line.width > width or not width)
    if line.stopped and not line.small:
        odds += formal
    if not line.stopped and not text.endswith((":", "：", ",")):
        odds -= 2.0
    if line.small:
        odds -= 2.0
    if line.emoji:
        odds -= 1.5
    if _ANSWERS.match(text):
        odds -= 6.0
    if _SHORT_LINK.search(text):
        odds -= 2.0
    if line.width < 80 and _LABEL.match(text):
        odds -= 1.0
    return odds - min(3.0, 1.5 * len(_HANDLE_OR_TAG.findall(text)))


def _is_signature(line: Line, after: Line) -> bool:
    """Whether two lines close a letter: “Yours,” and a name."""
    return max(line.width, after.width) < 40 and line.text.endswith(",") and after.capital
