"""Static word embeddings: loads a model in the folder layout of model2vec.

A folder has ``model.safetensors`` with the tensor ``embeddings`` (floats or bytes), optionally
``scales`` (one per row, for bytes), ``weights`` (one per token) and ``mapping`` (token to row), and
``tokenizer.json`` as written by the library ``tokenizers``.
"""

import functools
import json
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sitegen.errors import ConfigError
from sitegen.topics.grouping_types import Floats, Numbers
from sitegen.topics.tensors import read_tensors
from sitegen.topics.wordpiece import WordPiece

BUILT_IN = Path(__file__).parent / "model"
_COMMON_RANK = 300
_RARE_RANK = 8000
_COMMONEST = 0.15
"""The weight of the most common words in literal matches; rare words have 1."""

_BEGINS_A_WORD = ("▁", "Ġ")
"""How Unigram and BPE tokenizers mark the first token of a word."""

Pieces = Callable[[str], Sequence[int]]


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """An embedding model: a vector for each word."""

    rows: NDArray[Any]
    scales: Floats
    vocabulary: Mapping[str, int]
    """The number of each token, frequent words first."""
    pieces: Pieces
    """Splits a word into the numbers of its tokens."""
    first: int
    """The number of the most frequent word."""
    english: bool
    """Whether it knows English only, and its vectors for other languages would be misleading."""

    def rank_of(self, word: str) -> int:
        """The frequency rank of a word, from 1; past the last for an unknown word."""
        number = self.vocabulary.get(word, -1)
        return number - self.first + 1 if number >= self.first else len(self.vocabulary)

    def rarity_of(self, word: str) -> float:
        """The weight of a word in literal matches by its rarity, from 0.15 to 1."""
        span = np.log(_RARE_RANK / _COMMON_RANK)
        share = np.log(self.rank_of(word) / _COMMON_RANK) / span
        return float(np.clip(share, _COMMONEST, 1))

    def vectors_of(self, words: Sequence[str]) -> Floats:
        """The vector of each word: the weighted sum of its tokens' vectors; zero if unknown."""
        return WordTokens(words, self).vectors_of(np.arange(len(words)))


class WordTokens:
    """The tokens of some words, found once: that takes longer than to add up their vectors."""

    def __init__(self, words: Iterable[str], model: Model) -> None:
        """Splits each word."""
        tokens, starts = array("i"), array("q", [0])
        for word in words:
            tokens.extend(model.pieces(word))
            starts.append(len(tokens))
        self._tokens = np.array(tokens, dtype=np.int32)
        self._starts = np.array(starts, dtype=np.int64)
        self._model = model

    def __len__(self) -> int:
        return len(self._starts) - 1

    def vectors_of(self, words: Numbers) -> Floats:
        """The vectors of words, by their numbers: the weighted sums of their tokens' vectors."""
        starts = self._starts[words]
        lengths = self._starts[words + 1] - starts
        vectors = np.zeros((len(words), self._model.rows.shape[1]), dtype=np.float32)
        for step in range(int(lengths.max(initial=0))):
            longer = np.flatnonzero(lengths > step)
            rows = self._tokens[starts[longer] + step]
            vectors[longer] += self._model.rows[rows] * self._model.scales[rows][:, None]
        return vectors


@functools.cache
def load_model(folder: Path = BUILT_IN) -> Model:
    """Loads the model in a folder.

    Raises:
        ConfigError: a file is missing, or does not have the expected format.
    """
    try:
        tensors = read_tensors(folder / "model.safetensors")
        tokenizer = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))
        return _assemble(folder, tensors, tokenizer)
    except ConfigError:
        raise
    except Exception as error:  # JSON of another structure raises any, tokenizers a bare one
        missing = f"{error} is missing or not supported"
        raise ConfigError(
            "the model for topics cannot be read: "
            f"{missing if isinstance(error, KeyError) else error}",
            path=folder,
            hint="it must be a folder as model2vec writes it, with model.safetensors and "
            "tokenizer.json",
        ) from None


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
    """A space, if a word's first token includes one that the tokenizer does not add itself."""
    outer = settings["pre_tokenizer"] or {}
    steps = outer.get("pretokenizers", [outer])
    wants_it = any(
        step.get("type") == "ByteLevel" and not step["add_prefix_space"] for step in steps
    )
    return " " if wants_it else ""


def _unknown_piece(kind: Any, vocabulary: Mapping[str, int]) -> int | None:
    """The number of the token for unknown text, which model2vec leaves out too."""
    number: int | None = kind.get("unk_id")
    return vocabulary.get(kind.get("unk_token") or "") if number is None else number


def _whole_words(vocabulary: Mapping[str, int]) -> dict[str, int]:
    """The tokens that start a word, without the marker, ordered by number."""
    pieces = sorted(vocabulary, key=lambda piece: vocabulary[piece])
    return {piece[1:]: vocabulary[piece] for piece in pieces if piece[:1] in _BEGINS_A_WORD}
