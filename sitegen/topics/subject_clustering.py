"""Clusters texts by the subjects that they may be about.

Few scores for a subject are reliable: a short post suits several subjects almost equally. But two
posts that both may be about chess are about chess more probably than each is by itself. So texts
are merged while it is likelier that they have one subject than that each has its own: Bayesian
hierarchical clustering (Heller and Ghahramani, 2005), with the subjects as the hypotheses.
"""

from collections.abc import Sequence

import numpy as np

from sitegen.topics.corpus import unit
from sitegen.topics.grouping_types import Floats, Numbers, Precise

_SHARPNESS = 8.0
"""The factor of a score in the logarithm of a subject's probability."""
_OTHER_SUBJECT = 0.3
"""The probability that a text is about a subject that no score shows."""
_SIMILARITY_WEIGHT = 3.0
"""The weight of the similarity between the scores of two clusters."""
_USUAL_SIMILARITY = 0.13
"""How similar two clusters are that gain nothing by it, above what two of so many texts are."""
_LEAST_GAIN = 0.8
"""The least gain, in logarithms of likelihood, at which clusters are merged."""
_DECIMALS = 4
"""Gains are rounded before they are compared, for the same result on every machine."""
_LEAST_WEIGHT = 1e-300


def cluster_by_subject(scores: Floats) -> list[Numbers]:
    """Clusters of texts that probably have one subject, in the order of their first texts."""
    merging = _Merging(scores)
    while merging.merge_best():
        pass
    return merging.clusters()


def log_odds(scores: Floats) -> Precise:
    """The logarithm of how many times likelier than by chance a text has each subject."""
    exact = _SHARPNESS * scores.astype(np.float64)
    shares = np.exp(exact - exact.max(axis=1, keepdims=True))
    shares /= shares.sum(axis=1, keepdims=True)
    return np.asarray(np.log((1 - _OTHER_SUBJECT) * shares * scores.shape[1] + _OTHER_SUBJECT))


def subject_shares(odds: Precise, texts: Sequence[int] | Numbers) -> Precise:
    """The probability of each subject for texts that have one together, from their log odds."""
    together = odds[texts].sum(axis=0)
    shares = np.exp(together - together.max())
    return np.asarray(shares / shares.sum())


class _Merging:
    """Clusters while they are merged; a merged cluster is at the index of its first text."""

    def __init__(self, scores: Floats) -> None:
        """Starts with each text as a cluster."""
        count = len(scores)
        self._owners = np.arange(count)
        self._sizes = np.ones(count)
        self._odds = log_odds(scores)
        self._tops = self._odds.max(axis=1)
        self._weights = np.exp(self._odds - self._tops[:, None])
        self._alone = np.zeros(count)
        """The log likelihood of each cluster; that of a single text is the unit."""
        centred = unit(scores - scores.mean(axis=0)).astype(np.float64)
        self._similarity = centred @ centred.T
        self._usual_similarity = _USUAL_SIMILARITY - 1 / max(count - 1, 1)
        """Centred scores of few texts are far apart: those of two are opposite."""
        self._gains = np.empty((count, count))
        for index in range(count):
            self._gains[index] = self._gains_of(index)
        self._nearest = self._gains.argmax(axis=1)
        self._best = self._gains[np.arange(count), self._nearest]

    def merge_best(self) -> bool:
        """Merges the two clusters with the highest gain; returns whether it is high enough."""
        one = int(self._best.argmax())
        if self._best[one] < _LEAST_GAIN:
            return False
        one, other = sorted((one, int(self._nearest[one])))
        self._merge(one, other)
        self._gains[other] = self._gains[:, other] = -np.inf
        self._gains[one] = self._gains[:, one] = self._gains_of(one)
        stale = (self._nearest == one) | (self._nearest == other) | (self._gains[one] > self._best)
        stale[[one, other]] = True
        self._nearest[stale] = self._gains[stale].argmax(axis=1)
        self._best[stale] = self._gains[stale, self._nearest[stale]]
        return True

    def clusters(self) -> list[Numbers]:
        """The texts of each cluster."""
        return [np.flatnonzero(self._owners == owner) for owner in np.unique(self._owners)]

    def _merge(self, one: int, other: int) -> None:
        share = self._sizes[one] / (self._sizes[one] + self._sizes[other])
        self._similarity[one] = (
            share * self._similarity[one] + (1 - share) * self._similarity[other]
        )
        self._similarity[:, one] = self._similarity[one]
        self._owners[self._owners == other] = one
        self._sizes[one] += self._sizes[other]
        self._sizes[other] = 0
        self._odds[one] += self._odds[other]
        self._tops[one] = self._odds[one].max()
        self._weights[one] = np.exp(self._odds[one] - self._tops[one])
        self._alone[one] = np.log(self._weights[one].mean()) + self._tops[one]

    def _gains_of(self, one: int) -> Precise:
        """How much likelier one subject is than two, for this cluster and each other one."""
        shared = np.maximum(self._weights @ self._weights[one], _LEAST_WEIGHT)
        together = np.log(shared / self._weights.shape[1]) + self._tops + self._tops[one]
        gains = together - self._alone - self._alone[one]
        gains += _SIMILARITY_WEIGHT * (self._similarity[one] - self._usual_similarity)
        gains[self._sizes == 0] = -np.inf
        gains[one] = -np.inf
        return np.asarray(np.round(gains, _DECIMALS))
