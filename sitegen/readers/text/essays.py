"""Recognises essays: their paragraphs, headings and titles."""

import math
import re
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice, zip_longest

from sitegen.readers.text.lines import Line
from sitegen.readers.text.weights import SEPARATED

_LEAST_ODDS = -1.2
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
_WIDTHS = (500, 350, 280, 200, 120, 80, 50, 25, 0)
_NAMED = (
    *("heading", "item", "quote block", "picture", "markup"),
    *("link only", "linked text only", "link last", "code", "indent", "quote first", "speech"),
)
"""Features of a line that say something for or against an essay; see ``line_features``."""
_LINE_TESTS: tuple[tuple[str, Callable[[Line], object]], ...] = (
    ("unfinished", lambda line: not line.ends_sentence and line.text[-1] not in ":：,"),
    ("lowercase", lambda line: line.starts_lowercase),
    ("emoji", lambda line: line.has_emoji),
    ("answer", lambda line: _ANSWERS.match(line.text)),
    ("short link", lambda line: _SHORT_LINK.search(line.text)),
    ("marked", lambda line: _MARKED.search(line.text)),
    ("label", lambda line: line.width < 80 and _LABEL.match(line.text)),
)
_MOST_TAGS = 2

EssayFeatures = Iterator[tuple[str, float]]
"""The features of a line, each with how much of it there is."""


def essay_log_odds(
    lines: Sequence[Line], weights: Mapping[str, float] = SEPARATED
) -> "array[float]":
    """The log-odds that each line is a paragraph of an essay rather than a line of a post."""
    return array(
        "d",
        (
            sum([weights[name] * value for name, value in features])
            for features in essay_features(lines)
        ),
    )


def essay_features(lines: Sequence[Line]) -> Iterator[EssayFeatures]:
    """What each line is like, as far as it tells essays from posts."""
    sentence = _sentence_log_odds(lines)
    signs = False
    for line, after in zip_longest(lines, islice(lines, 1, None)):
        signed, signs = signs, after is not None and _is_signature(line, after)
        if signed or signs:
            yield iter([("signature", 1.0)])
        elif after is not None and is_heading(line, after):
            yield iter([("heading above", 1.0)])
        else:
            yield _line_features(line, sentence)


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


def _line_features(line: Line, sentence: float) -> EssayFeatures:
    text = line.text
    yield next(f"over {width}" for width in _WIDTHS if line.width > width or not width), 1.0
    if line.ends_sentence and not line.starts_lowercase:
        yield "sentence", sentence
    if "@" in text or "#" in text:
        yield "tags", float(min(_MOST_TAGS, len(_HANDLE_OR_TAG.findall(text))))
    for name, holds in _LINE_TESTS:
        if holds(line):
            yield name, 1.0
    for name in _NAMED:
        if name in line.features:
            yield name, 1.0


def _is_signature(line: Line, after: Line) -> bool:
    """Whether two lines sign a letter, such as “Yours,” and a name."""
    return max(line.width, after.width) < 40 and line.text.endswith(",") and after.starts_uppercase
