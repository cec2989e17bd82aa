"""How much of the words of some lines occur again in the lines below or above them."""

import numpy as np

from sitegen.readers.text.line_words import Floats, LineWords
from sitegen.readers.text.segmentation import Integers

_LEAST = 9.0
"""The least weight of the words of which a share is taken: one word that recurs says little."""


class Recurrence:
    """Where the words of each line occur next and before, weighted by how few lines have them."""

    def __init__(self, words: LineWords, count: int) -> None:
        numbers, lines = words.numbered()
        order = np.argsort(numbers, kind="stable")
        is_same = numbers[order[1:]] == numbers[order[:-1]]
        earlier, later = order[:-1][is_same], order[1:][is_same]
        self._next = np.full(len(numbers), count)
        self._last = np.full(len(numbers), -1)
        self._next[earlier], self._last[later] = lines[later], lines[earlier]
        self._weights = np.log((count + 1) / np.maximum(1, np.bincount(numbers)))[numbers]
        self._bounds = np.searchsorted(lines, np.arange(count + 1))
        self._count = count

    def below(self, starts: Integers, stops: Integers, limits: Integers) -> Floats:
        """The share of the words of some lines that other lines below them have, up to a limit.

        Args:
            starts: the number of the first of the lines.
            stops: the number of the line after them.
            limits: the number of the line after the last that is searched.
        """
        shares = np.zeros(len(starts))
        for (start, stop), chosen in self._grouped(starts, stops):
            part = slice(self._bounds[start], self._bounds[stop])
            counted = self._next[part] >= stop
            places, weights = self._next[part][counted], self._weights[part][counted]
            shares[chosen] = _share_before(places, weights, limits[chosen])
        return shares

    def above(self, starts: Integers, stops: Integers, limits: Integers) -> Floats:
        """The same of other lines above them, down from a limit."""
        shares = np.zeros(len(starts))
        for (start, stop), chosen in self._grouped(starts, stops):
            part = slice(self._bounds[start], self._bounds[stop])
            counted = self._last[part] < start
            places, weights = self._last[part][counted], self._weights[part][counted]
            shares[chosen] = _share_before(-places, weights, 1 - limits[chosen])
        return shares

    def _grouped(self, starts: Integers, stops: Integers) -> list[tuple[tuple[int, int], Integers]]:
        """Each different pair of a start and a stop, and where it stands."""
        starts, stops = np.clip(starts, 0, self._count), np.clip(stops, 0, self._count)
        keys = starts * (self._count + 1) + stops
        order = np.argsort(keys, kind="stable")
        _, firsts = np.unique(keys[order], return_index=True)
        groups = np.split(order, firsts[1:])
        return [((int(starts[group[0]]), int(stops[group[0]])), group) for group in groups]


def _share_before(places: Integers, weights: Floats, limits: Integers) -> Floats:
    """The share of the weights whose places are before each limit."""
    order = np.argsort(places, kind="stable")
    sums = np.append(0.0, np.cumsum(weights[order]))
    shares: Floats = sums[np.searchsorted(places[order], limits)] / max(_LEAST, sums[-1])
    return shares
