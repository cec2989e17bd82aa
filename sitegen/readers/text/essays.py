"""Recognises essays: their paragraphs, headings and titles."""

import math
import re
from array import array
from collections.abc import Sequence
from itertools import pairwise

from sitegen.readers.text.lines import Line

FIRST_ESSAY_PRIOR = -7.2
"""The prior log-odds that a text starts with an essay."""
ESSAY_PRIOR = -10.8
"""The same for every later document; it takes several paragraphs to outweigh."""

_LONG_ESSAY = 1200
_SHORT_ESSAY = 600
_ANSWERS = re.compile(r"\.?@\w|RT @")
_HANDLE_OR_TAG = re.compile(r"(?<![\w.])[@#]\w+")
_SHORT_LINK = re.compile(r"https?://t\.co/\w+")
_MARKED = re.compile(
    r"\]\(\S|\]\[[^\]]*\]|\[\^?\d{1,3}\]|</?(?:p|a|b|i|em|strong|figure|blockquote|img|ul|ol|li|h\d)\b"
)
"""Markdown links, numbers of notes, and HTML: few posts have them."""
_LABEL = re.compile(r"[^\s:][^:.!?]{0,28}:\s")
_HEADING = re.compile(r"#{1,6}\s+\S")
_MINOR = "a an and as at by for from in is it of on or the to with vs de la le el y du und"
_MINOR_WORDS = frozenset(_MINOR.split())
_WIDTHS = ((350, 2.1), (280, -0.5), (200, -0.8), (80, -0.8), (50, -0.7), (0, -1.2))
"""The log-odds of an essay for a line longer than so many characters; few posts exceed 280."""


def essay_log_odds(lines: Sequence[Line]) -> "array[float]":
    """The log-odds that each line is a paragraph of an essay rather than a line of a post."""
    sentence = _sentence_log_odds(lines)
    odds = array("d", (_line_log_odds(line, sentence) for line in lines))
    for number, (line, after) in enumerate(pairwise(lines)):
        if is_heading(line, after):
            odds[number] = max(odds[number], 0.5)
        if _is_signature(line, after):
            odds[number] = max(odds[number], 0.0)
            odds[number + 1] = max(odds[number + 1], 2.0)
    return odds


def is_heading(line: Line, after: Line) -> bool:
    """Whether a line is an essay's title, or a heading, for the line after it.

    That is a Markdown heading, or a line in capitals or title case above a long one.
    """
    if (
        len(line.text) > 90
        or line.ends_sentence
        or line.has_emoji
        or _HANDLE_OR_TAG.match(line.text)
    ):
        return False
    if _HEADING.match(line.text):
        return True
    words = [word for word in line.text.split() if word.lower() not in _MINOR_WORDS]
    in_title_case = len(words) > 1 and not any(word[0].islower() for word in words)
    return after.width >= 120 and (line.text.isupper() or (in_title_case and line.starts_uppercase))


def find_title(lines: Sequence[Line]) -> str | None:
    """The first line of an essay, if it is a title; otherwise None.

    That is a heading, or a short line that is not a sentence, before a long paragraph.
    """
    if len(lines) < 2:
        return None
    first, after = lines[:2]
    bare = (
        first.width <= 80 and not first.ends_sentence and not first.text.endswith((",", ":", ";"))
    )
    return first.text if is_heading(first, after) or (bare and after.width >= 120) else None


def reads_as_essay(lines: Sequence[Line], odds: Sequence[float]) -> bool:
    """Whether a document between separators is an essay, by its length and its lines' log-odds."""
    return is_long_enough(lines) and sum(odds) > -1.2 * len(lines)


def is_long_enough(lines: Sequence[Line]) -> bool:
    """Whether a document is as long as an essay: several paragraphs, or a very long one."""
    width = sum(line.width for line in lines)
    return width >= _LONG_ESSAY or (width >= _SHORT_ESSAY and len(lines) > 2)


def _sentence_log_odds(lines: Sequence[Line]) -> float:
    """What a whole sentence adds: the less, the more lines of this text are whole sentences."""
    sentences = sum(line.ends_sentence and not line.starts_lowercase for line in lines)
    return math.log(0.97 / min(0.97, max(0.3, sentences / max(1, len(lines)))))


def _line_log_odds(line: Line, sentence: float) -> float:
    text = line.text
    odds = next(value for width, value in _WIDTHS if line.width > width or not width)
    if line.ends_sentence and not line.starts_lowercase:
        odds += sentence
    if not line.ends_sentence and not text.endswith((":", "：", ",")):
        odds -= 2.1
    if line.starts_lowercase:
        odds -= 2.5
    if line.has_emoji:
        odds -= 1.5
    if _ANSWERS.match(text):
        odds -= 6.0
    if _SHORT_LINK.search(text):
        odds -= 2.0
    if _MARKED.search(text):
        odds += 2.2
    if line.width < 80 and _LABEL.match(text):
        odds -= 0.1
    return odds - min(3.0, 2.5 * len(_HANDLE_OR_TAG.findall(text)))


def _is_signature(line: Line, after: Line) -> bool:
    """Whether two lines sign a letter, such as “Yours,” and a name."""
    return max(line.width, after.width) < 40 and line.text.endswith(",") and after.starts_uppercase
