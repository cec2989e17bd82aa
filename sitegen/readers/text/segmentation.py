"""Finds the most likely split of lines into documents, by dynamic programming.

The model is semi-Markov (Sarawagi and Cohen, 2004): a text is a sequence of posts and essays. Its
score sums the log-odds of each boundary, and scores for the kind and length of each document.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain

from sitegen.models import DocumentKind
from sitegen.readers.text.blank_lines import Convention
from sitegen.readers.text.essays import ESSAY_PRIOR, FIRST_ESSAY_PRIOR
from sitegen.readers.text.evidence import Evidence

_APART = 0.78
"""How much of what line lengths say holds where blank lines stand between two lines."""
_POST_WIDTH = 140
_WIDEST = 1000
"""The most characters in a post of several lines."""
_COUNTED = 2000
"""A post of one line may be of any length; characters beyond this many cost nothing."""
_MOST_LINES = 40
_WIDTH_COSTS = [max(0, width - _POST_WIDTH) / 58 for width in range(_COUNTED + 1)]
_LINE_COSTS = [0.31 * max(0, count - 3) for count in range(_MOST_LINES + 1)]
_FULL_WIDTH = 200
_FULL_FIRST_PART = 2.5
"""A bonus for the first part of a thread that fills a post, as threads continue full posts."""


@dataclass(frozen=True, slots=True)
class Segment:
    """The lines of one document, from ``start`` up to but not including ``stop``."""

    start: int
    stop: int
    kind: DocumentKind


class SegmentationModel:
    """The scores of all possible documents of a text, under one convention for blank lines.

    Attributes:
        count: the number of lines.
        essay_starts, essay_ends: for each line, the score of an essay starting or ending with it.
        essay_continues: for each line, the score of an essay continuing from the line before.
        essay_scores: the score of each line as a paragraph of an essay.
    """

    def __init__(self, evidence: Evidence, convention: Convention) -> None:
        blanks = [line.blanks for line in evidence.lines[1:]]
        posts = [convention.post_log_probs(count) for count in blanks]
        essays = [convention.essay_log_probs(count) for count in blanks]
        contents = evidence.content_scores[1:]
        lengths = [
            length * (_APART if count else 1.0)
            for length, count in zip(evidence.length_scores[1:], blanks, strict=True)
        ]
        self.count = len(evidence.lines)
        self.essay_scores = evidence.essay_scores
        self._thread_starts = evidence.thread_starts
        opens = _after_first(
            0.0,
            (
                gap.boundary + content + length + stamp
                for gap, content, length, stamp in zip(
                    posts, contents, lengths, evidence.stamp_scores[1:], strict=True
                )
            ),
        )
        edges = array(
            "d",
            (
                gap.boundary + content + max(length, 0.5 * length)
                for gap, content, length in zip(essays, contents, lengths, strict=True)
            ),
        )
        self.essay_starts = _after_first(FIRST_ESSAY_PRIOR, (ESSAY_PRIOR + edge for edge in edges))
        self.essay_ends = _differences(chain(edges, [0.0]), chain(opens[1:], [0.0]))
        self.essay_continues = _after_first(
            0.0, (gap.none + max(0.0, length) for gap, length in zip(essays, lengths, strict=True))
        )
        self._widths = array(
            "q", accumulate((line.width + 1 for line in evidence.lines), initial=0)
        )
        self._insides = array("d", accumulate((gap.none for gap in posts), initial=0.0))
        self._bases = _differences(opens, self._insides)

    def posts_before(self, stop: int) -> list[tuple[float, int]]:
        """The possible posts that end before line ``stop``: the score and start of each."""
        widths, bases = self._widths, self._bases
        inside, end = self._insides[stop - 1], widths[stop]
        first = max(0, stop - _MOST_LINES, bisect_left(widths, end - _WIDEST))
        if first >= stop - 1 or self._thread_starts[stop - 1]:
            return [(self.post_score(s, stop), s) for s in range(min(first, stop - 1), stop)]
        return [
            (bases[s] + inside - _WIDTH_COSTS[end - widths[s]] - _LINE_COSTS[stop - s], s)
            for s in range(first, stop)
        ]

    def post_score(self, start: int, stop: int) -> float:
        """The score of the lines from ``start`` up to ``stop`` as one post."""
        width = min(self._widths[stop] - self._widths[start], _COUNTED)
        costs = _WIDTH_COSTS[width] + _LINE_COSTS[stop - start]
        if self._thread_starts[stop - 1] and width > _FULL_WIDTH and stop - start > 1:
            costs -= _FULL_FIRST_PART
        return self._bases[start] + self._insides[stop - 1] - costs


def _after_first(first: float, others: Iterable[float]) -> Sequence[float]:
    return array("d", chain([first], others))


def _differences(numbers: Iterable[float], others: Iterable[float]) -> Sequence[float]:
    return array("d", (number - other for number, other in zip(numbers, others, strict=True)))


def best_split(model: SegmentationModel) -> tuple[float, list[Segment]]:
    """The score and the segments of the most likely split (Viterbi algorithm)."""
    best = array("d", [0.0])
    starts = array("q", [0])
    are_essays = bytearray([False])
    essay, essay_start = float("-inf"), 0
    for line in range(model.count):
        entered = best[line] + model.essay_starts[line]
        essay += model.essay_continues[line]
        if entered > essay:
            essay, essay_start = entered, line
        essay += model.essay_scores[line]
        post, start = max(
            [(best[start] + score, start) for score, start in model.posts_before(line + 1)]
        )
        closed = essay + model.essay_ends[line]
        best.append(max(post, closed))
        is_essay = closed > post
        starts.append(essay_start if is_essay else start)
        are_essays.append(is_essay)
    return best[-1], _walk_back(starts, are_essays)


def _walk_back(starts: Sequence[int], are_essays: Sequence[int]) -> list[Segment]:
    segments = []
    stop = len(starts) - 1
    while stop > 0:
        start = starts[stop]
        segments.append(Segment(start, stop, "essay" if are_essays[stop] else "post"))
        stop = start
    return segments[::-1]
