"""Compares the words at both ends of an essay with those of the rest of it and of all else.

The last lines of an essay have words that stand elsewhere in it, and the lines below it have words
of the posts. Where an essay is cut too short, or takes a post, it is the other way round. That is a
naive Bayes classifier for each place where an essay may stand.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from sitegen.readers.text.line_words import Floats, LineWords
from sitegen.readers.text.listed_essays import Candidates

_SEVERAL = 8
"""How many lines on either side of an end of an essay are compared, besides the nearest alone."""
_SMOOTHING = 2.0
"""How often each word is added, in proportion, to those of the essay and to the others."""
_FEWEST = 20
"""How many words an essay, and the rest of a text, must have to be compared."""
_FEWEST_LINES = 40
"""How many lines a text must have: in a shorter one, posts have few words in common."""
_SHORT = 8
"""Lines with fewer words say less."""
_MOST = 1.0
"""The most that lines say: those of a long list that repeats a word would say much more."""
_LEAST_PART = 1e-6
_BLOCK = 1000
"""How many candidates are compared at once."""

Places = NDArray[np.int64]


def compare_edges(
    words: LineWords, count: int, candidates: Candidates
) -> Iterator[tuple[str, Floats]]:
    """How much the words at the ends of each candidate are words of it, by the name of the end.

    Args:
        words: the words of the lines.
        count: the number of lines.
        candidates: where essays may stand.
    """
    starts, stops = candidates
    occurrences = _Occurrences(words, count)
    for name, lines in (("line", 1), ("lines", _SEVERAL)):
        above, below = (starts - lines, starts), (stops, stops + lines)
        yield f"words of the {name} above", occurrences.compare(candidates, *above, inside=False)
        yield f"words of the {name} below", occurrences.compare(candidates, *below, inside=False)
        first = (starts, np.minimum(starts + lines, stops))
        last = (np.maximum(stops - lines, starts), stops)
        opening = occurrences.compare(candidates, *first, inside=True)
        closing = occurrences.compare(candidates, *last, inside=True)
        yield f"words of the first {name}", opening
        yield f"words of the last {name}", closing
    yield "words of the first or last lines", np.minimum(opening, closing)


class _Occurrences:
    """Where each word of a text stands."""

    def __init__(self, words: LineWords, count: int) -> None:
        numbers, lines = words.numbered()
        self._words = numbers.astype(np.int64)
        self._count = count
        self._bounds = np.searchsorted(lines, np.arange(count + 1))
        self._keys = np.sort(self._words * (count + 1) + lines)
        self._totals = np.bincount(numbers)

    def compare(
        self, candidates: Candidates, starts: Places, stops: Places, *, inside: bool
    ) -> Floats:
        """The mean log-odds that some words are of each candidate, and not of the rest of the text.

        Args:
            candidates: where essays may stand.
            starts: for each candidate, the number of the first line whose words are compared.
            stops: the number of the line after the last of them.
            inside: whether these lines are in the candidate; they are not compared with themselves.
        """
        starts, stops = np.clip(starts, 0, self._count), np.clip(stops, 0, self._count)
        blocks = (slice(first, first + _BLOCK) for first in range(0, len(starts), _BLOCK))
        found = [
            self._compare(
                Candidates(candidates.starts[part], candidates.stops[part]),
                starts[part],
                stops[part],
                inside=inside,
            )
            for part in blocks
        ]
        return np.concatenate(found)

    def _compare(
        self, candidates: Candidates, starts: Places, stops: Places, *, inside: bool
    ) -> Floats:
        lengths = self._bounds[stops] - self._bounds[starts]
        owners = np.repeat(np.arange(len(lengths)), lengths)
        words = self._words[
            np.arange(len(owners)) + (self._bounds[stops] - lengths.cumsum())[owners]
        ]
        own = self._count_within(words, starts[owners], stops[owners])
        in_essay = self._count_within(words, candidates.starts[owners], candidates.stops[owners])
        in_others = self._totals[words] - in_essay
        size = self._bounds[candidates.stops] - self._bounds[candidates.starts]
        others = len(self._words) - size
        if inside:
            in_essay, size = in_essay - own, size - lengths
        else:
            in_others, others = in_others - own, others - lengths
        share = np.clip(size / np.maximum(1, size + others), _LEAST_PART, 1 - _LEAST_PART)
        odds = np.log1p(in_essay / (_SMOOTHING * share[owners]))
        odds -= np.log1p(in_others / (_SMOOTHING * (1 - share[owners])))
        means = np.bincount(owners, odds, len(lengths)) / np.maximum(_SHORT, lengths)
        counted = (size >= _FEWEST) & (others >= _FEWEST) & (self._count >= _FEWEST_LINES)
        return np.where(counted, np.clip(means, -_MOST, _MOST), 0.0)

    def _count_within(self, words: Places, starts: Places, stops: Places) -> Places:
        """How many of the lines from each start up to a stop have each word."""
        first = words * (self._count + 1)
        found: Places = np.searchsorted(self._keys, first + stops)
        return found - np.searchsorted(self._keys, first + starts)
