"""Footnotes of a chapter that are in another file of the book.

A reference is a link to an element there: https://www.w3.org/TR/epub-ssv-11/#notes. Books without
these semantics have the same links, with a number or a star as their text.
"""

import posixpath
import re
from collections.abc import Callable, Collection
from functools import cached_property
from typing import NamedTuple
from urllib.parse import unquote

from sitegen.readers.html import plain_text
from sitegen.readers.html.extent import content_of

_LINK = re.compile(
    r"<a\b(?P<before>[^<>]{0,1000}?)\bhref=[\"'](?P<file>[^\"'#:<>]+)#(?P<id>[^\"'<>]+)[\"'](?P<after>[^<>]{0,1000})>"
    r"(?P<words>.{0,300}?)</a>",
    re.DOTALL | re.IGNORECASE,
)
_MARK = re.compile(r"[\[(]?(?:\d{1,4}|[*†‡§¶]{1,4})[\])]?[.:]?")
_BLOCKS = frozenset({"aside", "dd", "div", "li", "p", "section"})
_BLOCK = re.compile(r"<(aside|dd|li|p)\b[^<>]*>", re.IGNORECASE)
_WITH_ID = re.compile(
    r"<(\w+)\b[^<>]{0,1000}?\s(?:id|name)=[\"'](?P<id>[^\"'<>]{1,500})[\"'][^<>]{0,1000}>",
    re.IGNORECASE,
)
_START = re.compile(r"<(\w+)\b[^<>]*>")
_MARKED = re.compile(
    r"<(aside|dd|div|li|p|section)\b"
    r"(?=[^<>]{0,1000}?(?:epub:type|role)=[\"'][^\"'<>]{0,200}?\b(?:foot|end|rear)note\b)"
    r"(?=[^<>]{0,1000}?\sid=[\"'](?P<id>[^\"'<>]{1,500})[\"'])[^<>]*>",
    re.IGNORECASE,
)
"""The start of an element that says that it is a note."""
_REFERENCE = re.compile(r"\bhref=[\"'][^\"'#<>]{0,1000}#([^\"'<>]{1,500})[\"']", re.IGNORECASE)
_FARTHEST = 500
"""The maximum number of characters from the start of a note to the element with its id."""
_LONGEST = 20_000
"""The maximum number of characters of a note. A longer element is a chapter."""


class ChapterWithNotes(NamedTuple):
    """A chapter whose notes follow it in the same HTML."""

    html: str
    places: frozenset[tuple[str, str]]
    """The files that these notes are from, with their ids there."""


def bring_notes(html: str, name: str, read: Callable[[str], str | None]) -> ChapterWithNotes:
    """Adds the notes of a chapter that are in other files to its end, as notes of its own."""
    notes = _Notes(read)
    folder = posixpath.dirname(name)

    def refer(link: re.Match[str]) -> str:
        file = posixpath.normpath(posixpath.join(folder, unquote(link["file"])))
        if file == name or not _MARK.fullmatch(plain_text(link["words"]).strip()):
            return link[0]
        number = notes.number_of(file, unquote(link["id"]))
        if number is None:
            return link[0]
        return f'<a{link["before"]}href="#fn_book{number}"{link["after"]}>{link["words"]}</a>'

    changed = _LINK.sub(refer, html)
    added = (
        f'<aside id="fn_book{number}">{_without_link_back(note, name)}</aside>'
        for number, note in enumerate(notes.texts, 1)
    )
    return ChapterWithNotes("".join((changed, *added)), frozenset(notes.numbers))


class TakenNotes:
    """The notes that stand below the chapters that refer to them, not where they are in the book.

    Args:
        chapters: the names of the chapters that are read.
        read: reads a file of the book; None if there is none of that name.
    """

    def __init__(self, chapters: Collection[str], read: Callable[[str], str | None]) -> None:
        self._chapters = chapters
        self._read = read

    def remove_from(self, html: str, name: str) -> str:
        """A chapter without the notes that only other chapters refer to."""
        own = {unquote(id_) for id_ in _REFERENCE.findall(html)}
        kept, at = [], 0
        for found in _MARKED.finditer(html):
            place = name, found["id"]
            if found["id"] in own or found.start() < at or place not in self._places:
                continue
            kept.append(html[at : found.start()])
            end = found.end() + len(content_of(html, found))
            closing = html.find(">", end)
            at = closing + 1 if closing >= 0 else len(html)
        return "".join((*kept, html[at:]))

    @cached_property
    def _places(self) -> frozenset[tuple[str, str]]:
        chapters = ((name, self._read(name) or "") for name in self._chapters)
        return frozenset().union(
            *(bring_notes(html, name, self._read).places for name, html in chapters)
        )


class _Notes:
    """The notes that a chapter refers to, in the order of its references."""

    def __init__(self, read: Callable[[str], str | None]) -> None:
        self.numbers: dict[tuple[str, str], int] = {}
        """The number of each note, by its file and its id."""
        self.texts: list[str] = []
        self._read = read
        self._files: dict[str, tuple[str, dict[str, re.Match[str]]]] = {}
        """The HTML of each file, and its start tags with an id."""

    def number_of(self, file: str, id_: str) -> int | None:
        """The number of the note with an id, from 1; None if there is none."""
        place = file, id_
        if place not in self.numbers:
            note = self._note_at(file, id_)
            if note is None:
                return None
            self.texts.append(note)
            self.numbers[place] = len(self.texts)
        return self.numbers[place]

    def _note_at(self, file: str, id_: str) -> str | None:
        """What is in the element with an id, or in the block around a smaller element with it."""
        if file not in self._files:
            html = self._read(file) or ""
            self._files[file] = html, {found["id"]: found for found in _WITH_ID.finditer(html)}
        html, ids = self._files[file]
        found = opening = ids.get(id_)
        if found is None:
            return None
        if found[1].lower() not in _BLOCKS:
            before = _BLOCK.finditer(html, max(0, found.start() - _FARTHEST), found.start())
            opening = next(reversed(list(before)), None)
        if opening is None:
            return None
        nearby = html[opening.start() : opening.end() + _LONGEST]
        content = content_of(nearby, _START.match(nearby) or opening)
        is_around = opening.end() + len(content) >= found.start()
        return content if is_around and len(content) < _LONGEST else None


def _without_link_back(note: str, chapter: str) -> str:
    """The note without its link to the chapter, whose number or star is left as the note’s mark."""

    def unlink(link: re.Match[str]) -> str:
        if posixpath.basename(unquote(link["file"])) != posixpath.basename(chapter):
            return link[0]
        words = plain_text(link["words"]).strip()
        return words if _MARK.fullmatch(words) else ""

    return _LINK.sub(unlink, note)
