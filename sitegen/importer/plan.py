"""Plans an import without writing anything."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import PurePosixPath

from sitegen.configuration.settings import Config
from sitegen.errors import ConfigError, SitegenError, UsageError
from sitegen.importer.dump_language import main_language
from sitegen.importer.duplicates import compared_texts, earlier_pages, find_duplicates
from sitegen.importer.examples import examples_of
from sitegen.importer.existing import ExistingContent, ExistingPage, read_existing
from sitegen.importer.filtering import filter_documents
from sitegen.importer.grouping import GroupingInput, assign_topics
from sitegen.importer.ledger import (
    Ledger,
    LedgerEntry,
    fingerprint,
    load_ledger,
    without_pages,
)
from sitegen.importer.locked_topics import keep_out, locked_slugs
from sitegen.importer.matching import match_documents
from sitegen.importer.meaning import meaning_for, open_encoder
from sitegen.importer.media import MediaFile, MediaPlan, plan_media
from sitegen.importer.page_actions import (
    PlannedPage,
    next_entry,
    plan_deleted,
    plan_existing,
    plan_new,
)
from sitegen.importer.page_paths import PagePaths
from sitegen.importer.preparing import NewPage, Prepared, prepare_pages
from sitegen.importer.reading import DumpsRead, read_dumps
from sitegen.importer.renamed_dumps import adopt_renamed_dump
from sitegen.importer.request import Filters, ImportRequest
from sitegen.importer.sketches import Words
from sitegen.importer.topic_pages import PlannedTopicPage, offer_topics, plan_topic_pages
from sitegen.importer.unfinished import split_unfinished
from sitegen.importer.vanished_pages import VanishedPage, plan_vanished
from sitegen.languages import are_same_language, language_name
from sitegen.models import Document, Topic
from sitegen.processes.background import BackgroundCall
from sitegen.topics import TopicAssignment
from sitegen.topics.encoder_vectors import KeepingEncoder

_STEP = timedelta(microseconds=1)
"""The difference between the ``added`` times of consecutive documents."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """What an import would do."""

    topics: tuple[Topic, ...]
    """The topics that have at least one of the documents."""
    pages: tuple[PlannedPage, ...]
    """One for each document that passes the filters, in the order of the dumps."""
    topic_pages: tuple[PlannedTopicPage, ...]
    """Those of new topics, and of declared ones whose pages the editor has not changed."""
    vanished: tuple[VanishedPage, ...]
    """Pages of documents that are no longer in the dumps."""
    ledger: Ledger
    """The ledger to write."""
    read: DumpsRead
    """What was read from the dumps."""
    assignments: Mapping[str, TopicAssignment] = field(default_factory=dict)
    """The topic of each document that was grouped this time, with the reasons, by document id."""
    media: tuple[MediaFile, ...] = ()
    """The files to bring to ``content/media/``, unless they are there."""
    left: Mapping[str, str] = field(default_factory=dict)
    """The pages that an interrupted import of the same documents left: fingerprints, by path."""
    repeats: Mapping[str, PurePosixPath] = field(default_factory=dict)
    """For each document that repeats another page, by document id, the path of that page."""
    encoder: KeepingEncoder | None = None
    """What compared the documents, with vectors to keep for the next import."""
    warnings: tuple[SitegenError, ...] = ()
    """Problems that do not stop the import."""

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

    dumps: Mapping[str, tuple[str, ...]]
    """For each dump, by its name, the permanent ids of its documents."""
    reader_ids: Mapping[str, str]
    """The ids that the reader gave the documents, by permanent id."""
    ledger: Ledger
    existing: ExistingContent
    """The pages in ``content/``, without those that an interrupted import left."""
    left: Mapping[str, str]
    """The fingerprints of these, by path."""
    now: datetime

    def page_of(self, id_: str) -> ExistingPage | None:
        return self.existing.page_of(id_, self.ledger)


def plan_import(
    request: ImportRequest, config: Config, progress: Callable[[str], None] = lambda _: None
) -> ImportPlan:
    """Plans an import into the digest of ``config``; ``progress`` is told what is done.

    Raises:
        DumpError: a dump cannot be read, or its media cannot be read again.
        UsageError: there is no format of the name that the request has, or no topic.
        ContentError: the ledger, or something else in ``content/``, cannot be read.
        ConfigError: two declared topics have one slug, or the model or the file of topics cannot be
            read.
    """
    read = read_dumps(request, progress)
    matched, context = _match(read, config, request.now)
    filtered = filter_documents(matched, request.filters)
    media = plan_media(_with_pages(filtered, context), context.ledger.media, progress)
    documents = [media.named(document) for document in filtered]
    read = read.with_lost(media.lost)
    offered = offer_topics(config, context.existing)
    locked = locked_slugs(context.existing)
    unlocked = [topic for topic in offered if topic.slug not in locked]
    grouping_input = _grouping_input(documents, unlocked, context, config, request)
    preparing = _start_preparing(documents, context, request.filters)
    grouping, failures = assign_topics(grouping_input, config, progress)
    grouping = keep_out(grouping, offered, locked, {document.id for document in documents})
    topics = grouping.topics
    prepared = preparing.result()
    pages = _plan_pages(documents, prepared.new, topics, context)
    pages = _in_topic(pages, topics, request.filters)
    declared = offered[: len(config.topics)]
    topic_pages = _plan_topic_pages(pages, topics, declared, context)
    assignments = {assignment.document: assignment for assignment in grouping.assignments}
    published = [page.document for page in pages if page.is_as_composed]
    vanished = tuple(_vanished(published, context, prune=request.prune))
    entries = _next_entries(pages, prepared.sketches, assignments, context)
    ledger = _next_ledger(entries, topics, topic_pages, read, _shown(pages, media), context)
    return ImportPlan(
        topics=topics,
        pages=pages,
        topic_pages=topic_pages,
        vanished=vanished,
        ledger=without_pages(
            ledger.model_copy(update={"meaning": grouping_input.meaning or context.ledger.meaning}),
            {page.id for page in vanished if page.is_removed},
        ),
        read=read,
        media=_to_bring(pages, media, context.ledger),
        assignments=assignments,
        left=context.left,
        repeats=find_duplicates(pages, context.existing, prepared.repeats),
        encoder=grouping_input.encoder,
        warnings=(*_other_language(grouping_input, config), *failures),
    )


def _match(read: DumpsRead, config: Config, now: datetime) -> tuple[list[Document], _Context]:
    """All documents, in order, with their permanent ids, and the state before the import."""
    ledger = load_ledger(config.content)
    for name, documents in read.documents.items():
        ledger = adopt_renamed_dump(ledger, documents, name)
    existing = read_existing(config.content, ledger)

    def words_on_page(id_: str) -> Words | None:
        page = existing.page_of(id_, ledger)
        return page.words if page else None

    matched: list[Document] = []
    ids: dict[str, tuple[str, ...]] = {}
    reader_ids: dict[str, str] = {}
    for name, documents in read.documents.items():
        found = match_documents(documents, ledger, name, words_on_page, reader_ids.keys())
        matched += found
        ids[name] = tuple(document.id for document in found)
        reader_ids |= {new.id: old.id for new, old in zip(found, documents, strict=True)}
    existing, left = split_unfinished(config.root, config.content, existing, reader_ids.keys())
    return matched, _Context(ids, reader_ids, ledger, existing, left, now)


def _with_pages(documents: Iterable[Document], context: _Context) -> Iterator[Document]:
    """The documents whose pages the editor has not deleted."""
    return (d for d in documents if d.id not in context.ledger.pages or context.page_of(d.id))


def _to_bring(
    pages: Iterable[PlannedPage], media: MediaPlan, ledger: Ledger
) -> tuple[MediaFile, ...]:
    """The files that the pages to write show, and that no earlier import brought."""
    written = [page for page in pages if page.action in ("created", "updated")]
    found = {file.name: file for page in written for file in media.of(page.document)}
    return tuple(file for name, file in found.items() if name not in ledger.media)


def _shown(pages: Iterable[PlannedPage], media: MediaPlan) -> dict[str, str]:
    """The SHA-256 of the files that the pages show, by name."""
    current = [page for page in pages if page.action in ("created", "updated", "unchanged")]
    return {file.name: file.digest for page in current for file in media.of(page.document)}


def _in_topic(
    pages: tuple[PlannedPage, ...], topics: Sequence[Topic], filters: Filters
) -> tuple[PlannedPage, ...]:
    """The pages in the topic that the filters name; all of them if none is named.

    Raises:
        UsageError: no document is in a topic of this name.
    """
    if filters.topic is None:
        return pages
    name = filters.topic.casefold()
    slugs = {t.slug for t in topics if name in (t.slug.casefold(), t.title.casefold())}
    if not slugs:
        raise UsageError(
            f"no document is in a topic “{filters.topic}”",
            hint="sitegen import --dry-run shows the topics: "
            + ", ".join(topic.title for topic in topics),
        )
    return tuple(page for page in pages if page.topic in slugs)


def _grouping_input(
    documents: Sequence[Document],
    offered: Sequence[Topic],
    context: _Context,
    config: Config,
    request: ImportRequest,
) -> GroupingInput:
    """The documents that are new or in a topic; no topic is made for others."""
    members = {member for topic in offered for member in topic.members}
    compared = [d for d in documents if d.id in members or _is_new(d, context)]
    language = main_language(documents)
    found = GroupingInput(
        documents=compared,
        offered=offered,
        examples=examples_of(config, offered, context.existing, context.ledger),
        count=request.topics,
        explain=request.explain,
        language=language,
    )
    if not found.new_documents and context.ledger.pages:
        return found
    meaning = meaning_for(config, context.ledger, len(compared), language)
    encoder = open_encoder(config) if meaning == "encoder" else None
    return replace(found, meaning=meaning, encoder=encoder)


def _other_language(grouping_input: GroupingInput, config: Config) -> Iterator[SitegenError]:
    """A warning if most documents are in another language than the digest."""
    language = grouping_input.language
    if language is None or are_same_language(language, config.language):
        return
    theirs, own = (language_name(tag) for tag in (language, config.language))
    yield ConfigError(
        f"most of what was read is in {theirs}, and the digest is in {own}",
        path=config.root / "sitegen.toml",
        hint=f'for pages in {theirs}, set language = "{language}"',
    )


def _is_new(document: Document, context: _Context) -> bool:
    return document.id not in context.ledger.pages and context.page_of(document.id) is None


def _start_preparing(
    documents: Sequence[Document], context: _Context, filters: Filters
) -> BackgroundCall[Prepared]:
    """Starts to prepare the pages of documents, so that only their topics are missing."""
    added = [
        context.now + index * _STEP if _is_new(document, context) else None
        for index, document in enumerate(documents)
    ]
    compared = None  # which documents are in the topic of a filter is not known yet
    if filters.topic is None:
        found = {document.id: context.page_of(document.id) for document in documents}
        kept = [d for d, moment in zip(documents, added, strict=True) if moment or found[d.id]]
        earlier = earlier_pages(context.existing, {page.path for page in found.values() if page})
        compared = compared_texts(kept, earlier)
    return BackgroundCall(partial(prepare_pages, documents, added, compared))


def _plan_pages(
    documents: Sequence[Document],
    new: Sequence[NewPage],
    topics: Sequence[Topic],
    context: _Context,
) -> tuple[PlannedPage, ...]:
    slugs = {member: topic.slug for topic in topics for member in topic.members}
    former = (PurePosixPath(entry.path) for entry in context.ledger.pages.values())
    paths = PagePaths([*context.existing.pages, *former])
    return tuple(
        _plan_page(document, page, slugs, paths, context, context.now + index * _STEP)
        for index, (document, page) in enumerate(zip(documents, new, strict=True))
    )


def _plan_page(
    document: Document,
    new: NewPage,
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
    path = paths.reserve(document, topic if document.kind == "post" else None, new.name)
    return plan_new(document, path, topic, added, new.data)


def _plan_topic_pages(
    pages: Sequence[PlannedPage],
    topics: Sequence[Topic],
    declared: Sequence[Topic],
    context: _Context,
) -> tuple[PlannedTopicPage, ...]:
    slugs = {page.topic for page in pages if page.action == "created"}
    filled = [topic for topic in topics if topic.slug in slugs]
    return plan_topic_pages(filled, declared, context.existing, context.ledger)


def _vanished(
    documents: Sequence[Document], context: _Context, *, prune: bool
) -> Iterator[VanishedPage]:
    found = (
        (context.page_of(id_), entry)
        for id_, entry in context.ledger.pages.items()
        if entry.dump in context.dumps and id_ not in context.reader_ids
    )
    pages = sorted(((page, entry) for page, entry in found if page), key=lambda pair: pair[0].path)
    return plan_vanished(pages, documents, prune=prune)


def _next_entries(
    pages: Sequence[PlannedPage],
    sketches: Mapping[str, str],
    assignments: Mapping[str, TopicAssignment],
    context: _Context,
) -> dict[str, LedgerEntry]:
    """The ledger entries of the pages after the import, by document id."""
    dump_of = {id_: name for name, ids in context.dumps.items() for id_ in ids}
    return {
        id_: next_entry(
            page,
            context.ledger.pages.get(id_),
            context.reader_ids[id_],
            dump_of[id_],
            sketches[id_],
            assignments.get(id_),
        )
        for page in pages
        for id_ in (page.document.id,)
    }


def _next_ledger(
    entries: Mapping[str, LedgerEntry],
    topics: Sequence[Topic],
    topic_pages: Sequence[PlannedTopicPage],
    read: DumpsRead,
    media: Mapping[str, str],
    context: _Context,
) -> Ledger:
    before = context.ledger
    recorded = {**before.pages, **entries}
    dumps = {
        name: tuple(id_ for id_ in ids if id_ in recorded) for name, ids in context.dumps.items()
    }
    return Ledger(
        dumps=before.dumps | dumps,
        pages=recorded,
        topics=tuple(sorted({*before.topics, *(topic.slug for topic in topics)})),
        topic_pages=before.topic_pages
        | {page.slug: fingerprint(page.data) for page in topic_pages},
        media={**media, **before.media},
        reports=before.reports | read.reports,
    )
