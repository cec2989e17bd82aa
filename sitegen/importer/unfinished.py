"""Resumes an interrupted import: its pages go where an uninterrupted one would have put them.

Before an import writes its first new page, it records in the cache folder which ones it creates.
The next import of the same documents ignores those that it finds unchanged, and writes them again.
Otherwise the topics of the other pages would depend on where the first import stopped.
"""

from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from sitegen.engine.cache_key import CacheFolder, write_cache_file
from sitegen.importer.existing import ExistingContent
from sitegen.importer.ledger import LEDGER_NAME, fingerprint

_NAME = "import.json"


class UnfinishedImport(BaseModel):
    """The new pages of an import that may have been interrupted."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    ledger: str = ""
    """The fingerprint of the ledger before the import, which changes when the import is done."""
    pages: frozenset[tuple[str, str]] = frozenset()
    """The paths of its new pages, and their fingerprints."""


def record_unfinished(root: Path, content: Path, pages: Iterable[tuple[str, str]]) -> None:
    """Records the new pages of an import before they are written, if the cache can be written."""
    record = UnfinishedImport(ledger=_fingerprint_of_ledger(content), pages=frozenset(pages))
    with suppress(OSError):
        root.mkdir(parents=True, exist_ok=True)
        if folder := CacheFolder(root).create():
            write_cache_file(folder / _NAME, record.model_dump_json().encode())


def forget_unfinished(root: Path) -> None:
    """Removes the record of an import that is done."""
    with suppress(OSError):
        (CacheFolder(root).path / _NAME).unlink(missing_ok=True)


def split_unfinished(
    root: Path, content: Path, existing: ExistingContent, documents: Collection[str]
) -> tuple[ExistingContent, Mapping[str, str]]:
    """The pages without those of an interrupted import, and the fingerprints of these by path.

    Args:
        root: the folder of the digest.
        content: its ``content/``.
        existing: the pages there.
        documents: the ids of what is to be imported. Unless it has all documents of the pages that
            were left, it is another import, and they stay as they are.
    """
    record = _read(root)
    if not record.pages or record.ledger != _fingerprint_of_ledger(content):
        return existing, {}
    left = {
        path: page
        for path, page in existing.pages.items()
        if (str(path), page.fingerprint) in record.pages
    }
    if any(page.id is not None and page.id not in documents for page in left.values()):
        return existing, {}
    others = {path: page for path, page in existing.pages.items() if path not in left}
    return replace(existing, pages=others), {str(p): page.fingerprint for p, page in left.items()}


def _read(root: Path) -> UnfinishedImport:
    try:
        data = (CacheFolder(root).path / _NAME).read_bytes()
        return UnfinishedImport.model_validate_json(data)
    except (OSError, ValidationError):
        return UnfinishedImport()


def _fingerprint_of_ledger(content: Path) -> str:
    try:
        return fingerprint((content / LEDGER_NAME).read_bytes())
    except OSError:
        return ""
