from pathlib import Path

import numpy as np
import pytest

from sitegen.topics.encoder import vectors
from sitegen.topics.encoder.scoring import keyword_texts
from sitegen.topics.encoder.vectors import KeepingEncoder
from sitegen.topics.subjects import built_in_subjects

RYE = "Rye bread wants a hot oven and a whole day of patience."
COMET = "The telescope showed us a comet and a distant galaxy."


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise AssertionError("the network ran")

    monkeypatch.setattr(vectors, "load_encoder", fail)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A file with the vectors of two texts."""
    encoder = KeepingEncoder(tmp_path / "vectors")
    encoder.encode([RYE, COMET])
    encoder.save()
    return tmp_path / "vectors"


def test_kept_vectors_are_found_without_the_network(kept: Path, no_network: None) -> None:
    vectors = KeepingEncoder(kept).encode([COMET, RYE, COMET])

    assert np.array_equal(vectors[0], vectors[2])
    assert vectors[0] @ vectors[1] < 0.5


def test_kept_vectors_are_those_that_were_computed(kept: Path) -> None:
    assert np.array_equal(KeepingEncoder(kept).encode([RYE]), KeepingEncoder().encode([RYE]))


def test_most_built_in_keywords_have_a_vector(no_network: None) -> None:
    encoder = KeepingEncoder()
    texts = [text for subject in built_in_subjects() for text in keyword_texts(subject)]

    assert encoder.share_known(texts) > 0.9, "run tools/encoder/topics.py"


def test_other_texts_keep_their_vectors(kept: Path, no_network: None) -> None:
    encoder = KeepingEncoder(kept)
    encoder.encode([RYE])
    encoder.save()

    assert KeepingEncoder(kept).encode([COMET]).any()


def test_old_vectors_are_dropped_from_a_large_file(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vectors, "_MOST_KEPT", 2)
    encoder = KeepingEncoder(kept)
    encoder.encode(["A new text.", RYE])
    encoder.save()

    assert KeepingEncoder(kept).share_known(["A new text.", RYE, COMET]) == pytest.approx(2 / 3)


@pytest.mark.parametrize("data", [b"", b"\xff" * 8, b"\x02\0\0\0\0\0\0\0{}", b"no vectors at all"])
def test_a_damaged_file_is_ignored(kept: Path, data: bytes) -> None:
    kept.write_bytes(data)
    encoder = KeepingEncoder(kept)
    encoder.encode([RYE])
    encoder.save()

    assert KeepingEncoder(kept).share_known([RYE]) == 1
