"""Leaves out documents that stand in a dump several times, and tells apart those with one id."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import time
from typing import NamedTuple

from sitegen.models import Document
from sitegen.readers.findings import Finding, LeftOut, Reason, Withheld
from sitegen.readers.identity import identify, identify_text
from sitegen.readers.withholding import WithheldItems


@dataclass(frozen=True, slots=True)
class PartRead:
    """What a reader read of a part of a dump."""

    reader: str
    documents: list[Document] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    withheld: list[tuple[int, Withheld]] = field(default_factory=list)
    """The items that are not public, each with the number of documents before it."""

    def add(self, item: Document | Finding) -> None:
        """Adds what the reader yields."""
        if isinstance(item, Document):
            self.documents.append(item)
            return
        self.findings.append(item)
        if isinstance(item, LeftOut) and item.withheld:
            self.withheld.append((len(self.documents), item.withheld))

    @property
    def age(self) -> tuple[float, int]:
        """What tells which of two parts is newer: the time of the latest item, and their number."""
        dates = [each.date for each in self.documents]
        dates += [withheld.date for _, withheld in self.withheld]
        return max((date.timestamp() for date in dates if date), default=0), len(dates)


_Mark = tuple[str, str]
"""Two values that identify a document among the files of a dump."""


_WITHDRAWN: frozenset[Reason] = frozenset({"private", "followers only", "hidden", "trash"})
"""Reasons for which a later record in the same file takes back an earlier one."""


class _Content(NamedTuple):
    """What a document says, and the file that it is in."""

    words: int
    """A hash of them."""
    entry: str


def drop_repeats(read: Sequence[PartRead]) -> Iterator[LeftOut]:
    """Leaves out what stands in several parts, or in several versions in one.

    Of the parts in one format, the newest counts; of versions in a part, the latest.
    """
    earlier: dict[_Mark, str] = {}
    withdrawn: set[str] = set()
    contents: dict[str, _Content] = {}
    for found in _newest_first(read):
        kept = _Kept(found.reader, contents)
        own = _withdrawn_in(found)
        elsewhere = _withheld_elsewhere(found, read)
        for number, document in enumerate(found.documents):
            is_gone = document.id in withdrawn or number in own
            if is_gone or elsewhere.hold_address(document):
                yield LeftOut("superseded")
                continue
            marks = _marks_of(document) if earlier else ()
            known = (earlier[mark] for mark in marks if mark in earlier)
            if (text := next(known, None)) is not None:
                yield LeftOut("duplicate" if text == document.text else "superseded")
            elif reason := kept.add(document):
                yield LeftOut(reason)
        if len(read) > 1:
            earlier.update((mark, each.text) for each in kept.all for mark in _marks_of(each))
        found.documents[:] = kept.all
        withdrawn.update(withheld.id for _, withheld in found.withheld)


def _withheld_elsewhere(found: PartRead, read: Sequence[PartRead]) -> WithheldItems:
    """What later parts in other formats say not to be public."""
    later = (part for part in read if part.withheld and part.reader != found.reader)
    return WithheldItems(
        withheld for part in later if part.age > found.age for _, withheld in part.withheld
    )


def _withdrawn_in(found: PartRead) -> set[int]:
    """Which documents of a part a later version says not to be public.

    In one file, a draft may stand beside what was published, as new versions do that are not yet.
    """
    withheld = {item.id: (before, item) for before, item in found.withheld}
    numbers: set[int] = set()
    for number, document in enumerate(found.documents if withheld else ()):
        if document.has_own_id and document.id in withheld:
            before, item = withheld[document.id]
            if item.entry == document.entry and not _takes_back(item, document):
                continue
            if item.updated and document.updated:
                is_later = item.updated >= document.updated
            else:
                is_later = before > number
            numbers.update([number] if is_later else ())
    return numbers


def _takes_back(item: Withheld, document: Document) -> bool:
    """Whether an item is a version of a document in its file that is no longer public."""
    is_same = item.date == document.date and not document.has_vague_id
    return is_same and bool(item.entry) and item.reason in _WITHDRAWN


def _newest_first(read: Sequence[PartRead]) -> list[PartRead]:
    """The parts, those of one format together, the one with the latest post first.

    Of those with the same, it is the one with more posts, then the last: the names of exports end
    with their dates.
    """
    first = {found.reader: number for number, found in reversed([*enumerate(read)])}
    order = [
        (first[found.reader], -found.age[0], -found.age[1], -number)
        for number, found in enumerate(read)
    ]
    return [read[-number] for *_, number in sorted(order)]


class _Kept:
    """The documents of a part that are kept, each with an id of its own.

    ``contents`` is what has an id in the service, in all parts; it is extended.
    """

    def __init__(self, reader: str, contents: dict[str, _Content]) -> None:
        self.all: list[Document] = []
        self._reader = reader
        self._contents = contents
        self._first: dict[str, int] = {}
        """Where the first document with an id in the service is in ``all``."""
        self._others: dict[str, list[int]] = {}
        """Where others with its id are."""

    def add(self, document: Document) -> Reason | None:
        """Adds a document, or the later one of two versions; returns why one was dropped, if so."""
        if document.has_own_id:
            content = _Content(_words_of(document), document.entry)
            first = self._contents.setdefault(document.id, content)
            if first is not content:
                return self._add_again(document, content, first)
            self._first[document.id] = len(self.all)
        self.all.append(document)
        return None

    def _add_again(self, document: Document, content: _Content, first: _Content) -> Reason | None:
        """Likewise, for a document with the id of another one, of this part or another."""
        if self._repeats(document):
            return "duplicate"
        if self._replaces_version(document):
            return "superseded"
        self._others.setdefault(document.id, []).append(len(self.all))
        same = first.words == content.words
        self.all.append(document if same else self._told_apart(document, content, first))
        return None

    def _repeats(self, document: Document) -> bool:
        """Whether a document of this part has the same id, words and moment."""
        first = self._first.get(document.id)
        return (
            first is not None
            and document.date is not None
            and self.all[first].date == document.date
            and _words_of(self.all[first]) == _words_of(document)
        )

    def _replaces_version(self, document: Document) -> bool:
        """Whether a document is a version of another one; keeps the later one of them."""
        first = self._first.get(document.id)
        others = self._others.get(document.id, ())
        for place in others if first is None else (first, *others):
            if are_versions(kept := self.all[place], document):
                if not is_later(kept, document):
                    self.all[place] = replace(document, id=kept.id, has_own_id=kept.has_own_id)
                return True
        return False

    def _told_apart(self, document: Document, content: _Content, first: _Content) -> Document:
        """A document with an id of its own, as another one of the dump has the same.

        The name of its file tells it apart, as two files may number their records alike, else its
        words.
        """
        if content.entry != first.entry:
            document = replace(document, id=identify(self._reader, content.entry, document.id))
            if self._contents.setdefault(document.id, content).words == content.words:
                return document
        own = identify_text(document.id, document.title or "", document.text)
        return replace(document, id=own, has_own_id=False)


def are_versions(one: Document, other: Document) -> bool:
    """Whether two documents with one id, but other words, are versions of one.

    They are if they were published at one moment, or if both say when they were changed and have
    the same date, address or title. An id alone may be a mere number in two files.
    """
    if _words_of(one) == _words_of(other):
        return False
    if one.date and one.date == other.date and one.date.time() != time():
        return True
    if not (one.updated and other.updated):
        return False
    return any(
        first is not None and first == second
        for first, second in (
            (one.source, other.source),
            (one.title, other.title),
            (_publication_of(one), _publication_of(other)),
        )
    )


def is_later(one: Document, other: Document) -> bool:
    """Whether the first of two versions says that it is the later one."""
    return bool(one.updated and other.updated and one.updated > other.updated)


def _publication_of(document: Document) -> float | None:
    """When a document was published, if that is not merely when it was changed."""
    date = document.date
    return date.timestamp() if date and date != document.updated else None


def _words_of(document: Document) -> int:
    return hash((document.title, document.text))


def _marks_of(document: Document) -> Iterator[_Mark]:
    """What identifies a document: two files of a dump repeat one if they share any of these.

    A source alone is not enough, as it may be the address of a whole website; nor is an id, which
    may be a mere number, but one with the time of day is.
    """
    yield document.id, document.text
    if document.has_own_id and document.date and document.date.time() != time():
        yield document.id, str(document.date.timestamp())
    if document.source:
        yield document.source, document.id
        yield document.source, document.title or document.text
