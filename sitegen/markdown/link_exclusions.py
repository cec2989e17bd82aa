"""Removes links inside other links, code and buttons, in Markdown and in raw HTML."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

_NO_LINKS = frozenset(
    {"a", "button", "code", "kbd", "option", "pre", "samp", "script", "style", "textarea", "title"}
    | {"tt", "var", "xmp"}
)
"""Elements in which handles, hashtags and URLs are not linked."""
_RAW_TAG = re.compile(
    r"""<(?P<slash>/?)(?P<name>[a-zA-Z][a-zA-Z0-9-]*)(?:[^<>"']|"[^"]*"|'[^']*')*+>"""
)


class GeneratedLink(Element):
    """A link generated from plain text, such as a handle."""


class _Piece(NamedTuple):
    """A link, or the start or end of an element that excludes links, in document order."""

    name: str
    """Element name, with a leading slash for its end; empty for a link."""
    link: Element | None = None
    parent: Element | None = None


class LinkExclusions(Treeprocessor):
    """Removes links from places where they are not allowed.

    A link that the author wrote is kept in code, and becomes plain text inside another link.
    """

    def run(self, root: Element) -> None:
        """Removes the links from the tree."""
        pieces = list(self._pieces(root))
        in_excluded = _depths(pieces, _NO_LINKS)
        in_link = _depths(pieces, frozenset({"a", "button"}))
        for index, (_, link, parent) in enumerate(pieces):
            if link is None or parent is None:
                continue
            if isinstance(link, GeneratedLink) and in_excluded[index]:
                _unwrap(link, parent)
            elif in_link[index]:
                link.tag = "span"
                link.attrib.clear()

    def _pieces(self, element: Element) -> Iterator[_Piece]:
        yield from self._raw_pieces(element.text)
        for child in element:
            if child.tag == "a":
                yield _Piece("", child, element)
            if child.tag in _NO_LINKS:
                yield _Piece(child.tag)
            yield from self._pieces(child)
            if child.tag in _NO_LINKS:
                yield _Piece(f"/{child.tag}")
            yield from self._raw_pieces(child.tail)

    def _raw_pieces(self, text: str | None) -> Iterator[_Piece]:
        """Yields the raw HTML tags in a text, which contains placeholders for them."""
        for found in HTML_PLACEHOLDER_RE.finditer(text or ""):
            raw = self.md.htmlStash.rawHtmlBlocks[int(found[1])]
            tag = _RAW_TAG.fullmatch(raw) if isinstance(raw, str) else None
            if tag and tag["name"].lower() in _NO_LINKS:
                yield _Piece(f"{tag['slash']}{tag['name'].lower()}")


def _depths(pieces: Sequence[_Piece], names: frozenset[str]) -> list[int]:
    """Returns how many closed elements with one of ``names`` enclose each piece."""
    steps = [0] * (len(pieces) + 1)
    open_indexes: defaultdict[str, list[int]] = defaultdict(list)
    for index, piece in enumerate(pieces):
        if piece.name in names:
            open_indexes[piece.name].append(index)
        elif piece.name.startswith("/") and open_indexes[piece.name[1:]]:
            steps[open_indexes[piece.name[1:]].pop() + 1] += 1
            steps[index] -= 1
    return list(accumulate(steps))


def _unwrap(link: Element, parent: Element) -> None:
    """Replaces a link with its text."""
    index = list(parent).index(link)
    text = (link.text or "") + (link.tail or "")
    if index:
        before = parent[index - 1]
        before.tail = (before.tail or "") + text
    else:
        parent.text = (parent.text or "") + text
    parent.remove(link)
