"""Average-link clustering and spherical k-means. Both are deterministic."""

import numpy as np

from sitegen.topics.corpus import unit
from sitegen.topics.grouping_types import Floats, Numbers, Precise

_DECIMALS = 4
_RESTARTS = 6
_ROUNDS = 40
_SAMPLE = 10_000
"""The most vectors from which k-means learns its centres; the others join the nearest."""
_BATCH = 8192
_ROWS = 256
"""How many rows of a batch are examined at a time, as they fit into the cache of a processor."""


def merge_similar(sums: Floats, sizes: Numbers, least: float) -> Numbers:
    """Average-link clustering: the group of each item, from 0 in the order of their first items.

    Args:
        sums: for each item, the sum of its unit vectors.
        sizes: the number of vectors of each item.
        least: the mean similarity below which groups are not merged.
    """
    count = len(sums)
    weights = sizes.astype(np.float64)
    similar = np.round((sums @ sums.T) / np.outer(weights, weights), _DECIMALS)
    np.fill_diagonal(similar, -np.inf)
    owner = np.arange(count)
    mates = similar.argmax(axis=1)
    best = similar[owner, mates]
    for _ in range(count - 1):
        one = int(best.argmax())
        if best[one] < least:
            break
        one, other = sorted((one, int(mates[one])))
        _merge_rows(similar, weights, one, other)
        owner[owner == other] = one
        stale = (mates == one) | (mates == other)
        stale[one] = True
        mates[stale] = similar[stale].argmax(axis=1)
        best[stale] = similar[stale, mates[stale]]
        best[other] = -np.inf
    return np.unique(owner, return_inverse=True)[1]


def _merge_rows(similar: Precise, weights: Precise, one: int, other: int) -> None:
    share = weights[one] / (weights[one] + weights[other])
    merged = np.round(share * similar[one] + (1 - share) * similar[other], _DECIMALS)
    merged[[one, other]] = -np.inf
    similar[one] = similar[:, one] = merged
    similar[other] = similar[:, other] = -np.inf
    weights[one] += weights[other]


def split_evenly(vectors: Floats, groups: int, restarts: int = _RESTARTS) -> Numbers:
    """Spherical k-means: the group of each vector; exactly ``groups``, or as many as vectors.

    Keeps the best of several runs, each initialised by k-means++ (Arthur and Vassilvitskii, 2007)
    with a fixed seed.
    """
    groups = min(groups, len(vectors))
    step = max(1, len(vectors) // _SAMPLE)
    sample = vectors[::step] if len(vectors[::step]) >= groups else vectors
    runs = [_run(sample, groups, seed) for seed in range(restarts)]
    centres = max(runs, key=lambda run: run[0])[1]
    return _fill_empty(_nearest(vectors, centres)[0], groups)


def _run(vectors: Floats, groups: int, seed: int) -> tuple[float, Floats]:
    centres = _spread(vectors, groups, np.random.Generator(np.random.PCG64(seed)))
    labels = np.full(len(vectors), -1)
    for _ in range(_ROUNDS):
        found, similar = _nearest(vectors, centres)
        if (found == labels).all():
            break
        labels = found
        centres = centres_of(vectors, labels, centres)
    return round(float(similar.sum(dtype=np.float64)), 3), centres


def _spread(vectors: Floats, groups: int, random: np.random.Generator) -> Floats:
    chosen = [int(random.integers(len(vectors)))]
    reached = np.round(1 - vectors @ vectors[chosen[0]], _DECIMALS)
    while len(chosen) < groups:
        shares = np.maximum(reached, 0).astype(np.float64)
        shares[chosen] = 0
        if shares.sum() == 0:
            shares = np.ones(len(vectors))
            shares[chosen] = 0
        edges = np.cumsum(shares)
        chosen.append(int(np.searchsorted(edges, random.random() * edges[-1], side="right")))
        reached = np.minimum(reached, np.round(1 - vectors @ vectors[chosen[-1]], _DECIMALS))
    return vectors[chosen]


def _nearest(vectors: Floats, centres: Floats) -> tuple[Numbers, Floats]:
    labels = np.zeros(len(vectors), dtype=np.int64)
    similar = np.zeros(len(vectors), dtype=np.float32)
    for start in range(0, len(vectors), _BATCH):
        part = vectors[start : start + _BATCH] @ centres.T
        for first in range(0, len(part), _ROWS):
            rows = np.round(part[first : first + _ROWS], _DECIMALS)
            nearest = rows.argmax(axis=1)
            here = slice(start + first, start + first + len(rows))
            labels[here], similar[here] = nearest, rows[np.arange(len(rows)), nearest]
    return labels, similar


def centres_of(vectors: Floats, labels: Numbers, before: Floats) -> Floats:
    """The mean direction of each group; an empty group keeps its centre from ``before``."""
    order = np.argsort(labels, kind="stable")
    present, starts = np.unique(labels[order], return_index=True)
    centres = before.copy()
    for number, members in zip(present, np.split(order, starts[1:]), strict=True):
        centres[number] = vectors[members].sum(axis=0)
    return unit(centres)


def _fill_empty(labels: Numbers, groups: int) -> Numbers:
    """The labels, with an item moved from the largest group to each empty one."""
    labels = labels.copy()
    for number in range(groups):
        if not (labels == number).any():
            largest = int(np.bincount(labels, minlength=groups).argmax())
            labels[np.flatnonzero(labels == largest)[-1]] = number
    return labels
