"""Vectors of texts that are kept: those of the built-in topics, and those of earlier imports.

A file of vectors has, in safetensors, ``digests`` (one number for each text) and ``vectors``, as
floats, or as bytes with ``vectors.scales``.
"""

import functools
import hashlib
import struct
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Literal

import numpy as np

from sitegen.topics.embeddings import BUILT_IN
from sitegen.topics.encoder.network import MODEL, WIDTH, Encoder, load_encoder
from sitegen.topics.grouping_types import Floats, TextEncoder
from sitegen.topics.tensors import Rows, format_tensors, read_tensors

Runtime = Literal["numpy", "onnxruntime"]
"""What runs the network."""
EncoderChoice = Literal["auto", "on", "off", "onnxruntime"] | TextEncoder
TOPIC_VECTORS = MODEL.with_name("topics.safetensors")
"""The vectors of the built-in topics' keywords; ``tools/encoder`` makes them."""
_CODE = ("encoder/network.py", "encoder/tokens.py", "wordpiece.py", "words.py")
_ONNX_CODE = ("encoder/onnx_network.py", "encoder/onnx_graph.py")
MOST_ENCODED = 2000
"""The most texts for which the encoder is the default: it reads a few hundred a second."""
_HEAD = 1 << 19
_MOST_KEPT = 10_000
"""How many vectors of earlier imports stay in the file."""


class KeepingEncoder:
    """The encoder, which runs only for texts whose vectors are not known yet."""

    def __init__(self, kept: Path | None = None, runtime: Runtime = "numpy") -> None:
        """Reads the vectors that are known; ``kept`` is the file that ``save`` writes."""
        self.file = kept
        self.runtime = runtime
        self._places, self._topics = _read_topic_vectors()
        self._known = _read_vectors(kept) if kept else {}
        self._kept = frozenset(self._known)
        self._used: dict[int, None] = {}

    def __eq__(self, other: object) -> bool:
        """All that run the network with the same library give a text the same vector.

        So what one computed for a topic serves the others.
        """
        return isinstance(other, KeepingEncoder) and other.runtime == self.runtime

    def __hash__(self) -> int:
        return hash((KeepingEncoder, self.runtime))

    def encode(self, texts: Sequence[str]) -> Floats:
        """The vector of each text, at length 1; zero for a text without a known word."""
        digests = [_digest_of(text) for text in texts]
        self._learn(dict(zip(digests, texts, strict=True)))
        vectors = np.zeros((len(texts), WIDTH), dtype=np.float32)
        rows = [row for row, digest in enumerate(digests) if digest in self._places]
        places = [self._places[digests[row]] for row in rows]
        vectors[rows] = self._topics.at(np.array(places, dtype=np.int64))
        for row, digest in enumerate(digests):
            if digest not in self._places:
                vectors[row] = self._known[digest]
        return vectors

    def share_known(self, texts: Sequence[str]) -> float:
        """The share of texts whose vectors are known without running the network."""
        known = self._places.keys() | self._known.keys()
        return sum(_digest_of(text) in known for text in texts) / max(len(texts), 1)

    def save(self) -> None:
        """Writes the vectors that were used, and others that the file had.

        Raises:
            OSError: the file cannot be written.
        """
        if self.file is None or self._used.keys() <= self._kept:
            return
        most = max(_MOST_KEPT, len(self._used))
        digests = list((self._used | dict.fromkeys(self._known)).keys())[:most]
        vectors = np.array([self._known[digest] for digest in digests])
        temporary = self.file.with_name(f"{self.file.name}-new")
        try:
            temporary.write_bytes(
                format_tensors({"digests": np.array(digests, "<i8"), "vectors": vectors})
            )
            temporary.replace(self.file)
        except OSError:
            temporary.unlink(missing_ok=True)
            raise

    def _learn(self, texts: Mapping[int, str]) -> None:
        """Computes the vectors of texts, by digest, that are not known."""
        others = dict.fromkeys(digest for digest in texts if digest not in self._places)
        if self.file:
            self._used |= others
        elif len(self._known) > _MOST_KEPT:
            self._known.clear()
        missing = [digest for digest in others if digest not in self._known]
        if missing:
            found = _load(self.runtime).encode([texts[digest] for digest in missing])
            self._known |= dict(zip(missing, found, strict=True))


def choose_encoder(choice: EncoderChoice, texts: int, model: Path) -> TextEncoder | None:
    """The encoder that compares texts; None for the static model.

    Args:
        choice: an encoder, or whether the one that comes with sitegen is used; ``auto`` uses it
            for at most 2,000 texts, unless there is another static model than the built-in one;
            ``onnxruntime`` uses it, run by that library.
        texts: the number of texts.
        model: the folder of the static model.
    """
    if choice == "auto":
        choice = "on" if texts <= MOST_ENCODED and model == BUILT_IN else "off"
    if choice == "off":
        return None
    if choice == "on":
        return _shared_encoder("numpy")
    return _shared_encoder("onnxruntime") if choice == "onnxruntime" else choice


@functools.cache
def _shared_encoder(runtime: Runtime) -> KeepingEncoder:
    return KeepingEncoder(runtime=runtime)


def _load(runtime: Runtime) -> Encoder:
    if runtime == "numpy":
        return load_encoder()
    from sitegen.topics.encoder.onnx_network import load_onnx_encoder  # noqa: PLC0415 - needs an extra

    return load_onnx_encoder()


def encoder_version(runtime: Runtime = "numpy") -> str:
    """A hash of the network and the code that runs it: vectors of another version are not used.

    Of the network, the head is enough: it has the scales of all rows.
    """
    with MODEL.open("rb") as file:
        found = hashlib.blake2b(file.read(_HEAD), digest_size=8)
    for name in (*_CODE, *(_ONNX_CODE if runtime == "onnxruntime" else ())):
        found.update((Path(__file__).parents[1] / name).read_bytes())
    return found.hexdigest()


def format_topic_vectors(texts: Sequence[str], vectors: Floats) -> bytes:
    """The contents of a file of vectors for these texts, as bytes with a scale for each."""
    scales = (np.abs(vectors).max(axis=1) / 127).astype("<f4")
    rows = np.rint(vectors / np.where(scales > 0, scales, 1)[:, None]).astype(np.int8)
    digests = np.array([_digest_of(text) for text in texts], "<i8")
    return format_tensors({"digests": digests, "vectors.scales": scales, "vectors": rows})


@functools.cache
def _read_topic_vectors() -> tuple[dict[int, int], Rows]:
    """The rows of the built-in vectors, by the digest of their text, and the vectors."""
    tensors = read_tensors(TOPIC_VECTORS)
    places = {digest: row for row, digest in enumerate(tensors["digests"].tolist())}
    return places, Rows(tensors["vectors"], tensors["vectors.scales"])


def _read_vectors(path: Path) -> dict[int, Floats]:
    """The vectors of a file, by the digest of their text; none if it cannot be read."""
    with suppress(OSError, ValueError, KeyError, struct.error):
        tensors = read_tensors(path)
        return dict(zip(tensors["digests"].tolist(), tensors["vectors"], strict=True))
    return {}


def _digest_of(text: str) -> int:
    data = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(data, "little", signed=True)
