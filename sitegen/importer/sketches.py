"""Bottom-k sketches of texts, which estimate how many words two texts share."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import blake2b

from sitegen.text.interning import matches_in

Words = tuple[str, ...]
"""The words of a text in order, in lower case."""

_SKETCH_SIZE = 32
_HASH_DIGITS = 6

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_]+")


def words_of(text: str) -> Words:
    """The words of a text; for Chinese and Japanese, its characters."""
    return tuple(matches_in(text.casefold(), _WORD))


def spans_of(text: str) -> Iterator[tuple[str, int, int]]:
    """The words of a text, each with where it starts and ends."""
    return ((found[0].casefold(), *found.span()) for found in _WORD.finditer(text))


def sketch(text: str) -> str:
    """The sketch of a text: the 32 lowest hashes of its words, in order.

    A bottom-k sketch (Cohen and Kaplan, PODC 2007).
    """
    return _sketch_of(set(map(_hash_of, set(words_of(text)))))


def join_sketches(sketches: Iterable[str]) -> str:
    """The sketch of several texts together, from their sketches."""
    return _sketch_of({number for words in sketches for number in hashes_in(words)})


def similarity(one: str, other: str, fewest: int = 1) -> float:
    """The estimated share of words that two texts have in common, 0 to 1 (Dice coefficient).

    It is 0 if the sketches have fewer than ``fewest`` hashes in common, of at most 32.
    """
    first, second = hashes_in(one), hashes_in(other)
    lowest = sorted(first | second)[:_SKETCH_SIZE]
    common = sum(number in first and number in second for number in lowest)
    return 2 * common / (len(lowest) + common) if common >= fewest else 0.0


def lacks(words: str, word: str) -> bool:
    """Whether the text of a sketch certainly lacks a word; a long text may have it unseen."""
    known, hashed = hashes_in(words), _hash_of(word)
    return hashed not in known and (len(known) < _SKETCH_SIZE or hashed < max(known))


@lru_cache(maxsize=1 << 16)
def _hash_of(word: str) -> str:
    return blake2b(word.encode(), digest_size=_HASH_DIGITS // 2).hexdigest()


def _sketch_of(hashes: set[str]) -> str:
    return "".join(sorted(hashes)[:_SKETCH_SIZE])


def hashes_in(words: str) -> set[str]:
    """The word hashes in a sketch."""
    return {words[start : start + _HASH_DIGITS] for start in range(0, len(words), _HASH_DIGITS)}
