"""The likeliest way to part lines into documents, by dynamic programming.

A semi-Markov model (Sarawagi and Cohen 2004): a text is a row of documents, posts and essays. Every
boundary adds the log-odds of its cues, every document what speaks for its kind and its length.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from sitegen.models import DocumentKind
from sitegen.readers.text.blanks import Convention
from sitegen.readers.text.evidence import Evidence
from sitegen.readers.text.regimes import ENTER, ENTER_FIRST

_POST_WIDTH = 280
_WIDEST = 1000
"""A post of several lines has no more letters than that."""
_COUNTED = 2000
"""A post of one line may have any number of letters; those after this one cost nothing."""
_MOST_LINES = 40
_WIDTH_COSTS = [max(0, width - _POST_WIDTH) / 60 for width in range(_COUNTED + 1)]
_LINE_COSTS = [max(0, count - 3) / 2 for count in range(_MOST_LINES + 1)]
_FULL_WIDTH = 200
_FULL_FIRST_PART = 2.5
"""For a thread's first part that fills a post: threads are written when one post is too short."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One document: its lines from ``start`` up to but without ``stop``."""

    start: int
    stop: int
    kind: DocumentKind


class Model:
    """The scores of all possible documents of a text under one convention for blank lines.

    Attributes:
        enters, leaves: for each line, the score of an essay that begins with it, or ends with it.
        stays: for each line, the score of an essay that goes on with it.
        essays: the score of each line as a paragraph of an essay.
    """

    def __init__(self, evidence: Evidence, convention: Convention) -> None:
        blanks = [line.blanks for line in evidence.lines[1:]]
        posts = [convention.post_odds(count) for count in blanks]
        essays = [convention.essay_odds(count) for count in blanks]
        forms, lengths = evidence.forms[1:], evidence.lengths[1:]
        self.count = len(evidence.lines)
        self.essays = evidence.essays
        self._threads = evidence.threads
        opens = [0.0] + [
            odds.boundary + form + length + stamp
            for odds, form, length, stamp in zip(
                posts, forms, lengths, evidence.stamps[1:], strict=True
            )
        ]
        edges = [
            odds.boundary + form + max(length, 0.5 * length)
            for odds, form, length in zip(essays, forms, lengths, strict=True)
        ]
        self.enters = [ENTER_FIRST, *(ENTER + edge for edge in edges)]
        self.leaves = [
            *(edge - opens for edge, opens in zip(edges, opens[1:], strict=True)),
            0.0,
        ]
        self.stays = [0.0] + [
            odds.none + max(0.0, length) for odds, length in zip(essays, lengths, strict=True)
        ]
        self._widths = list(accumulate((line.width + 1 for line in evidence.lines), initial=0))
        self._insides = list(accumulate((odds.none for odds in posts), initial=0.0))
        self._bases = [
            opening - inside for opening, inside in zip(opens, self._insides, strict=True)
        ]

    def posts_before(self, stop: int) -> list[tuple[float, int]]:
        """The posts that may end before line ``stop``: the score of each, and where it begins."""
        widths, bases = self._widths, self._bases
        inside, end = self._insides[stop - 1], widths[stop]
        first = max(0, stop - _MOST_LINES, bisect_left(widths, end - _WIDEST))
        if first >= stop - 1 or self._threads[stop - 1]:
            return [(self.post_score(s, stop), s) for s in range(min(first, stop - 1), stop)]
        return [
            (bases[s] + inside - _WIDTH_COSTS[end - widths[s]] - _LINE_COSTS[stop - s], s)
            for s in range(first, stop)
        ]

    def post_score(self, start: int, stop: int) -> float:
        """The score of the post that is made of some lines."""
        width = min(self._widths[stop] - self._widths[start], _COUNTED)
        costs = _WIDTH_COSTS[width] + _LINE_COSTS[stop - start]
        if self._threads[stop - 1] and width > _FULL_WIDTH and stop - start > 1:
            costs -= _FULL_FIRST_PART
        return self._bases[start] + self._insides[stop - 1] - costs


def best_split(model: Model) -> tuple[float, list[Segment]]:
    """The likeliest documents and their score (Viterbi's algorithm)."""
    best = [0.0]
    back: list[tuple[int, DocumentKind]] = [(0, "post")]
    essay, essay_start = float("-inf"), 0
    for line in range(model.count):
        entered = best[line] + model.enters[line]
        essay += model.stays[line]
        if entered > essay:
            essay, essay_start = entered, line
        essay += model.essays[line]
        post, start = max(
            [(best[start] + score, start) for score, start in model.posts_before(line + 1)]
        )
        closed = essay + model.leaves[line]
        best.append(max(post, closed))
        back.append((start, "post") if post >= closed else (essay_start, "essay"))
    return best[-1], _walk_back(back)


def _walk_back(back: Sequence[tuple[int, DocumentKind]]) -> list[Segment]:
    segments = []
    stop = len(back) - 1
    while stop > 0:
        start, kind = back[stop]
        segments.append(Segment(start, stop, kind))
        stop = start
    return segments[::-1]
