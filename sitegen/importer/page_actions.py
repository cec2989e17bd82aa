"""What becomes of one document's page."""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import PurePosixPath
from typing import Literal

from sitegen.importer.composing import compose_page
from sitegen.importer.existing import ExistingPage
from sitegen.importer.ledger import Entry, fingerprint
from sitegen.importer.sketches import sketch
from sitegen.models import Document

PageAction = Literal["created", "updated", "unchanged", "kept", "conflict", "deleted"]
"""What becomes of a document's page:

- created: there is none yet;
- updated: nobody touched it, and the dump has changed;
- unchanged: it stays as it was at the last import, as there is nothing new to write;
- kept: it stays, as the editor changed it since the last import;
- conflict: it stays, as the editor changed it, although the dump's text has changed as well;
- deleted: the editor deleted it, and it is not brought back.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedPage:
    """A document, and what becomes of its page."""

    document: Document
    """Under its permanent id."""
    action: PageAction
    path: PurePosixPath
    """Where its page is to stand, stands, or stood, relative to ``content/``."""
    topic: str | None = None
    """The slug of the topic it is in: a post's folder, an essay's first ``also``."""
    data: bytes = b""
    """The page as the import would write it; nothing for a page that was deleted."""
    existing: str | None = None
    """The fingerprint of what stands there now, None where nothing does."""


def plan_new(
    document: Document, path: PurePosixPath, topic: str | None, added: datetime
) -> PlannedPage:
    """A page that is to be created at ``path``, in the topic with the slug ``topic``.

    ``added`` is the moment that feeds are to give for it.
    """
    also = (topic,) if document.kind == "essay" and topic else ()
    data = compose_page(document, document.kind, also, added=added)
    return PlannedPage(document=document, action="created", path=path, topic=topic, data=data)


def plan_deleted(document: Document, entry: Entry) -> PlannedPage:
    """A page that the editor deleted."""
    return PlannedPage(document=document, action="deleted", path=PurePosixPath(entry.path))


def plan_existing(document: Document, home: ExistingPage, entry: Entry | None) -> PlannedPage:
    """A page that stands at ``home``, and that ``entry`` tells about unless the ledger was lost.

    It keeps its path, its id, its topics and the moment when it was added.
    """
    data = _compose_again(document, home)
    return PlannedPage(
        document=document,
        action=_fate(document, home, entry, data),
        path=home.path,
        topic=home.topic or next(iter(home.also), None),
        data=data,
        existing=home.fingerprint,
    )


def next_entry(page: PlannedPage, entry: Entry | None, reader_id: str, dump: str) -> Entry:
    """What the ledger is to say about a page once the plan is carried out.

    Args:
        page: what becomes of the page.
        entry: what the ledger says now.
        reader_id: the id that the reader gave the document this time.
        dump: the name of the dump.
    """
    text, ours = page.document.text, fingerprint(page.data)
    is_ours = page.action in ("created", "updated") or page.existing == ours
    return Entry(
        path=str(page.path),
        page=ours if entry is None or is_ours else entry.page,
        text=fingerprint(text.encode()),
        words=sketch(text),
        document=reader_id,
        seen=None if is_ours else page.existing,
        dump=entry.dump if entry and _has_same_text(page.document, entry) else dump,
    )


def _compose_again(document: Document, home: ExistingPage) -> bytes:
    """The page of a document; just as it stands, if the document only moved in the dump."""
    kind = home.shown_as or document.kind
    unmoved = replace(document, place=home.dump_place or document.place)
    data = compose_page(unmoved, kind, home.also, added=home.added)
    is_unchanged = fingerprint(data) == home.fingerprint
    return data if is_unchanged else compose_page(document, kind, home.also, added=home.added)


def _fate(document: Document, home: ExistingPage, entry: Entry | None, data: bytes) -> PageAction:
    if home.fingerprint == fingerprint(data):
        return "unchanged"
    if entry is None:
        return "kept"
    if entry.page != home.fingerprint:
        if not _has_same_text(document, entry):
            return "conflict"
        return "unchanged" if entry.seen == home.fingerprint else "kept"
    return "updated"


def _has_same_text(document: Document, entry: Entry) -> bool:
    return entry.text == fingerprint(document.text.encode())
