"""Reads HTML as a stream of start tags, end tags and texts, without building a tree.

The tokens are those of ``tags``, after the HTML standard. Scripting counts as disabled, so the
content of ``<noscript>`` is markup.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from sitegen.hypertext.tags import FOREIGN, RAW, TOKEN, RawText, attributes_of, end_of_raw


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
    position = foreign = start = 0
    while found := TOKEN.search(html, position):
        if found.start() > start:
            yield unescape(html[start : found.start()])
        position = start = found.end()
        if found["tag"]:
            if not found["end"]:
                return  # the text ends within a tag
            name, is_closed = found["tag"].lower(), found[0].endswith("/>")
            yield StartTag(name, attributes_of(html, found), is_closed)
            if name in FOREIGN:
                foreign += not is_closed
            elif name == "plaintext":
                break
            elif name in RAW and (not foreign or (name in {"script", "style"} and not is_closed)):
                position = start = end_of_raw(html, name, position)
                yield RawText(name, found.end(), html[found.end() : position])
        elif found["closed"]:
            name = found["closed"].lower()
            foreign -= foreign > 0 and name in FOREIGN
            yield EndTag(name)
    if start < len(html):
        yield unescape(html[start:])
