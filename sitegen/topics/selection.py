"""Which of many subjects a dump is about: few that together suit its texts best.

It is a facility location problem, solved greedily: a subject is taken while it raises the scores of
the texts by more than a topic more is worth. So a text joins its second choice where the first has
too little company, and what is too little for several topics is taken by their section.
"""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sitegen.topics.models import Floats, Numbers

_FLOOR = 0.2
"""What a text has without any subject: only what is above it speaks for one."""
_COST = 0.3
"""How much the scores together must gain from one topic more."""


def most_topics(texts: int) -> int:
    """How many topics a digest of so many texts may have: 5 for ten, 14 for 120, 24 at most."""
    return min(24, round(2 * math.pow(max(texts, 1), 0.4)))


def least_members(texts: int) -> int:
    """The least size of a topic that the editor did not ask for."""
    if texts < 60:
        return 1
    return 2 if texts < 500 else round(texts * 0.004)


def choose_subjects(scores: Floats, most: int, given: Sequence[int] = ()) -> list[int]:
    """The columns to use: those that are given, then the most helpful ones.

    Args:
        scores: a row for each text, a column for each subject.
        most: how many at most, the given ones among them.
        given: columns that are used in any case.
    """
    chosen = list(given)
    reached = np.full(len(scores), _FLOOR, dtype=np.float32)
    for column in chosen:
        reached = np.maximum(reached, scores[:, column])
    while len(chosen) < most:
        gains = np.round(_gains(scores, reached), 3)
        column = int(gains.argmax())
        if gains[column] < _COST:
            break
        chosen.append(column)
        reached = np.maximum(reached, scores[:, column])
    return chosen


def drop_small(scores: Floats, chosen: Sequence[int], least: int, kept: int) -> list[int]:
    """The chosen columns without those that fewer than ``least`` texts are best at, one by one.

    The first ``kept`` columns stay in any case.
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
    """For each text the place of its best column among these, -1 if it scores below ``least``."""
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
