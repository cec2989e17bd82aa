"""Features of the gap between two lines that other lines show: titles, notes, code, subjects."""

import re
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice, pairwise, repeat

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from sitegen.readers.text.essay_parts import find_code, find_insets, find_titles, is_note
from sitegen.readers.text.essays import is_heading
from sitegen.readers.text.line_features import quote_style_of
from sitegen.readers.text.line_words import Floats, LineWords, Words
from sitegen.readers.text.lines import Line, Lines
from sitegen.readers.text.notes import find_noted

MEASURES = (
    *("similar words near", "similar words around", "similar words far above"),
    *("similar words far below", "other words near", "other words around"),
    *("another subject", "longer lines below"),
)
"""What every gap has more or less of."""
CONTEXT_FEATURES = (
    *("below a heading", "a note", "a title", "below a title", "within code"),
    *("a first heading", "a block of markup"),
    *("a rare word twice", "rare words twice", "a rare word above", "a rare word below"),
    *("rare words on either side", "many rare words on either side"),
    *("another kind of quotation marks", "another kind of links", "between two quotations"),
    *("between a mark and its note", "a list below a colon goes on"),
    *MEASURES,
)

_FIRST_HEADING = re.compile(r"#\s|<h1\b")
_BLOCK = re.compile(r"<(?:p|div|article|section)\b")
_SIDE = 6
"""How many lines on either side of a gap are searched for rare words in common."""
_MANY = 5
_FEW, _SOME, _MANY_WORDS = 30, 60, 200
"""How many words on either side of a gap are compared."""
_DIFFERENT = 0.25
"""The similarity below which words are other words."""
_SUBJECT = 6
"""How many gaps on either side of a gap show that the subject changes there."""
_AROUND = 4
"""How many lines on either side have their lengths compared."""
_LONGER = 300
_RECENT = 8
"""How many lines below a kind of quotation marks or links another kind is noticed."""
_OPENING_QUOTES = frozenset('"“«„「『—')
_ANSWERED = 5
"""Fewer lines than these are between two lines of one conversation."""
_ITEM_WIDTH = 60
_NO_ITEM = frozenset({"reply", "repost", "tags only", "link last", "tag last", "colon last"})
_MARKDOWN_LINK = re.compile(r"\]\(\S")

GapFeatures = list[tuple[str, float]]
"""The features of a gap, each with how much of it there is."""


@dataclass(frozen=True, slots=True)
class Places:
    """The lines that belong to an essay but are not paragraphs."""

    titles: Mapping[int, int]
    """The number of each line that may be a title, and that of its first paragraph."""
    insets: frozenset[int]
    """The numbers of titles, subtitles and notes, and of quotations and lists within an essay."""
    code: frozenset[int]
    within_code: frozenset[int]
    """The same without the first line of each block."""
    features: Mapping[int, GapFeatures]
    """The features of the gap before a line, for the few that have any."""


def find_places(lines: Lines) -> Places:
    """Where titles, notes, insets and code are."""
    insets = set(find_insets(lines))
    titles = find_titles(lines)
    headed = {number for title, paragraph in titles.items() for number in range(title, paragraph)}
    blocks = list(find_code(lines))
    code = frozenset(chain.from_iterable(blocks))
    within_code = frozenset(chain.from_iterable(block[1:] for block in blocks))
    named = chain(
        ((number, "a note") for number in insets if is_note(lines[number])),
        ((number, "a title") for number in titles),
        ((number + 1, "below a title") for number in headed),
        _headings(lines),
        _changes(lines, "another kind of quotation marks", quote_style_of),
        _changes(lines, "another kind of links", _link_style_of),
        _conversations(lines),
        ((number, "between a mark and its note") for number in find_noted(lines.texts, code)),
        ((number, "a list below a colon goes on") for number in _find_lists(lines)),
    )
    features: dict[int, GapFeatures] = {number: [("within code", 1.0)] for number in within_code}
    for number, name in named:
        if number not in within_code:
            features.setdefault(number, []).append((name, 1.0))
    return Places(
        titles=titles,
        insets=frozenset(insets | headed),
        code=code,
        within_code=within_code,
        features=features,
    )


def context_features(places: Places, words: LineWords) -> Iterator[GapFeatures]:
    """The features of the gap before each line but the first."""
    for number, found in enumerate(_rare_word_features(words.rare()), 1):
        placed = places.features.get(number)
        yield found + placed if placed else found


def gap_measures(lines: Lines, words: LineWords) -> Iterator[tuple[str, Floats]]:
    """How much of each measure the gap before each line but the first has."""
    near = np.sqrt(words.similarity(_SOME, _SOME))
    yield "similar words near", near
    yield "other words near", np.maximum(0.0, 1 - near / _DIFFERENT)
    around = np.sqrt(words.similarity(_MANY_WORDS, _MANY_WORDS))
    yield "similar words around", around
    yield "other words around", np.maximum(0.0, 1 - around / _DIFFERENT)
    yield "another subject", _depth(around)
    yield "similar words far above", np.sqrt(words.similarity(_MANY_WORDS, _FEW))
    yield "similar words far below", np.sqrt(words.similarity(_FEW, _MANY_WORDS))
    yield "longer lines below", _lengthening(lines)


def _depth(similarities: Floats) -> Floats:
    """How much less similar the sides of a gap are than those of the gaps above and below it."""
    padded = np.pad(similarities, _SUBJECT, constant_values=0.0)
    most: Floats = sliding_window_view(padded, _SUBJECT + 1).max(1)
    return most[: len(similarities)] + most[_SUBJECT:] - 2 * similarities


def _lengthening(lines: Lines) -> Floats:
    """How much longer the lines below each gap are than those above it."""
    count = len(lines)
    totals = np.concatenate(([0], np.cumsum(np.minimum(lines.widths, 2 * _LONGER))))
    gaps = np.arange(1, count)
    first, last = np.maximum(gaps - _AROUND, 0), np.minimum(gaps + _AROUND, count)
    above = (totals[gaps] - totals[first]) / (gaps - first)
    below = (totals[last] - totals[gaps]) / (last - gaps)
    return np.clip((below - above) / _LONGER, -1.0, 1.0)


def _changes(lines: Lines, name: str, style_of: Callable[[str], int]) -> Iterator[tuple[int, str]]:
    """The gaps between two lines of different styles, also if lines of no style are between."""
    last, style_before = 0, 0
    for number, text in enumerate(lines.texts):
        if style := style_of(text):
            if style_before and style != style_before and number - last <= _RECENT:
                for gap in range(last + 1, number + 1):
                    yield gap, name
            last, style_before = number, style


def _conversations(lines: Lines) -> Iterator[tuple[int, str]]:
    """The gaps between two lines that begin with quotation marks, a few lines apart."""
    last = -_ANSWERED
    for number, text in enumerate(lines.texts):
        if text[0] in _OPENING_QUOTES:
            if number - last < _ANSWERED:
                for gap in range(last + 1, number + 1):
                    yield gap, "between two quotations"
            last = number


def _find_lists(lines: Lines) -> Iterator[int]:
    """The lines of lists without bullets, below a line with a colon, from the second item on."""
    last: Line | None = None
    for number, (before, line) in enumerate(pairwise(lines), 1):
        if "colon last" in before.features:
            last = line if _is_item(line) else None
        elif last and _is_item(line) and line.starts_lowercase == last.starts_lowercase:
            if line.blanks == last.blanks:
                yield number
            last = line
        else:
            last = None


def _is_item(line: Line) -> bool:
    """Whether a line is short and neither a sentence nor like the opening of a post."""
    return (
        line.width < _ITEM_WIDTH
        and not line.ends_sentence
        and not line.has_emoji
        and line.features.isdisjoint(_NO_ITEM)
    )


def _link_style_of(text: str) -> int:
    """1 if a line has a Markdown link, 2 if one in HTML, 3 if a plain address, else 0."""
    if "](" in text and _MARKDOWN_LINK.search(text):
        return 1
    if "<a " in text:
        return 2
    return 3 if "://" in text else 0


def _headings(lines: Lines) -> Iterator[tuple[int, str]]:
    for number, (before, after) in enumerate(pairwise(lines), 1):
        if is_heading(before, after):
            yield number, "below a heading"
        if after.text[0] in "#<":
            if _FIRST_HEADING.match(after.text):
                yield number, "a first heading"
            if _BLOCK.match(after.text):
                yield number, "a block of markup"


def _rare_word_features(rare: Iterator[Words]) -> Iterator[GapFeatures]:
    """The features of the gap before each line but the first, from the rare words of all lines."""
    nothing: Words = frozenset()
    padded = chain(repeat(nothing, _SIDE - 1), rare, repeat(nothing, _SIDE - 1))
    around = deque(islice(padded, 2 * _SIDE - 1), 2 * _SIDE)
    for words in padded:
        around.append(words)
        yield _compare(list(around))


def _compare(around: Sequence[Words]) -> GapFeatures:
    """The features of a gap, from the rare words of the lines before and after it."""
    earlier: Words = frozenset().union(*around[:_SIDE])
    shared = earlier.intersection(frozenset().union(*around[_SIDE:]))
    if not shared:
        return []
    found: GapFeatures = [
        ("rare words on either side", 1.0),
        ("many rare words on either side", min(len(shared), _MANY) / _MANY),
    ]
    above, before, after, below = around[_SIDE - 2 : _SIDE + 2]
    if common := len(before & after):
        found.append(("a rare word twice", 1.0))
        if common > 1:
            found.append(("rare words twice", 1.0))
    if not above.isdisjoint(after):
        found.append(("a rare word above", 1.0))
    if not before.isdisjoint(below):
        found.append(("a rare word below", 1.0))
    return found
