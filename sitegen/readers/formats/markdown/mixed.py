"""Texts in which only essays are Markdown: plain posts stand before or after them."""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile
from statistics import median

from sitegen.models import Document
from sitegen.readers.formats.markdown.evidence import is_markdown
from sitegen.readers.formats.markdown.lines import read_lines
from sitegen.readers.formats.markdown.splitting import Item
from sitegen.readers.text import read_text

_FEWEST = 5
"""The fewest plain posts in a row that show that a text is mixed."""
_LONGEST = 280
_SOCIAL = re.compile(r"(?<![\w.])[@#]\w|https?://")
_FEW, _MANY, _NEARLY_ALL = 0.3, 0.4, 0.8
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
    return documents if any(map(_are_posts, rows)) else None


def mixed_item(document: Document) -> Item:
    """The item of a document of a mixed text: Markdown, or plain."""
    first, last = document.place.lines or (1, 1)
    is_plain = not is_markdown(document.text)
    return Item(
        first - 1, last, {}, is_link=False, confidence=document.confidence, is_plain=is_plain
    )


def _are_posts(row: Sequence[Document]) -> bool:
    """Whether documents look like posts of a social network, and not like parts of an essay.

    They have names, hashtags or addresses, or are lines without blank ones between.
    """
    texts = [document.text for document in row]
    if median(map(len, texts)) > _LONGEST or is_markdown("\n".join(texts)):
        return False
    if sum(_SOCIAL.search(text) is not None for text in texts) >= _MANY * len(row):
        return True
    places = sorted(document.place.lines or (0, 0) for document in row)
    tight = sum(one[1] + 1 == other[0] for one, other in pairwise(places))
    small = sum(text[:1].islower() for text in texts)
    return tight >= _NEARLY_ALL * (len(row) - 1) and small <= _FEW * len(row)


def _is_plain_post(document: Document) -> bool:
    lines = read_lines(document.text.split("\n"))
    return document.kind == "post" and all(line.kind in _PLAIN for line in lines)
