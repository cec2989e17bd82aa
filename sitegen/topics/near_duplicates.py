"""Finds near-duplicates: texts that repeat an earlier one in nearly the same words.

Texts are compared by the Jaccard similarity of their word sets. Candidates are looked up by their
rarest words only, as two texts that share four words in five must share one of the rarest fifth
(prefix filtering; Chaudhuri, Ganti and Kaushik, ICDE 2006). The result is exact, and 100,000 texts
take a few seconds.
"""

import re
from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeAlias

import numpy as np

from sitegen.text.interning import interned
from sitegen.text.labels import find_links, may_have_links
from sitegen.topics.words import WITHOUT_SPACES, fragments_of, words_of

_SAME = 0.8
"""The least Jaccard similarity."""
_DIFFERENT = 9
"""If one text repeats another, both together have this many words for each that only one has."""
_FEWEST = 5
"""A text with fewer words is repeated only by an identical text."""
_TRIES = 200
"""How many texts with one rare word are compared, as a hostile dump may repeat one endlessly."""
Ranks: TypeAlias = "array[int]"
"""The words of a text, as ranks in ascending order."""
REPOST = frozenset({"rt"})
"""What a repost begins with, which is no word of its text."""
_BETWEEN_SPACES = re.compile(r"\S++")


def repeats_of(texts: Sequence[str]) -> list[int | None]:
    """For each text, the index of the earlier one that it repeats; None for most.

    That text is never a repeat itself. Texts with different numbers do not repeat each other, nor
    do empty ones, such as those of links without titles.
    """
    ranked = _rank_words(texts)
    earlier = _Index(ranked.unshared)
    same: dict[bytes | str, int] = {}
    found: list[int | None] = []
    for index, own in enumerate(ranked.words):
        is_short = len(own) < _FEWEST
        key = _single_spaced(texts[index]) if is_short else own.tobytes()
        if not key:
            found.append(None)
            continue
        first = same.get(key)
        if first is None and not is_short:
            first = earlier.find_or_add(_Text(index, own, _mask(own)), ranked.numbers_of(own))
        if first is None:
            same[key] = index
        found.append(first)
    return found


def word_set_of(text: str) -> frozenset[str]:
    """The words of a text, for ``is_repeat``; a short text as a whole."""
    words = _words_in(text)
    return words if len(words) >= _FEWEST else frozenset({_single_spaced(text)})


def is_repeat(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one of two texts with these word sets repeats the other."""
    return _is_like(one, other) and _numbers(one) == _numbers(other)


def may_repeat(different: int, words: int) -> bool:
    """Whether the masks of two texts allow that one repeats the other.

    Args:
        different: the bits in which the masks differ, at most one for each word of only one text.
        words: the sum of the word counts.
    """
    return different.bit_count() * _DIFFERENT <= words


class _RankedWords(NamedTuple):
    """The words of texts as numbers, which take a tenth of the memory of strings."""

    words: list[Ranks]
    """The ranks of the words of each text, the rarest first."""
    unshared: int
    """The number of words that only one text has; theirs are the first ranks."""
    digits: frozenset[int]
    """The ranks of words that consist of digits."""

    def numbers_of(self, words: Ranks) -> frozenset[int]:
        """The words of a text that consist of digits."""
        return self.digits.intersection(words) if self.digits else self.digits


class _Text(NamedTuple):
    position: int
    words: Ranks
    mask: int
    """The words hashed to 127 bits; two masks differ in at most as many bits as words differ."""


class _Index:
    """The texts so far that are not repeats, by their rarest words."""

    def __init__(self, unshared: int) -> None:
        """Takes the number of words that only one text has, which find no other."""
        self._unshared = unshared
        self._by_word: dict[tuple[int, frozenset[int]], list[_Text]] = defaultdict(list)

    def find_or_add(self, text: _Text, numbers: frozenset[int]) -> int | None:
        """The index of the first text with nearly the same words; if there is none, adds ``text``.

        ``numbers`` are the words of ``text`` that consist of digits.
        """
        size = len(text.words)
        rare = text.words[: size - _least_shared(size) + 1]
        lists = [self._by_word[word, numbers] for word in rare if word >= self._unshared]
        own = set(text.words) if any(lists) else set()
        like = [
            other.position
            for candidates in lists
            for other in candidates[:_TRIES]
            if may_repeat(text.mask ^ other.mask, size + len(other.words))
            and _share_enough(len(own.intersection(other.words)), size, len(other.words))
        ]
        if not like:
            for candidates in lists:
                candidates.append(text)
        return min(like, default=None)


def _rank_words(texts: Sequence[str]) -> _RankedWords:
    """Ranks the words of texts by the number of texts that have them, the rarest first."""
    numbers: dict[str, int] = {}
    words = [
        array("I", [numbers.setdefault(word, len(numbers)) for word in sorted(_words_in(text))])
        for text in texts
    ]
    digits = [number for word, number in numbers.items() if word.isdigit()]
    used = np.zeros(len(numbers), dtype=np.uint32)
    del numbers  # with many words it is large
    for own in words:
        used[own] += 1
    ranks = np.empty_like(used)
    ranks[np.argsort(used, kind="stable")] = np.arange(len(used), dtype=np.uint32)
    ranked = [array("I", np.sort(ranks[own]).tobytes()) for own in words]
    unshared = int(np.count_nonzero(used == 1))
    return _RankedWords(ranked, unshared, frozenset(ranks[digits].tolist()))


def _mask(words: Ranks) -> int:
    mask = 0
    for rank in words:
        mask ^= 1 << rank % 127
    return mask


def _words_in(text: str) -> frozenset[str]:
    """The words of a text; for a script without spaces, its pairs of characters.

    Handles, URLs and the “RT” of a repost are left out.
    """
    words = words_of(_without_links(text), {})
    unspaced = [] if text.isascii() else [word for word in words if word >= WITHOUT_SPACES]
    return frozenset([*words, *fragments_of(unspaced)]) - REPOST


def _single_spaced(text: str) -> str:
    return " ".join(interned(found[0] for found in _BETWEEN_SPACES.finditer(text)))


def _without_links(text: str) -> str:
    if not may_have_links(text):
        return text
    kept: list[str] = []
    position = 0
    for span in find_links(text):
        if span.kind != "hashtag":
            kept.append(text[position : span.start])
            position = span.end
    return " ".join([*kept, text[position:]])


def _least_shared(words: int) -> int:
    """The fewest words that a text of this many words must share with its repeat."""
    return -int(-words * _SAME // 1)


def _numbers(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word for word in words if word.isdigit())


def _is_like(one: frozenset[str], other: frozenset[str]) -> bool:
    return _share_enough(len(one & other), len(one), len(other))


def _share_enough(shared: int, one: int, other: int) -> bool:
    """Whether texts of so many words, of which so many are shared, are nearly the same."""
    return shared >= _SAME * (one + other - shared)
