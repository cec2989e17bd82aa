"""Vectors of words are computed piece by piece, and are the same as when computed together."""

import numpy as np
import pytest

from sitegen.topics import word_vectors
from sitegen.topics.corpus import read_corpus
from sitegen.topics.embeddings import Model, load_model
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
    vectors_of = Model.vectors_of

    def counting(model: Model, words: list[str]) -> object:
        asked.append(len(words))
        return vectors_of(model, words)

    monkeypatch.setattr(Model, "vectors_of", counting)
    words = [f"word{n}" for n in range(20)]
    pieces = WordVectors(words, np.arange(20), load_model()).pieces()
    assert [begin for begin, _, _ in pieces] == [0, 4, 8, 12, 16]
    assert max(asked) <= 4
