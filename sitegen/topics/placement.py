"""The probability that a document is in the right topic.

Two logistic regressions. One is fitted to posts of known topics, mixed into digests of 3 to 110
posts; a post is right if the section of its topic is that of the topic that it was written for. The
other, for languages that are known by their words alone, is fitted to digests in German, Spanish,
French, Italian, Portuguese and Dutch; a post is right if an editor would leave it in its topic.
"""

import math

_INTERCEPT = -3.5
_SCORE = 5.2
_OTHERS = 2.65
"""The weight of the mean score of the other texts: one that fits no better than they do is there
because of a word that they share by chance."""
_GROUP = 1.37
_TEXTS = -0.58
"""The weights of the logarithms of the number of texts in the topic, and of all."""
_SECTION = -2.3
_ALONE = 1.1
_MOST_SCORE = 1.2
_MOST_GROUP = 8
_MOST_TEXTS = 100
"""Beyond these, more says nothing more."""
_FOREIGN = 3.0
_FOREIGN_LEAD = 2.2
_MOST_LEAD = 0.6
_FOREIGN_ELSEWHERE = -2.8
_MOST_ELSEWHERE = 0.9
_FOREIGN_IN_PASSING = -1.3
_FOREIGN_SECTION = -3.5
_FOREIGN_NEW = -3.4
"""The weights for a text in a language that is known by its listed words alone: they are few, and
what counts is whether other topics list some, too."""

DOUBTFUL = 0.5
"""A document with a lower probability is listed as doubtful."""


def placement_probability(
    score: float, others: float, group_size: int, texts: int, *, section: bool = False
) -> float:
    """The probability that a text belongs to the topic that it was assigned to, from 0 to 1.

    Args:
        score: its score for the topic.
        others: the mean score of the other texts of the topic, 0 if there are none.
        group_size: the number of texts in the topic.
        texts: the number of texts that were grouped.
        section: whether the topic is a section.
    """
    return _probability(
        _INTERCEPT
        + _SCORE * min(score, _MOST_SCORE)
        + _OTHERS * min(others, _MOST_SCORE)
        + _GROUP * math.log(min(max(group_size, 1), _MOST_GROUP))
        + _TEXTS * math.log(min(max(texts, 1), _MOST_TEXTS))
        + _SECTION * section
        + _ALONE * (group_size <= 1)
    )


def foreign_placement_probability(
    *,
    lead: float,
    elsewhere: float,
    section: bool = False,
    in_passing: bool = False,
    new: bool = False,
) -> float:
    """The same for a text in a language that is known by its listed words alone.

    Args:
        lead: by how much the support for its topic exceeds that for the runner-up.
        elsewhere: its highest score for a topic of another section.
        section: whether the topic is a section, which takes posts that are like no other.
        in_passing: whether posts on other subjects often mention the topic.
        new: whether the topic was made of words that its texts share.
    """
    return _probability(
        _FOREIGN
        + _FOREIGN_LEAD * min(max(lead, 0.0), _MOST_LEAD)
        + _FOREIGN_ELSEWHERE * min(elsewhere, _MOST_ELSEWHERE)
        + _FOREIGN_SECTION * section
        + _FOREIGN_IN_PASSING * in_passing
        + _FOREIGN_NEW * new
    )


def _probability(logit: float) -> float:
    return round(1 / (1 + math.exp(-logit)), 2)
