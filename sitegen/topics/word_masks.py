"""Masks of the words of texts, which tell without the texts that most do not repeat each other.

A mask has a bit for each remainder of the words' checksums, so two masks differ in at most as many
bits as there are words in only one of the texts. If one repeats the other, that is at most each
ninth of the words of both: see ``near_duplicates``.
"""

import functools
import zlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sitegen.text.labels import may_have_links
from sitegen.topics.corpus import Corpus
from sitegen.topics.near_duplicates import REPOST, may_repeat
from sitegen.topics.words import WITHOUT_SPACES

_BITS = 127
_NO_BIT = _BITS
"""For what is no word when repeats are looked for."""
_UNKNOWN = 0xFFFF
"""The count for a text whose words are others when repeats are looked for: it may repeat any."""

Bytes = NDArray[np.uint8]
SIZE = 2 + (_BITS + 1) // 8
"""The bytes of a mask with the number of words."""


def masks_of(texts: Sequence[str], corpus: Corpus) -> Bytes:
    """The mask of each text, a row of bytes with the number of its words before it."""
    bits = np.array([_bit_of(word) for word in corpus.words], dtype=np.int64)
    unspaced = np.array([word >= WITHOUT_SPACES for word in corpus.words], dtype=np.bool_)
    owners = np.repeat(np.arange(len(corpus)), np.diff(corpus.starts))
    places = owners * (_BITS + 1) + bits[corpus.flat]
    table = np.bincount(places, minlength=len(corpus) * (_BITS + 1)) % 2
    table = table.reshape(-1, _BITS + 1)
    table[:, _NO_BIT] = 0
    counts = np.minimum(corpus.lengths, _UNKNOWN).astype(np.uint16)
    counts[owners[unspaced[corpus.flat]]] = _UNKNOWN
    counts[sorted(corpus.foreign)] = _UNKNOWN
    counts[[may_have_links(text) for text in texts]] = _UNKNOWN
    masks = np.packbits(table.astype(np.uint8), axis=1)
    return np.hstack([counts.reshape(-1, 1).view(np.uint8), masks])


class Masks:
    """The masks of some texts."""

    def __init__(self, rows: Bytes) -> None:
        """Takes what ``masks_of`` returned, or some rows of it."""
        counts: list[int] = np.ascontiguousarray(rows[:, :2]).view(np.uint16)[:, 0].tolist()
        self._counts = counts
        self._masks = [int.from_bytes(row.tobytes(), "little") for row in rows[:, 2:]]

    def may_repeat(self, one: int, other: int) -> bool:
        """Whether it cannot be ruled out that one of two texts repeats the other."""
        different = self._masks[one] ^ self._masks[other]
        return may_repeat(different, self._counts[one] + self._counts[other])


@functools.lru_cache(maxsize=65536)
def _bit_of(word: str) -> int:
    """The bit of a word; none for a phrase."""
    if " " in word or word in REPOST:
        return _NO_BIT
    return zlib.crc32(word.encode("utf-8", "surrogatepass")) % _BITS
