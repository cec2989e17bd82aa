"""Leads links between the texts of dumps to the pages of this digest.

- A link to the file of a text, such as ``[see](../oil.md)`` or ``[[Oil]]``, leads to its page, or
  only its words stay: the text may not be public, and is not named in the report.
- A link within a website, such as ``/2020/01/post/``, leads to the page of the document that stood
  there; else to the website, if it is from the root and a document tells its address; else only
  its words stay.
- A link to the address where a document was published leads to its page, or stays as it is.
- A link to a part of the same text, such as ``#oil``, leads to the heading or the document that the
  part became; in a text that was split, only its words stay if there is none.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote

from sitegen.importer.existing import ExistingPage, place_at
from sitegen.importer.former_places import FormerPlaces
from sitegen.importer.headings import mark_of_part
from sitegen.importer.page_paths import PagePaths
from sitegen.importer.state_before import StateBefore
from sitegen.markdown.heading_ids import heading_id
from sitegen.models import Document
from sitegen.readers import Lost, SourceRead
from sitegen.readers.markdown.headings import heading_ids_in
from sitegen.readers.markdown.links import change_links, is_to_text, links_in
from sitegen.readers.web_addresses import normal_address
from sitegen.text.labels import slugify

_A_TEXT = ""
"""Stands for the names of texts among what is missing."""

_FILE = re.compile(r":/|(?!/).*\.x?html?(?:[#?]|$)", re.IGNORECASE)
_Missing = dict[str, Counter[str]]
"""How many links lead to each address that the digest does not have, by the name of the dump."""


def link_pages(
    documents: Sequence[Document],
    known: Sequence[Document],
    sources: Mapping[str, SourceRead],
    before: StateBefore,
    *,
    may_be_left_out: bool = False,
) -> tuple[list[Document], dict[Path, tuple[Lost, ...]]]:
    """The documents with links to pages of this digest, and what is lost, by the path of the dump.

    Args:
        documents: the documents to import, with their permanent ids.
        known: these and all others of the dumps, of which the digest may have pages.
        sources: what was read from each dump, by its name.
        before: the state before the import, with the pages that exist.
        may_be_left_out: whether some documents may become no pages after all.
    """
    targets = _Targets(known, before)
    linking = {d.id for d in documents if d.is_markdown and targets.may_change(d)}
    if not linking:
        return list(documents), {}

    def link(new: Iterable[Document]) -> tuple[list[Document], _Missing]:
        addresses = dict(_addresses_of(() if may_be_left_out else new, before))
        missing: _Missing = {}
        linked = [
            _linked(d, targets, addresses, missing) if d.id in linking else d for d in documents
        ]
        return linked, missing

    linked, missing = link(documents)
    if missing:  # a page may be named by words around a link that is lost
        linked, missing = link(linked)
    return linked, {sources[n].path: tuple(_lost(c, n)) for n, c in missing.items() if n in sources}


class _Targets:
    """The documents and pages that links may mean."""

    def __init__(self, documents: Sequence[Document], before: StateBefore) -> None:
        self._documents = documents
        self._before = before
        self._headings: dict[str, frozenset[str]] = {}

    def may_change(self, document: Document) -> bool:
        """Whether a document has a link that may lead to another page."""
        return any(
            "://" not in address or self._published(address, document)
            for address in links_in(document.text)
        )

    def find(self, address: str, document: Document) -> str | None:
        """The id of what a link in a document means; None if nothing is known of it."""
        if "://" in address:
            return self._published(address, document)
        dump = document.place.file
        near = next(iter(document.locations), "")
        if (found := self._places[dump].find(address, near)) or not is_to_text(address):
            return found
        others = [places for name, places in self._places.items() if name != dump]
        ids = {id_ for each in (*others, self._earlier) if (id_ := each.find(address))}
        return next(iter(ids)) if len(ids) == 1 else None

    def mark_of_part(self, address: str, id_: str) -> str:
        """The mark of the heading in a document or page that a link to it names, if it names one.

        The headings of a text are looked for once: thousands of links may lead to a glossary.
        """
        if "#" not in address:
            return ""
        if id_ not in self._headings:
            page = self._earlier_pages.get(id_)
            text = page.body if page else self._texts.get(id_, "")
            self._headings[id_] = frozenset(heading_ids_in(text))
        return mark_of_part(address, self._headings[id_])

    def find_part(self, address: str, document: Document) -> tuple[str, str] | None:
        """Where a link to a part of the same text leads: an id and a mark; None if that is unknown.

        Where a text was split, its parts are documents.
        """
        if mark := self.mark_of_part(address, document.id):
            return document.id, mark
        name = heading_id(unquote(address.removeprefix("#")))
        id_ = self._parts.get((document.place.file, name)) if self.is_split(document) else None
        return (id_, "") if id_ else None

    def is_split(self, document: Document) -> bool:
        """Whether a document is one of several in a text."""
        return document.place.lines is not None and self._counts[document.place.file] > 1

    @cached_property
    def _counts(self) -> Mapping[str, int]:
        """How many documents each text was split into, by its name."""
        return Counter(document.place.file for document in self._documents if document.place.lines)

    @cached_property
    def _parts(self) -> Mapping[tuple[str, str], str]:
        """The ids of the documents in each text, by the ids that their titles have as headings."""
        titled = [
            (each.place.file, heading_id(each.title or ""), each.id) for each in self._documents
        ]
        return {(file, name): id_ for file, name, id_ in reversed(titled) if name}

    def base_of(self, document: Document) -> str:
        """The address of the website that a document is from; empty if it is not known."""
        return document.website or self._places[document.place.file].base

    def _published(self, address: str, document: Document) -> str | None:
        """What was published at an address of the web."""
        base = document.website
        if base and address.startswith(f"{base}/"):
            return self._places[document.place.file].find(address.removeprefix(base))
        return self._by_address.get(normal_address(address))

    @cached_property
    def _texts(self) -> Mapping[str, str]:
        return {document.id: document.text for document in self._documents if document.is_markdown}

    @cached_property
    def _places(self) -> Mapping[str, FormerPlaces]:
        """The places in each dump, by its name."""
        places: dict[str, FormerPlaces] = {}
        for document in self._documents:
            places.setdefault(document.place.file, FormerPlaces()).add(document)
        return places

    @cached_property
    def _earlier(self) -> FormerPlaces:
        """The pages of other dumps, by their names and titles."""
        places = FormerPlaces()
        for id_, page in self._earlier_pages.items():
            for name in (page.path.stem, slugify(str(page.header.get("title") or ""), fallback="")):
                if name:
                    places.add_path(name, id_)
        return places

    @cached_property
    def _earlier_pages(self) -> Mapping[str, ExistingPage]:
        """The pages of earlier imports whose documents no dump has lost since."""
        ids = {document.id for document in self._documents}
        entries = self._before.ledger.pages
        kept = (i for i, e in entries.items() if i not in ids and e.dump not in self._before.dumps)
        return {id_: page for id_ in kept if (page := self._before.page_of(id_))}

    @cached_property
    def _by_address(self) -> Mapping[str, str]:
        """The id of the document, or page, that was published at each address, if it is one."""
        pages = self._earlier_pages.items()
        published = (
            *((d.source, d.id) for d in self._documents if d.source),
            *((str(page.header["source"]), id_) for id_, page in pages if "source" in page.header),
        )
        ids: dict[str, set[str]] = {}
        for address, id_ in published:
            ids.setdefault(normal_address(address), set()).add(id_)
        return {address: next(iter(found)) for address, found in ids.items() if len(found) == 1}


def _linked(
    document: Document, targets: _Targets, addresses: Mapping[str, str], missing: _Missing
) -> Document:
    def lead(address: str) -> str | None:
        if address.startswith("#"):
            return lead_within(address)
        id_ = targets.find(address, document) or ""
        if (target := addresses.get(id_)) is not None:
            return f"/{target}{targets.mark_of_part(address, id_)}"
        if "://" in address:
            return address
        base = targets.base_of(document)
        if base and address.startswith("/") and not is_to_text(address):
            return base + address
        counts = missing.setdefault(document.place.file, Counter())
        counts[_A_TEXT if _is_file(address) else address] += 1
        return None

    def lead_within(address: str) -> str | None:
        found = targets.find_part(address, document)
        if found is None and not targets.is_split(document):
            return address
        id_, mark = found or ("", "")
        if id_ == document.id:
            return mark
        if (target := addresses.get(id_)) is not None:
            return f"/{target}{mark}"
        missing.setdefault(document.place.file, Counter())[_A_TEXT] += 1
        return None

    return replace(document, text=change_links(document.text, lead))


def _is_file(address: str) -> bool:
    """Whether a link leads to the file of a text in the dump."""
    return is_to_text(address) or _FILE.match(address) is not None


def _lost(missing: Counter[str], dump: str) -> Iterator[Lost]:
    for address, count in missing.items():
        whole = f"the target of {count:,} links" if count > 1 else "the target of a link"
        if address == _A_TEXT:
            yield Lost(f"{whole} to another text", dump, "the digest does not have it")
            continue
        why = "the dump holds no text with this address, nor that of its website"
        yield Lost(f"{whole} to {address}", dump, why)


def _addresses_of(new: Iterable[Document], before: StateBefore) -> Iterator[tuple[str, str]]:
    """The address that each document has, or will have, in this digest, by its id."""
    for id_ in {*before.ledger.pages, *before.existing.by_id}:
        page = before.page_of(id_)
        if page and _is_shown(page) and (place := place_at(page.path)):
            yield id_, place.address
    paths = PagePaths(before.taken_paths)
    for document in new:
        if before.is_new(document):
            topic = "topic" if document.kind == "post" else None  # addresses of posts name none
            if place := place_at(paths.reserve(document, topic)):
                yield document.id, place.address


def _is_shown(page: ExistingPage) -> bool:
    """Whether the editor has not hidden a page."""
    return not any(page.header.get(key) is True for key in ("hidden", "draft"))
