"""Prepares what does not depend on topics, in another process while topics are chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sitegen.importer.composing import compose_page
from sitegen.importer.page_paths import first_name_of
from sitegen.importer.sketches import sketch
from sitegen.models import Document
from sitegen.topics import repeats_of


class NewPage(NamedTuple):
    """What is known of a new page before its topic."""

    name: str = ""
    """A name from its first words, which another page may have; empty if these give none."""
    data: bytes = b""
    """The page; empty for an essay, whose header names its topic."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """What depends on the documents alone."""

    sketches: Mapping[str, str]
    """The sketch of each document's text, by its id."""
    new: Sequence[NewPage]
    """For each document, its page if that is new; an empty one if it is not."""
    repeats: Sequence[int | None] | None
    """For each text that was compared, the index of the one that it repeats, as in ``repeats_of``.

    None if no texts were given.
    """


def prepare_pages(
    documents: Sequence[Document],
    added: Sequence[datetime | None],
    compared: Sequence[str] | None,
    language: str = "",
) -> Prepared:
    """Prepares the pages of documents.

    Args:
        documents: the documents.
        added: for each document whose page is new, when it is added; else None.
        compared: the texts among which repeats are found, if they are known.
        language: that of the digest.
    """
    return Prepared(
        sketches={document.id: sketch(document.text) for document in documents},
        new=[
            NewPage() if moment is None else _new(document, moment, language)
            for document, moment in zip(documents, added, strict=True)
        ],
        repeats=None if compared is None else repeats_of(compared),
    )


def _new(document: Document, added: datetime, language: str) -> NewPage:
    is_post = document.kind == "post"
    data = compose_page(document, "post", added=added) if is_post else b""
    return NewPage(first_name_of(document, language), data)
