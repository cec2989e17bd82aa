"""A sentence encoder: all-MiniLM-L6-v2, run with numpy.

The network is BERT's (Devlin et al., 2019) with six layers; the vector of a text is the mean of its
tokens' outputs, at length 1 (Reimers and Gurevych, 2019). ``tools/encoder`` makes the file.
"""

import functools
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from threadpoolctl import threadpool_limits

from sitegen.topics.corpus import unit
from sitegen.topics.embeddings import BUILT_IN
from sitegen.topics.encoder.tokens import TextTokenizer
from sitegen.topics.grouping_types import Floats
from sitegen.topics.tensors import Rows, as_floats, read_tensors

MODEL = Path(__file__).parents[1] / "encoder_model" / "model.safetensors"
WIDTH = 384
"""The number of coordinates of a vector."""
LAYERS = 6
HEADS = 12
_SMALLEST_VARIANCE = 1e-12
_MOST_THREADS = 8
"""More would wait for Python's lock."""
MOST_READ = 160
"""The maximum number of tokens of a text that are read, about 120 words.

What comes later in a long text changes its topic hardly ever, and costs many times as much.
"""
_MOST_IN_ALL = 60_000
"""The maximum number of tokens of all texts, which take a processor about 15 seconds."""
_FEWEST_READ = 48
"""The number of tokens of each text that are kept in any case."""
_MOST_TOKENS = 512
"""How many tokens of texts are processed at a time; more do not fit in a processor's cache."""


@dataclass(frozen=True, slots=True, eq=False)
class Encoder:
    """The network: its weights, by name, and its tokenizer."""

    pieces: Rows
    """The vector of each piece of the vocabulary, then those of a text's start and end."""
    weights: Mapping[str, Floats]
    """The other tensors, by name."""
    tokenizer: TextTokenizer

    def encode(self, texts: Sequence[str]) -> Floats:
        """The vector of each text, at length 1; zero for a text without a known token.

        If there are many long texts, less of each is read.

        The batches run in as many threads as there are processors, each with one thread for
        products of matrices: those of several threads would wait for each other on a busy machine.
        """
        vectors = np.zeros((len(texts), WIDTH), dtype=np.float32)
        tokens = _limited([self.tokenizer.tokens_of(text) for text in texts])
        batches = list(_batches(tokens))
        with (
            threadpool_limits(limits=1, user_api="blas"),
            ThreadPoolExecutor(min(os.cpu_count() or 1, _MOST_THREADS)) as threads,
        ):
            means = threads.map(lambda batch: self.run([tokens[n] for n in batch]), batches)
            for batch, found in zip(batches, means, strict=True):
                vectors[batch] = found
        return unit(vectors)

    def run(self, tokens: Sequence[Sequence[int]]) -> Floats:
        """The mean output of each text. All tokens are in one matrix, so that none is padding."""
        start, end = len(self.pieces) - 2, len(self.pieces) - 1
        marked = [[start, *numbers, end] for numbers in tokens]
        edges = np.cumsum([0, *map(len, marked)])
        places = np.concatenate([np.arange(len(numbers)) for numbers in marked])
        states = self.pieces.at(np.concatenate(marked)) + self.weights["positions"][places]
        states = self._normalized(states, "norm")
        spans = [slice(*pair) for pair in pairwise(edges.tolist())]
        for layer in range(LAYERS):
            states = self._attend(states, spans, f"layers.{layer}.attention")
            states = self._feed(states, f"layers.{layer}.feed")
        return np.stack([states[span].mean(axis=0) for span in spans])

    def _attend(self, states: Floats, spans: Sequence[slice], name: str) -> Floats:
        """Each token's mix of the tokens of its own text, added to it."""
        mixed = np.empty_like(states)
        size = states.shape[1] // HEADS
        projected = self._product(states, f"{name}.in").reshape(len(states), 3, HEADS, size)
        for span in spans:
            query, key, value = projected[span].transpose(1, 2, 0, 3)
            shares = _softmax(query @ key.transpose(0, 2, 1))
            mixed[span] = (shares @ value).transpose(1, 0, 2).reshape(-1, states.shape[1])
        return self._normalized(states + self._product(mixed, f"{name}.out"), f"{name}.norm")

    def _feed(self, states: Floats, name: str) -> Floats:
        inner = _gelu(self._product(states, f"{name}.in"))
        return self._normalized(states + self._product(inner, f"{name}.out"), f"{name}.norm")

    def _product(self, states: Floats, name: str) -> Floats:
        product: Floats = states @ self.weights[f"{name}.weight"].T
        product += self.weights[f"{name}.bias"]
        return product

    def _normalized(self, states: Floats, name: str) -> Floats:
        """The rows with mean 0 and variance 1, then scaled and moved as the weights say."""
        states -= states.mean(axis=1, keepdims=True)
        variance = np.einsum("ij,ij->i", states, states) / np.float32(states.shape[1])
        states /= np.sqrt(variance + np.float32(_SMALLEST_VARIANCE))[:, None]
        states *= self.weights[f"{name}.weight"]
        states += self.weights[f"{name}.bias"]
        return states


@functools.cache
def load_encoder() -> Encoder:
    """The encoder that comes with sitegen."""
    tensors = read_tensors(MODEL)
    pieces = Rows(tensors.pop("pieces"), tensors.pop("pieces.scales"))
    names = [name for name in tensors if not name.endswith(".scales")]
    weights = {name: as_floats(tensors, name) for name in names}
    tokenizer = json.loads((BUILT_IN / "tokenizer.json").read_text(encoding="utf-8"))
    return Encoder(pieces, weights, TextTokenizer(tokenizer["model"]["vocab"], MOST_READ))


def _limited(tokens: Sequence[list[int]]) -> list[list[int]]:
    """The tokens of texts, the longest cut to one length if they are too many together."""
    lengths = np.array([len(numbers) for numbers in tokens])
    totals = [np.minimum(lengths, most).sum() for most in range(_FEWEST_READ, MOST_READ + 1)]
    most = _FEWEST_READ + max(int(np.searchsorted(totals, _MOST_IN_ALL, side="right")) - 1, 0)
    return [numbers[:most] for numbers in tokens]


def _batches(tokens: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """The indices of texts with tokens, in batches of at most so many tokens, the longest first."""
    order = sorted(range(len(tokens)), key=lambda index: -len(tokens[index]))
    batch: list[int] = []
    total = 0
    for index in order:
        if not tokens[index]:
            break
        if batch and total + len(tokens[index]) > _MOST_TOKENS:
            yield batch
            batch, total = [], 0
        batch.append(index)
        total += len(tokens[index])
    if batch:
        yield batch


def _softmax(scores: Floats) -> Floats:
    scores -= scores.max(axis=-1, keepdims=True)
    np.exp(scores, out=scores)
    scores /= scores.sum(axis=-1, keepdims=True)
    return scores


def _gelu(values: Floats) -> Floats:
    """The Gaussian error linear unit, by its approximation with tanh (Hendrycks, Gimpel, 2016)."""
    inner = values * values
    inner *= np.float32(0.044715)
    inner += 1
    inner *= values
    inner *= np.float32(np.sqrt(2 / np.pi))
    np.tanh(inner, out=inner)
    inner += 1
    inner *= values
    inner *= np.float32(0.5)
    return inner
