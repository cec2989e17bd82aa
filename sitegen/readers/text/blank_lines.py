"""Conventions for blank lines: a blank line may end a document, end a paragraph, or mean nothing.

The probabilities of a boundary at each kind of gap, under each convention.
"""

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple


class BoundaryLogProbs(NamedTuple):
    """The logarithms of the probabilities that there is a boundary, and that there is none."""

    boundary: float
    none: float


@dataclass(frozen=True, slots=True)
class Convention:
    """How a text uses line breaks and blank lines; it is assumed to follow one throughout.

    The three numbers of each tuple are for a plain line break, one blank line, and several.
    """

    name: str
    post: tuple[float, float, float]
    """The probability that each ends a post rather than being inside one."""
    essay: tuple[float, float, float]
    """The share of each between the paragraphs of an essay; they add up to 1."""

    def post_log_probs(self, blanks: int) -> BoundaryLogProbs:
        """For the gap between two lines of posts."""
        return _post_log_probs(self.post[min(blanks, 2)])

    def essay_log_probs(self, blanks: int) -> BoundaryLogProbs:
        """For the gap before or after an essay, and for one between two of its paragraphs."""
        kind = min(blanks, 2)
        spaced_edge = 0.5 if blanks and self.essay[1] > 0.5 else 0.0
        boundary = max(self.post[kind], spaced_edge)
        return _essay_log_probs(boundary, self.essay[kind])


@lru_cache
def _post_log_probs(boundary: float) -> BoundaryLogProbs:
    return BoundaryLogProbs(math.log(boundary), math.log(1 - boundary))


@lru_cache
def _essay_log_probs(boundary: float, inside: float) -> BoundaryLogProbs:
    return BoundaryLogProbs(math.log(boundary), math.log(inside))


_LINES = (0.802, 0.001, 0.9)
_BLANKS = (0.001, 0.806, 0.99)
_ANY = (0.966, 0.003, 0.9)
_SEVERAL = (0.001, 0.01, 0.99)
_TIGHT = (0.96, 0.03, 0.01)
_SPACED = (0.08, 0.88, 0.04)

CONVENTIONS = (
    Convention("a line break ends a post, blank lines are inside posts", _LINES, _TIGHT),
    Convention("a line break ends a post, a blank line ends a paragraph", _LINES, _SPACED),
    Convention("a blank line ends a document", _BLANKS, _TIGHT),
    Convention("a blank line ends a post or a paragraph", _BLANKS, _SPACED),
    Convention("a line break or a blank line ends a post", _ANY, _TIGHT),
    Convention(
        "a line break or a blank line ends a post, a blank line ends a paragraph", _ANY, _SPACED
    ),
    Convention("several blank lines end a document", _SEVERAL, (0.96, 0.038, 0.002)),
    Convention(
        "several blank lines end a document, one ends a paragraph", _SEVERAL, (0.08, 0.918, 0.002)
    ),
)
"""The first is used for a text without blank lines, the last two only where there are several."""
