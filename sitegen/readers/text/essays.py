"""Recognises essays: their paragraphs, headings and titles."""

import math
import re
from array import array
from collections.abc import Sequence
from itertools import pairwise

from sitegen.readers.text.lines import Line
from sitegen.readers.text.weights import UNBROKEN, Weights

_LEAST_ODDS = -1.8
"""The least mean log-odds of the lines of a document between separators that is an essay."""
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


def essay_log_odds(lines: Sequence[Line], weights: Weights = UNBROKEN) -> "array[float]":
    """The log-odds that each line is a paragraph of an essay rather than a line of a post."""
    sentence = _sentence_log_odds(lines)
    odds = array("d", (_line_log_odds(line, sentence, weights) for line in lines))
    for number, (line, after) in enumerate(pairwise(lines)):
        if is_heading(line, after):
            odds[number] = weights.heading_line
        if _is_signature(line, after):
            odds[number] = odds[number + 1] = weights.signature
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
    return is_long_enough(lines) and sum(odds) > _LEAST_ODDS * len(lines)


def is_long_enough(lines: Sequence[Line]) -> bool:
    """Whether a document is as long as an essay: several paragraphs, or a very long one."""
    width = sum(line.width for line in lines)
    return width >= _LONG_ESSAY or (width >= _SHORT_ESSAY and len(lines) > 2)


def _sentence_log_odds(lines: Sequence[Line]) -> float:
    """What a whole sentence adds: the less, the more lines of this text are whole sentences."""
    sentences = sum(line.ends_sentence and not line.starts_lowercase for line in lines)
    return math.log(0.97 / min(0.97, max(0.3, sentences / max(1, len(lines)))))


def _line_log_odds(line: Line, sentence: float, weights: Weights) -> float:
    text = line.text
    odds = next(value for width, value in weights.widths if line.width > width or not width)
    if line.ends_sentence and not line.starts_lowercase:
        odds += weights.sentence * sentence
    if not line.ends_sentence and not text.endswith((":", "：", ",")):
        odds += weights.unfinished
    if line.starts_lowercase:
        odds += weights.lowercase
    if line.has_emoji:
        odds += weights.emoji
    if _ANSWERS.match(text):
        odds += weights.answer
    if _SHORT_LINK.search(text):
        odds += weights.short_link
    if _MARKED.search(text):
        odds += weights.marked
    if line.width < 80 and _LABEL.match(text):
        odds += weights.label
    odds += sum([weight for name, weight in weights.named if name in line.features])
    return odds + weights.handle * min(2, len(_HANDLE_OR_TAG.findall(text)))


def _is_signature(line: Line, after: Line) -> bool:
    """Whether two lines sign a letter, such as “Yours,” and a name."""
    return max(line.width, after.width) < 40 and line.text.endswith(",") and after.starts_uppercase
