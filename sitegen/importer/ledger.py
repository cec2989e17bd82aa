"""The ledger of earlier imports: ``content/.imports.json``, which belongs in version control.

It shows whether the editor changed a page since an import wrote it, and whether a missing page was
deleted or never existed.
"""

import functools
import hashlib
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationError

from sitegen.errors import ContentError

LEDGER_NAME = ".imports.json"


def fingerprint(data: bytes) -> str:
    """The SHA-256 of a text file, in hexadecimal.

    Line endings are ignored, as git may convert them on checkout.
    """
    return hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest()


def _inside_content(path: str) -> str:
    if path.startswith("/") or ".." in path.split("/"):
        raise ValueError("the path leads out of content/")
    return path


Meaning = Literal["encoder", "static"]
"""What compared documents by meaning: the sentence encoder or the static model."""


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class LedgerEntry(_Table):
    """An imported document and its page."""

    path: Annotated[str, AfterValidator(_inside_content)]
    """The path of its page at the last import, relative to ``content/``."""
    page: str
    """The fingerprint of the page that an import last wrote there."""
    text: str
    """The fingerprint of the document's text at the last import."""
    words: str
    """The sketch of that text's words, to recognise it after an edit."""
    document: str
    """The id that the reader gave the document at the last import."""
    dump: str
    """The name of the dump that the page comes from."""
    confidence: float | None = None
    """The probability that the reader cut the document where it begins and ends, if below 1."""
    topic_confidence: float | None = None
    """The probability that the import chose the right topic; None if it did not choose it."""
    runner_up: str | None = None
    """The slug of the second best topic."""
    title: str | None = None
    """The fingerprint of its title, if it has a date and no id in its service."""
    date: str | None = None
    """That date."""
    seen: str | None = None
    """The fingerprint of the page at the last import, if the editor had changed it by then."""


class ReadReport(_Table):
    """What an import read from a dump, and what it left out and lost."""

    format: tuple[str, ...]
    read: int
    """The number of documents."""
    left_out: dict[str, int] = {}
    """The number of items, by reason."""
    included: dict[str, int] = {}
    """Items that were read only on request."""
    lost: tuple[dict[str, str], ...] = ()


class Ledger(_Table):
    """All documents ever imported, by the permanent id of their page."""

    version: Literal[1] = 1
    dumps: dict[str, tuple[str, ...]] = {}
    """For each dump, by its name, the ids of its documents in order."""
    pages: dict[str, LedgerEntry] = {}
    topics: tuple[str, ...] = ()
    """Slugs of the topics that have, or had, an ``_index.md``."""
    topic_pages: dict[str, str] = {}
    """For each topic, by its slug, the fingerprint of the ``_index.md`` that an import last wrote.

    Earlier versions of sitegen did not record it; such a page is treated as the editor's own.
    """

    media: dict[str, str] = {}
    """The files in ``content/media/`` that imports brought: the SHA-256 of each original.

    They are neither overwritten nor restored.
    """
    reports: dict[str, ReadReport] = {}
    """For each dump, by its name, what the last import read."""
    meaning: Meaning | None = None
    """What compared the documents of the last import that had new ones."""

    @property
    def permanent_ids(self) -> dict[str, str]:
        """The permanent ids of documents, by the ids that the reader gave them."""
        return {entry.document: id_ for id_, entry in self.pages.items()}


def load_ledger(content: Path) -> Ledger:
    """Loads the ledger in ``content``; an empty one if there is no file.

    Raises:
        ContentError: the file cannot be read, or is not a ledger.
    """
    path = content / LEDGER_NAME
    try:
        return Ledger.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        return Ledger()
    except OSError as error:
        raise ContentError(
            f"the record of earlier imports cannot be read: {(error.strerror or '').lower()}",
            path=path,
            hint="see what it is and who may read it",
        ) from None
    except ValidationError:
        raise ContentError(
            "the record of earlier imports is damaged",
            path=path,
            hint="restore an earlier version of it; without it, pages are still recognised by "
            "their ids, but those that you deleted would come back",
        ) from None


def without_pages(ledger: Ledger, ids: Collection[str]) -> Ledger:
    """The ledger without some pages, which an import then brings again if a dump has them."""
    pages = {id_: entry for id_, entry in ledger.pages.items() if id_ not in ids}
    return ledger.model_copy(update={"pages": pages}) if ids else ledger


def format_ledger(ledger: Ledger) -> bytes:
    """The ledger as JSON, sorted and with one value per line, for readable diffs."""
    return (_format(ledger.model_dump(exclude_none=True), 1) + "\n").encode()


def _format(value: object, depth: int) -> str:
    """What ``json.dumps(value, indent=1, sort_keys=True)`` returns at a depth, many times faster.

    With an indent, ``json`` uses its encoder in Python. Here the one in C writes the lists and
    objects that hold no others.
    """
    if not isinstance(value, dict | list | tuple) or not value:
        return json.dumps(value)
    start, end = f"\n{' ' * depth}", f"\n{' ' * (depth - 1)}"
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    if not any(isinstance(i, dict | list | tuple) for i in _items(value)):
        inner = _encoder(f",{start}").encode(value)[1:-1]
    elif isinstance(value, dict):
        lines = (f"{json.dumps(key)}: {_format(value[key], depth + 1)}" for key in sorted(value))
        inner = f",{start}".join(lines)
    else:
        inner = f",{start}".join(_format(item, depth + 1) for item in value)
    return f"{opening}{start}{inner}{end}{closing}"


def _items(value: Mapping[str, object] | Sequence[object]) -> Iterable[object]:
    return value.values() if isinstance(value, Mapping) else value


@functools.cache
def _encoder(separator: str) -> json.JSONEncoder:
    return json.JSONEncoder(sort_keys=True, separators=(separator, ": "))
