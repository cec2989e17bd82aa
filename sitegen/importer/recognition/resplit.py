"""Matches documents of a text that was split differently: some were split, others joined."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain, islice
from typing import NamedTuple

from sitegen.importer.sketches import Words

_OPENING = 3
"""How many words are compared first to find where a document may start."""
_TRIES = 50
"""The most documents with the same first words to try, as a hostile dump may repeat them."""


class _Overlap(NamedTuple):
    """The words that an earlier and a later document have in common."""

    before: int
    """The index of the earlier document."""
    after: int
    """The index of the later document."""
    share: float
    """The overlap as a share of the earlier document, 0 to 1."""


def match_resplit(before: Sequence[Words], after: Sequence[Words]) -> dict[int, int]:
    """Matches earlier with later documents; returns the later index by the earlier one.

    They match where a run of earlier documents has exactly the words of a run of later ones. A
    document that was split matches its largest part; several that were joined match by the first.
    """
    by_opening = _indices_by_opening(after)
    paired: dict[int, int] = {}
    first = second = 0
    while first < len(before):
        candidates = by_opening[_opening(before, first)]
        start = bisect_left(candidates, second)
        tried = (
            _overlaps(before, after, first, index) for index in candidates[start : start + _TRIES]
        )
        if found := next(filter(None, tried), None):
            paired |= _best_pairs(found)
            first, second = found[-1].before, found[-1].after + 1
        first += 1
    return paired


def _indices_by_opening(documents: Sequence[Words]) -> defaultdict[Words, list[int]]:
    by_opening: defaultdict[Words, list[int]] = defaultdict(list)
    for index, words in enumerate(documents):
        if words:
            by_opening[_opening(documents, index)].append(index)
    return by_opening


def _opening(documents: Sequence[Words], index: int) -> Words:
    """The first words from the start of a document; empty if it has none."""
    following = chain.from_iterable(documents[index : index + _OPENING])
    return tuple(islice(following, _OPENING)) if documents[index] else ()


def _overlaps(
    before: Sequence[Words], after: Sequence[Words], first: int, second: int
) -> list[_Overlap]:
    """The overlaps from two starts to the first boundary in both; empty if words differ."""
    found: list[_Overlap] = []
    done, done_after = 0, 0
    while first < len(before) and second < len(after):
        old, new = before[first], after[second]
        size = min(len(old) - done, len(new) - done_after)
        if old[done : done + size] != new[done_after : done_after + size]:
            return []
        if size:
            found.append(_Overlap(first, second, size / len(old)))
        done, done_after = done + size, done_after + size
        if done == len(old) and done_after == len(new):
            return found
        if done == len(old):
            first, done = first + 1, 0
        else:
            second, done_after = second + 1, 0
    return []


def _best_pairs(overlaps: Iterable[_Overlap]) -> dict[int, int]:
    """The pairs with the largest overlaps, each index used once."""
    paired: dict[int, int] = {}
    for before, after, _ in sorted(overlaps, key=lambda overlap: -overlap.share):
        if before not in paired and after not in paired.values():
            paired[before] = after
    return paired
