"""Turns the model's probabilities into ones that mean what they say.

The model is too sure of itself: its features are not independent of each other. A logistic
regression (Platt, 1999) on splices of real posts and essays corrects that: of the documents that
it gives 0.8, three in four or more are right.
"""

import math
from collections.abc import Sequence

from sitegen.readers.text.decoding import Segment
from sitegen.readers.text.lines import Lines

_INTERCEPT = 0.8
_OWN, _MEAN = 0.43, 0.1
"""The weights of the log-odds of a document, and of the mean over all documents of the text."""
_ESSAY = -0.27
_SEVERAL_LINES = -1.13
_BLANK_LINES = -0.4
"""For all documents of a text with blank lines, which may end documents or stand within them."""
_LEAST = 1e-4


def calibrate(rates: Sequence[float], segments: Sequence[Segment], lines: Lines) -> list[float]:
    """The probability that each document is right, from the model's own probabilities."""
    odds = [_log_odds(rate) for rate in rates]
    shared = _INTERCEPT + _MEAN * sum(odds) / len(odds)
    if any(lines.blanks):
        shared += _BLANK_LINES
    return [
        _probability(shared + _OWN * own + _shape(segment))
        for own, segment in zip(odds, segments, strict=True)
    ]


def _shape(segment: Segment) -> float:
    return _ESSAY * (segment.kind == "essay") + _SEVERAL_LINES * (segment.stop > segment.start + 1)


def _log_odds(rate: float) -> float:
    return math.log(max(_LEAST, rate) / max(_LEAST, 1 - rate))


def _probability(log_odds: float) -> float:
    return 1 / (1 + math.exp(-log_odds))
