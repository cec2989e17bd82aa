import json
import struct
import sys
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from sitegen.errors import ConfigError
from sitegen.topics import group_texts
from sitegen.topics.corpus import read_corpus
from sitegen.topics.embeddings import BUILT_IN, load_model

VOCABULARY = {"[UNK]": 0, "the": 1, "bee": 2, "##s": 3, "train": 4}
UNIGRAM: dict[str, object] = {
    "version": "1.0",
    "added_tokens": [],
    "pre_tokenizer": {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always"},
    "model": {
        "type": "Unigram",
        "unk_id": 0,
        "vocab": [["<unk>", 0.0], ["▁the", -1.0], ["▁biene", -2.0], ["n", -3.0], ["▁", -4.0]],
    },
}
BPE: dict[str, object] = {
    "version": "1.0",
    "added_tokens": [],
    "pre_tokenizer": {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": True},
    "model": {
        "type": "BPE",
        "vocab": {"b": 0, "e": 1, "Ġ": 2, "Ġb": 3, "ee": 4, "Ġbee": 5},
        "merges": ["Ġ b", "e e", "Ġb ee"],
    },
}
TYPES = {"float32": "F32", "float16": "F16", "int8": "I8", "int64": "I64"}


def write_model(
    folder: Path,
    tensors: dict[str, NDArray[np.generic]],
    tokenizer: Mapping[str, object] | None = None,
) -> Path:
    header, body = {}, b""
    for name, tensor in tensors.items():
        data = tensor.tobytes()
        place = [len(body), len(body) + len(data)]
        dtype, shape = TYPES[tensor.dtype.name], list(tensor.shape)
        header[name] = {"dtype": dtype, "shape": shape, "data_offsets": place}
        body += data
    text = json.dumps(header).encode()
    folder.mkdir(exist_ok=True)
    (folder / "model.safetensors").write_bytes(struct.pack("<Q", len(text)) + text + body)
    tokenizer = tokenizer or {"model": {"type": "WordPiece", "vocab": VOCABULARY}}
    (folder / "tokenizer.json").write_text(json.dumps(tokenizer), encoding="utf-8")
    return folder


def test_a_word_vector_is_the_sum_of_its_tokens(tmp_path: Path) -> None:
    rows = np.eye(5, 8, dtype=np.float32)
    model = load_model(write_model(tmp_path / "m", {"embeddings": rows}))
    assert model.vectors_of(["bees"]).tolist() == [(rows[2] + rows[3]).tolist()]
    assert not model.vectors_of(["?"]).any()


def test_byte_embeddings_are_scaled_by_row(tmp_path: Path) -> None:
    rows = np.full((5, 4), 10, dtype=np.int8)
    scales = np.arange(5, dtype=np.float32)
    model = load_model(write_model(tmp_path / "m", {"embeddings": rows, "scales": scales}))
    assert model.vectors_of(["bee"]).tolist() == [[20.0] * 4]


def test_weights_and_a_mapping_are_applied(tmp_path: Path) -> None:
    tensors: dict[str, NDArray[np.generic]] = {
        "embeddings": np.eye(2, dtype=np.float16),
        "mapping": np.array([0, 0, 1, 0, 0]),
        "weights": np.array([1, 1, 3, 1, 1], dtype=np.float32),
    }
    model = load_model(write_model(tmp_path / "m", tensors))
    assert model.vectors_of(["bee"]).tolist() == [[0.0, 3.0]]


def test_other_tokenizers_split_a_word_as_in_a_sentence(
    tmp_path: Path,
) -> None:
    rows = np.eye(6, dtype=np.float32)
    unigram = load_model(write_model(tmp_path / "u", {"embeddings": rows}, UNIGRAM))
    bpe = load_model(write_model(tmp_path / "b", {"embeddings": rows}, BPE))

    assert unigram.pieces("bienen") == [2, 3]
    assert bpe.pieces("bee") == [5]


def test_unknown_tokens_are_ignored(tmp_path: Path) -> None:
    model = load_model(
        write_model(tmp_path / "u", {"embeddings": np.ones((5, 2), dtype=np.float32)}, UNIGRAM)
    )
    assert 0 not in model.pieces("biene茶")
    assert model.rank_of("biene") == 2


def test_only_a_custom_model_embeds_other_languages(tmp_path: Path) -> None:
    text = "Die Biene und der Honig sind für uns nicht das, was sie einmal waren"
    folder = write_model(tmp_path / "u", {"embeddings": np.eye(5, dtype=np.float32)}, UNIGRAM)

    assert read_corpus([text], load_model(folder)).vectors.any()
    assert not read_corpus([text], load_model()).vectors.any()


def test_a_missing_tokenizer_library_is_an_error_with_a_hint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_model(tmp_path / "b", {"embeddings": np.eye(6, dtype=np.float32)}, BPE)
    monkeypatch.setitem(sys.modules, "tokenizers", None)
    with pytest.raises(ConfigError, match="needs the library “tokenizers”") as caught:
        load_model(folder)
    assert caught.value.hint == "pip install tokenizers"


def test_a_missing_tensor_is_named(tmp_path: Path) -> None:
    folder = write_model(tmp_path / "m", {"weights": np.eye(5, dtype=np.float32)})
    with pytest.raises(ConfigError, match="'embeddings' is missing"):
        load_model(folder)


def test_a_custom_model_can_group(tmp_path: Path) -> None:
    folder = write_model(tmp_path / "m", {"embeddings": np.eye(5, 8, dtype=np.float32)})
    assert len(group_texts(["bees", "trains", "bee"], model=folder)) == 3


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("model.safetensors", "no"),
        ("tokenizer.json", "no"),
        ("tokenizer.json", "[]"),
        ("tokenizer.json", '{"model": {"type": "WordPiece", "vocab": []}}'),
        ("tokenizer.json", '{"model": {"type": "Unigram"}}'),
    ],
)
def test_a_missing_or_invalid_model_is_an_error_with_its_path(
    tmp_path: Path, name: str, text: str
) -> None:
    folder = write_model(tmp_path / "m", {"embeddings": np.eye(5, dtype=np.float32)})
    (folder / name).write_text(text)
    with pytest.raises(ConfigError) as caught:
        load_model(folder)
    assert caught.value.path == folder


def test_the_built_in_model_is_small_and_ranks_common_words_first() -> None:
    assert sum(path.stat().st_size for path in BUILT_IN.iterdir()) < 8_000_000
    model = load_model()
    assert not model.vectors_of(["the", "and"]).any()
    assert model.rarity_of("house") < model.rarity_of("trailhead") == 1
