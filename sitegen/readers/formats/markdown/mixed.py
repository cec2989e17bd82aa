"""Texts in which only essays are Markdown: plain posts stand before or after them."""

from collections.abc import Sequence
from itertools import takewhile
from statistics import median

from sitegen.models import Document
from sitegen.readers.formats.markdown.evidence import is_markdown
from sitegen.readers.formats.markdown.lines import read_lines
from sitegen.readers.formats.markdown.splitting import Item
from sitegen.readers.text import read_text

_FEWEST = 5
"""The fewest plain posts in a row that show that a text is mixed."""
_LONGEST = 280
_PLAIN = ("text", "blank")


def find_mixed(text: str, items: Sequence[Item], file: str) -> tuple[Document, ...] | None:
    """The documents of a mixed text, as a plain text is split; None if the text is not mixed.

    Args:
        text: the whole text.
        items: its items, if it is Markdown.
        file: the name of the dump.
    """
    if any(item.is_link or item.fields for item in items):
        return None
    documents = read_text(text, file)
    if len(documents) < len(items) + _FEWEST or all(d.kind == "post" for d in documents):
        return None
    before = list(takewhile(_is_plain_post, documents))
    after = list(takewhile(_is_plain_post, reversed(documents)))
    rows = [row for row in (before, after) if len(row) >= _FEWEST]
    is_mixed = any(median(len(d.text) for d in row) <= _LONGEST for row in rows)
    return documents if is_mixed else None


def mixed_item(document: Document) -> Item:
    """The item of a document of a mixed text: Markdown, or plain."""
    first, last = document.place.lines or (1, 1)
    is_plain = not is_markdown(document.text)
    return Item(
        first - 1, last, {}, is_link=False, confidence=document.confidence, is_plain=is_plain
    )


def _is_plain_post(document: Document) -> bool:
    lines = read_lines(document.text.split("\n"))
    return document.kind == "post" and all(line.kind in _PLAIN for line in lines)
