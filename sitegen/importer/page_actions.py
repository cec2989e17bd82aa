"""Decides whether to create, update or keep the page of each document."""

from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import PurePosixPath
from typing import Literal

from sitegen.importer.composing import compose_page
from sitegen.importer.existing import ExistingPage
from sitegen.importer.ledger import LedgerEntry, fingerprint
from sitegen.importer.recognition.dated_marks import dated_marks
from sitegen.models import Document
from sitegen.topics import TopicAssignment

PageAction = Literal["created", "updated", "unchanged", "kept", "conflict", "deleted"]
"""What an import does with a document's page:

- created: it does not exist yet;
- updated: the dump has changed, and the editor has not changed the page;
- unchanged: nothing has changed since the last import;
- kept: the editor changed it since the last import, and it is left alone;
- conflict: the editor changed it and the dump has changed too; it is left alone;
- deleted: the editor deleted it, and it is not restored.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedPage:
    """A document, and what the import does with its page."""

    document: Document
    """With its permanent id."""
    action: PageAction
    path: PurePosixPath
    """The path of its page relative to ``content/``; for a deleted page, its last path."""
    topic: str | None = None
    """The slug of its topic: a post's folder, or an essay's first ``also``."""
    data: bytes = b""
    """The page as the import would write it; empty for a deleted page."""
    existing: str | None = None
    """The fingerprint of the existing file, None if there is none."""

    @property
    def is_as_composed(self) -> bool:
        """Whether the page is, after the import, as the import would write it."""
        is_written = self.action in ("created", "updated")
        return is_written or (bool(self.data) and self.existing == fingerprint(self.data))


def plan_new(
    document: Document, path: PurePosixPath, topic: str | None, added: datetime, data: bytes = b""
) -> PlannedPage:
    """Plans a new page."""
    also = (topic,) if document.kind == "essay" and topic else ()
    data = data or compose_page(document, document.kind, also, added=added)
    return PlannedPage(document=document, action="created", path=path, topic=topic, data=data)


def plan_deleted(document: Document, entry: LedgerEntry) -> PlannedPage:
    """Plans nothing for a page that the editor deleted."""
    return PlannedPage(document=document, action="deleted", path=PurePosixPath(entry.path))


def plan_existing(document: Document, page: ExistingPage, entry: LedgerEntry | None) -> PlannedPage:
    """Plans an existing page, which keeps its path, id, topics, edition and ``added`` date.

    ``entry`` is its ledger entry, None if the ledger was lost.
    """
    data = _compose_again(document, page)
    return PlannedPage(
        document=document,
        action=_action_for(document, page, entry, data),
        path=page.path,
        topic=page.topic or next(iter(page.also), None),
        data=data,
        existing=page.fingerprint,
    )


def next_entry(
    page: PlannedPage,
    entry: LedgerEntry | None,
    reader_id: str,
    dump: str,
    words: str,
    assignment: TopicAssignment | None = None,
) -> LedgerEntry:
    """The ledger entry of a page after the plan is carried out."""
    text, composed = page.document.text, fingerprint(page.data)
    is_as_composed = page.is_as_composed
    return LedgerEntry(
        path=str(page.path),
        page=composed if entry is None or is_as_composed else entry.page,
        text=fingerprint(text.encode()),
        words=words,
        document=reader_id,
        **dated_marks(page.document)._asdict(),
        seen=None if is_as_composed else page.existing,
        dump=entry.dump if entry and _has_same_text(page.document, entry) else dump,
        confidence=page.document.confidence if page.document.confidence < 1 else None,
        topic_confidence=assignment.probability if assignment else entry and entry.topic_confidence,
        runner_up=(assignment.runner_up or None) if assignment else entry and entry.runner_up,
    )


def _compose_again(document: Document, page: ExistingPage) -> bytes:
    """The page of a document; the existing one, if the document only moved within the dump."""
    kind = page.shown_as or document.kind
    unmoved = replace(document, place=page.dump_place or document.place)
    compose = partial(
        compose_page, kind=kind, also=page.also, added=page.added, edition=page.edition
    )
    data = compose(unmoved)
    return data if fingerprint(data) == page.fingerprint else compose(document)


def _action_for(
    document: Document, page: ExistingPage, entry: LedgerEntry | None, data: bytes
) -> PageAction:
    if page.fingerprint == fingerprint(data):
        return "unchanged"
    if entry is None:
        return "kept"
    if entry.page not in (page.fingerprint, page.before_closing):
        if not _has_same_text(document, entry):
            return "conflict"
        return "unchanged" if entry.seen == page.fingerprint else "kept"
    return "updated"


def _has_same_text(document: Document, entry: LedgerEntry) -> bool:
    return entry.text == fingerprint(document.text.encode())
