"""Finds the most likely split of lines into documents, by dynamic programming.

The model is semi-Markov (Sarawagi and Cohen, 2004): a text is a sequence of posts and essays. Its
score sums the log-odds of each boundary, and scores for the kind and length of each document.

Scores are computed for many lines at once, in blocks, as a post may start at any of the last 40
lines: one by one, the posts of a text of short lines take most of the time of reading it.
"""

from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sitegen.models import DocumentKind
from sitegen.readers.text.blank_lines import BoundaryLogProbs, Convention
from sitegen.readers.text.essays import ESSAY_PRIOR, FIRST_ESSAY_PRIOR
from sitegen.readers.text.evidence import Evidence

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

MOST_LINES = 40
"""The maximum number of lines in a post."""
_APART = 0.78
"""How much of what line lengths say holds where blank lines stand between two lines."""
_POST_WIDTH = 140
_WIDEST = 1000
"""The maximum number of characters in a post of several lines."""
_COUNTED = 2000
"""A post of one line may be of any length; characters beyond this many cost nothing."""
_WIDTH_COSTS = np.maximum(0, np.arange(_COUNTED + 1) - _POST_WIDTH) / 58
_LINE_COSTS = 0.31 * np.maximum(0, np.arange(MOST_LINES + 1) - 3)
_FULL_WIDTH = 200
_FULL_FIRST_PART = 2.5
"""A bonus for the first part of a thread that fills a post, as threads continue full posts."""
_BLOCK = 128
"""How many lines have their posts scored at once."""


@dataclass(frozen=True, slots=True)
class Segment:
    """The lines of one document, from ``start`` up to but not including ``stop``."""

    start: int
    stop: int
    kind: DocumentKind


class LineScores(NamedTuple):
    """The scores of a line."""

    posts: Floats
    """Those of a post of one line, of two, and so on; minus infinity if it is impossible."""
    essay_starts: float
    essay_continues: float
    essay_paragraph: float
    essay_ends: float


class SegmentationModel:
    """The scores of all possible documents of a text, under one convention for blank lines.

    Attributes:
        count: the number of lines.
        essay_starts, essay_ends: for each line, the score of an essay starting or ending with it.
        essay_continues: for each line, the score of an essay continuing from the line before.
        essay_scores: the score of each line as a paragraph of an essay.
    """

    def __init__(self, evidence: Evidence, convention: Convention) -> None:
        blanks = np.asarray(evidence.blanks)[1:]
        kinds = np.minimum(blanks, 2)
        posts = _table(convention.post_log_probs)
        essays = _table(convention.essay_log_probs)
        contents = np.asarray(evidence.content_scores)[1:]
        stamps = np.asarray(evidence.stamp_scores)[1:]
        lengths = np.asarray(evidence.length_scores)[1:] * np.where(blanks, _APART, 1.0)
        inside = posts.none[kinds]
        opens = _after_first(0.0, posts.boundary[kinds] + contents + lengths + stamps)
        edges = essays.boundary[kinds] + contents + np.maximum(lengths, 0.5 * lengths)
        continues = essays.none[kinds] + np.maximum(0.0, lengths)
        self.count = len(evidence.lines)
        self.essay_scores = np.asarray(evidence.essay_scores)
        self.essay_starts = _after_first(FIRST_ESSAY_PRIOR, ESSAY_PRIOR + edges)
        self.essay_ends = np.append(edges, 0.0) - np.append(opens[1:], 0.0)
        self.essay_continues = _after_first(0.0, continues)
        self._thread_starts = np.frombuffer(evidence.thread_starts, dtype=np.bool_)
        self._widths = np.cumsum(np.append(0, np.asarray(evidence.widths) + 1))
        self._insides = np.cumsum(np.append(0.0, inside))
        self._bases = opens - self._insides

    def forwards(self) -> Iterator[LineScores]:
        """The scores of each line, with those of the posts that end with it."""
        return map(LineScores, self._posts_before(), *map(_floats, self._essays()))

    def backwards(self) -> Iterator[LineScores]:
        """The same from the last line to the first, with the posts that start with each line."""
        reverse = (_floats(scores[::-1]) for scores in self._essays())
        return map(LineScores, self._posts_after(), *reverse)

    def _essays(self) -> tuple[Floats, ...]:
        return self.essay_starts, self.essay_continues, self.essay_scores, self.essay_ends

    def _posts_before(self) -> Iterator[Floats]:
        lengths = np.arange(1, MOST_LINES + 1)
        for first in range(1, self.count + 1, _BLOCK):
            stops = np.arange(first, min(first + _BLOCK, self.count + 1))[:, None]
            yield from self.post_scores(stops - lengths, stops)

    def _posts_after(self) -> Iterator[Floats]:
        lengths = np.arange(1, MOST_LINES + 1)
        for last in range(self.count - 1, -1, -_BLOCK):
            starts = np.arange(last, max(last - _BLOCK, -1), -1)[:, None]
            yield from self.post_scores(starts, starts + lengths)

    def post_scores(self, starts: Integers, stops: Integers) -> Floats:
        """The scores of the lines from each start up to a stop as one post."""
        start, stop = np.maximum(starts, 0), np.minimum(stops, self.count)
        counts = stops - starts
        widths = self._widths[stop] - self._widths[start]
        scores = self._bases[start] + self._insides[stop - 1]
        scores = scores - _WIDTH_COSTS[np.minimum(widths, _COUNTED)] - _LINE_COSTS[counts]
        is_several = counts > 1
        is_first_part = self._thread_starts[stop - 1] & (widths > _FULL_WIDTH) & is_several
        scores = np.where(is_first_part, scores + _FULL_FIRST_PART, scores)
        is_possible = (starts >= 0) & (stops <= self.count) & ~(is_several & (widths > _WIDEST))
        return np.where(is_possible, scores, -np.inf)


class _LogProbs(NamedTuple):
    """The logarithms of probabilities for no blank line, one, and several."""

    boundary: Floats
    none: Floats


def _table(log_probs: Callable[[int], BoundaryLogProbs]) -> _LogProbs:
    boundary, none = zip(*map(log_probs, range(3)), strict=True)
    return _LogProbs(np.array(boundary), np.array(none))


def _floats(numbers: Floats) -> Iterator[float]:
    """The numbers as plain floats, with which Python computes faster than with those of numpy."""
    return iter(numbers.data)


def _after_first(first: float, others: Floats) -> Floats:
    return np.append(first, others)


def best_split(model: SegmentationModel) -> tuple[float, list[Segment]]:
    """The score and the segments of the most likely split (Viterbi algorithm)."""
    best = from_the_end(model.count)
    starts = array("q", [0])
    are_essays = bytearray([False])
    essay, essay_start = float("-inf"), 0
    score = 0.0
    for line, (posts, opens, continues, paragraph, ends) in enumerate(model.forwards()):
        entered = score + opens
        essay += continues
        if entered > essay:
            essay, essay_start = entered, line
        essay += paragraph
        position = model.count - line
        ways = best[position : position + MOST_LINES] + posts
        lines_of_post = int(ways.argmax())
        post = float(ways[lines_of_post])
        closed = essay + ends
        score = max(post, closed)
        best[position - 1] = score
        is_essay = closed > post
        starts.append(essay_start if is_essay else line - lines_of_post)
        are_essays.append(is_essay)
    return score, _walk_back(starts, are_essays)


def from_the_end(count: int) -> Floats:
    """Room for the score of each position between lines, the last one first: 0 for the start.

    Behind it is room for impossible posts that would start before the first line.
    """
    scores = np.full(count + MOST_LINES, -np.inf)
    scores[count] = 0.0
    return scores


def _walk_back(starts: Sequence[int], are_essays: Sequence[int]) -> list[Segment]:
    segments = []
    stop = len(starts) - 1
    while stop > 0:
        start = starts[stop]
        segments.append(Segment(start, stop, "essay" if are_essays[stop] else "post"))
        stop = start
    return segments[::-1]
