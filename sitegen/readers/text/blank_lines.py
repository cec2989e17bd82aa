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
    log_prior: float = 0.0
    """How much more often texts follow it than others, as a logarithm."""

    def post_log_probs(self, blanks: int) -> BoundaryLogProbs:
        """For the gap between two lines of posts."""
        return _post_log_probs(self.post[min(blanks, 2)])

    def essay_log_probs(self, blanks: int) -> BoundaryLogProbs:
        """For the gap before or after an essay, and for one between two of its paragraphs."""
        kind = min(blanks, 2)
        spaced_edge = _SPACED_EDGE if blanks and self.essay[1] == _SPACED[1] else 0.0
        boundary = max(self.post[kind], spaced_edge)
        return _essay_log_probs(boundary, self.essay[kind])


@lru_cache
def _post_log_probs(boundary: float) -> BoundaryLogProbs:
    return BoundaryLogProbs(math.log(boundary), math.log(1 - boundary))


@lru_cache
def _essay_log_probs(boundary: float, inside: float) -> BoundaryLogProbs:
    return BoundaryLogProbs(math.log(boundary), math.log(inside))


_UNBROKEN = (0.8011, 0.001, 0.9)
_LINES = (0.6312, 0.0005, 0.3237)
_BLANKS = (0.0005, 0.4276, 0.9061)
_ANY = (0.8526, 0.0005, 0.5591)
_SEVERAL = (0.001, 0.0095, 0.991)
_TIGHT = (0.993, 0.002, 0.005)
_SPACED = (0.593, 0.363, 0.044)
_UNBROKEN_ESSAY = (0.896, 0.08, 0.024)
_SPACED_EDGE = 0.0054
"""The least probability that a blank line ends an essay of which blank lines end paragraphs."""

CONVENTIONS = (
    Convention("no blank lines, a line break ends a post", _UNBROKEN, _UNBROKEN_ESSAY),
    Convention("a line break ends a post, blank lines are inside posts", _LINES, _TIGHT, 1.08),
    Convention("a line break ends a post, a blank line ends a paragraph", _LINES, _SPACED, 1.61),
    Convention("a blank line ends a document", _BLANKS, _TIGHT, -2.54),
    Convention("a blank line ends a post or a paragraph", _BLANKS, _SPACED, -0.05),
    Convention("a line break or a blank line ends a post", _ANY, _TIGHT, -1.39),
    Convention(
        "a line break or a blank line ends a post, a blank line ends a paragraph",
        _ANY,
        _SPACED,
        -0.29,
    ),
    Convention("several blank lines end a document", _SEVERAL, _TIGHT, -0.4),
    Convention("several blank lines end a document, one ends a paragraph", _SEVERAL, _SPACED, 1.34),
)
"""The first is for a text without blank lines alone, the last two for one with several in a row."""
