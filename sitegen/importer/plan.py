"""Plans an import without writing anything."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path, PurePosixPath

from sitegen.configuration.settings import Config
from sitegen.errors import SitegenError
from sitegen.importer.duplicates import find_duplicates
from sitegen.importer.examples import examples_of
from sitegen.importer.existing import ExistingContent, ExistingPage, read_existing
from sitegen.importer.grouping import GroupingInput, assign_topics
from sitegen.importer.ledger import Ledger, fingerprint, load_ledger
from sitegen.importer.matching import match_documents
from sitegen.importer.page_actions import (
    PlannedPage,
    next_entry,
    plan_deleted,
    plan_existing,
    plan_new,
)
from sitegen.importer.page_paths import PagePaths
from sitegen.importer.renamed_dumps import adopt_renamed_dump
from sitegen.importer.sketches import Words
from sitegen.importer.topic_pages import PlannedTopicPage, offer_topics, plan_topic_pages
from sitegen.models import Document, Topic
from sitegen.readers import ReadOptions, SourceRead, read_source
from sitegen.topics import TopicAssignment

_DEFAULTS = ReadOptions()
_STEP = timedelta(microseconds=1)
"""The difference between the ``added`` times of consecutive documents."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """What an import would do."""

    topics: tuple[Topic, ...]
    """The topics that have at least one of the documents."""
    pages: tuple[PlannedPage, ...]
    """One for each document, in the order of the dump."""
    topic_pages: tuple[PlannedTopicPage, ...]
    """Those of new topics, and of declared ones whose pages the editor has not changed."""
    vanished: tuple[PurePosixPath, ...]
    """Pages of documents that are no longer in the dump; they stay as they are."""
    ledger: Ledger
    """The ledger to write."""
    assignments: Mapping[str, TopicAssignment] = field(default_factory=dict)
    """The topic of each document that was grouped this time, with the reasons, by document id."""
    repeats: Mapping[str, PurePosixPath] = field(default_factory=dict)
    """For each document that repeats another page, by document id, the path of that page."""
    warnings: tuple[SitegenError, ...] = ()
    """Problems that do not stop the import."""
    sources: tuple[SourceRead, ...] = ()
    """What was read from each dump."""

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents of the dump, with their permanent ids."""
        return tuple(page.document for page in self.pages)

    @property
    def writes(self) -> tuple[PlannedTopicPage | PlannedPage, ...]:
        """The pages to write, in order."""
        planned: tuple[PlannedTopicPage | PlannedPage, ...] = (*self.topic_pages, *self.pages)
        return tuple(page for page in planned if page.action in ("created", "updated"))


@dataclass(frozen=True, slots=True)
class _Context:
    """The state before the import."""

    dump: str
    """The name of the dump."""
    ledger: Ledger
    existing: ExistingContent
    now: datetime

    def page_of(self, id_: str) -> ExistingPage | None:
        return self.existing.page_of(id_, self.ledger)

    def words_on_page(self, id_: str) -> Words | None:
        """The words of a document's page; None if the editor deleted it."""
        page = self.page_of(id_)
        return page.words if page else None


def plan_import(
    dump: Path,
    config: Config,
    *,
    now: datetime,
    count: int | None = None,
    format_: str | None = None,
    options: ReadOptions = _DEFAULTS,
) -> ImportPlan:
    """Plans an import of ``dump`` into the digest of ``config``.

    Args:
        dump: the path of the dump.
        config: the configuration of the digest.
        now: the time of the import; the ``added`` time of new pages starts from it and increases by
            a microsecond for each document.
        count: the approximate number of topics; by default it depends on the number of posts.
        format_: the name of the reader; by default, the format is recognised.
        options: what the editor asks of the reader.

    Raises:
        DumpError: the dump cannot be read.
        ContentError: the ledger, or something else in ``content/``, cannot be read.
        ConfigError: two declared topics have one slug, or the model or the file of topics cannot be
            read.
    """
    source = read_source(dump, options, format_)
    read = source.documents
    name = dump.absolute().name.encode(errors="replace").decode()
    ledger = adopt_renamed_dump(load_ledger(config.content), read, name)
    context = _Context(name, ledger, read_existing(config.content, ledger), now)
    documents = match_documents(read, ledger, name, context.words_on_page)
    offered = offer_topics(config, context.existing)
    grouping_input = _grouping_input(documents, offered, context, config, count)
    grouping, warnings = assign_topics(grouping_input, config)
    topics = grouping.topics
    pages = _plan_pages(documents, topics, context)
    declared = offered[: len(config.topics)]
    topic_pages = _plan_topic_pages(pages, topics, declared, context)
    reader_ids = [document.id for document in read]
    return ImportPlan(
        topics=topics,
        pages=pages,
        topic_pages=topic_pages,
        vanished=_vanished(documents, context),
        ledger=_next_ledger(pages, reader_ids, topics, topic_pages, context),
        assignments={assignment.document: assignment for assignment in grouping.assignments},
        repeats=find_duplicates(pages, context.existing),
        warnings=warnings,
        sources=(source,),
    )


def _grouping_input(
    documents: Sequence[Document],
    offered: Sequence[Topic],
    context: _Context,
    config: Config,
    count: int | None,
) -> GroupingInput:
    """The documents that are new or in a topic; no topic is made for others."""
    members = {member for topic in offered for member in topic.members}
    return GroupingInput(
        documents=[d for d in documents if d.id in members or _is_new(d, context)],
        offered=offered,
        examples=examples_of(config, offered, context.existing, context.ledger),
        count=count,
    )


def _is_new(document: Document, context: _Context) -> bool:
    return document.id not in context.ledger.pages and context.page_of(document.id) is None


def _plan_pages(
    documents: Sequence[Document], topics: Sequence[Topic], context: _Context
) -> tuple[PlannedPage, ...]:
    slugs = {member: topic.slug for topic in topics for member in topic.members}
    former = (PurePosixPath(entry.path) for entry in context.ledger.pages.values())
    paths = PagePaths([*context.existing.pages, *former])
    return tuple(
        _plan_page(document, slugs, paths, context, context.now + index * _STEP)
        for index, document in enumerate(documents)
    )


def _plan_page(
    document: Document,
    slugs: Mapping[str, str],
    paths: PagePaths,
    context: _Context,
    added: datetime,
) -> PlannedPage:
    entry = context.ledger.pages.get(document.id)
    if page := context.page_of(document.id):
        return plan_existing(document, page, entry)
    if entry:
        return plan_deleted(document, entry)
    topic = slugs.get(document.id)
    path = paths.reserve(document, topic if document.kind == "post" else None)
    return plan_new(document, path, topic, added)


def _plan_topic_pages(
    pages: Sequence[PlannedPage],
    topics: Sequence[Topic],
    declared: Sequence[Topic],
    context: _Context,
) -> tuple[PlannedTopicPage, ...]:
    slugs = {page.topic for page in pages if page.action == "created"}
    filled = [topic for topic in topics if topic.slug in slugs]
    return plan_topic_pages(filled, declared, context.existing, context.ledger)


def _vanished(documents: Sequence[Document], context: _Context) -> tuple[PurePosixPath, ...]:
    present = {document.id for document in documents}
    found = (
        context.page_of(id_)
        for id_, entry in context.ledger.pages.items()
        if entry.dump == context.dump and id_ not in present
    )
    return tuple(sorted(page.path for page in found if page))


def _next_ledger(
    pages: Sequence[PlannedPage],
    reader_ids: Sequence[str],
    topics: Sequence[Topic],
    topic_pages: Sequence[PlannedTopicPage],
    context: _Context,
) -> Ledger:
    before = context.ledger
    entries = {
        page.document.id: next_entry(page, before.pages.get(page.document.id), own_id, context.dump)
        for page, own_id in zip(pages, reader_ids, strict=True)
    }
    return Ledger(
        dumps=before.dumps | {context.dump: tuple(entries)},
        pages=before.pages | entries,
        topics=tuple(sorted({*before.topics, *(topic.slug for topic in topics)})),
        topic_pages=before.topic_pages
        | {page.slug: fingerprint(page.data) for page in topic_pages},
    )
