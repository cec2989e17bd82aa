"""Vectors of texts that are kept: those of the built-in topics, and those of earlier imports.

A file of vectors has, in safetensors, ``digests`` (one number for each text) and ``vectors``, as
floats, or as bytes with ``vectors.scales``.
"""

import functools
import hashlib
import struct
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Literal

import numpy as np

from sitegen.topics.embeddings import BUILT_IN
from sitegen.topics.encoder import MODEL, WIDTH, load_encoder
from sitegen.topics.grouping_types import Floats, TextEncoder
from sitegen.topics.tensors import as_floats, format_tensors, read_tensors

EncoderChoice = Literal["auto", "on", "off"] | TextEncoder
TOPIC_VECTORS = MODEL.with_name("topics.safetensors")
"""The vectors of the built-in topics' keywords; ``tools/encoder`` makes them."""
_CODE = ("encoder.py", "encoder_tokens.py", "wordpiece.py", "words.py")
MOST_ENCODED = 2000
"""The most texts for which the encoder is the default: it reads a few hundred a second."""
_MOST_KEPT = 10_000
"""How many vectors of earlier imports stay in the file."""


class KeepingEncoder:
    """The encoder, which runs only for texts whose vectors are not known yet."""

    def __init__(self, kept: Path | None = None) -> None:
        """Reads the vectors that are known; ``kept`` is the file that ``save`` writes."""
        self.file = kept
        self._built_in = _read_vectors(TOPIC_VECTORS)
        self._kept = _read_vectors(kept) if kept else {}
        self._used: dict[int, Floats] = {}

    def encode(self, texts: Sequence[str]) -> Floats:
        """The vector of each text, at length 1; zero for a text without a known word."""
        digests = [_digest_of(text) for text in texts]
        known = self._built_in | self._kept | self._used
        missing = {
            digest: text for digest, text in zip(digests, texts, strict=True) if digest not in known
        }
        if missing:
            found = load_encoder().encode(list(missing.values()))
            known |= dict(zip(missing, found, strict=True))
        if self.file:
            self._used |= {
                digest: known[digest] for digest in digests if digest not in self._built_in
            }
        return np.array([known[digest] for digest in digests], dtype=np.float32).reshape(-1, WIDTH)

    def share_known(self, texts: Sequence[str]) -> float:
        """The share of texts whose vectors are known without running the network."""
        known = self._built_in.keys() | self._kept.keys()
        return sum(_digest_of(text) in known for text in texts) / max(len(texts), 1)

    def save(self) -> None:
        """Writes the vectors that were used, and others that the file had.

        Raises:
            OSError: the file cannot be written.
        """
        if self.file is None or self._used.keys() <= self._kept.keys():
            return
        vectors = self._used | {d: v for d, v in self._kept.items() if d not in self._used}
        kept = dict(list(vectors.items())[: max(_MOST_KEPT, len(self._used))])
        temporary = self.file.with_name(f"{self.file.name}-new")
        try:
            temporary.write_bytes(format_vectors(kept.keys(), np.array(list(kept.values()))))
            temporary.replace(self.file)
        except OSError:
            temporary.unlink(missing_ok=True)
            raise


def choose_encoder(choice: EncoderChoice, texts: int, model: Path) -> TextEncoder | None:
    """The encoder that compares texts; None for the static model.

    Args:
        choice: an encoder, or whether the one that comes with sitegen is used; ``auto`` uses it
            for at most 2,000 texts, unless there is another static model than the built-in one.
        texts: the number of texts.
        model: the folder of the static model.
    """
    if choice == "auto":
        choice = "on" if texts <= MOST_ENCODED and model == BUILT_IN else "off"
    if choice == "off":
        return None
    return _shared_encoder() if choice == "on" else choice


@functools.cache
def _shared_encoder() -> KeepingEncoder:
    return KeepingEncoder()


def encoder_version() -> str:
    """A hash of the network and the code that runs it: vectors of another version are not used."""
    found = hashlib.blake2b(MODEL.read_bytes(), digest_size=8)
    for name in _CODE:
        found.update(Path(__file__).with_name(name).read_bytes())
    return found.hexdigest()


def format_vectors(digests: Iterable[int], vectors: Floats) -> bytes:
    """The contents of a file of vectors, as floats."""
    return format_tensors({"digests": np.array(list(digests), "<i8"), "vectors": vectors})


def format_topic_vectors(texts: Sequence[str], vectors: Floats) -> bytes:
    """The contents of a file of vectors for these texts, as bytes with a scale for each."""
    scales = (np.abs(vectors).max(axis=1) / 127).astype("<f4")
    rows = np.rint(vectors / np.where(scales > 0, scales, 1)[:, None]).astype(np.int8)
    digests = np.array([_digest_of(text) for text in texts], "<i8")
    return format_tensors({"digests": digests, "vectors.scales": scales, "vectors": rows})


def _read_vectors(path: Path) -> dict[int, Floats]:
    """The vectors of a file, by the digest of their text; none if it cannot be read."""
    with suppress(OSError, ValueError, KeyError, struct.error):
        tensors = read_tensors(path)
        digests = tensors["digests"].tolist()
        return dict(zip(digests, as_floats(tensors, "vectors"), strict=True))
    return {}


def _digest_of(text: str) -> int:
    data = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(data, "little", signed=True)
