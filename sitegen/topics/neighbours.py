"""Which texts are like which: related ones, near-duplicates, and an order to read them in."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from sitegen.topics.arranging import blend
from sitegen.topics.corpus import read_corpus
from sitegen.topics.models import Floats
from sitegen.topics.tables import BUILT_IN, load_model
from sitegen.topics.words import words_of

_RELATED = 0.3
"""The least likeness of related texts."""
_SAME_WORDS = 0.8
"""The share of their words that near-duplicates have in common."""
_ALIKE = 0.9
_BATCH = 1024


def vectors_of(texts: Sequence[str], *, model: Path = BUILT_IN) -> Floats:
    """A vector for each text, of length 1, in which likeness is the product of two.

    Zero for a text without a word that is known.

    Raises:
        ConfigError: the model cannot be read.
    """
    return blend(read_corpus(texts, load_model(model)))


def find_related(vectors: Floats, count: int = 3) -> list[tuple[int, ...]]:
    """For each text the places of those most like it, the nearest first, ``count`` at most."""
    related: list[tuple[int, ...]] = []
    for start in range(0, len(vectors), _BATCH):
        likeness = np.round(vectors[start : start + _BATCH] @ vectors.T, 4)
        own = np.arange(len(likeness))
        likeness[own, start + own] = -1
        for row in likeness:
            near = np.flatnonzero(row >= _RELATED)
            order = near[np.argsort(-row[near], kind="stable")]
            related.append(tuple(order[:count].tolist()))
    return related


def find_near_duplicates(texts: Sequence[str], vectors: Floats) -> list[tuple[int, int]]:
    """Pairs of texts that say the same in nearly the same words, the earlier one first."""
    words = [frozenset(words_of(text, {})) for text in texts]
    pairs: list[tuple[int, int]] = []
    for start in range(0, len(vectors), _BATCH):
        likeness = vectors[start : start + _BATCH] @ vectors.T
        for one, other in np.argwhere(likeness >= _ALIKE).tolist():
            if start + one < other and _overlap(words[start + one], words[other]) >= _SAME_WORDS:
                pairs.append((start + one, other))
    return pairs


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(len(one | other), 1)


def reading_order(vectors: Floats) -> list[int]:
    """An order in which each text is followed by the one most like it, from the most typical on."""
    left = list(range(len(vectors)))
    if not left:
        return []
    at = int(np.round(vectors @ vectors.mean(axis=0), 4).argmax())
    order = [at]
    left.remove(at)
    while left:
        at = left[int(np.round(vectors[left] @ vectors[at], 4).argmax())]
        order.append(at)
        left.remove(at)
    return order
