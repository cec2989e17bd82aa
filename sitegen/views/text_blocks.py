"""Reads the blocks of a rendered text as plain text."""

import re
from collections.abc import Iterable
from html import unescape
from html.parser import HTMLParser
from typing import NamedTuple

IMAGE, VIDEO = "🖼", "▶"
"""The signs for an image or a video without a text alternative."""

_CHUNK, _MAX_CHUNKS = 4096, 8
"""The size of a chunk of HTML, and the maximum number of chunks that an excerpt considers."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | frozenset(
    {"address", "article", "aside", "blockquote", "caption", "dd", "details", "div", "dl", "dt"}
    | {"figcaption", "figure", "footer", "form", "header", "hr", "li", "main", "nav", "ol", "p"}
    | {"pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
)
_HIDDEN = frozenset({"script", "style", "template", "svg", "math", "object", "noscript"})
_HIDDEN_CLASSES = frozenset({"footnote", "footnote-ref", "footnote-backref", "toc"})
_VIDEOS = frozenset({"video", "audio", "iframe"})
_SIMPLE = re.compile(
    r"(?P<text>[^<]*+)(?:<(?P<slash>/?)(?P<tag>p|br|a|em|strong|code|span|del|li|ul|ol|blockquote"
    r"|div|pre|h[2-6])(?P<attributes>(?: [a-z-]++=\"[^\"<>]*+\")*+)>|\Z)"
)
"""A text and the tag after it, of the few kinds of which most texts consist."""
_HIDING = ("footnote", "toc", "&")
"""What the attributes of hidden elements contain, if their classes are not written as entities."""


class TextBlock(NamedTuple):
    """A block of a text, such as a paragraph, as plain text."""

    text: str
    is_heading: bool = False


def read_text_blocks(html: str, length: int) -> tuple[TextBlock, ...]:
    """The first blocks of ``html``, until they have ``length`` characters.

    An image is replaced by its text alternative or a sign, a block of code by its first line.
    """
    return read_simple_blocks(html, length) or parse_text_blocks(html, length)


def text_blocks_of(texts: Iterable[str], length: int) -> tuple[TextBlock, ...]:
    """As ``read_text_blocks``, of HTML with only these paragraphs, list items and lines of code."""
    blocks: list[TextBlock] = []
    for text in texts:
        blocks.append(TextBlock(_lines(text)))
        length -= len(blocks[-1].text)
        if length <= 0:
            break
    return tuple(blocks)


def read_simple_blocks(html: str, length: int) -> tuple[TextBlock, ...] | None:
    """As ``parse_text_blocks``, many times faster; None for HTML that is not simple."""
    blocks = _TextBlocks()
    position, end = 0, len(html)
    if end > _CHUNK:
        return None
    text = ""
    while position < end:
        found = _SIMPLE.match(html, position)
        if found is None or _may_hide(found["attributes"] or ""):
            return None
        position = found.end()
        text, tag = found["text"], found["tag"]
        if tag is None:
            break
        blocks.add(unescape(text) if "&" in text else text)
        text = ""
        if tag == "br":
            blocks.add("\n" if not found["slash"] else "")
        elif tag in _BLOCKS:
            blocks.end(tag if found["slash"] else "")
    if blocks.length < length:
        blocks.add(unescape(text))
        blocks.end()
    return tuple(blocks.collected)


def _may_hide(attributes: str) -> bool:
    return " class=" in attributes and any(word in attributes for word in _HIDING)


def parse_text_blocks(html: str, length: int) -> tuple[TextBlock, ...]:
    """The same as ``read_text_blocks``, for any HTML."""
    parser = _TextBlockParser()
    for start in range(0, min(len(html), _CHUNK * _MAX_CHUNKS), _CHUNK):
        parser.feed(html[start : start + _CHUNK])
        if parser.blocks.length >= length:
            return tuple(parser.blocks.collected)
    parser.close()
    parser.blocks.end()
    return tuple(parser.blocks.collected)


class _TextBlocks:
    """The blocks of a text that is read from its start to its end."""

    def __init__(self) -> None:
        self.collected: list[TextBlock] = []
        self.length = 0
        self._parts: list[str] = []

    def add(self, text: str) -> None:
        """Adds a text to the current block."""
        self._parts.append(text)

    def end(self, tag: str = "") -> None:
        """Ends the current block, an element ``tag``."""
        text = "".join(self._parts).strip()
        self._parts.clear()
        if not text:
            return
        lines = [line for line in text.split("\n") if line.strip()]
        if tag == "pre":
            lines = [lines[0] + " …"] if len(lines) > 1 else lines
        block = TextBlock("\n".join(map(_one_line, lines)), tag in _HEADINGS)
        self.collected.append(block)
        self.length += len(block.text)


class _TextBlockParser(HTMLParser):
    """Collects the blocks of a piece of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks = _TextBlocks()
        self._hidden: list[str] = []
        """The hidden element that is open, and nested elements of the same name."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._hidden:
            self._hidden += [tag] if tag == self._hidden[0] else []
            return
        values = dict(attrs)
        classes = (values.get("class") or "").split()
        if tag in _BLOCKS:
            self.blocks.end()
        if tag == "br":
            self.blocks.add("\n")
        elif tag in ("img", "svg"):
            words = values.get("alt") if tag == "img" else values.get("aria-label")
            self.blocks.add((words or "").strip() or IMAGE)
        elif tag in _VIDEOS:
            self.blocks.add((values.get("title") or "").strip() or VIDEO)
        if tag in _HIDDEN or not _HIDDEN_CLASSES.isdisjoint(classes):
            self._hidden = [tag]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if self._hidden:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._hidden:
            if tag == self._hidden[0]:
                self._hidden.pop()
        elif tag in _BLOCKS:
            self.blocks.end(tag)

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.blocks.add(data)


def _lines(text: str) -> str:
    return "\n".join(map(_one_line, text.split("\n"))) if "\n" in text else _one_line(text)


def _one_line(text: str) -> str:
    return " ".join(text.split())
