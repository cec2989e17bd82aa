"""The vectors of the words of many texts, computed piece by piece: all at once fill the memory."""

from collections.abc import Iterator

import numpy as np

from sitegen.topics.embeddings import WordTokens
from sitegen.topics.grouping_types import Floats, Numbers

_PIECE = 1 << 12
"""How many words of the texts are looked at together."""
_KEPT = 1 << 14
"""How many words, the most frequent, have their vectors kept."""


class WordVectors:
    """The vectors of the words of some texts.

    A vector takes a hundred times the memory of its word, so only those of frequent words are kept.
    """

    def __init__(self, tokens: WordTokens, flat: Numbers) -> None:
        """Takes the distinct words, and the numbers of the words of all texts, concatenated."""
        used = np.bincount(flat, minlength=len(tokens))
        frequent = np.sort(np.argsort(-used, kind="stable")[:_KEPT])
        self._tokens = tokens
        self._flat = flat
        self._rows = tokens.vectors_of(frequent)
        self._places = np.full(len(tokens), -1, dtype=np.int32)
        self._places[frequent] = np.arange(len(frequent))

    def pieces(self) -> Iterator[tuple[int, Floats, Numbers]]:
        """For each piece of the texts, where it begins, vectors, and the row of each of its words.

        The rows are those of the vectors.
        """
        for begin in range(0, len(self._flat), _PIECE):
            numbers, rows = np.unique(self._flat[begin : begin + _PIECE], return_inverse=True)
            yield begin, self._at(numbers), rows

    def _at(self, numbers: Numbers) -> Floats:
        places = self._places[numbers]
        vectors = self._rows[places]
        vectors[places < 0] = self._tokens.vectors_of(numbers[places < 0])
        return vectors
