"""Leads links within the website that a dump is from to the pages of this digest.

A dump may not tell the address of its website, so that links such as ``/2020/01/post/`` would lead
nowhere. They lead to the page of a document, if one stood there, else to the address of the
website, if another document has it as its source; else only their words stay.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from sitegen.importer.existing import place_at
from sitegen.importer.page_paths import PagePaths
from sitegen.importer.state_before import StateBefore
from sitegen.models import Document
from sitegen.readers import Lost, SourceRead
from sitegen.readers.markdown.links import change_links, local_links
from sitegen.text.labels import slugify

_ENDING = re.compile(r"/?(?:index)?\.(?:html?|php|aspx?|mdx?|markdown|txt)$", re.IGNORECASE)
_DATED = re.compile(r"^\d{4}-\d{1,2}(?:-\d{1,2})?-")
_FOLDERS = frozenset(
    {"posts", "post", "blog", "p", "articles", "article", "notes", "note", "archives", "entry"}
    | {"entries", "essays", "essay", "stories", "story", "writing", "journal", "news", "content"}
    | {"src", "source", "pages", "_posts", "text", "texts", "log", "weblog", ".", ".."}
)
"""Names of folders around texts, which addresses may have or lack."""


@dataclass(slots=True)
class _Website:
    """What the documents of one dump say of their website."""

    base: str = ""
    """Its address, without a slash at its end; empty if no document tells it."""
    places: dict[str, str] = field(default_factory=dict)
    """The id of the document at each path."""
    names: dict[str, set[str]] = field(default_factory=dict)
    """The ids of the documents whose paths end with each name."""

    def add(self, document: Document) -> None:
        """Adds a document under the addresses that it had, or else under its title."""
        source = _split(document.source or "")
        if source and not self.base:
            self.base = f"{source.scheme}://{source.netloc}"
        written = (*document.locations, *([source.path] if source else []))
        for path in filter(None, map(_plain, written)):
            self.places.setdefault(path, document.id)
            self.names.setdefault(_name_of(path), set()).add(document.id)
        if not written and document.title and (name := slugify(document.title, fallback="")):
            self.names.setdefault(name, set()).add(document.id)

    def find(self, address: str) -> str | None:
        """The id of the document at an address; None if there is none, or several may be meant."""
        path = _plain(address)
        if id_ := self.places.get(path):
            return id_
        folders = path.split("/")[:-1]
        named = self.names.get(_name_of(path), set())
        is_text = all(folder.isdigit() or folder in _FOLDERS for folder in folders)
        return next(iter(named)) if path and is_text and len(named) == 1 else None


def link_pages(
    documents: Sequence[Document], sources: Mapping[str, SourceRead], before: StateBefore
) -> tuple[list[Document], dict[Path, tuple[Lost, ...]]]:
    """The documents with links to pages of this digest, and what is lost, by the path of the dump.

    Args:
        documents: the documents of all dumps, with their permanent ids.
        sources: what was read from each dump, by its name.
        before: the state before the import, with the pages that exist.
    """
    linking = {d.id for d in documents if d.is_markdown and any(local_links(d.text))}
    if not linking:
        return list(documents), {}
    websites: dict[str, _Website] = {}
    for document in documents:
        websites.setdefault(document.place.file, _Website()).add(document)

    def link(addresses: Mapping[str, str]) -> tuple[list[Document], dict[str, Counter[str]]]:
        missing: dict[str, Counter[str]] = {}
        linked = [
            _linked(d, websites[d.place.file], addresses, missing) if d.id in linking else d
            for d in documents
        ]
        return linked, missing

    linked, missing = link(dict(_addresses_of(documents, before)))
    if missing:  # a page may be named by words around a link that is lost
        linked, missing = link(dict(_addresses_of(linked, before)))
    return linked, {sources[n].path: tuple(_lost(c, n)) for n, c in missing.items() if n in sources}


def _linked(
    document: Document,
    website: _Website,
    addresses: Mapping[str, str],
    missing: dict[str, Counter[str]],
) -> Document:
    def lead(address: str) -> str | None:
        target = addresses.get(website.find(address) or "")
        if target is not None:
            return f"/{target}"
        if website.base and address.startswith("/"):
            return website.base + address
        missing.setdefault(document.place.file, Counter())[address] += 1
        return None

    return replace(document, text=change_links(document.text, lead))


def _lost(missing: Counter[str], dump: str) -> Iterator[Lost]:
    for address, count in missing.items():
        what = f"the target of {count:,} links to {address}"
        what = what if count > 1 else f"the target of a link to {address}"
        yield Lost(what, dump, "the dump holds no text with this address, nor that of its website")


def _addresses_of(documents: Iterable[Document], before: StateBefore) -> Iterator[tuple[str, str]]:
    """The address that each document has, or will have, in this digest, by its id."""
    paths = PagePaths(before.taken_paths)
    for document in documents:
        page = before.page_of(document.id)
        if page is None and document.id in before.ledger.pages:
            continue  # the editor deleted it
        topic = "topic" if document.kind == "post" else None  # addresses of posts name none
        place = place_at(page.path if page else paths.reserve(document, topic))
        if place:
            yield document.id, place.address


def _plain(address: str) -> str:
    """A path without what differs between the addresses of one text."""
    path = unquote(address.partition("#")[0].partition("?")[0]).strip("/").casefold()
    return _ENDING.sub("", path).removesuffix("/index").rstrip("/")


def _name_of(path: str) -> str:
    return _DATED.sub("", path.rpartition("/")[2])


def _split(address: str) -> SplitResult | None:
    """The parts of an address of the web; None of any other."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return parts if parts.scheme in ("http", "https") and parts.netloc else None
