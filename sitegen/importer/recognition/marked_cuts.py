"""Cuts a plain text as the editor marked it for an earlier import, if it comes without the marks.

``--split`` writes a text with marks for the editor to correct, and an import of it knows for
certain where its documents begin and end. When the uncorrected text comes again, the reader can
only guess. Where its guesses hold the words of such a document, they are cut there.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from operator import itemgetter
from typing import NamedTuple

from sitegen.importer.ledger import Ledger
from sitegen.importer.sketches import Words, spans_of
from sitegen.models import Document
from sitegen.readers.text import format_split, read_text

_SPACE = re.compile(r"\s")
_OPENING = 3
"""How many words are compared first to find where a document may start."""
_FEWEST_WORDS = 5
"""Fewer words must make up whole lines, as they may begin another text by chance."""


class _Marked(NamedTuple):
    """The documents of earlier imports that were certain."""

    present: frozenset[str]
    """The readers' ids of those that the dump has as they were."""
    by_opening: Mapping[Words, Sequence[Words]]
    """The words of the others that have a page, longest first, by their first words."""


class _Line(NamedTuple):
    """A line of a run of documents."""

    number: int
    """Its number in the dump."""
    text: str
    document: Document
    is_first: bool
    """Whether the document begins with it."""


class _Place(NamedTuple):
    """A place in a run of documents."""

    line: int
    """The index of the line."""
    offset: int = 0
    """The number of characters of that line before it."""


class _Word(NamedTuple):
    text: str
    start: _Place
    end: _Place


class _Piece(NamedTuple):
    """A part of a run of documents."""

    document: Document
    """The document in which it begins, with its text and its lines."""
    is_new: bool
    """Whether it is not a document of the reader."""


def cut_as_marked(
    documents: Sequence[Document],
    ledger: Ledger,
    dump: str,
    words_on_page: Callable[[str], Words | None],
) -> tuple[Document, ...]:
    """The documents of a dump, cut where an earlier import knew for certain that they begin or end.

    Args:
        documents: those of the reader, in order; only guesses in a plain text are cut.
        ledger: what earlier imports wrote.
        dump: the name of the dump.
        words_on_page: returns the words of the page with a permanent id; None if it was deleted.
    """
    if not any(map(_is_guess, documents)):
        return tuple(documents)
    marked = _marked(documents, ledger, dump, words_on_page)
    known = [_confirmed(document, marked) for document in documents]
    if not marked.by_opening:
        return tuple(known)
    pieces = [
        piece
        for is_guess, run in groupby(known, _is_guess)
        for piece in (_cut([*run], marked) if is_guess else (_Piece(d, is_new=False) for d in run))
    ]
    return tuple(_read_again(pieces)) if any(piece.is_new for piece in pieces) else tuple(known)


def _is_guess(document: Document) -> bool:
    """Whether a document is plain text of which the reader is not certain."""
    is_plain = document.place.lines is not None and not document.is_markdown
    return is_plain and document.confidence < 1


def _marked(
    documents: Sequence[Document],
    ledger: Ledger,
    dump: str,
    words_on_page: Callable[[str], Words | None],
) -> _Marked:
    ids = {document.id for document in documents}
    certain = {
        entry.document: id_
        for id_, entry in ledger.pages.items()
        if entry.dump == dump and entry.confidence is None
    }
    gone = {words_on_page(certain[name]) for name in certain.keys() - ids}
    by_opening: defaultdict[Words, list[Words]] = defaultdict(list)
    for words in sorted(filter(None, gone), key=len, reverse=True):
        by_opening[words[:_OPENING]].append(words)
    return _Marked(frozenset(certain.keys() & ids), by_opening)


def _confirmed(document: Document, marked: _Marked) -> Document:
    """A document that is as it was marked is no guess."""
    is_confirmed = _is_guess(document) and document.id in marked.present
    return replace(document, confidence=1.0) if is_confirmed else document


def _cut(run: Sequence[Document], marked: _Marked) -> Iterator[_Piece]:
    """The pieces of guesses that follow one another."""
    lines = list(_lines(run))
    words = list(_words(lines))
    found = dict(_find(words, lines, marked.by_opening))
    for start, end in pairwise([*_cuts(lines, found), _Place(len(lines))]):
        first, text = _between(lines, start, end)
        origin = lines[start.line].document
        if text == origin.text and start.offset == 0 and lines[start.line].is_first:
            yield _Piece(origin, is_new=False)
            continue
        place = origin.place._replace(lines=(first, first + text.count("\n")))
        confidence = 1.0 if start in found else origin.confidence
        yield _Piece(replace(origin, text=text, place=place, confidence=confidence), is_new=True)


def _lines(run: Iterable[Document]) -> Iterator[_Line]:
    for document in run:
        first = document.place.lines[0] if document.place.lines else 1
        for index, text in enumerate(document.text.split("\n")):
            yield _Line(first + index, text, document, is_first=index == 0)


def _words(lines: Iterable[_Line]) -> Iterator[_Word]:
    for index, line in enumerate(lines):
        for word, start, end in spans_of(line.text):
            yield _Word(word, _Place(index, start), _Place(index, end))


def _find(
    words: Sequence[_Word], lines: Sequence[_Line], marked: Mapping[Words, Sequence[Words]]
) -> Iterator[tuple[_Place, _Place]]:
    """Where marked documents start and end: at the start of a line, or after another of them."""
    texts = tuple(word.text for word in words)
    index = after = 0
    while index < len(words):
        place = _between_words(words, index, lines)
        size = _size_of(texts, words, index, marked) if not place.offset or index == after else 0
        if size:
            yield place, _between_words(words, index + size, lines)
            after = index + size
        index += size or 1


def _size_of(
    texts: Words, words: Sequence[_Word], index: int, marked: Mapping[Words, Sequence[Words]]
) -> int:
    """The number of words of the longest marked document that starts here; 0 if none does."""
    for opening in range(_OPENING, 0, -1):
        for found in marked.get(texts[index : index + opening], ()):
            stop = index + len(found)
            is_enough = len(found) >= _FEWEST_WORDS or not _are_on_one_line(words, stop)
            if is_enough and texts[index:stop] == found:
                return len(found)
    return 0


def _between_words(words: Sequence[_Word], index: int, lines: Sequence[_Line]) -> _Place:
    """The place before a word, or after the last: the start of a line, or white space in one."""
    if index == len(words):
        return _Place(len(lines))
    if not _are_on_one_line(words, index):
        line, before = words[index].start.line, words[index - 1].end.line if index else -1
        return _Place(next((n for n in range(line, before, -1) if lines[n].is_first), line))
    end = words[index - 1].end
    space = _SPACE.search(lines[end.line].text, end.offset, words[index].start.offset)
    return _Place(end.line, space.start() if space else end.offset)


def _are_on_one_line(words: Sequence[_Word], index: int) -> bool:
    """Whether a word and the one before it stand on one line."""
    return 0 < index < len(words) and words[index - 1].end.line == words[index].start.line


def _cuts(lines: Sequence[_Line], found: Mapping[_Place, _Place]) -> list[_Place]:
    """Where pieces begin: documents of the reader, and those that were found, with no other in."""
    starts = (_Place(index) for index, line in enumerate(lines) if line.is_first)
    cuts = {*found, *found.values()} - {_Place(len(lines))}
    ends = sorted(found.items())
    for start in starts:
        before = bisect_right(ends, start, key=itemgetter(0)) - 1
        if before < 0 or not ends[before][0] < start < ends[before][1]:
            cuts.add(start)
    return sorted(cuts)


def _between(lines: Sequence[_Line], start: _Place, end: _Place) -> tuple[int, str]:
    """The number of the first line between two places, and the text."""
    rows = [*lines[start.line : end.line], *(lines[end.line : end.line + 1] if end.offset else ())]
    texts = [row.text for row in rows]
    if end.offset:
        texts[-1] = texts[-1][: end.offset]
    texts[0] = texts[0][start.offset :].lstrip() if start.offset else texts[0]
    parts = [texts[0]]
    for before, row, text in zip(rows, rows[1:], texts[1:], strict=False):
        parts += ["\n" * (row.number - before.number), text]
    return rows[0].number, "".join(parts).rstrip()


def _read_again(pieces: Sequence[_Piece]) -> Iterator[Document]:
    """The documents of the pieces: as the reader makes them of a text with marks between them."""
    plain = [piece.document for piece in pieces if not piece.document.is_markdown]
    read = iter(read_text(format_split(plain), plain[0].place.file))
    for piece in pieces:
        again = piece.document if piece.document.is_markdown else next(read)
        is_new = piece.is_new
        place, confidence = piece.document.place, piece.document.confidence
        yield replace(again, place=place, confidence=confidence) if is_new else piece.document
