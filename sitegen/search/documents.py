"""The index of all texts in one script, which needs neither Pagefind nor a web server.

A browser loads it from ``file://``, where scripts of pages may not read other files, and for a
small site, where it is shorter than Pagefind's program.
"""

import json
from collections.abc import Iterable
from typing import NamedTuple

_CALL = b"sitegenDocuments("


class SearchDocument(NamedTuple):
    """What is searched of one page."""

    address: str
    """The address of the page."""
    language: str
    """A BCP 47 tag; it decides how words are found in the text."""
    title: str
    text: str
    """The plain text."""
    html: str
    """The marked part of the page, without what is ignored."""
    topic: str = ""
    author: str = ""
    date: str = ""
    """In the language of the digest, as pages show it."""
    moment: str = ""
    """The date as RFC 3339; its year is the filter."""

    @property
    def year(self) -> str:
        """The year of the date; empty without one."""
        return self.moment[:4]


def _rest(document: SearchDocument) -> str:
    """The text after the title, which results show above it."""
    return document.text.removeprefix(f"{document.title} ")


def in_order(documents: Iterable[SearchDocument]) -> list[SearchDocument]:
    """The documents, the newest first: the order of results that match equally well."""
    by_address = sorted(documents, key=lambda document: document.address)
    return sorted(by_address, key=lambda document: document.moment, reverse=True)


def documents_script(documents: Iterable[SearchDocument]) -> bytes:
    """The script, a call of the function ``sitegenDocuments`` of the search page.

    Each document is a list: address, language, title, text, topic, author, date, year.
    """
    rows = [
        (d.address, d.language, d.title, _rest(d), d.topic, d.author, d.date, d.year)
        for d in in_order(documents)
    ]
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return b"%s[\n%s\n])\n" % (_CALL, lines.encode())
