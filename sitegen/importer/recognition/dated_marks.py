"""Recognises documents without an id of their own by their date, with their title or their text."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeVar

from sitegen.importer.ledger import LedgerEntry, fingerprint
from sitegen.importer.sketches import words_of
from sitegen.models import Document

_Key = TypeVar("_Key", str, int)
_Mark = tuple[str | None, str | None]

_LENGTH = 12


class DatedMarks(NamedTuple):
    """What tells a document that was edited, besides its text."""

    title: str | None = None
    """The fingerprint of the words of its title; None if it has none."""
    date: str | None = None


def dated_marks(document: Document) -> DatedMarks:
    """The marks of a document; none if it has no date, or an id that tells it in its service."""
    if document.date is None or (document.has_own_id and not document.has_vague_id):
        return DatedMarks()
    words = " ".join(words_of(document.title or ""))
    return DatedMarks(
        fingerprint(words.encode())[:_LENGTH] if words else None, document.date.isoformat()
    )


def match_by_date(
    earlier: Mapping[str, LedgerEntry], later: Mapping[int, Document]
) -> dict[int, str]:
    """Matches later documents with earlier ones of the same date; returns the id by the index.

    They match if only the text was edited, or only the title, and no others have the same marks.
    """
    marks = {index: dated_marks(document) for index, document in later.items()}
    by_title = _pairs(
        {id_: (entry.date, entry.title) for id_, entry in earlier.items()},
        {index: (mark.date, mark.title) for index, mark in marks.items()},
    )
    by_text = _pairs(
        {id_: (entry.date, entry.text) for id_, entry in earlier.items()},
        {
            index: (mark.date, fingerprint(later[index].text.encode()) if mark.date else None)
            for index, mark in marks.items()
        },
    )
    taken = set(by_title.values())
    return {index: id_ for index, id_ in by_text.items() if id_ not in taken} | by_title


def _pairs(earlier: Mapping[str, _Mark], later: Mapping[int, _Mark]) -> dict[int, str]:
    """The pairs with the same marks, of those that no others have."""
    ids = {mark: id_ for id_, mark in _unique(earlier)}
    return {index: ids[mark] for index, mark in _unique(later) if mark in ids}


def _unique(marks: Mapping[_Key, _Mark]) -> Iterator[tuple[_Key, _Mark]]:
    """The marks that only one document has, and no part of which is missing."""
    counts = Counter(marks.values())
    return ((key, mark) for key, mark in marks.items() if None not in mark and counts[mark] == 1)
