"""Finds the split of lines into documents that gets the most documents right.

It has the largest sum of the probabilities of its documents (minimum Bayes risk).
"""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from sitegen.models import DocumentKind
from sitegen.readers.text.segmentation import (
    MOST_LINES,
    Floats,
    Integers,
    Probabilities,
    from_the_end,
)

_LEAST = 0.15
"""How probable a document must be to be worth more than none."""
_ESSAY = 3.0
"""How many posts an essay is worth."""
_POSSIBLE = 0.01
"""The least probability of an essay's start and end."""
_REACH = 64
"""How many lines, where an essay may start, are tried with each line where one may end."""


@dataclass(frozen=True, slots=True)
class Segment:
    """The lines of one document, from ``start`` up to but not including ``stop``."""

    start: int
    stop: int
    kind: DocumentKind


class Blend:
    """The probability of each possible document, where several conventions are possible.

    Attributes:
        parts: the probabilities under each convention, with the probability of that one.
        count: the number of lines.
        essay_starts, essay_ends: that an essay starts, or ends, with each line.
    """

    def __init__(self, parts: Sequence[tuple[float, Probabilities]]) -> None:
        self.parts = parts
        self.count = parts[0][1].count
        self.essay_starts = sum_of([share * part.essay_starts for share, part in parts])
        self.essay_ends = sum_of([share * part.essay_ends for share, part in parts])

    def inside_essays(self) -> Floats:
        """The probability that each line belongs to an essay."""
        ended = np.append(0.0, np.cumsum(self.essay_ends)[:-1])
        inside: Floats = np.clip(np.cumsum(self.essay_starts) - ended, 0.0, 1.0)
        return inside

    def cuts(self) -> Floats:
        """The probability of a boundary before each line; 1 for the first."""
        sums = (posts.sum() for posts in self.of_posts_before())
        ends = np.fromiter(sums, np.float64, self.count) + self.essay_ends
        return np.append(1.0, ends[:-1])

    def of_posts(self, starts: Integers, stops: Integers) -> Floats:
        """Those of posts from each start up to a stop."""
        return sum_of([share * part.of_posts(starts, stops) for share, part in self.parts])

    def of_essays(self, starts: Integers, stops: Integers) -> Floats:
        """Those of essays from each start up to a stop."""
        return sum_of([share * part.of_essays(starts, stops) for share, part in self.parts])

    def of_posts_before(self) -> Iterator[Floats]:
        """Those of the posts that end with each line: of one line, of two, and so on."""
        shares = [share for share, _ in self.parts]
        for posts in zip(*(part.of_posts_before() for _, part in self.parts), strict=True):
            yield sum_of([share * some for share, some in zip(shares, posts, strict=True)])


def sum_of(arrays: Sequence[Floats]) -> Floats:
    """The sum of arrays of one shape."""
    total = arrays[0]
    for other in arrays[1:]:
        total = total + other
    return total


def rate_segments(probabilities: Blend, segments: Sequence[Segment]) -> list[float]:
    """For each segment, the probability from 0 to 1 that both its boundaries are right."""
    start = np.array([segment.start for segment in segments])
    stop = np.array([segment.stop for segment in segments])
    is_essay = np.array([segment.kind == "essay" for segment in segments])
    posts = probabilities.of_posts(np.where(is_essay, stop - 1, start), stop)
    essays = probabilities.of_essays(start, stop)
    return [float(rate) for rate in np.where(is_essay, essays, posts)]


def best_split(probabilities: Blend) -> list[Segment]:
    """The segments of the split in which the most documents are probably right."""
    count = probabilities.count
    possible_ends = probabilities.essay_ends > _POSSIBLE
    possible_starts = np.flatnonzero(probabilities.essay_starts > _POSSIBLE)
    best = from_the_end(count)
    starts = array("q", [0])
    are_essays = bytearray([False])
    for line, posts in enumerate(probabilities.of_posts_before()):
        position = count - line
        ways = best[position : position + MOST_LINES] + posts
        lines_of_post = int(ways.argmax())
        worth, start, is_essay = float(ways[lines_of_post]), line - lines_of_post, False
        if possible_ends[line]:
            last = np.searchsorted(possible_starts, line, side="right")
            essays = possible_starts[max(0, last - _REACH) : last]
            if len(essays):
                rated = probabilities.of_essays(essays, np.array(line + 1))
                ways = best[count - essays] + _ESSAY * rated
                chosen = int(ways.argmax())
                if ways[chosen] > worth:
                    worth, start, is_essay = float(ways[chosen]), int(essays[chosen]), True
        best[position - 1] = worth - _LEAST
        starts.append(start)
        are_essays.append(is_essay)
    return _walk_back(starts, are_essays)


def _walk_back(starts: Sequence[int], are_essays: Sequence[int]) -> list[Segment]:
    segments = []
    stop = len(starts) - 1
    while stop > 0:
        start = starts[stop]
        segments.append(Segment(start, stop, "essay" if are_essays[stop] else "post"))
        stop = start
    return segments[::-1]
