"""The sentence encoder as an ONNX graph, for ``onnxruntime``; see https://onnx.ai.

It is the network of ``sitegen.topics.encoder``, with the same bytes as weights. The states are
rounded to bytes before each product, each token by its own largest value, so that the vector of a
text does not depend on the texts beside it. Then the products are of whole numbers.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from onnx import NodeProto, TensorProto, helper, numpy_helper

from sitegen.topics.tensors import as_floats

_OPERATORS = 20
"""The version of the operators: the first with Gelu."""
_FORMAT = 9
"""The version of the file format that goes with it."""

Tensors = Mapping[str, NDArray[Any]]


def encoder_graph(tensors: Tensors, layers: int, heads: int, width: int) -> bytes:
    """The model, with the inputs ``states`` (texts, tokens, width) and ``mask``; one output."""
    graph = _Graph(tensors)
    graph.constant("split", np.array([0, 0, 3, heads, width // heads], np.int64))
    graph.constant("joined", np.array([0, 0, width], np.int64))
    graph.constant("last axis", np.array([-1], np.int64))
    graph.constant("first axis", np.array([0], np.int64))
    graph.constant("smallest", np.float32(1e-9))
    graph.constant("largest byte", np.float32(127))
    graph.constant("shift", np.float32(128))
    graph.constant("zero", np.uint8(128))
    states = graph.normalized("states", "norm")
    for layer in range(layers):
        states = graph.attention(states, f"layers.{layer}.attention")
        states = graph.feed(states, f"layers.{layer}.feed")
    return graph.model(states, width)


class _Graph:
    """A graph while it is built; each method adds nodes and returns the name of their output."""

    def __init__(self, tensors: Tensors) -> None:
        self._tensors = tensors
        self._nodes: list[NodeProto] = []
        self._constants: list[TensorProto] = []

    def constant(self, name: str, value: NDArray[Any] | np.generic) -> str:
        self._constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def normalized(self, states: str, name: str) -> str:
        parameters = [self._floats(f"{name}.weight"), self._floats(f"{name}.bias")]
        return self._add("LayerNormalization", [states, *parameters], name, axis=-1, epsilon=1e-12)

    def attention(self, states: str, name: str) -> str:
        projected = self._product(states, f"{name}.in")
        parts = self._add("Reshape", [projected, "split"], f"{name} parts")
        turned = self._add("Transpose", [parts], f"{name} heads", perm=[2, 0, 3, 1, 4])
        names = [f"{name} {part}" for part in ("queries", "keys", "values")]
        node = helper.make_node("Split", [turned], names, axis=0, num_outputs=3)
        self._nodes.append(node)
        query, key, value = (
            self._add("Squeeze", [part, "first axis"], f"{part} alone") for part in names
        )
        turned_key = self._add("Transpose", [key], f"{name} turned", perm=[0, 1, 3, 2])
        scores = self._add("MatMul", [query, turned_key], f"{name} scores")
        masked = self._add("Add", [scores, "mask"], f"{name} masked")
        shares = self._add("Softmax", [masked], f"{name} shares", axis=-1)
        mixed = self._add("MatMul", [shares, value], f"{name} mixed")
        back = self._add("Transpose", [mixed], f"{name} back", perm=[0, 2, 1, 3])
        joined = self._add("Reshape", [back, "joined"], f"{name} joined")
        return self._residual(states, self._product(joined, f"{name}.out"), name)

    def feed(self, states: str, name: str) -> str:
        inner = self._product(states, f"{name}.in")
        active = self._add("Gelu", [inner], f"{name} active", approximate="tanh")
        return self._residual(states, self._product(active, f"{name}.out"), name)

    def model(self, output: str, width: int) -> bytes:
        states: list[str | int | None] = ["texts", "tokens", width]
        inputs = [
            helper.make_tensor_value_info("states", TensorProto.FLOAT, states),
            helper.make_tensor_value_info("mask", TensorProto.FLOAT, ["texts", 1, 1, "tokens"]),
        ]
        outputs = [helper.make_tensor_value_info(output, TensorProto.FLOAT, states)]
        graph = helper.make_graph(self._nodes, "encoder", inputs, outputs, self._constants)
        operators = [helper.make_opsetid("", _OPERATORS)]
        model = helper.make_model(graph, opset_imports=operators, ir_version=_FORMAT)
        return bytes(model.SerializeToString())

    def _residual(self, states: str, change: str, name: str) -> str:
        return self.normalized(self._add("Add", [states, change], f"{name} sum"), f"{name}.norm")

    def _product(self, states: str, name: str) -> str:
        """The states times a matrix, plus its bias.

        The two scales are applied one after the other: onnxruntime 1.32 replaces the product of
        both by a node that takes a single number as the first.
        """
        matrix = self.constant(f"{name}.weight", self._tensors[f"{name}.weight"].T)
        scales = self.constant(f"{name}.scales", self._tensors[f"{name}.weight.scales"])
        sizes = self._add("Abs", [states], f"{name} sizes")
        highest = self._add("ReduceMax", [sizes, "last axis"], f"{name} highest", keepdims=1)
        positive = self._add("Max", [highest, "smallest"], f"{name} positive")
        step = self._add("Div", [positive, "largest byte"], f"{name} step")
        ratios = self._add("Div", [states, step], f"{name} ratios")
        whole = self._add("Round", [ratios], f"{name} whole")
        shifted = self._add("Add", [whole, "shift"], f"{name} shifted")
        inputs = self._add("Cast", [shifted], f"{name} bytes", to=TensorProto.UINT8)
        sums = self._add("MatMulInteger", [inputs, matrix, "zero"], f"{name} sums")
        floats = self._add("Cast", [sums], f"{name} floats", to=TensorProto.FLOAT)
        scaled = self._add("Mul", [floats, scales], f"{name} scaled")
        product = self._add("Mul", [scaled, step], f"{name} product")
        return self._add("Add", [product, self._floats(f"{name}.bias")], f"{name} with bias")

    def _floats(self, name: str) -> str:
        return self.constant(name, as_floats(self._tensors, name))

    def _add(self, operator: str, inputs: Sequence[str], output: str, **attributes: Any) -> str:
        self._nodes.append(helper.make_node(operator, inputs, [output], **attributes))
        return output
