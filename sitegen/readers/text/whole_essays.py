"""Features of a whole essay: its title, its sections and notes, its blank lines, its words.

What a line and its neighbours show says most of where an essay begins and ends. These features
need both ends at once, so they are computed only for places where an essay probably stands. Their
weights are in ``weights.json``.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from sitegen.readers.text.edge_words import compare_edges
from sitegen.readers.text.essay_parts import find_code, is_bare
from sitegen.readers.text.essays import is_heading
from sitegen.readers.text.evidence import Evidence
from sitegen.readers.text.line_words import Floats, LineWords
from sitegen.readers.text.lines import Lines
from sitegen.readers.text.listed_essays import Candidates
from sitegen.readers.text.notes import find_notes
from sitegen.readers.text.recurring_words import Recurrence
from sitegen.readers.text.segmentation import Integers
from sitegen.readers.text.weights import WHOLE_ESSAYS

Booleans = NDArray[np.bool_]

_PRIOR = 0.1
"""How often each kind of gap is added to those within an essay: little, as most have one kind."""
_SEVERAL = 3
"""How many gaps show how an essay sets its paragraphs apart."""
_LINES = 3
"""How many lines above and below an essay have their words compared with its own."""
_LOOSE_WIDTH, _SHORT_WIDTH = 120, 120
_SHORTEST = 0.2
"""A line is short for a post if fewer posts than this have a line that is as short."""
_NEARLY_EVERYWHERE = 0.7
"""From this share of gaps with blank lines on, these say little of where an essay ends."""
_MUCH, _MOST = 1.25, 0.7
"""How much longer the paragraphs of an essay are than all other lines, and how many of them."""
_FEWEST_OTHERS, _FEWEST_PARAGRAPHS = 8, 3
_LONGEST = "paragraphs longer than other lines"
"""Its weight was set by hand."""
_HALF = 0.5
"""Below this probability of an essay, a line is one of a post."""
_OPENING = frozenset('"“‘*_[(¿¡«„')
_ITEM = re.compile(r"[-*+] |\d")
_FIRST_HEADING = re.compile(r"#\s+\S")
_SECTION = re.compile(r"#{2,6}\s+\S")

Features = Iterator[tuple[str, Floats]]
"""The names of features, each with how much of it every candidate has."""


def score_essays(evidence: Evidence, inside: Floats, candidates: Candidates) -> Floats:
    """The log-odds that each candidate is a whole essay, beyond what its lines say.

    Args:
        evidence: the scores of the lines.
        inside: the probability that each line belongs to an essay.
        candidates: where essays may stand.
    """
    scores = np.zeros(len(candidates.starts))
    for name, values in essay_features(evidence, inside, candidates):
        scores += WHOLE_ESSAYS[name] * values
    return scores


def score_long_essays(evidence: Evidence, candidates: Candidates) -> Floats:
    """What only the lengths of their paragraphs say for candidates, of which no words are known."""
    longest = _longest_paragraphs(evidence, candidates)
    if not longest.any():
        return longest
    structure = _Structure(evidence.lines, frozenset(), candidates)
    return WHOLE_ESSAYS[_LONGEST] * structure.is_title(candidates.starts) * longest


def essay_features(evidence: Evidence, inside: Floats, candidates: Candidates) -> Features:
    """The features of each candidate; see :func:`score_essays`."""
    lines = evidence.lines
    code = frozenset(chain.from_iterable(find_code(lines)))
    structure = _Structure(lines, code, candidates)
    yield from _gap_features(evidence, code, candidates)
    yield from structure.features()
    yield "a note of it below", _notes_below(lines.texts, code, candidates)
    yield "a short line below", _short_lines_below(lines, inside, candidates)
    yield from _word_features(evidence.words, structure, len(lines), candidates)
    yield from compare_edges(evidence.words, len(lines), candidates)
    similar = np.append(evidence.similarities, 0.0)
    yield "similar words below", similar[candidates.stops]
    longest = _longest_paragraphs(evidence, candidates)
    yield _LONGEST, structure.is_title(candidates.starts) * longest
    outside = np.append(0.0, np.cumsum(1 - inside))
    yield "lines of posts within", np.log1p(outside[candidates.stops] - outside[candidates.starts])


def _gap_features(evidence: Evidence, code: frozenset[int], candidates: Candidates) -> Features:
    """Whether an essay sets its paragraphs apart in one way, and others in another."""
    lines, (starts, stops) = evidence.lines, candidates
    plain = np.frombuffer(evidence.paragraphs, np.bool_)
    loose = plain | _flags(
        number not in code and _is_loose(lines, number) for number in range(len(lines))
    )
    is_counted = np.append(False, plain[:-1] & loose[1:])
    kinds = np.minimum(np.asarray(lines.blanks), 2)
    sums = np.stack([np.cumsum(is_counted & (kinds == kind)) for kind in range(3)])
    gaps = sums[:, stops - 1] - sums[:, starts]
    yield "set apart in several ways", _log_likelihood(gaps)
    total = gaps.sum(0)
    shown = np.minimum(1.0, total / _SEVERAL)
    for name, edges in (("above", starts), ("below", stops)):
        is_inner = (edges > 0) & (edges < len(lines))
        same = np.take_along_axis(gaps, kinds[np.where(is_inner, edges, 0)][None], 0)[0]
        other = 1 - (same + _PRIOR) / (total + 3 * _PRIOR)
        yield f"set apart otherwise {name}", is_inner * shown * other


def _is_loose(lines: Lines, number: int) -> bool:
    """Whether a line may be a short paragraph, a title or a heading, but no item of a list."""
    text = lines.texts[number]
    opens = text[0].isalnum() or text[0] in _OPENING
    return lines.widths[number] < _LOOSE_WIDTH and opens and not _ITEM.match(text)


def _log_likelihood(gaps: Integers) -> Floats:
    """That of gaps of three kinds, of which each essay prefers one (Pólya's urn)."""
    numbers = np.arange(int(gaps.sum(0).max(initial=0)) + 1)
    drawn = np.append(0.0, np.cumsum(np.log(numbers + _PRIOR)))
    total = np.append(0.0, np.cumsum(np.log(numbers + 3 * _PRIOR)))
    likelihood: Floats = drawn[gaps].sum(0) - total[gaps.sum(0)]
    return likelihood


class _Structure:
    """The titles and headings within candidates, and around them."""

    def __init__(self, lines: Lines, code: frozenset[int], candidates: Candidates) -> None:
        self._candidates = candidates
        self._count = len(lines)
        self._first_headings = _matching(_FIRST_HEADING, lines.texts, code)
        self._sections = _matching(_SECTION, lines.texts, code)
        self._headings, self._titles = self._sections.copy(), _flags([False] * len(lines))
        starts, stops = candidates
        edges = np.unique(np.concatenate([starts, starts - 1, stops - 1]))
        for number in edges[(edges >= 0) & (edges < len(lines) - 1)].tolist():
            if number not in code:
                line = lines[number]
                self._headings[number] |= is_heading(line, lines[number + 1])
                self._titles[number] = is_bare(line)

    def features(self) -> Features:
        """What headings say of each candidate."""
        starts, stops = self._candidates
        below, above = np.minimum(stops, self._count - 1), starts - 1
        is_below, is_above = stops < self._count, starts > 0
        headings = np.cumsum(self._first_headings)
        others = np.minimum(2.0, headings[stops - 1] - headings[starts])
        yield "other first headings", others * self._first_headings[starts]
        is_title = is_above & self._titles[above] & ~self._headings[above]
        yield "a title above", is_title.astype(float)
        is_heading_above = is_above & self._headings[above] & ~self._first_headings[above]
        yield "a heading above", is_heading_above.astype(float)
        closes = self._headings[stops - 1] | self._first_headings[stops - 1]
        yield "a heading closes", closes.astype(float)
        yield "a section below", (is_below & self._sections[below]).astype(float)

    def is_title(self, numbers: Integers) -> Booleans:
        """Whether each line is a title or a heading."""
        found: Booleans = self._titles[numbers] | self._headings[numbers]
        return found


def _matching(pattern: re.Pattern[str], texts: Sequence[str], code: frozenset[int]) -> Booleans:
    return _flags(
        text[0] == "#" and number not in code and bool(pattern.match(text))
        for number, text in enumerate(texts)
    )


def _flags(values: Iterable[bool]) -> Booleans:
    return np.frombuffer(bytearray(values), np.bool_).copy()


def _notes_below(texts: Sequence[str], code: frozenset[int], candidates: Candidates) -> Floats:
    """Whether a note or an address stands below each candidate whose mark is in it."""
    last_marks = np.full(len(texts) + 1, -1)
    for note, mark in find_notes(texts, code):
        last_marks[mark + 1 : note + 1] = mark
    return (last_marks[candidates.stops] >= candidates.starts).astype(float)


def _short_lines_below(lines: Lines, inside: Floats, candidates: Candidates) -> Floats:
    """How much shorter the line below each candidate is than those of posts."""
    widths = np.asarray(lines.widths)
    others = np.sort(widths[inside < _HALF])
    below = np.append(widths, _SHORT_WIDTH)[candidates.stops]
    share = np.searchsorted(others, below, side="right") / max(1, len(others))
    return np.maximum(0.0, 1 - share / _SHORTEST) * (below < _SHORT_WIDTH) * min(1, len(others))


def _longest_paragraphs(evidence: Evidence, candidates: Candidates) -> Floats:
    """The share of the paragraphs of each candidate that are longer than all lines outside it.

    A share that is no large one counts as none. Only a text with blank lines nearly everywhere
    needs it: elsewhere these say more.
    """
    widths = np.asarray(evidence.widths)
    plain = np.frombuffer(evidence.paragraphs, np.bool_)
    found = np.zeros(len(candidates.starts))
    if np.count_nonzero(evidence.blanks) < _NEARLY_EVERYWHERE * len(widths):
        return found
    above = np.append(0, np.maximum.accumulate(widths))
    below = np.append(np.maximum.accumulate(widths[::-1])[::-1], 0)
    for place, (start, stop) in enumerate(zip(*candidates, strict=True)):
        others = len(widths) - (stop - start)
        paragraphs = widths[start:stop][plain[start:stop]]
        if others >= _FEWEST_OTHERS and len(paragraphs) >= _FEWEST_PARAGRAPHS:
            longest_other = max(above[start], below[stop])
            share = (paragraphs > _MUCH * longest_other).mean()
            found[place] = share if share > _MOST else 0.0
    return found


def _word_features(
    words: LineWords, structure: _Structure, count: int, candidates: Candidates
) -> Features:
    """How much of the words at the edges of each candidate stand elsewhere in it."""
    starts, stops = candidates
    recurrence = Recurrence(words, count)
    title = recurrence.below(starts, starts + 1, stops)
    yield "words of the title recur", title * structure.is_title(starts)
    above = recurrence.below(starts - 1, starts, stops)
    is_title = structure.is_title(starts - 1) & (starts > 0)
    yield "words of the title above recur", above * is_title
    yield "words above recur", above * ~is_title
    yield "words of the lines above recur", recurrence.below(starts - _LINES, starts, stops)
    yield "words of the last line recur", recurrence.above(stops - 1, stops, starts)
    yield "words below recur", recurrence.above(stops, stops + 1, starts)
    yield "words of the lines below recur", recurrence.above(stops, stops + _LINES, starts)
