"""Plans an import without writing anything."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import PurePosixPath
from typing import NamedTuple

from sitegen.configuration.settings import Config
from sitegen.errors import SitegenError, UsageError
from sitegen.importer.choosing_topics import ChosenTopics, choose_topics
from sitegen.importer.duplicates import compared_texts, earlier_pages, find_duplicates
from sitegen.importer.filtering import filter_documents
from sitegen.importer.ledger import Ledger, without_pages
from sitegen.importer.media import MediaFile, MediaPlan, plan_media
from sitegen.importer.next_ledger import next_ledger
from sitegen.importer.page_actions import PlannedPage, plan_deleted, plan_existing, plan_new
from sitegen.importer.page_links import link_pages
from sitegen.importer.page_paths import PagePaths
from sitegen.importer.preparing import NewPage, Prepared, prepare_pages
from sitegen.importer.profiles import ProfilePlan, plan_profiles
from sitegen.importer.reading import DumpsRead, read_dumps
from sitegen.importer.renamed_pages import renamed_pages
from sitegen.importer.request import Filters, ImportRequest
from sitegen.importer.state_before import StateBefore, match_dumps
from sitegen.importer.topic_pages import PlannedTopicPage, plan_topic_pages
from sitegen.importer.vanished_pages import VanishedPage, plan_vanished
from sitegen.models import Document, Topic
from sitegen.processes.background import BackgroundCall
from sitegen.processes.garbage_collection import frozen_memory
from sitegen.topics import TopicAssignment

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
    """Pages of documents that are no longer in the dumps, or not public there."""
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
    profiles: ProfilePlan | None = None
    """The topic profiles to keep for builds; None if no encoder compares documents."""
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
    read, before, documents, media = _read(request, config, progress)
    with frozen_memory(), _start_preparing(documents, before, request.filters, config) as preparing:
        chosen = choose_topics(documents, before, config, request, progress)
        prepared = preparing.result()
    pages = _plan_pages(documents, prepared.new, chosen.topics, before)
    pages = _in_topic(pages, chosen.topics, request.filters)
    topic_pages = _plan_topic_pages(pages, chosen, before)
    published = [page.document for page in pages if page.is_as_composed]
    vanished = tuple(_vanished(published, before, read.withheld, prune=request.prune))
    removed = {page.id for page in vanished if page.is_removed}
    ledger = next_ledger(
        before,
        pages,
        topic_pages,
        chosen,
        sketches=prepared.sketches,
        media=_shown(pages, media),
        reports=read.reports,
    )
    return ImportPlan(
        topics=chosen.topics,
        pages=pages,
        topic_pages=topic_pages,
        vanished=vanished,
        ledger=without_pages(ledger, removed),
        read=read,
        media=_to_bring(pages, media, before.ledger),
        assignments=chosen.assignments,
        left=before.left,
        repeats=find_duplicates(pages, before.existing, prepared.repeats),
        profiles=plan_profiles(pages, removed, before, chosen, config),
        warnings=(
            *chosen.warnings,
            *renamed_pages(before.ledger, before.existing, config.content),
        ),
    )


class _Input(NamedTuple):
    """What an import plans with."""

    read: DumpsRead
    before: StateBefore
    documents: Sequence[Document]
    """Those that pass the filters, with their permanent ids, media and links."""
    media: MediaPlan


def _read(request: ImportRequest, config: Config, progress: Callable[[str], None]) -> _Input:
    """Reads the dumps and the digest, and joins what they hold."""
    read = read_dumps(request, progress)
    matched, before = match_dumps(read.documents, config, request.now)
    read = replace(read, documents=_by_dump(matched, before))
    filtered = filter_documents(matched, request.filters)
    media = plan_media(_with_pages(filtered, before), before.ledger.media, progress)
    documents, unlinked = link_pages(
        [media.named(d) for d in filtered],
        matched,
        dict(zip(read.documents, read.sources, strict=True)),
        before,
        may_be_left_out=request.filters.topic is not None,
    )
    return _Input(read.with_lost(media.lost).with_lost(unlinked), before, documents, media)


def _by_dump(matched: Iterable[Document], before: StateBefore) -> dict[str, tuple[Document, ...]]:
    """The documents of each dump, by its name."""
    by_id = {document.id: document for document in matched}
    return {name: tuple(by_id[id_] for id_ in ids) for name, ids in before.dumps.items()}


def _with_pages(documents: Iterable[Document], before: StateBefore) -> Iterator[Document]:
    """The documents whose pages the editor has not deleted."""
    return (d for d in documents if d.id not in before.ledger.pages or before.page_of(d.id))


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


def _start_preparing(
    documents: Sequence[Document], before: StateBefore, filters: Filters, config: Config
) -> BackgroundCall[Prepared]:
    """Starts to prepare the pages of documents, so that only their topics are missing."""
    added = [
        before.now + index * _STEP if before.is_new(document) else None
        for index, document in enumerate(documents)
    ]
    compared = None  # which documents are in the topic of a filter is not known yet
    if filters.topic is None:
        found = {document.id: before.page_of(document.id) for document in documents}
        kept = [d for d, moment in zip(documents, added, strict=True) if moment or found[d.id]]
        earlier = earlier_pages(before.existing, {page.path for page in found.values() if page})
        compared = compared_texts(kept, earlier)
    return BackgroundCall(partial(prepare_pages, documents, added, compared, config.language))


def _plan_pages(
    documents: Sequence[Document],
    new: Sequence[NewPage],
    topics: Sequence[Topic],
    before: StateBefore,
) -> tuple[PlannedPage, ...]:
    slugs = {member: topic.slug for topic in topics for member in topic.members}
    paths = PagePaths(before.taken_paths)
    return tuple(
        _plan_page(document, page, slugs, paths, before, before.now + index * _STEP)
        for index, (document, page) in enumerate(zip(documents, new, strict=True))
    )


def _plan_page(
    document: Document,
    new: NewPage,
    slugs: Mapping[str, str],
    paths: PagePaths,
    before: StateBefore,
    added: datetime,
) -> PlannedPage:
    entry = before.ledger.pages.get(document.id)
    if page := before.page_of(document.id):
        return plan_existing(document, page, entry)
    if entry:
        return plan_deleted(document, entry)
    topic = slugs.get(document.id)
    path = paths.reserve(document, topic if document.kind == "post" else None, new.name)
    return plan_new(document, path, topic, added, new.data)


def _plan_topic_pages(
    pages: Sequence[PlannedPage], chosen: ChosenTopics, before: StateBefore
) -> tuple[PlannedTopicPage, ...]:
    slugs = {page.topic for page in pages if page.action == "created"}
    filled = [topic for topic in chosen.topics if topic.slug in slugs]
    return plan_topic_pages(filled, chosen.declared, before.existing, before.ledger)


def _vanished(
    documents: Sequence[Document],
    before: StateBefore,
    withheld: Container[str],
    *,
    prune: bool,
) -> Iterator[VanishedPage]:
    found = (
        (page, entry)
        for id_, entry in before.ledger.pages.items()
        if id_ not in before.reader_ids and (page := before.page_of(id_))
        if entry.dump in before.dumps or (entry.document in withheld and not page.is_held_back)
    )
    pages = sorted(found, key=lambda pair: pair[0].path)
    return plan_vanished(pages, documents, withheld, prune=prune)
