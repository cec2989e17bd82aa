"""What an import would do, worked out without writing anything."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path, PurePosixPath

from sitegen.configuration.settings import Config
from sitegen.errors import SitegenError
from sitegen.importer.duplicates import find_duplicates
from sitegen.importer.examples import examples_of
from sitegen.importer.existing import ExistingContent, ExistingPage, read_existing
from sitegen.importer.grouping import Material, group_material
from sitegen.importer.ledger import Ledger, fingerprint, load_ledger
from sitegen.importer.matching import match_documents
from sitegen.importer.naming import Names
from sitegen.importer.page_actions import (
    PlannedPage,
    next_entry,
    plan_deleted,
    plan_existing,
    plan_new,
)
from sitegen.importer.renaming import take_over
from sitegen.importer.sketches import Words
from sitegen.importer.topic_pages import PlannedTopicPage, offer_topics, plan_topic_pages
from sitegen.models import Document, Topic
from sitegen.readers import read_dump
from sitegen.topics import TopicAssignment

_STEP = timedelta(microseconds=1)
"""How much later each document counts as added than the one before it in the dump."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """All that an import would do."""

    topics: tuple[Topic, ...]
    """The topics that hold one of the documents."""
    pages: tuple[PlannedPage, ...]
    """One for each document, in the order of the dump."""
    topic_pages: tuple[PlannedTopicPage, ...]
    """Those of new topics, and of declared ones whose pages are as an import wrote them."""
    vanished: tuple[PurePosixPath, ...]
    """Pages of documents that the dump no longer holds; they stay as they are."""
    ledger: Ledger
    """The record to keep of it."""
    assignments: Mapping[str, TopicAssignment] = field(default_factory=dict)
    """Why each document is in its topic, by its id; of those that were grouped this time."""
    repeats: Mapping[str, PurePosixPath] = field(default_factory=dict)
    """For a document that repeats another page, by its id, where that stands."""
    warnings: tuple[SitegenError, ...] = ()
    """What went wrong, but stops nothing."""

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents of the dump, under their permanent ids."""
        return tuple(page.document for page in self.pages)

    @property
    def writes(self) -> tuple[PlannedTopicPage | PlannedPage, ...]:
        """The pages to write, in this order."""
        planned: tuple[PlannedTopicPage | PlannedPage, ...] = (*self.topic_pages, *self.pages)
        return tuple(page for page in planned if page.action in ("created", "updated"))


@dataclass(frozen=True, slots=True)
class _Past:
    """What is known before the import, and when that is."""

    dump: str
    """The dump's name."""
    ledger: Ledger
    existing: ExistingContent
    now: datetime

    def home_of(self, id_: str) -> ExistingPage | None:
        return self.existing.home_of(id_, self.ledger)

    def words_on_page(self, id_: str) -> Words | None:
        """What the page of a document says; None if the editor deleted it."""
        home = self.home_of(id_)
        return home.words if home else None


def plan_import(
    dump: Path,
    config: Config,
    *,
    now: datetime,
    count: int | None = None,
    as_text: bool = False,
) -> ImportPlan:
    """What an import of ``dump`` into the digest of ``config`` would do.

    Args:
        dump: what to read.
        config: the digest.
        now: when the import is; new pages say that they were added then, each a microsecond after
            the one before it in the dump.
        count: about how many topics to make; by default that follows from the number of posts.
        as_text: to read the dump as plain text, whatever format it seems to have.

    Raises:
        DumpError: the dump cannot be read.
        ContentError: the record of earlier imports, or something in ``content/``, cannot be read.
        ConfigError: two declared topics have one slug, or the model or the file of topics cannot be
            read.
    """
    read = read_dump(dump, as_text=as_text)
    name = dump.absolute().name.encode(errors="replace").decode()
    ledger = take_over(load_ledger(config.content), read, name)
    past = _Past(name, ledger, read_existing(config.content, ledger), now)
    documents = match_documents(read, ledger, name, past.words_on_page)
    offered = offer_topics(config, past.existing)
    material = _material(documents, offered, past, config, count)
    grouping, warnings = group_material(material, config)
    topics = grouping.topics
    pages = _plan_pages(documents, topics, past)
    declared = offered[: len(config.topics)]
    topic_pages = _plan_topic_pages(pages, topics, declared, past)
    reader_ids = [document.id for document in read]
    return ImportPlan(
        topics=topics,
        pages=pages,
        topic_pages=topic_pages,
        vanished=_vanished(documents, past),
        ledger=_next_ledger(pages, reader_ids, topics, topic_pages, past),
        assignments={assignment.document: assignment for assignment in grouping.assignments},
        repeats=find_duplicates(pages, past.existing),
        warnings=warnings,
    )


def _material(
    documents: Sequence[Document],
    offered: Sequence[Topic],
    past: _Past,
    config: Config,
    count: int | None,
) -> Material:
    """The documents that are new or stand in a topic; no topic is made for others."""
    held = {member for topic in offered for member in topic.members}
    return Material(
        documents=[d for d in documents if d.id in held or _is_new(d, past)],
        offered=offered,
        examples=examples_of(config, offered, past.existing, past.ledger),
        count=count,
    )


def _is_new(document: Document, past: _Past) -> bool:
    return document.id not in past.ledger.pages and past.home_of(document.id) is None


def _plan_pages(
    documents: Sequence[Document], topics: Sequence[Topic], past: _Past
) -> tuple[PlannedPage, ...]:
    slugs = {member: topic.slug for topic in topics for member in topic.members}
    stood = (PurePosixPath(entry.path) for entry in past.ledger.pages.values())
    names = Names([*past.existing.pages, *stood])
    return tuple(
        _plan_page(document, slugs, names, past, past.now + index * _STEP)
        for index, document in enumerate(documents)
    )


def _plan_page(
    document: Document, slugs: Mapping[str, str], names: Names, past: _Past, added: datetime
) -> PlannedPage:
    entry = past.ledger.pages.get(document.id)
    if home := past.home_of(document.id):
        return plan_existing(document, home, entry)
    if entry:
        return plan_deleted(document, entry)
    topic = slugs.get(document.id)
    path = names.take(document, topic if document.kind == "post" else None)
    return plan_new(document, path, topic, added)


def _plan_topic_pages(
    pages: Sequence[PlannedPage],
    topics: Sequence[Topic],
    declared: Sequence[Topic],
    past: _Past,
) -> tuple[PlannedTopicPage, ...]:
    slugs = {page.topic for page in pages if page.action == "created"}
    filled = [topic for topic in topics if topic.slug in slugs]
    return plan_topic_pages(filled, declared, past.existing, past.ledger)


def _vanished(documents: Sequence[Document], past: _Past) -> tuple[PurePosixPath, ...]:
    present = {document.id for document in documents}
    homes = (
        past.home_of(id_)
        for id_, entry in past.ledger.pages.items()
        if entry.dump == past.dump and id_ not in present
    )
    return tuple(sorted(home.path for home in homes if home))


def _next_ledger(
    pages: Sequence[PlannedPage],
    reader_ids: Sequence[str],
    topics: Sequence[Topic],
    topic_pages: Sequence[PlannedTopicPage],
    past: _Past,
) -> Ledger:
    before = past.ledger
    entries = {
        page.document.id: next_entry(page, before.pages.get(page.document.id), own_id, past.dump)
        for page, own_id in zip(pages, reader_ids, strict=True)
    }
    return Ledger(
        dumps=before.dumps | {past.dump: tuple(entries)},
        pages=before.pages | entries,
        topics=tuple(sorted({*before.topics, *(topic.slug for topic in topics)})),
        topic_pages=before.topic_pages
        | {page.slug: fingerprint(page.data) for page in topic_pages},
    )
