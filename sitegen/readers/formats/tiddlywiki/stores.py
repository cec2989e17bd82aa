"""Finds the tiddlers in what TiddlyWiki saves: a page, a list in JSON, or a file for each.

https://tiddlywiki.com/dev/#TiddlerFiles, https://tiddlywiki.com/dev/#Data-Storage%20in%20Single%20File%20TiddlyWiki
"""

import json
import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser

from sitegen.errors import DumpError
from sitegen.readers.findings import Finding, Lost
from sitegen.readers.sources import Entry
from sitegen.readers.streams import stream_items
from sitegen.readers.streams.decoding import read_text_of

Tiddler = Mapping[str, str]
"""The fields of a tiddler: its title, text, tags and others."""

_JSON_STORE = re.compile(
    r"<script\b[^<>]*\bclass=[\"']?tiddlywiki-tiddler-store\b[^<>]*>", re.IGNORECASE
)
_STORE = re.compile(r"<div\b[^<>]*\bid=[\"']?storeArea\b[^<>]*>", re.IGNORECASE)
_ENCRYPTED = re.compile(r"<pre\b[^<>]*\bid=[\"']?encryptedStoreArea\b[^<>]*>\s*\S", re.IGNORECASE)
_FIELD = re.compile(r"(?P<name>[^\s:][^:\n]*):[ \t]*(?P<value>[^\n]*)")
_META = ".meta"
BESIDE = "file beside"
"""The key of the name of the file with the text, where that is not in the file of the fields."""
CLASSIC = "text/x-tiddlywiki"
"""The type of the texts of TiddlyWiki Classic, as version 5 calls it."""


def is_encrypted(page: str) -> bool:
    """Whether the tiddlers of a page are encrypted."""
    return _ENCRYPTED.search(page) is not None


def tiddlers_in_json(entry: Entry) -> Iterator[Tiddler | Finding]:
    """The tiddlers of a list."""
    for item in stream_items(entry):
        if isinstance(item, Lost):
            yield item
        elif isinstance(item, dict) and isinstance(item.get("title"), str):
            yield _fields_of(item)


def tiddlers_in_page(page: str, where: str) -> Iterator[Tiddler | Finding]:
    """The tiddlers of a wiki that is one page."""
    found = False
    for opening in _JSON_STORE.finditer(page):
        found = True
        end = page.find("</script", opening.end())
        try:
            items = json.loads(page[opening.end() : end] if end >= 0 else "")
        except (ValueError, RecursionError):
            yield Lost("the tiddlers", where, "the list of them is not JSON")
            continue
        listed = items if isinstance(items, list) else []
        yield from (_fields_of(item) for item in listed if isinstance(item, dict))
    if not found and (start := _STORE.search(page)):
        store_parser = _StoreParser(is_classic=not _is_of_version_5(page))
        store_parser.feed(page[start.end() :])
        yield from store_parser.tiddlers


def tiddler_in_file(entry: Entry) -> Iterator[Tiddler | Finding]:
    """The tiddler of a ``.tid`` file: fields on lines, a blank line, and the text."""
    try:
        text, findings = read_text_of(entry)
    except DumpError as error:
        yield Lost("a text", entry.name, error.message)
        return
    yield from findings
    head, _, body = text.removeprefix("\ufeff").replace("\r\n", "\n").partition("\n\n")
    fields = {
        found["name"].strip(): found["value"].strip()
        for line in head.split("\n")
        if (found := _FIELD.fullmatch(line))
    }
    if entry.name.endswith(_META):
        beside = entry.name.removesuffix(_META)
        yield {"title": beside.rpartition("/")[2], **_type_of(beside), **fields, BESIDE: beside}
    else:
        yield {"title": entry.base.removesuffix(".tid"), **fields, "text": body}


def untitled_text(entry: Entry) -> Tiddler:
    """The tiddler of a text in Markdown without fields."""
    return {"title": entry.base.rpartition(".")[0], **_type_of(entry.name), BESIDE: entry.name}


def _type_of(name: str) -> Tiddler:
    return {"type": "text/markdown" if name.endswith(".md") else "text/plain"}


def _fields_of(item: Mapping[str, object]) -> Tiddler:
    """The fields as texts; lists such as tags as TiddlyWiki writes them in one."""
    return {str(key): _written(value) for key, value in item.items()}


def _written(value: object) -> str:
    if isinstance(value, list):
        return " ".join(f"[[{item}]]" if " " in str(item) else str(item) for item in value)
    return "" if value is None else str(value)


def _is_of_version_5(page: str) -> bool:
    return re.search(r"<meta\b[^<>]*\btiddlywiki-version\b", page, re.IGNORECASE) is not None or (
        re.search(r"<div\b[^<>]*\btitle=[\"']?\$:/", page, re.IGNORECASE) is not None
    )


class _StoreParser(HTMLParser):
    """Reads the tiddlers in the elements of a store, until that ends."""

    def __init__(self, *, is_classic: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.tiddlers: list[Tiddler] = []
        self._type = {"type": CLASSIC} if is_classic else {}
        self._fields: dict[str, str] | None = None
        self._is_text = False
        self._has_ended = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {key: value or "" for key, value in attrs}
        if tag == "div" and self._fields is None and not self._has_ended:
            self._fields = {**self._type, **named, "text": ""}
        elif tag == "pre":
            self._is_text = True

    def handle_endtag(self, tag: str) -> None:
        if tag == "pre":
            self._is_text = False
        elif tag == "div" and self._fields is None:
            self._has_ended = True
        elif tag == "div" and self._fields is not None:
            if self._fields.get("title") or self._fields.get("tiddler"):
                fields = {"title": self._fields.get("tiddler", ""), **self._fields}
                self.tiddlers.append({**fields, "text": fields["text"].strip("\n")})
            self._fields = None

    def handle_data(self, data: str) -> None:
        if self._is_text and self._fields is not None:
            self._fields["text"] += data
