"""Compares the words of each line with those of the essays and of the posts of the same text.

An essay has a subject and a register of its own, and so have the posts. Where the model is sure of
some lines of either, their words tell where the other lines belong: a naive Bayes classifier for
each text, as in self-training (Nigam et al., 2000).
"""

import numpy as np

from sitegen.readers.text.line_words import Floats, Integers, LineWords

NEARBY = "words of the lines nearby"
WORD_FEATURES = ("words of an essay", "words of an essay, on average")
_SMOOTHING = 2.0
"""How often each word is added, in proportion, to the words of essays and to those of posts."""
_FEWEST_IN_ESSAYS, _FEWEST_IN_POSTS = 100, 30
"""How many words essays and posts must have to be compared."""
_SURE = 0.5
"""How probably a line must belong to an essay to be one of those."""
_LEAST_PART = 1e-6
_SCALE, _MOST = 4.0, 2.0
_SHORT = 5
"""A line with fewer words says less, on average."""
_NEARBY = 150
"""How many words before and after a word are nearby."""


def share_words_nearby(words: LineWords, count: int) -> Floats:
    """The share of the words of each line that other lines nearby have, too: most in an essay."""
    numbers, lines = words.numbered()
    places = numbers.astype(np.int64) * (len(numbers) + 2 * _NEARBY) + np.arange(len(numbers))
    places.sort()
    is_near = np.diff(places) <= _NEARBY
    recurs = np.zeros(len(places), dtype=np.bool_)
    recurs[1:] |= is_near
    recurs[:-1] |= is_near
    found = lines[places[recurs] % (len(numbers) + 2 * _NEARBY)]
    per_line = np.bincount(lines, minlength=count)
    return np.bincount(found, minlength=count) / np.maximum(_SHORT, per_line)


def compare_words(words: LineWords, inside: Floats) -> list[Floats] | None:
    """For each line, how much of each of the features it has; None if there are too few words.

    Args:
        words: the words of the lines.
        inside: the probability that each line belongs to an essay.
    """
    numbers, lines = words.numbered()
    count = len(inside)
    per_line = np.bincount(lines, minlength=count).astype(np.float64)
    in_essays = inside * per_line
    in_posts = per_line - in_essays
    surely_in_essays = per_line[inside > _SURE].sum()
    if surely_in_essays < _FEWEST_IN_ESSAYS or in_posts.sum() < _FEWEST_IN_POSTS:
        return None
    odds = _log_excess(numbers, lines, inside, in_essays, per_line)
    odds -= _log_excess(numbers, lines, 1 - inside, in_posts, per_line)
    totals = np.bincount(lines, odds, count)
    return [np.clip(totals / _SCALE, -_MOST, _MOST), totals / np.maximum(_SHORT, per_line)]


def _log_excess(
    numbers: Integers, lines: Integers, share: Floats, in_kind: Floats, per_line: Floats
) -> Floats:
    """For each word, how common it is in the other lines of a kind, as a logarithm.

    It is 0 for a word that no other line of this kind has, whatever the size of the kind.
    """
    weights = share[lines]
    others = np.bincount(numbers, weights)[numbers] - weights
    part = np.maximum(_LEAST_PART, (in_kind.sum() - in_kind) / per_line.sum())
    excess: Floats = np.log1p(np.maximum(0.0, others) / (_SMOOTHING * part[lines]))
    return excess
