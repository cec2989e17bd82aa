"""The search index of a site: made from its rendered pages, and only when what is searched changed.

It is a set of files that is not known before: the list of all texts, and the index of Pagefind. The
record of each has the key that it was made for as its context.
"""

import hashlib
import pickle
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sitegen.engine.cache_key import CacheFolder, write_cache_file
from sitegen.errors import SitegenError
from sitegen.views.template_records import Context

if TYPE_CHECKING:
    from sitegen.search.documents import SearchDocument

DOCUMENTS = "search/documents.js"
_PAGEFIND = "pagefind/"
_CACHE = "search"
_DIGEST_SIZE = 32


class SearchIndex(NamedTuple):
    """The files of a search index."""

    files: Mapping[str, bytes]
    """By their paths in the output."""
    warnings: tuple[SitegenError, ...] = ()


def is_index_file(name: str) -> bool:
    """Whether a file of the output belongs to the search index."""
    return name == DOCUMENTS or name.startswith(_PAGEFIND)


def searched_digest(name: str, page: bytes) -> bytes:
    """The digest of what is searched of a page; empty if nothing of it is."""
    document = _document(name, page) if b"data-pagefind-body" in page else None
    return hashlib.sha256(repr(document).encode()).digest() if document else b""


def index_context(searched: Mapping[str, bytes]) -> Context:
    """The context of the files of an index: a digest of all that it is made from."""
    from sitegen.search.pagefind import pagefind_version  # noqa: PLC0415 -- for a search only

    key = hashlib.sha256(pagefind_version().encode())
    for name in sorted(searched):
        key.update(f"\0{name}\0".encode() + searched[name])
    return {"texts": key.hexdigest()}


def make_index(
    searched: Mapping[str, bytes],
    read: Callable[[str], bytes],
    cache: CacheFolder | None,
    is_interrupted: Callable[[], bool] | None = None,
) -> SearchIndex | None:
    """Makes the search index of some pages, or takes it from the cache; None if interrupted.

    If Pagefind fails, there is a warning, and only the list of all texts.

    Args:
        searched: as for ``index_context``.
        read: returns the bytes of a page.
        cache: keeps the last index; None to keep none.
        is_interrupted: whether the index is no longer needed; None if it always is.
    """
    key = index_context(searched)["texts"]
    path = _path(cache)
    head = (cache.key if cache else b"") + str(key).encode()
    kept = _load(path, head) if path else None
    if kept is not None:
        return SearchIndex(kept)
    documents: list[SearchDocument] = []
    for name in sorted(searched):
        if is_interrupted and is_interrupted():
            return None
        documents += filter(None, [_document(name, read(name))])
    index = _make(documents, is_interrupted)
    if path and index and not index.warnings:
        _save(path, head, index.files)
    return index


def _make(
    documents: "list[SearchDocument]", is_interrupted: Callable[[], bool] | None
) -> SearchIndex | None:
    from sitegen.search.documents import documents_script  # noqa: PLC0415 -- for a search only
    from sitegen.search.pagefind import (  # noqa: PLC0415 -- for a search only
        InterruptedIndexError,
        PagefindError,
        PagefindMissingError,
        make_pagefind_index,
    )

    files = {DOCUMENTS: documents_script(documents)}
    try:
        for name, data in make_pagefind_index(documents, is_interrupted).items():
            files[f"{_PAGEFIND}{name}"] = data
    except InterruptedIndexError:
        return None
    except PagefindMissingError:
        pass  # a warning about the configuration says so
    except PagefindError as error:
        warning = SitegenError(
            f"Pagefind cannot index the pages: {error}",
            hint="the search uses the list of all texts instead; "
            'try another version: pip install --upgrade "sitegen[search]"',
        )
        return SearchIndex(files, (warning,))
    return SearchIndex(files)


def _document(name: str, page: bytes) -> "SearchDocument | None":
    from sitegen.search.extraction import read_document  # noqa: PLC0415 -- for a search only

    return read_document(page.decode(errors="replace"), name.removesuffix("index.html"))


def _path(cache: CacheFolder | None) -> Path | None:
    folder = cache.create() if cache else None
    return folder / _CACHE if folder else None


def _load(path: Path, head: bytes) -> dict[str, bytes] | None:
    """The files that were saved with that head; None if there are none, or they are damaged."""
    with suppress(OSError):
        data = path.read_bytes()
        digest, payload = data[len(head) :][:_DIGEST_SIZE], data[len(head) + _DIGEST_SIZE :]
        if data.startswith(head) and hashlib.sha256(payload).digest() == digest:
            files: dict[str, bytes] = pickle.loads(payload)  # noqa: S301 -- our own: see the digest
            return files
    return None


def _save(path: Path, head: bytes, files: Mapping[str, bytes]) -> None:
    payload = pickle.dumps(files, protocol=5)
    with suppress(OSError):  # it is only a cache
        write_cache_file(path, head + hashlib.sha256(payload).digest() + payload)
