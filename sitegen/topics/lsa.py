"""Latent semantic analysis: vectors from the co-occurrence of words, for any language.

After Deerwester et al. (1990): the leading singular vectors of the matrix of texts and words, found
by randomised subspace iteration (Halko, Martinsson and Tropp, 2011).
"""

import numpy as np

from sitegen.topics.corpus import Corpus, sum_rows, unit
from sitegen.topics.grouping_types import Floats, Numbers

_DIRECTIONS = 100
_SPARE = 12
_ROUNDS = 3
_MOST_TEXTS = 20_000
_MOST_WORDS = 20_000
_RAREST = 2
_PIECE = 4096
"""How many random rows are made at a time."""


def latent_vectors(corpus: Corpus) -> Floats:
    """A unit vector for each text, from words that at least two texts share.

    Learned from an even sample of at most 20,000 texts. There are no columns if no words are
    shared.
    """
    used = np.bincount(corpus.flat, minlength=len(corpus.words))
    kept = np.flatnonzero((used >= _RAREST) & (used <= max(2, len(corpus) // 4)))
    if len(kept) > _MOST_WORDS:
        kept = np.sort(kept[np.argsort(-used[kept], kind="stable")[:_MOST_WORDS]])
    directions = min(_DIRECTIONS, len(corpus) - 1, len(kept))
    if directions < 1:
        return np.zeros((len(corpus), 0), dtype=np.float32)
    weights = np.zeros(len(corpus.words), dtype=np.float32)
    weights[kept] = np.log((len(corpus) + 1) / used[kept])
    basis = _directions_of(corpus, weights, directions) * weights[kept, None]
    used_words = np.append(0, np.cumsum(weights[corpus.flat] > 0))
    rows = np.searchsorted(kept, corpus.flat[weights[corpus.flat] > 0])
    return unit(sum_rows(basis, rows, used_words[corpus.starts]))


def _directions_of(corpus: Corpus, weights: Floats, directions: int) -> Floats:
    """The leading right singular vectors: a row for each word with a weight.

    Most words have no weight, and rows for them would take too much memory.
    """
    texts, words = _entries(corpus, weights)
    lengths = np.sqrt(np.bincount(texts, weights[words].astype(np.float64) ** 2))
    values = (weights[words] / lengths[texts]).astype(np.float32)
    kept = np.flatnonzero(weights)
    basis = _random_rows(kept, len(weights), min(directions + _SPARE, len(weights)))
    words = np.searchsorted(kept, words)
    by_word = np.argsort(words, kind="stable")
    for _ in range(_ROUNDS):
        left = _multiply(texts, words, values, basis, int(texts[-1]) + 1)
        basis = _multiply(words[by_word], texts[by_word], values[by_word], left, len(kept))
        basis = np.linalg.qr(basis)[0].astype(np.float32)
    left = _multiply(texts, words, values, basis, int(texts[-1]) + 1)
    _, rotation = np.linalg.eigh((left.T @ left).astype(np.float64))
    return np.asarray(basis @ rotation[:, ::-1][:, :directions].astype(np.float32))


def _random_rows(kept: Numbers, count: int, width: int) -> Floats:
    """Some rows of a random matrix with ``count`` rows, which is made piece by piece."""
    random = np.random.Generator(np.random.PCG64(0))
    rows = np.empty((len(kept), width), dtype=np.float32)
    for begin in range(0, count, _PIECE):
        piece = random.standard_normal((min(_PIECE, count - begin), width))
        first, last = np.searchsorted(kept, [begin, begin + _PIECE])
        rows[first:last] = piece[kept[first:last] - begin]
    return rows


def _entries(corpus: Corpus, weights: Floats) -> tuple[Numbers, Numbers]:
    """The row (text) and column (word) of each matrix entry, by row."""
    texts = np.repeat(np.arange(len(corpus)), np.diff(corpus.starts))
    step = -(-len(corpus) // _MOST_TEXTS)
    kept = (weights[corpus.flat] > 0) & (texts % step == 0)
    return texts[kept] // step, corpus.flat[kept]


def _multiply(
    rows: Numbers, columns: Numbers, values: Floats, matrix: Floats, count: int
) -> Floats:
    """A sparse matrix, with entries ordered by row, times a dense matrix."""
    starts = np.searchsorted(rows, np.arange(count + 1))
    return sum_rows(matrix, columns, starts, values)
