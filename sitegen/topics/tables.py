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

_BEGINS_A_WORD = ("▁", "Ġ")
"""How tokenizers of the kinds Unigram and BPE mark the piece that a word begins with."""

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
    english: bool
    """Whether it knows no other language, so that its vectors of other texts would mislead."""

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
        missing = f"{error} is missing in it, or of a kind that is not known"
        raise ConfigError(
            "the model for topics cannot be read: "
            f"{missing if isinstance(error, KeyError) else error}",
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
    return Model(
        rows,
        scales.astype(np.float32),
        vocabulary,
        pieces,
        first=vocabulary.get("the", 0),
        english=folder == BUILT_IN,
    )


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
    tokenizer.no_padding()
    settings = json.loads(tokenizer.to_str())
    before = _before_a_word(settings)
    unknown = _unknown_piece(settings["model"], tokenizer.get_vocab())

    def pieces_of(word: str) -> list[int]:
        found = tokenizer.encode(before + word, add_special_tokens=False).ids
        return [number for number in found if number != unknown]

    return _whole_words(tokenizer.get_vocab()), pieces_of


def _before_a_word(settings: Any) -> str:
    """A space, where it is a part of a word's first piece and the tokenizer adds none itself."""
    outer = settings["pre_tokenizer"] or {}
    steps = outer.get("pretokenizers", [outer])
    wants_it = any(
        step.get("type") == "ByteLevel" and not step["add_prefix_space"] for step in steps
    )
    return " " if wants_it else ""


def _unknown_piece(kind: Any, vocabulary: Mapping[str, int]) -> int | None:
    """The number of the piece for what is not known, which model2vec leaves out too."""
    number: int | None = kind.get("unk_id")
    return vocabulary.get(kind.get("unk_token") or "") if number is None else number


def _whole_words(vocabulary: Mapping[str, int]) -> dict[str, int]:
    """The pieces that begin a word, without the sign for it, in the order of their numbers."""
    pieces = sorted(vocabulary, key=lambda piece: vocabulary[piece])
    return {piece[1:]: vocabulary[piece] for piece in pieces if piece[:1] in _BEGINS_A_WORD}
