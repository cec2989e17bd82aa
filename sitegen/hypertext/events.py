"""Reads HTML as a stream of start tags, end tags and texts, without building a tree.

The tokens are those of ``tags``, after the HTML standard. Scripting counts as disabled, so the
content of ``<noscript>`` is markup.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from sitegen.hypertext.foreign_content import Nesting
from sitegen.hypertext.tags import (
    RAW,
    TOKEN,
    RawText,
    attributes_of,
    cdata_start,
    end_of_cdata,
    end_of_raw,
)


@dataclass(frozen=True, slots=True)
class StartTag:
    """A start tag."""

    name: str
    """In lower case."""
    attributes: dict[str, str]
    """By their names in lower case; of duplicates, the first."""
    is_closed: bool
    """Whether it ends in ``/>``."""


@dataclass(frozen=True, slots=True)
class EndTag:
    """An end tag."""

    name: str
    """In lower case."""


Event = StartTag | EndTag | RawText | str
"""A string is text with its character references resolved."""


def read_events(html: str) -> Iterator[Event]:
    """The tags and texts of ``html`` in their order; comments are skipped.

    The content of elements such as ``<script>`` is a ``RawText`` after their start tag.
    """
    position = start = 0
    nesting = Nesting()
    while found := TOKEN.search(html, position):
        if found.start() > start:
            yield _text(html, start, found.start(), nesting)
        position = start = found.end()
        if found["tag"]:
            if not found["end"]:
                return  # the text ends within a tag
            name, is_closed = found["tag"].lower(), found[0].endswith("/>")
            yield StartTag(name, attributes_of(html, found), is_closed)
            if not nesting.open(name, is_closed=is_closed):
                continue
            if name == "plaintext":
                break
            if name in RAW:
                position = start = end_of_raw(html, name, position)
                yield RawText(name, found.end(), html[found.end() : position])
        elif found["closed"]:
            name = found["closed"].lower()
            nesting.close(name)
            yield EndTag(name)
        elif nesting.is_foreign and (inside := cdata_start(found)):
            end, position = end_of_cdata(html, inside)
            start = position
            text = html[inside:end]
            yield RawText(nesting.code, inside, text) if nesting.code else text
    yield from _rest(html, start, nesting)


def _rest(html: str, start: int, nesting: Nesting) -> Iterator[RawText | str]:
    if start < len(html):
        yield _text(html, start, len(html), nesting)


def _text(html: str, start: int, end: int, nesting: Nesting) -> RawText | str:
    text = html[start:end]
    return RawText(nesting.code, start, text) if nesting.code else unescape(text)
