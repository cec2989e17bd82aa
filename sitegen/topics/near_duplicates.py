"""Finds near-duplicates: texts that repeat an earlier one in nearly the same words.

Texts are compared by the Jaccard similarity of their word sets. Candidates are looked up by their
rarest words only, as two texts that share four words in five must share one of the rarest fifth
(prefix filtering; Chaudhuri, Ganti and Kaushik, ICDE 2006). The result is exact, and 100,000 texts
take a few seconds.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sitegen.text.interning import interned
from sitegen.text.labels import find_links
from sitegen.topics.words import fragments_of, words_of

_SAME = 0.8
"""The least Jaccard similarity."""
_DIFFERENT = (1 - _SAME) / (1 + _SAME)
"""The most words that only one of two texts has, as a share of the sum of their word counts."""
_FEWEST = 5
"""A text with fewer words is repeated only by an identical text."""
_TRIES = 200
"""How many texts with one rare word are compared, as a hostile dump may repeat one endlessly."""
_WITHOUT_SPACES = "\u0e00"
_BETWEEN_SPACES = re.compile(r"\S++")


def repeats_of(texts: Sequence[str]) -> list[int | None]:
    """For each text, the index of the earlier one that it repeats; None for most.

    That text is never a repeat itself. Texts with different numbers do not repeat each other.
    """
    words = [_words_in(text) for text in texts]
    ranks = _ranks(words)
    earlier = _Index()
    same: dict[tuple[str, ...] | str, int] = {}
    found: list[int | None] = []
    for index, own in enumerate(words):
        is_short = len(own) < _FEWEST
        key = _single_spaced(texts[index]) if is_short else tuple(sorted(own))
        first = same.get(key)
        if first is None and not is_short:
            rare = sorted(own, key=ranks.__getitem__)
            first = earlier.find_or_add(_Text(index, own, _mask(own, ranks)), rare)
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


class _Text(NamedTuple):
    position: int
    words: frozenset[str]
    mask: int
    """The words hashed to 127 bits; two masks differ in at most as many bits as words differ."""


class _Index:
    """The texts so far that are not repeats, by their rarest words."""

    def __init__(self) -> None:
        self._by_word: dict[tuple[str, frozenset[str]], list[_Text]] = defaultdict(list)

    def find_or_add(self, text: _Text, rare: Sequence[str]) -> int | None:
        """The index of the first text with nearly the same words; if there is none, adds ``text``.

        ``rare`` holds the words of ``text``, the rarest first.
        """
        size = len(rare)
        numbers = _numbers(rare)
        lists = [self._by_word[word, numbers] for word in rare[: size - _least_shared(size) + 1]]
        like = [
            other.position
            for candidates in lists
            for other in candidates[:_TRIES]
            if (text.mask ^ other.mask).bit_count() <= (size + len(other.words)) * _DIFFERENT
            and _is_like(text.words, other.words)
        ]
        if not like:
            for candidates in lists:
                candidates.append(text)
        return min(like, default=None)


def _ranks(texts: Sequence[frozenset[str]]) -> dict[str, int]:
    """The rank of each word by frequency, the rarest first."""
    used = Counter(word for words in texts for word in words)
    ordered = sorted(used, key=lambda word: (used[word], word))
    return {word: rank for rank, word in enumerate(ordered)}


def _mask(words: frozenset[str], ranks: Mapping[str, int]) -> int:
    mask = 0
    for word in words:
        mask ^= 1 << ranks[word] % 127
    return mask


def _words_in(text: str) -> frozenset[str]:
    """The words of a text; for a script without spaces, its pairs of characters.

    Handles, URLs and the “RT” of a repost are left out.
    """
    words = [word for word in words_of(_without_links(text), {}) if word != "rt"]
    unspaced = [word for word in words if word >= _WITHOUT_SPACES]
    return frozenset([*words, *fragments_of(unspaced)])


def _single_spaced(text: str) -> str:
    return " ".join(interned(found[0] for found in _BETWEEN_SPACES.finditer(text)))


def _without_links(text: str) -> str:
    kept: list[str] = []
    position = 0
    for span in find_links(text):
        if span.kind != "hashtag":
            kept.append(text[position : span.start])
            position = span.end
    return " ".join([*kept, text[position:]])


def _least_shared(words: int) -> int:
    """The fewest words that a text of so many words must share with its repeat."""
    return -int(-words * _SAME // 1)


def _numbers(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word for word in words if word.isdigit())


def _is_like(one: frozenset[str], other: frozenset[str]) -> bool:
    shared = len(one & other)
    return shared >= _SAME * (len(one) + len(other) - shared)
