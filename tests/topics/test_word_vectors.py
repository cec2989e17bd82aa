"""Vectors of words are computed piece by piece, and are the same as when computed together."""

import numpy as np
import pytest

from sitegen.topics import word_vectors
from sitegen.topics.corpus import read_corpus
from sitegen.topics.embeddings import WordTokens, load_model
from sitegen.topics.grouping_types import Numbers
from sitegen.topics.word_vectors import WordVectors

TEXTS = ["kestrel lamp harbour", "", "lamp " + " ".join(f"word{n}" for n in range(9)), "harbour"]


def test_the_vectors_of_texts_do_not_depend_on_the_size_of_a_piece(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    together = read_corpus(TEXTS, load_model()).vectors
    monkeypatch.setattr(word_vectors, "_PIECE", 2)
    monkeypatch.setattr(word_vectors, "_KEPT", 1)
    assert np.array_equal(read_corpus(TEXTS, load_model()).vectors, together)


def test_few_vectors_are_in_memory_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_vectors, "_PIECE", 4)
    monkeypatch.setattr(word_vectors, "_KEPT", 3)
    asked: list[int] = []
    vectors_of = WordTokens.vectors_of

    def counting(tokens: WordTokens, words: Numbers) -> object:
        asked.append(len(words))
        return vectors_of(tokens, words)

    monkeypatch.setattr(WordTokens, "vectors_of", counting)
    tokens = WordTokens((f"word{n}" for n in range(20)), load_model())
    pieces = WordVectors(tokens, np.arange(20)).pieces()
    assert [begin for begin, _, _ in pieces] == [0, 4, 8, 12, 16]
    assert max(asked) <= 4
