"""Limits how many topics of a grouping have a single text."""

import numpy as np

from sitegen.topics.grouping_types import Floats, Numbers

_MOST_SINGLES = 3
"""The most topics of one text: a digest of ten posts with more looks like a list."""


def limit_singles(labels: Numbers, support: Floats, offered: int, least: float) -> Numbers:
    """The labels, with at most three topics of one text besides the editor's.

    The texts with the least support give theirs up, for the next best topic of several texts.

    Args:
        labels: the topic of each text, -1 for none.
        support: for each text and topic, how well they suit each other.
        offered: the number of the editor's topics, which are the first.
        least: the least support for another topic to take a text; otherwise it has none.
    """
    sizes = np.bincount(labels + 1, minlength=support.shape[1] + 1)[1:]
    alone = [n for n in np.flatnonzero(labels >= offered).tolist() if sizes[labels[n]] == 1]
    alone.sort(key=lambda text: (-support[text, labels[text]], text))
    kept = labels.copy()
    for text in alone[_MOST_SINGLES:]:
        others = np.where(sizes > 1, support[text], -np.inf)
        best = int(others.argmax())
        kept[text] = best if others[best] >= least else -1
    return kept
