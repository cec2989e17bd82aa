"""The sentence encoder run by ``onnxruntime``, if that is installed: faster, and less exact.

Its vectors differ a little from those of ``sitegen.topics.encoder``, and between processors.
"""

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING

import numpy as np

from sitegen.topics.encoder.network import HEADS, LAYERS, MODEL, WIDTH, Encoder, load_encoder
from sitegen.topics.grouping_types import Floats
from sitegen.topics.tensors import read_tensors

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

INSTALLATION = 'pip install "sitegen[onnxruntime]"'
_LIBRARIES = ("onnx", "onnxruntime")
_HIDDEN = -1e9
"""What is added to the score of a padding token."""
_ONLY_ERRORS = 3


def is_installed() -> bool:
    """Whether the libraries are installed."""
    return all(find_spec(library) is not None for library in _LIBRARIES)


@dataclass(frozen=True, slots=True, eq=False)
class OnnxEncoder(Encoder):
    """The network, run by a session of ``onnxruntime``."""

    session: "InferenceSession"

    def run(self, tokens: Sequence[Sequence[int]]) -> Floats:
        """The mean output of each text. Shorter texts are padded to the longest."""
        start, end = len(self.pieces) - 2, len(self.pieces) - 1
        lengths = np.array([len(numbers) + 2 for numbers in tokens])
        known = np.arange(lengths.max()) < lengths[:, None]
        rows = np.zeros((len(tokens), int(lengths.max())), dtype=np.int64)
        rows[known] = np.concatenate([[start, *numbers, end] for numbers in tokens])
        states = self.pieces.at(rows.ravel()).reshape(len(rows), -1, WIDTH)
        states += self.weights["positions"][: rows.shape[1]]
        mask = np.where(known, 0, _HIDDEN).astype(np.float32)[:, None, None]
        (found,) = self.session.run(None, {"states": states, "mask": mask})
        return np.asarray((found * known[:, :, None]).sum(axis=1) / lengths[:, None])


@functools.cache
def load_onnx_encoder() -> OnnxEncoder:
    """The encoder that comes with sitegen, to be run by ``onnxruntime``.

    Raises:
        ImportError: it is not installed.
    """
    import onnxruntime  # noqa: PLC0415 - an extra

    from sitegen.topics.encoder.onnx_graph import encoder_graph  # noqa: PLC0415 - needs an extra

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # batches run side by side
    options.log_severity_level = _ONLY_ERRORS
    graph = encoder_graph(read_tensors(MODEL), LAYERS, HEADS, WIDTH)
    session = onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
    plain = load_encoder()
    return OnnxEncoder(plain.pieces, plain.weights, plain.tokenizer, session)
