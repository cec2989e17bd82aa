"""The probability that a document is in the right topic.

A logistic regression on posts of known topics, mixed into digests of 12 to 60 posts
(``benchmarks.mixed_digests``): of the posts said to be right with a probability of 0.8, about four
in five are in a group whose other posts are on the same topic.
"""

import math

_INTERCEPT = 1.80
_SCORE = 0.53
_MARGIN = 2.21
_GROUP_SIZE = -0.37
_TEXTS = -0.63
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
