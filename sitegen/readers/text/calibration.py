"""Turns the model's probabilities into ones that mean what they say.

The model is too sure of itself: its features are not independent of each other. A logistic
regression (Platt, 1999) on splices of real posts and essays, joined in many ways, corrects that: of
the documents that it gives 0.8, about four in five are right.
"""

import math
from collections.abc import Sequence

from sitegen.readers.text.decoding import Segment

_INTERCEPT = -0.32
_OWN, _MEAN = 0.46, 0.16
"""The weights of the log-odds of a document, and of the mean over all documents of the text."""
_ESSAY = -0.46
_LEAST = 1e-4


def calibrate(rates: Sequence[float], segments: Sequence[Segment]) -> list[float]:
    """The probability that each document is right, from the model's own probabilities."""
    odds = [_log_odds(rate) for rate in rates]
    shared = _INTERCEPT + _MEAN * sum(odds) / len(odds)
    return [
        _probability(shared + _OWN * own + _ESSAY * (segment.kind == "essay"))
        for own, segment in zip(odds, segments, strict=True)
    ]


def _log_odds(rate: float) -> float:
    return math.log(max(_LEAST, rate) / max(_LEAST, 1 - rate))


def _probability(log_odds: float) -> float:
    return 1 / (1 + math.exp(-log_odds))
