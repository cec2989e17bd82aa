"""The probability that a document is in the right topic.

A logistic regression on posts of known topics, mixed into digests of 12 to 60 posts
(``benchmarks.mixed_digests``), with a lower intercept, as the lexicon knows these posts. A post is
right if most others of its topic are on the same subject.
"""

import math

_INTERCEPT = 1.76
_SCORE = 1.71
_MARGIN = 1.57
_GROUP_SIZE = -0.21
_TEXTS = -0.85
"""The weights; the sizes count by their logarithm."""
_MOST_SCORE = 1.0
_MOST_MARGIN = 0.6
"""Beyond these, a higher score or a larger margin says nothing more."""

DOUBTFUL = 0.5
"""A document with a lower probability is listed as doubtful."""


def placement_probability(score: float, runner_up: float, group_size: int, texts: int) -> float:
    """The probability that a text belongs to the topic that it was assigned to, from 0 to 1.

    Args:
        score: its score for the topic.
        runner_up: its score for the second best topic that has texts, 0 if there is none.
        group_size: the number of texts in the topic.
        texts: the number of texts that were grouped.
    """
    logit = (
        _INTERCEPT
        + _SCORE * min(score, _MOST_SCORE)
        + _MARGIN * min(score - runner_up, _MOST_MARGIN)
        + _GROUP_SIZE * math.log(max(group_size, 1))
        + _TEXTS * math.log(max(texts, 1))
    )
    return round(1 / (1 + math.exp(-logit)), 2)
