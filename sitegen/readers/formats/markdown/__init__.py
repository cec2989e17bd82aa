"""Reads Markdown texts: notes, lists of links, issues of newsletters, essays and posts.

- ``evidence``: whether a text is Markdown
- ``lines``, ``links``, ``parts``: headings and items, links with comments, what is between rules
- ``groups``: links in groups, and indented ones
- ``structure``: by what the items of a text begin; ``splitting``: its items
- ``mixed``: texts of which marks say little, or in which only some documents are Markdown
- ``references``: addresses of links that stand apart from them; ``footnotes``: likewise, notes
- ``heading_dates``: dates and numbers of issues in headings
- ``documents``: makes documents of items
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from sitegen.errors import DumpError
from sitegen.models import Document
from sitegen.readers.detection import detect_format
from sitegen.readers.findings import Finding, Lost, ReadOptions
from sitegen.readers.formats.markdown.documents import make_documents
from sitegen.readers.formats.markdown.evidence import NAMES, is_markdown
from sitegen.readers.formats.markdown.lines import read_lines, without_long_comments
from sitegen.readers.formats.markdown.mixed import find_mixed
from sitegen.readers.formats.markdown.parts import find_headers, is_header, split_parts
from sitegen.readers.formats.markdown.references import inline_references
from sitegen.readers.formats.markdown.splitting import split_items
from sitegen.readers.markdown.file_names import read_name
from sitegen.readers.reader import Reader
from sitegen.readers.sources import Source
from sitegen.readers.sources.beside import name_beside
from sitegen.readers.streams.decoding import read_text_of
from sitegen.readers.text import read_text
from sitegen.readers.text.lines import split_lines
from sitegen.readers.text.separators import find_stamps, is_explicit, unescape_rule

_LIKELY = 0.3
"""More than plain text, as which each Markdown text may be read."""
_AGAINST_DETECTION = 0.65
"""For a text that is Markdown by its name and begins with a header or an element of HTML."""
_NO_BODY = ("blank", "heading", "rule")
"""The lines of a text of titles alone."""
_MANY_PARTS = 5
"""With this many parts between separators, a plain text is a dump of many documents."""
_OF_WALLABAG = re.compile(
    r"(?:All|Unread|Starred|Archive|Untagged|Annotated|Search|Tagentries|Samedomain) articles"
    r"(?: ?\(\d+\))?\.md"
)
"""The names of its exports in Markdown, which have no other mark."""
_PAGES = (".html", ".htm")
"""The names of pages for a generator, with a header and HTML."""


def _recognise(source: Source) -> float:
    if source.kind != "file" or source.head.is_binary:
        return 0.0
    name = source.entries[0].name.lower()
    named = name.endswith(NAMES)
    known, text = detect_format(source.head), source.head.text
    if known is None:
        is_page = name.endswith(_PAGES) and is_header(text, is_named_so=True)
        return _LIKELY if is_page or is_markdown(text, is_named_so=named) else 0.0
    may_be = known.name in ("html", "json", "jsonl", "xml") and (
        is_header(text) or known.name == "html"
    )
    is_page = text.lstrip()[:9].lower().startswith(("<!doctype", "<html"))
    return _AGAINST_DETECTION if named and may_be and not is_page else 0.0


def _read(source: Source, options: ReadOptions) -> Iterator[Document | Finding]:
    for entry in source.entries:
        text, findings = read_text_of(entry)
        yield from findings
        if _OF_WALLABAG.fullmatch(entry.base) and not options.with_articles:
            raise DumpError(
                "the text holds articles that wallabag saved, which are by others",
                path=source.path,
                hint="export them as JSON, or, to import them all the same, add --include articles",
            )
        found = list(read_markdown(text, source.name, options))
        if sum(isinstance(each, Document) for each in found) == 1:
            date = read_name(entry.name).date
            found = [_dated(each, date) if isinstance(each, Document) else each for each in found]
        yield from _with_files_beside(found, source) if source.file else found


def _with_files_beside(
    found: Sequence[Document | Finding], source: Source
) -> Iterator[Document | Finding]:
    """What was read of a file, with the pictures that are in its folder or below."""
    media = [m for each in found if isinstance(each, Document) for m in each.media]
    names = {m.name: name for m in media if (name := name_beside(source.path, m.name))}
    for each in found:
        if isinstance(each, Document):
            yield replace(
                each, media=tuple(m._replace(entry=names.get(m.name)) for m in each.media)
            )
        elif not (isinstance(each, Lost) and each.where in names):
            yield each


def _dated(document: Document, date: datetime | None) -> Document:
    """The only document of a file, with the date in the name of the file if it has no other."""
    return replace(document, date=document.date or date)


def read_markdown(text: str, file: str, options: ReadOptions) -> Iterator[Document | Finding]:
    """The documents of a Markdown text, and what is left out."""
    lines = without_long_comments(split_lines(text))
    inlined = inline_references(lines)
    items = split_items(inlined)
    if len(items) > 1:
        lines = inlined
    if is_explicit(lines):
        lines = [unescape_rule(line) for line in lines]
    elif all(line.kind in _NO_BODY for line in read_lines(lines)) and not _has_link(lines):
        yield from read_text(text, file)
        return
    elif (mixed := find_mixed(inlined, items, file)) is not None:
        items = mixed
        lines = inlined if len(items) > 1 else lines
    yield from make_documents(items, lines, file, options)


def _has_link(lines: Sequence[str]) -> bool:
    return any("](" in line for line in lines)


def holds_many(text: str, *, is_named_so: bool) -> bool:
    """Whether a file among others plainly holds many documents.

    The headers of its parts say so; in a plain text also its separators, or times that open or
    close its posts.
    """
    lines = split_lines(text)
    described = read_lines(lines)
    rules = [number for number, line in enumerate(described) if line.kind == "rule"]
    parts = split_parts(lines, find_headers(described) or rules)
    if sum(part.has_header for part in parts) > 1:
        return True
    if is_named_so or is_explicit(lines):
        return not is_named_so
    shown = [line for line in lines if line]
    is_plain = not is_markdown(text)
    return is_plain and (
        len(parts) >= _MANY_PARTS or (len(shown) > _MANY_PARTS and bool(find_stamps(shown)))
    )


def read_many(text: str, file: str) -> Iterator[Document | Finding]:
    """The documents of a file that holds many."""
    if is_markdown(text):
        yield from read_markdown(text, file, ReadOptions())
    else:
        yield from read_text(text, file)


READER = Reader("markdown", "a Markdown text", _recognise, _read, ("draft", "private", "hidden"))
