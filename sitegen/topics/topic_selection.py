"""Selects the few subjects that together fit the texts of a dump best.

This is a facility location problem, solved greedily: a subject is added while it raises the scores
of the texts by more than the cost of another topic. A text whose best subject has too few texts
gets its second choice, or the section of several small topics.
"""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sitegen.topics.grouping_types import Floats, Numbers

_FLOOR = 0.2
"""The score of a text without any subject; only higher scores count as a gain."""


def most_topics(texts: int, density: float = 2.0) -> int:
    """The most topics for a number of texts, never more than 24.

    At the density of 2, that is 5 for 10 texts and 14 for 120; it grows with the density.
    """
    return min(24, round(density * math.pow(max(texts, 1), 0.4)))


def least_members(texts: int) -> int:
    """The fewest texts in a topic that is not the editor's."""
    if texts < 60:
        return 1
    return 2 if texts < 500 else round(texts * 0.004)


def select_subjects(
    scores: Floats, most: int, given: Sequence[int] = (), *, cost: float = 0.3
) -> list[int]:
    """The columns to use: the given ones, then those with the highest gain.

    Args:
        scores: a row for each text, a column for each subject.
        most: the most columns, including the given ones.
        given: columns that are always used.
        cost: the least total gain from one more topic.
    """
    chosen = list(given)
    reached = np.full(len(scores), _FLOOR, dtype=np.float32)
    for column in chosen:
        reached = np.maximum(reached, scores[:, column])
    while len(chosen) < min(most, scores.shape[1]):
        gains = np.round(_gains(scores, reached), 3)
        column = int(gains.argmax())
        if gains[column] < cost:
            break
        chosen.append(column)
        reached = np.maximum(reached, scores[:, column])
    return chosen


def drop_small(scores: Floats, chosen: Sequence[int], least: int, kept: int) -> list[int]:
    """Drops columns, one by one, while one is the best of fewer than ``least`` texts.

    The first ``kept`` columns always stay.
    """
    left = list(chosen)
    while len(left) > max(kept, 1):
        sizes = np.bincount(best_of(scores, left, _FLOOR) + 1, minlength=len(left) + 1)[1:]
        last = kept + int(sizes[kept:].argmin())
        if sizes[last] >= least:
            break
        del left[last]
    return left


def best_of(scores: Floats, columns: Sequence[int], least: float) -> Numbers:
    """The index in ``columns`` of the best one for each text, -1 if it scores below ``least``."""
    if not columns:
        return np.full(len(scores), -1, dtype=np.int64)
    among = scores[:, list(columns)]
    best = among.argmax(axis=1)
    good = among[np.arange(len(among)), best] >= least
    return np.where(good, best, -1)


def _gains(scores: Floats, reached: Floats) -> NDArray[np.float64]:
    gains = np.zeros(scores.shape[1])
    for start in range(0, len(scores), 4096):
        part = scores[start : start + 4096] - reached[start : start + 4096, None]
        gains += np.maximum(part, 0).sum(axis=0, dtype=np.float64)
    return gains
