"""Reads tensors from safetensors files; see https://huggingface.co/docs/safetensors."""

import json
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sitegen.topics.grouping_types import Floats, Numbers

_TYPES = {"F32": "<f4", "F16": "<f2", "F64": "<f8", "I8": "i1", "I64": "<i8", "I32": "<i4"}


def read_tensors(path: Path) -> dict[str, NDArray[Any]]:
    """The tensors of a file by name; they are read from disk when they are used.

    Raises:
        OSError: the file cannot be read.
        ValueError, KeyError, struct.error: it is damaged, or has a type that is not supported.
    """
    data = np.memmap(path, dtype=np.uint8, mode="r")
    (length,) = struct.unpack("<Q", data[:8].tobytes())
    header = json.loads(data[8 : 8 + length].tobytes())
    header.pop("__metadata__", None)
    body = data[8 + length :]
    return {
        name: np.frombuffer(body[slice(*entry["data_offsets"])], _TYPES[entry["dtype"]]).reshape(
            entry["shape"]
        )
        for name, entry in header.items()
    }


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """Rows of bytes with a scale each, of which only those in use become floats."""

    rows: NDArray[np.int8]
    scales: Floats

    def __len__(self) -> int:
        return len(self.rows)

    def at(self, numbers: Numbers) -> Floats:
        """The rows of these numbers."""
        return self.rows[numbers] * self.scales[numbers][:, None]


def as_floats(tensors: Mapping[str, NDArray[Any]], name: str) -> Floats:
    """A tensor as floats: its bytes times the tensor ``NAME.scales``, one for each row."""
    tensor = tensors[name].astype(np.float32)
    scales = tensors.get(f"{name}.scales")
    return tensor if scales is None else tensor * scales[:, None]


def format_tensors(tensors: Mapping[str, NDArray[Any]]) -> bytes:
    """The contents of a file with these tensors, in order; bytes are best last, for alignment."""
    types = {np.dtype(code): name for name, code in _TYPES.items()}
    header = {}
    position = 0
    for name, tensor in tensors.items():
        end = position + tensor.nbytes
        header[name] = {
            "dtype": types[tensor.dtype],
            "shape": list(tensor.shape),
            "data_offsets": [position, end],
        }
        position = end
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    return struct.pack("<Q", len(text)) + text + b"".join(t.tobytes() for t in tensors.values())
