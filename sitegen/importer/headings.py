"""Leads links to a part of a text to the heading of that part on its page."""

import re
from collections.abc import Container, Iterator
from urllib.parse import unquote

from sitegen.markdown.heading_ids import heading_id
from sitegen.readers.markdown.literals import split_code
from sitegen.readers.markdown.titles import plain_words

_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(?P<words>[^\n]+)$", re.MULTILINE)


def mark_of_part(address: str, ids: Container[str]) -> str:
    """The mark of the heading that an address names, such as ``#trim-it``; empty if it has none.

    Args:
        address: ends with ``#Trim it``, as note programs write it, or ``#trim-it``.
        ids: those of the headings of the text that it leads to.
    """
    name = heading_id(unquote(address).rpartition("#")[2]) if "#" in address else ""
    return f"#{name}" if name and name in ids else ""


def heading_ids_in(text: str) -> Iterator[str]:
    """The ids that the headings of a text in Markdown have on its page."""
    for is_code, block in split_code(text):
        if not is_code:
            for found in _HEADING.finditer(block):
                words = found["words"].rstrip().rstrip("#")
                yield heading_id(plain_words(words))
