"""Files of word processors: one document for each, with its first heading as the title."""

import re
from collections.abc import Iterator
from datetime import datetime

from sitegen.models import Document, DumpPlace
from sitegen.readers.articles import kind_of, read_body
from sitegen.readers.bookmarks import clean_tags
from sitegen.readers.dates import parse_date
from sitegen.readers.findings import Finding, LeftOut, Lost
from sitegen.readers.html import plain_text
from sitegen.readers.identity import identify_text
from sitegen.readers.markdown.titles import plain_words
from sitegen.readers.sources import Source
from sitegen.readers.streams.decoding import read_text_of

_HEADING = re.compile(
    r"\A\s*(?:(?:<p>\s*</p>|<a id=\"[^\"]*\"></a>)\s*)*<h[1-3]\b[^>]*>(.*?)</h[1-3]>", re.DOTALL
)
"""A first heading, perhaps behind a bookmark, as pandoc writes one."""
_MADE_TITLE = re.compile(
    r"(?i)Microsoft Word - .*|(?:Word )?Document\d*|Untitled|PowerPoint .*"
    r"|\S+\.(?:docx?|dotx?|odt|ott|rtf|txt|pdf|wpd|pages|html?|pptx?)"
)
"""Titles that programs write: the name of the file, or of what it is."""
_NOBODY = frozenset(
    {"microsoft office user", "windows user", "python-docx", "un-named", "unknown", "user",
     "author", "admin", "administrator", "owner"}
)  # fmt: skip
"""Authors that programs write, in lower case."""
_PROPERTY = r"<(?:\w+:)?{}\b[^>]*>(.*?)</(?:\w+:)?{}>"


def make_document(html: str, source: Source) -> Iterator[Document | Finding]:
    """The document of a file."""
    heading = _HEADING.match(html)
    heading_words = plain_text(heading[1]) or None if heading else None
    title = heading_words or _title_of(source)
    name = source.archive or source.name
    body = read_body(html[heading.end() :] if heading else html, name)
    if not body.text:
        yield LeftOut("empty")
        return
    media = tuple(
        medium._replace(entry=file.name if file else None)
        for medium in body.media
        for file in [source.member(medium.name)]
    )
    kept = {medium.name for medium in media if medium.entry}
    yield from (f for f in body.findings if not (isinstance(f, Lost) and f.where in kept))
    yield Document(
        id=identify_text("document", name, heading_words or ""),
        kind=kind_of(title, body.text),
        text=body.text if heading else _without_first(body.text, title),
        place=DumpPlace(source.name),
        is_markdown=True,
        title=title,
        author=_author_of(source),
        date=_date_of(source),
        tags=_tags_of(source),
        media=media,
    )


def _without_first(text: str, title: str | None) -> str:
    """The text without a first paragraph that repeats the title."""
    first, _, rest = text.partition("\n\n")
    return rest if rest and plain_words(first) == title else text


def _property(source: Source, name: str) -> str:
    """A property of the document, such as its author."""
    return next(_properties(source, name), "")


def _properties(source: Source, name: str) -> Iterator[str]:
    entry = source.first(r"docProps/core\.xml", r"meta\.xml")
    text = read_text_of(entry)[0] if entry else ""
    for found in re.finditer(_PROPERTY.format(name, name), text, re.DOTALL):
        if words := plain_text(found[1]):
            yield words


def _title_of(source: Source) -> str | None:
    """The title that the author gave; a program may have written one."""
    title = _property(source, "title")
    return None if not title or _MADE_TITLE.fullmatch(title) else title


def _author_of(source: Source) -> str | None:
    """The name of the author; an e-mail address is none, nor is what a program calls its user."""
    names = (_property(source, name) for name in ("initial-creator", "creator"))
    return next((n for n in names if n and "@" not in n and n.casefold() not in _NOBODY), None)


def _tags_of(source: Source) -> tuple[str, ...]:
    """The keywords: of Word in one text, of OpenDocument in an element each."""
    written = (*_properties(source, "keywords"), *_properties(source, "keyword"))
    return clean_tags(tag for text in written for tag in re.split(r"[;,]", text))


def _date_of(source: Source) -> datetime | None:
    written = (_property(source, name) for name in ("created", "creation-date", "modified"))
    return next((date for text in written if (date := parse_date(text))), None)
