"""The longer words of the lines of a text: which are rare, and how similar two parts are."""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain, pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sitegen.readers.text.lines import WordedLine

_RARE = 0.02
"""The share of the lines of a text of which the most have a rare word."""
_FEWEST_RARE = 3

Words = frozenset[int]
Floats = NDArray[np.float64]
Integers = NDArray[np.int32]


class LineWords:
    """The longer words of the lines of a text, as numbers, which take little memory."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._words = array("L")
        self._stops = array("L")

    def watch(self, lines: Iterable[WordedLine]) -> Iterator[WordedLine]:
        """Notes the words of lines while these are read."""
        numbers = self._numbers
        for line in lines:
            stems = sorted(line.stems)  # in a set, their order is another in each process
            self._words.extend([numbers.setdefault(stem, len(numbers)) for stem in stems])
            self._stops.append(len(self._words))
            yield line

    def rare(self) -> Iterator[Words]:
        """Those words of each line that few other lines have."""
        counts = Counter(self._words)
        count_of_lines = len(self._stops)
        most = min(max(_FEWEST_RARE, _RARE * count_of_lines), count_of_lines / 2)
        rare = frozenset(word for word, count in counts.items() if 1 < count <= most)
        for start, stop in pairwise(chain([0], self._stops)):
            yield rare.intersection(self._words[start:stop])

    def numbered(self) -> tuple[Integers, Integers]:
        """The number of each word, and that of its line; a line has each word once."""
        numbers = np.array(self._words, np.int32)
        stops = np.array(self._stops, np.int64)
        lines = np.arange(len(stops), dtype=np.int32)
        return numbers, np.repeat(lines, np.diff(stops, prepend=0))

    def similarity(self, before: int, after: int) -> Floats:
        """How similar the texts on either side of each gap between two lines are, from 0 to 1.

        That is the cosine of their words, weighted by how few lines have them, as in TextTiling
        (Hearst, 1997).

        Args:
            before: at least this many words before the gap, of whole lines, are compared.
            after: with this many words after it.
        """
        return self._repeats.similarity(before, after)

    @cached_property
    def _repeats(self) -> "_Repeats":
        return _Repeats(np.array(self._words, np.int32), np.array(self._stops, np.int32))


class _Repeats:
    """The words of a text, in the order of the lines that have each."""

    def __init__(self, words: Integers, stops: Integers) -> None:
        count = len(stops)
        self._stops = _whole(np.concatenate(([0], stops)))
        lines = np.repeat(np.arange(count, dtype=np.int32), np.diff(self._stops))
        order = np.argsort(words, kind="stable")
        self._words, self._lines = words[order], lines[order]
        rarities = np.log((count + 1) / np.maximum(1, np.bincount(words)))
        self._weights = rarities**2

    def similarity(self, before: int, after: int) -> Floats:
        """See :meth:`LineWords.similarity`."""
        stops, count = self._stops, len(self._stops) - 1
        first = _whole(np.searchsorted(stops, stops - before, side="right") - 1)
        beyond = _whole(np.searchsorted(stops, stops + after))
        lines = np.arange(count, dtype=np.int32)
        last_gap = _whole(np.searchsorted(np.maximum(first, 0), lines, side="right") - 1)
        first_gap = _whole(np.searchsorted(np.minimum(beyond, count), lines, side="right"))
        common, above, below = (_Sums(count) for _ in range(3))
        weights = self._weights[self._words]
        above.add(self._lines + 1, last_gap[self._lines], weights)
        below.add(first_gap[self._lines], self._lines, weights)
        for one, other, weights in self._pairs(last_gap, first_gap):
            common.add(
                np.maximum(one + 1, first_gap[other]), np.minimum(other, last_gap[one]), weights
            )
            above.add(other + 1, last_gap[one], 2 * weights)
            below.add(first_gap[other], one, 2 * weights)
        lengths = np.sqrt(np.maximum(above.totals() * below.totals(), 1e-9))
        return np.clip(common.totals() / lengths, 0.0, 1.0)[1:count]

    def _pairs(
        self, last_gap: Integers, first_gap: Integers
    ) -> Iterator[tuple[Integers, Integers, Floats]]:
        """All two lines with a word in common, if some gap has both beside it; its weight."""
        starts = np.arange(len(self._words), dtype=np.int32)
        distance = 0
        while len(starts):
            distance += 1
            starts = starts[starts + distance < len(self._words)]
            one, other = self._lines[starts], self._lines[starts + distance]
            kept = np.maximum(one + 1, first_gap[other]) <= np.minimum(other, last_gap[one])
            kept &= self._words[starts] == self._words[starts + distance]
            starts, one, other = starts[kept], one[kept], other[kept]
            del kept
            yield one, other, self._weights[self._words[starts]]


def _whole(numbers: NDArray[Any]) -> Integers:
    """Whole numbers in half the memory."""
    return numbers.astype(np.int32)


class _Sums:
    """A sum for each gap between two lines, by what is added to ranges of gaps."""

    def __init__(self, count: int) -> None:
        self._changes = np.zeros(count + 2)

    def add(self, first: Integers, last: Integers, weights: Floats) -> None:
        """Adds weights to the gaps from each first to each last, if there are any."""
        last = np.maximum(first - 1, last)
        size = len(self._changes)
        self._changes += np.bincount(first, weights, size)
        self._changes -= np.bincount(last + 1, weights, size)

    def totals(self) -> Floats:
        """The sums."""
        return np.cumsum(self._changes)[:-1]
