"""The table of contents of a book: what it calls each file, and the chapters within one."""

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import unquote

from sitegen.readers.formats.epub.pages import begins_notes
from sitegen.readers.html import plain_text
from sitegen.readers.html.extent import elements

_ENTRY = re.compile(
    r"<(?:\w+:)?text[^<>]*>(?P<label>[^<]{0,2000})</(?:\w+:)?text>.{0,2000}?<(?:\w+:)?content\b"
    r"(?>[^<>]*?\bsrc=[\"'])(?P<source>[^\"'#<>]++)(?:#(?P<in_source>[^\"'<>]*+))?[^<>]*+>"
    r"|<a\b(?>[^<>]*?\bhref=[\"'])(?P<address>[^\"'#<>]++)(?:#(?P<in_address>[^\"'<>]*+))?[^<>]*+>"
    r"(?P<words>.{0,2000}?)</a>",
    re.DOTALL,
)
"""An entry: of EPUB 2, or of EPUB 3."""
_LEVEL = re.compile(r"<(?P<end>/?)(?:\w+:)?(?:navPoint|ol)\b")
"""Where entries below another one begin and end."""
_TABLE = re.compile(r"\bepub:type=[\"'][^\"']*\btoc\b")
_ID = re.compile(
    r"<\w[^<>]{0,1000}?\s(?:id|name)=[\"']([^\"'<>]{1,500})[\"'][^<>]*>", re.IGNORECASE
)
_OPENED = re.compile(r"(?:<\w[^<>]*>\s*)+\Z")
"""Start tags without a text between them at the end of a text."""
_HEAD_END = re.compile(r"</h[1-6]\b|<p\b", re.IGNORECASE)
_FARTHEST = 2000
"""How many characters of tags before an element, or from it to its heading, are looked at."""


class Entry(NamedTuple):
    """An entry of the table of contents."""

    file: str
    id: str
    """That of the element in the file with which it begins; empty if it begins with the file."""
    title: str
    level: int


class Part(NamedTuple):
    """A chapter of several in one file."""

    id: str
    """That of the element with which it begins; empty for the start of the file."""
    title: str | None
    html: str


def entries_of(text: str, name: str) -> Iterator[Entry]:
    """The entries of a table of contents."""
    contents, folder = _contents_in(text), posixpath.dirname(name)
    level = at = 0
    for found in _ENTRY.finditer(contents):
        for step in _LEVEL.finditer(contents, at, found.start()):
            level += -1 if step["end"] else 1
        at = found.start()
        address = unquote(found["source"] or found["address"])
        yield Entry(
            posixpath.normpath(posixpath.join(folder, address)),
            unquote(found["in_source"] or found["in_address"] or ""),
            plain_text(found["label"] or found["words"] or ""),
            level,
        )


def titles_in(entries: Sequence[Entry]) -> Mapping[str, str]:
    """What the entries call each file."""
    return {entry.file: entry.title for entry in reversed(entries)}


def chapters_in(entries: Sequence[Entry]) -> Mapping[str, Sequence[Entry]]:
    """The entries of the files that hold several chapters; sections of chapters are none."""
    files: dict[str, list[Entry]] = {}
    for entry in entries:
        files.setdefault(entry.file, []).append(entry)
    tops = {
        file: [each for each in found if each.level == min(e.level for e in found)]
        for file, found in files.items()
    }
    return {file: found for file, found in tops.items() if len(found) > 1}


def split_chapters(html: str, chapters: Sequence[Entry]) -> list[Part]:
    """The chapters in one file, by the entries that lead to it; all of it if there is only one."""
    titles = {chapter.id: chapter.title for chapter in chapters}
    marks = ((found[1], found.start()) for found in _ID.finditer(html) if found[1] in titles)
    starts = {id_: _above(html, start) for id_, start in marks}
    starts = {id_: at for id_, at in starts.items() if not begins_notes("", _head_of(html, at))}
    bounds = sorted((at, id_) for id_, at in starts.items() if at)
    first = next((id_ for id_, at in starts.items() if not at), "")
    parts = [(0, first), *bounds]
    ends = [*(at for at, _ in bounds), len(html)]
    return [
        Part(id_, titles.get(id_), html[at:end]) for (at, id_), end in zip(parts, ends, strict=True)
    ]


def _head_of(html: str, start: int) -> str:
    """The start of a chapter up to the end of its heading, or to a paragraph."""
    end = _HEAD_END.search(html, start, start + _FARTHEST)
    return html[start : end.end()] if end else html[start : start + _FARTHEST]


def _above(html: str, start: int) -> int:
    """Where the elements begin that only begin with an element, such as the heading around it."""
    opened = _OPENED.search(html, max(0, start - _FARTHEST), start)
    return opened.start() if opened else start


def _contents_in(text: str) -> str:
    """The table of contents of EPUB 3, without the landmarks beside it; else the whole text."""
    listed = (each for each in elements(text, "nav") if _TABLE.search(each.attributes))
    return next((each.content for each in listed), text)
