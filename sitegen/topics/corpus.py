"""Texts read as numbers: which words each has, and a vector for each."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sitegen.topics.models import Floats, Numbers
from sitegen.topics.tables import Model
from sitegen.topics.words import (
    Phrases,
    fragments_of,
    is_foreign,
    is_small_word,
    phrases_in,
    telling_words,
    words_of,
)

_BATCH = 2048
"""Texts that are worked on at a time; more would only take more memory."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """What is known of some texts."""

    words: tuple[str, ...]
    """The different telling words, and listed phrases, of all of them."""
    flat: Numbers
    """The numbers of each text's telling words, one text after the other."""
    starts: Numbers
    """Where each text begins in ``flat``, and one entry more for the end."""
    vectors: Floats
    """The meaning of each text, of length 1; zero where the model does not know its language."""
    foreign: frozenset[int]
    """The texts in other languages than the model's."""

    def words_in(self, text: int) -> Numbers:
        """The numbers of a text's telling words."""
        return self.flat[self.starts[text] : self.starts[text + 1]]

    def __len__(self) -> int:
        return len(self.starts) - 1


def read_corpus(texts: Sequence[str], model: Model, phrases: Phrases | None = None) -> Corpus:
    """The words and vectors of texts; ``phrases`` that they hold count as words without meaning."""
    tellings: list[list[str]] = []
    foreign = set()
    for place, text in enumerate(texts):
        words = words_of(text, model.vocabulary)
        telling = telling_words(words)
        if phrases:
            telling += phrases_in(words, phrases)
        if model.english and is_foreign(words):
            foreign.add(place)
            telling = [word for word in telling if not is_small_word(word)]
            telling += fragments_of(telling)
        tellings.append(telling)
    flat, known = number_words(tellings)
    starts = np.cumsum([0, *map(len, tellings)])
    vectors = unit(sum_rows(model.vectors_of(known), flat, starts))
    vectors[sorted(foreign)] = 0
    return Corpus(known, flat, starts, vectors, frozenset(foreign))


def number_words(texts: Sequence[Sequence[str]]) -> tuple[Numbers, tuple[str, ...]]:
    """The words of texts as numbers, one text after the other, and the word of each number."""
    numbers: dict[str, int] = {}
    flat = [numbers.setdefault(word, len(numbers)) for words in texts for word in words]
    return np.array(flat, dtype=np.int64), tuple(numbers)


def sum_words(corpus: Corpus, rows: Floats) -> Floats:
    """The sum over each text's words of a row for every word."""
    return sum_rows(rows, corpus.flat, corpus.starts)


def sum_rows(rows: Floats, flat: Numbers, starts: Numbers, values: Floats | None = None) -> Floats:
    """For each run of ``flat`` the sum of the rows that it names, in its order.

    The first of every run are added in one go, then the second, and so on: many times faster than
    ``add.reduceat`` on rows, and always in the same order.

    Args:
        rows: what to add.
        flat: numbers of rows, one run after the other.
        starts: where each run begins, and one entry more for the end.
        values: what to multiply each entry's row by.
    """
    lengths = np.diff(starts)
    order = np.argsort(-lengths, kind="stable")
    sums = np.zeros((len(lengths), rows.shape[1]), dtype=np.float32)
    for begin in range(0, len(order), _BATCH):
        batch = order[begin : begin + _BATCH]
        part = np.zeros((len(batch), rows.shape[1]), dtype=np.float32)
        for step in range(int(lengths[batch[0]])):
            longer = int(np.searchsorted(-lengths[batch], -step, side="left"))
            entries = starts[batch[:longer]] + step
            added = rows[flat[entries]]
            part[:longer] += added if values is None else added * values[entries, None]
        sums[batch] = part
    return sums


def unit(vectors: Floats) -> Floats:
    """The vectors at length 1; zero stays zero."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.where(lengths > 0, lengths, 1), dtype=np.float32)
