"""The probability that a document is in the right topic.

A logistic regression on posts of known topics, mixed into digests of 3 to 90 posts
(``benchmarks.mixed_digests``), with a lexicon that did not know them. A post is right if its group
has no other subject more often; one that has a topic by itself is right if it was written for it.
"""

import math

_INTERCEPT = -0.36
_SCORE = 1.39
_MARGIN = 0.94
_TEXTS = -0.17
"""The weights; the number of texts counts by its logarithm."""
_ALONE = -8.88
_SCORE_ALONE = 5.04
"""The weights for a text that has a topic by itself, whose score is higher: it is like itself."""
_MOST_SCORE = 1.2
_MOST_SCORE_ALONE = 2.1
_MOST_MARGIN = 1.0
"""Beyond these, a higher score or a larger margin says nothing more."""
_FOREIGN = -0.4
_FOREIGN_MARGIN = 4.0
_MOST_FOREIGN_MARGIN = 0.6
"""The weights for a text in a language that is known by its listed words alone: they are few, and
what counts is whether another topic lists some, too. Fitted to German and Spanish digests."""

DOUBTFUL = 0.5
"""A document with a lower probability is listed as doubtful."""


def placement_probability(
    score: float, runner_up: float, group_size: int, texts: int, *, foreign: bool = False
) -> float:
    """The probability that a text belongs to the topic that it was assigned to, from 0 to 1.

    Args:
        score: its score for the topic.
        runner_up: its score for the second best topic that has texts, 0 if there is none.
        group_size: the number of texts in the topic.
        texts: the number of texts that were grouped.
        foreign: whether the text is in a language that is known by its listed words alone.
    """
    if foreign:
        margin = min(score - runner_up, _MOST_FOREIGN_MARGIN)
        return _probability(_FOREIGN + _FOREIGN_MARGIN * margin)
    if group_size <= 1:
        return _probability(_ALONE + _SCORE_ALONE * min(score, _MOST_SCORE_ALONE))
    return _probability(
        _INTERCEPT
        + _SCORE * min(score, _MOST_SCORE)
        + _MARGIN * min(score - runner_up, _MOST_MARGIN)
        + _TEXTS * math.log(max(texts, 1))
    )


def _probability(logit: float) -> float:
    return round(1 / (1 + math.exp(-logit)), 2)
