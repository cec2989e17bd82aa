"""Static embedding models on disk, by model2vec's folder layout.

A folder holds ``model.safetensors`` with the tensor ``embeddings`` (floats or bytes) and perhaps
``scales`` (one a row, for bytes) or ``weights`` (one a piece) and ``mapping`` (piece to row), and
``tokenizer.json`` as the library ``tokenizers`` writes it.
"""

import functools
import json
import struct
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sitegen.errors import ConfigError
from sitegen.topics.models import Floats
from sitegen.topics.wordpiece import WordPiece

BUILT_IN = Path(__file__).parent / "model"
_TYPES = {"F32": "<f4", "F16": "<f2", "F64": "<f8", "I8": "i1", "I64": "<i8", "I32": "<i4"}
_COMMON_RANK = 300
_RARE_RANK = 8000
_COMMONEST = 0.15
"""What the commonest words weigh when they are matched as they stand; rare ones weigh 1."""

Pieces = Callable[[str], Sequence[int]]


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """A vector for every word."""

    rows: NDArray[Any]
    scales: Floats
    vocabulary: Mapping[str, int]
    """The number of each piece, frequent words first."""
    pieces: Pieces
    """The pieces that a word is made of."""
    first: int
    """The number of the commonest word."""

    def rank_of(self, word: str) -> int:
        """The place of a word among all by frequency, from 1; past the last if it is not known."""
        number = self.vocabulary.get(word, -1)
        return number - self.first + 1 if number >= self.first else len(self.vocabulary)

    def rarity_of(self, word: str) -> float:
        """How much a word tells when it is matched as it stands: from 0.15 to 1."""
        span = np.log(_RARE_RANK / _COMMON_RANK)
        share = np.log(self.rank_of(word) / _COMMON_RANK) / span
        return float(np.clip(share, _COMMONEST, 1))

    def vectors_of(self, words: Sequence[str]) -> Floats:
        """The weighted vector of each word: the sum of its pieces'; zero where nothing is known."""
        numbers = [self.pieces(word) for word in words]
        vectors = np.zeros((len(words), self.rows.shape[1]), dtype=np.float32)
        for step in range(max(map(len, numbers), default=0)):
            longer = [place for place, found in enumerate(numbers) if len(found) > step]
            rows = [numbers[place][step] for place in longer]
            vectors[longer] += self.rows[rows] * self.scales[rows][:, None]
        return vectors


@functools.cache
def load_model(folder: Path = BUILT_IN) -> Model:
    """The model in a folder.

    Raises:
        ConfigError: a file is missing, or is not what it should be.
    """
    try:
        tensors = _read_safetensors(folder / "model.safetensors")
        tokenizer = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))
        return _assemble(folder, tensors, tokenizer)
    except (OSError, ValueError, KeyError, struct.error) as error:
        raise ConfigError(
            f"the model for topics cannot be read: {error}",
            path=folder,
            hint="it must be a folder as model2vec writes it, with model.safetensors and "
            "tokenizer.json",
        ) from None


def _read_safetensors(path: Path) -> dict[str, NDArray[Any]]:
    """The tensors of a file; see https://huggingface.co/docs/safetensors for the format."""
    data = path.read_bytes()
    (length,) = struct.unpack_from("<Q", data)
    header = json.loads(data[8 : 8 + length])
    header.pop("__metadata__", None)
    body = memoryview(data)[8 + length :]
    return {
        name: np.frombuffer(body[slice(*entry["data_offsets"])], _TYPES[entry["dtype"]]).reshape(
            entry["shape"]
        )
        for name, entry in header.items()
    }


def _assemble(folder: Path, tensors: Mapping[str, NDArray[Any]], tokenizer: Any) -> Model:
    rows = tensors["embeddings"]
    scales = tensors.get("scales", np.ones(len(rows), dtype=np.float32))
    if "mapping" in tensors:
        rows, scales = rows[tensors["mapping"]], scales[tensors["mapping"]]
    scales = scales * tensors.get("weights", np.float32(1))
    if tokenizer["model"]["type"] == "WordPiece":
        vocabulary: dict[str, int] = tokenizer["model"]["vocab"]
        pieces: Pieces = WordPiece(vocabulary).pieces_of
    else:
        vocabulary, pieces = _other_tokenizer(folder)
    return Model(rows, scales.astype(np.float32), vocabulary, pieces, vocabulary.get("the", 0))


def _other_tokenizer(folder: Path) -> tuple[dict[str, int], Pieces]:
    try:
        from tokenizers import Tokenizer  # noqa: PLC0415 - only such models need it
    except ImportError:
        raise ConfigError(
            "this model for topics needs the library “tokenizers”",
            path=folder / "tokenizer.json",
            hint="pip install tokenizers",
        ) from None
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    ids = functools.partial(tokenizer.encode, add_special_tokens=False)
    return tokenizer.get_vocab(), lambda word: list(ids(word).ids)
