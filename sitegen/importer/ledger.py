"""What earlier imports wrote: ``content/.imports.json``, which belongs in version control.

It tells a page that nobody touched from one that the editor changed, and a page that the editor
deleted from one that never was.
"""

import hashlib
import json
from pathlib import Path, PurePosixPath
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationError

from sitegen.errors import ContentError

LEDGER_NAME = ".imports.json"


def fingerprint(data: bytes) -> str:
    """The SHA-256 of a text's bytes, in hexadecimal.

    Line ends do not count: git may write each as it is usual on the editor's machine.
    """
    return hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest()


def _inside_content(path: str) -> str:
    if PurePosixPath(path).is_absolute() or ".." in PurePosixPath(path).parts:
        raise ValueError("the path leads out of content/")
    return path


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Entry(_Table):
    """One imported document and its page."""

    path: Annotated[str, AfterValidator(_inside_content)]
    """Where its page stood at the last import, relative to ``content/``."""
    page: str
    """The fingerprint of the bytes that an import last wrote there."""
    text: str
    """The fingerprint of the document's text at the last import."""
    words: str
    """The sketch of that text's words, by which it is known again after an edit."""
    document: str
    """The id that the reader gave the document at the last import."""
    dump: str
    """The name of the dump that the page comes from."""
    seen: str | None = None
    """The fingerprint of the page as the editor had changed it by the last import, if at all."""


class Ledger(_Table):
    """Every document that was ever imported, by the permanent id of its page."""

    version: Literal[1] = 1
    dumps: dict[str, tuple[str, ...]] = {}
    """For each dump, by its name, the ids of its documents in their order."""
    pages: dict[str, Entry] = {}
    topics: tuple[str, ...] = ()
    """Slugs of the topics that have, or had, a page of their own."""
    topic_pages: dict[str, str] = {}
    """For each topic, by its slug, the fingerprint of the page that an import last wrote for it.

    An earlier sitegen noted none; such a page is taken for the editor's own.
    """

    @property
    def permanent_ids(self) -> dict[str, str]:
        """The permanent ids of documents, by the ids that the reader gave them."""
        return {entry.document: id_ for id_, entry in self.pages.items()}


def load_ledger(content: Path) -> Ledger:
    """What the imports into ``content`` noted; an empty ledger where there was none.

    Raises:
        ContentError: the file is there, but is no ledger.
    """
    path = content / LEDGER_NAME
    try:
        return Ledger.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        return Ledger()
    except (OSError, ValidationError):
        raise ContentError(
            "the record of earlier imports cannot be read",
            path=path,
            hint="bring back an earlier version of it; without it, pages are still known by "
            "their ids, but those that you deleted would come back",
        ) from None


def format_ledger(ledger: Ledger) -> bytes:
    """The ledger as a file: sorted, one value a line, so that versions compare well."""
    return (
        json.dumps(ledger.model_dump(exclude_none=True), indent=1, sort_keys=True) + "\n"
    ).encode()
