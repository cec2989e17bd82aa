"""The sentence encoder: a small neural network that gives a text a vector by its meaning.

- ``network``: runs the network; ``tokens``: what it reads of a text
- ``onnx_network``, ``onnx_graph``: run it with ``onnxruntime``
- ``vectors``: keeps the vectors of texts, and chooses whether the encoder compares texts
- ``scoring``: scores texts for topics by these vectors
- ``profiles``: the topics that a text is nearest to, kept for builds

Nothing is imported here: most builds need none of it.
"""
