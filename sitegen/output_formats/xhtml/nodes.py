"""HTML as a small tree, and its serialisation as XHTML."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import escape
from typing import Union

VOID = frozenset({"br", "col", "hr", "img", "input", "wbr"})
"""The elements without content and end tag."""


@dataclass(slots=True)
class Node:
    """An element."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: "list[Child]" = field(default_factory=list)


Child = Union[Node, str]  # noqa: UP007 -- a string in the union of an alias needs it


def descendants(nodes: Iterable[Child]) -> Iterator[Node]:
    """All elements in document order."""
    for node in nodes:
        if isinstance(node, Node):
            yield node
            yield from descendants(node.children)


def text_of(nodes: Iterable[Child]) -> str:
    """The text in all elements."""
    return "".join(node if isinstance(node, str) else text_of(node.children) for node in nodes)


def serialise(nodes: Iterable[Child]) -> str:
    """The elements and texts as XHTML."""
    parts: list[str] = []
    _write(nodes, parts)
    return "".join(parts)


def _write(nodes: Iterable[Child], parts: list[str]) -> None:
    for node in nodes:
        if isinstance(node, str):
            parts.append(escape(node, quote=False))
            continue
        parts += "<", node.name
        for name, value in node.attributes.items():
            parts.append(f' {name}="{escape(value)}"')
        if node.name in VOID:
            parts.append("/>")
            continue
        parts.append(">")
        _write(node.children, parts)
        parts.append(f"</{node.name}>")
