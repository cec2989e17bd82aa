"""Chooses unique paths for new pages, from the words that they start with."""

import re
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import PurePosixPath

from sitegen.addresses import essay_address, post_address
from sitegen.importer.composing import title_of
from sitegen.importer.existing import place_at
from sitegen.models import Document
from sitegen.text.labels import label_of, slugify

_TARGET = re.compile(r"\]\((?:<[^<>\n]*>|[^\s()]*)(?:\s+\"[^\"\n]*\")?\)")
"""The address of a link or a picture in Markdown."""
_ESSAYS = PurePosixPath("essays")


class PagePaths:
    """Reserves paths, so that no two pages have the same address.

    Args:
        taken: the paths, relative to ``content/``, of pages that exist or once existed.
    """

    def __init__(self, taken: Iterable[PurePosixPath]) -> None:
        self._taken = {_address(path) for path in taken}

    def reserve(
        self, document: Document, topic: str | None, first_name: str | None = None
    ) -> PurePosixPath:
        """Reserves a path for a new page: its first words, with part of its id if that is taken."""
        address_of = post_address if topic else essay_address
        names = _candidates(document, first_name_of(document) if first_name is None else first_name)
        name = next(name for name in names if self._take(name, address_of(name).casefold()))
        return PurePosixPath("topics", topic, f"{name}.md") if topic else _ESSAYS / f"{name}.md"

    def _take(self, name: str, address: str) -> bool:
        """Takes an address that is free, unless the page would be the ``index.md`` of a folder."""
        if name == "index" or address in self._taken:
            return False
        self._taken.add(address)
        return True


def first_name_of(document: Document, language: str = "") -> str:
    """The name of a page without its suffix, from its first words; empty if these give none."""
    label = title_of(document) if document.kind == "essay" else label_of(_name_of(document))
    return slugify(label, fallback="", language=document.lang or language)


def _candidates(document: Document, name: str) -> Iterator[str]:
    if name:
        yield name
    mark = slugify(document.id, fallback="0")
    if not name:
        name = f"{document.kind}-{mark}"
        yield name
    yield f"{name}-{mark[:4].strip('-')}"
    yield f"{name}-{mark}"
    yield from (f"{name}-{mark}-{number}" for number in count(2))


def _name_of(document: Document) -> str:
    """The text that names a post: its title or text, or else the address that it links to.

    A text with a content warning is named by the warning, as links would give the text away.
    """
    link, own = document.link, document.title or document.warning or document.text
    text = own or (link.title or link.address if link else "")
    return _TARGET.sub("]", text) if document.is_markdown else text


def _address(path: PurePosixPath) -> str | None:
    """The address of a page; in lower case, as some file systems ignore case."""
    place = place_at(path)
    return place.address.casefold() if place else None
