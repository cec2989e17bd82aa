"""Texts that say again, in nearly the same words, what an earlier one says.

Two texts are compared by the share of their different words that both have (Jaccard's measure).
Each is looked up by its rarest words only: of two texts that share four words in five, one is sure
to have one of the rarest fifth of the other's (prefix filtering; Chaudhuri, Ganti and Kaushik,
ICDE 2006). So 100,000 texts need no more than some seconds, and the answer is exact.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sitegen.text.interning import interned
from sitegen.text.labels import find_links
from sitegen.topics.words import fragments_of, words_of

_SAME = 0.8
"""The least share of their words."""
_DIFFERENT = (1 - _SAME) / (1 + _SAME)
"""What that leaves of the words of both for those that only one has."""
_FEWEST = 5
"""Words that a text must have; a shorter one is repeated only by one that is quite the same."""
_TRIES = 200
"""Texts with one rare word that are compared, as a hostile dump may be made of like openings."""
_WITHOUT_SPACES = "\u0e00"
_BETWEEN_SPACES = re.compile(r"\S++")


def repeats_of(texts: Sequence[str]) -> list[int | None]:
    """For each text the place of the earlier one that it repeats, None for most.

    That one repeats no other itself. Texts with different numbers never repeat each other.
    """
    words = [_words_in(text) for text in texts]
    ranks = _ranks(words)
    earlier = _Earlier()
    same: dict[tuple[str, ...] | str, int] = {}
    found: list[int | None] = []
    for place, own in enumerate(words):
        is_short = len(own) < _FEWEST
        key = _single_spaced(texts[place]) if is_short else tuple(sorted(own))
        first = same.get(key)
        if first is None and not is_short:
            rare = sorted(own, key=ranks.__getitem__)
            first = earlier.first_like(_Text(place, own, _mask(own, ranks)), rare)
        if first is None:
            same[key] = place
        found.append(first)
    return found


def gist_of(text: str) -> frozenset[str]:
    """What ``is_repeat`` compares of a text: its words, or a short text as a whole."""
    words = _words_in(text)
    return words if len(words) >= _FEWEST else frozenset({_single_spaced(text)})


def is_repeat(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether of two texts with these gists one says again what the other does."""
    return _is_like(one, other) and _numbers(one) == _numbers(other)


class _Text(NamedTuple):
    place: int
    words: frozenset[str]
    mask: int
    """Which words, in 127 bits: it differs from another's in no more bits than they in words."""


class _Earlier:
    """The texts so far that repeat no other, by their rarest words."""

    def __init__(self) -> None:
        self._by_word: dict[tuple[str, frozenset[str]], list[_Text]] = defaultdict(list)

    def first_like(self, text: _Text, rare: Sequence[str]) -> int | None:
        """The place of the first text that has nearly the same words; if there is none, adds it.

        ``rare`` holds the text's words, the rarest first.
        """
        size = len(rare)
        numbers = _numbers(rare)
        lists = [self._by_word[word, numbers] for word in rare[: size - _least_shared(size) + 1]]
        like = [
            other.place
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
    """The place of each word among all, the rarest first."""
    used = Counter(word for words in texts for word in words)
    ordered = sorted(used, key=lambda word: (used[word], word))
    return {word: rank for rank, word in enumerate(ordered)}


def _mask(words: frozenset[str], ranks: Mapping[str, int]) -> int:
    mask = 0
    for word in words:
        mask ^= 1 << ranks[word] % 127
    return mask


def _words_in(text: str) -> frozenset[str]:
    """The words of a text; of a script without spaces between them, pairs of characters.

    Whom it mentions and what it links to is left out, as is the “RT” of one that is passed on.
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
    """How many of its words a text must share with another."""
    return -int(-words * _SAME // 1)


def _numbers(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word for word in words if word.isdigit())


def _is_like(one: frozenset[str], other: frozenset[str]) -> bool:
    shared = len(one & other)
    return shared >= _SAME * (len(one) + len(other) - shared)
