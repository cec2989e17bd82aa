import numpy as np

from sitegen.topics.corpus import read_corpus
from sitegen.topics.lsa import latent_vectors
from sitegen.topics.tables import load_model


def test_texts_with_the_same_words_are_alike() -> None:
    texts = ["colmena abejas", "tren estación", "colmena abejas reina", "tren estación nieve"]
    vectors = latent_vectors(read_corpus(texts, load_model()))
    assert vectors[0] @ vectors[2] > 0.9
    assert abs(float(vectors[0] @ vectors[1])) < 0.1


def test_nothing_shared_gives_no_columns() -> None:
    assert latent_vectors(read_corpus(["kestrel", "lighthouse"], load_model())).shape == (2, 0)


def test_the_same_vectors_every_time() -> None:
    corpus = read_corpus([f"kestrel {n % 3} lamp {n % 5}" for n in range(40)], load_model())
    assert np.array_equal(latent_vectors(corpus), latent_vectors(corpus))


def test_words_that_every_text_has_are_no_trouble() -> None:
    vectors = latent_vectors(read_corpus(["kestrel", "kestrel"], load_model()))
    assert np.allclose(vectors[0], vectors[1])
