import numpy as np
import pytest

from sitegen.topics.encoder.network import Encoder, load_encoder
from sitegen.topics.encoder.onnx_network import load_onnx_encoder
from sitegen.topics.encoder.vectors import KeepingEncoder, encoder_version

pytest.importorskip("onnx")
pytest.importorskip("onnxruntime")

TEXTS = [
    "The sourdough starter came back from the neighbours with a name.",
    "Rye bread.",
    "The telescope showed us a comet and a distant galaxy. " * 12,
]


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return load_onnx_encoder()


def test_vectors_are_nearly_those_of_the_encoder(encoder: Encoder) -> None:
    found, expected = encoder.encode(TEXTS), load_encoder().encode(TEXTS)

    assert (found * expected).sum(axis=1).min() > 0.99


def test_a_vector_does_not_depend_on_the_texts_beside_it(encoder: Encoder) -> None:
    among, alone = encoder.encode([*TEXTS, "Hm."])[1], encoder.encode([TEXTS[1]])[0]

    assert among == pytest.approx(alone, abs=1e-4)


def test_a_text_without_a_known_word_has_no_vector(encoder: Encoder) -> None:
    assert not encoder.encode(["", "🍞"]).any()


def test_vectors_of_the_two_libraries_are_kept_apart() -> None:
    one, other = KeepingEncoder(), KeepingEncoder(runtime="onnxruntime")

    assert one != other
    assert encoder_version() != encoder_version("onnxruntime")
    assert not np.array_equal(one.encode(TEXTS[:1]), other.encode(TEXTS[:1]))
