import numpy as np
import pytest

from sitegen.topics import lsa
from sitegen.topics.corpus import read_corpus
from sitegen.topics.embeddings import load_model
from sitegen.topics.lsa import latent_vectors


def test_texts_with_the_same_words_are_similar() -> None:
    texts = ["colmena abejas", "tren estación", "colmena abejas reina", "tren estación nieve"]
    vectors = latent_vectors(read_corpus(texts, load_model()))
    assert vectors[0] @ vectors[2] > 0.9
    assert abs(float(vectors[0] @ vectors[1])) < 0.1


def test_without_shared_words_there_are_no_columns() -> None:
    assert latent_vectors(read_corpus(["kestrel", "lighthouse"], load_model())).shape == (2, 0)


def test_vectors_are_deterministic() -> None:
    corpus = read_corpus([f"kestrel {n % 3} lamp {n % 5}" for n in range(40)], load_model())
    assert np.array_equal(latent_vectors(corpus), latent_vectors(corpus))


def test_words_that_every_text_has_are_ignored() -> None:
    vectors = latent_vectors(read_corpus(["kestrel", "kestrel"], load_model()))
    assert np.allclose(vectors[0], vectors[1])


def test_vectors_do_not_depend_on_the_size_of_the_pieces_of_random_rows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    corpus = read_corpus([f"w{n} kestrel{n % 3} lamp{n % 5}" for n in range(40)], load_model())
    together = latent_vectors(corpus)
    monkeypatch.setattr(lsa, "_PIECE", 3)
    assert np.array_equal(latent_vectors(corpus), together)
