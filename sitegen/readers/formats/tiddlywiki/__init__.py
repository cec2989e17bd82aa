"""Reads a TiddlyWiki: a page that holds all of it, a list of tiddlers in JSON, or their files.

- ``stores``: finds the tiddlers
- ``documents``: makes documents of them
- ``wikitext``: converts the blocks of their texts; ``inline``: the marks within lines
"""

import re
from collections.abc import Iterator, Mapping

from sitegen.errors import DumpError
from sitegen.models import Document
from sitegen.readers.findings import Finding, LeftOut, Lost, ReadOptions
from sitegen.readers.formats.tiddlywiki.documents import TiddlerReader
from sitegen.readers.formats.tiddlywiki.stores import (
    Tiddler,
    is_encrypted,
    tiddler_in_file,
    tiddlers_in_json,
    tiddlers_in_page,
    untitled_text,
)
from sitegen.readers.reader import Reader, recognise_formats
from sitegen.readers.sources import Entry, Source
from sitegen.readers.streams.decoding import read_text_of

_FILE = re.compile(r".*\.(?:tid|(?:md|txt|tiddler)\.meta)", re.IGNORECASE)
_PAGE = re.compile(
    r"<meta\b[^<>]*\b(?:name|content)=[\"']?(?:tiddlywiki-version|TiddlyWiki)\b"
    r"|<div\b[^<>]*\bid=[\"']?storeArea\b|\bvar version = \{title: \"TiddlyWiki\"",
    re.IGNORECASE,
)
_TEXT = re.compile(r"(?:.*/)?tiddlers/.*\.md", re.IGNORECASE)
"""A text in Markdown, which may have a file of fields beside it."""
_WHOLE = re.compile(r".*\.(?:html?|json)", re.IGNORECASE)
_is_known = recognise_formats("tiddlywiki", "tiddler")


def _recognise(source: Source) -> float:
    if source.file:
        return max(_is_known(source), 0.98 if _is_page(source.file) else 0.0)
    files = [entry for entry in source.entries if _FILE.fullmatch(entry.name)]
    texts = [e for e in source.entries if e.name.lower().endswith((".md", ".html", ".rst"))]
    is_wiki = source.first(r"tiddlywiki\.info") is not None
    return 0.92 if files and (is_wiki or len(files) > len(texts)) else 0.0


def _is_page(entry: Entry) -> bool:
    return _PAGE.search(entry.head.text) is not None


def _read(source: Source, options: ReadOptions) -> Iterator[Document | Finding]:
    reader = TiddlerReader(source, options)
    for entry in source.entries:
        for found in _tiddlers_in(entry, source):
            if isinstance(found, Mapping):
                yield from reader.read(found)
            else:
                yield found


def _tiddlers_in(entry: Entry, source: Source) -> Iterator[Tiddler | Finding]:
    is_alone = source.file is not None
    if _FILE.fullmatch(entry.name) or (is_alone and not _WHOLE.fullmatch(entry.name)):
        yield from tiddler_in_file(entry)
    elif _TEXT.fullmatch(entry.name) and f"{entry.name}.meta" not in source.by_name:
        yield untitled_text(entry)
    elif entry.head.json is not None:
        yield from tiddlers_in_json(entry)
    elif _is_page(entry):
        yield from _in_page(entry)


def _in_page(entry: Entry) -> Iterator[Tiddler | Finding]:
    try:
        page, findings = read_text_of(entry)
    except DumpError as error:
        yield Lost("the tiddlers", entry.name, error.message)
        return
    yield from findings
    if is_encrypted(page):
        yield LeftOut("password")
    yield from tiddlers_in_page(page, entry.name)


READER = Reader(
    "tiddlywiki",
    "a TiddlyWiki (a page, JSON, or a folder of tiddlers)",
    _recognise,
    _read,
    ("draft", "private", "hidden", "page", "attachment", "other kind", "password"),
)
