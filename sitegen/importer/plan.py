"""What an import would do, worked out without writing anything."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from sitegen.config import Config
from sitegen.importer.composing import compose_topic_page
from sitegen.importer.fate import PlannedPage, next_entry, plan_deleted, plan_new, plan_standing
from sitegen.importer.ledger import Ledger, load_ledger
from sitegen.importer.matching import match_documents
from sitegen.importer.naming import Names
from sitegen.importer.standing import TOPIC_PAGE_NAME, Standing, StandingPage, read_standing
from sitegen.models import Document, Topic
from sitegen.readers import read_dump
from sitegen.text import slugify
from sitegen.topics import EVERYTHING_ELSE, group_documents


@dataclass(frozen=True, slots=True)
class PlannedTopicPage:
    """The ``_index.md`` of a new topic."""

    path: PurePosixPath
    """Relative to ``content/``."""
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """All that an import would do."""

    topics: tuple[Topic, ...]
    """The topics that hold one of the documents."""
    pages: tuple[PlannedPage, ...]
    """One for each document, in the order of the dump."""
    topic_pages: tuple[PlannedTopicPage, ...]
    vanished: tuple[PurePosixPath, ...]
    """Pages of documents that the dump no longer holds; they stay as they are."""
    ledger: Ledger
    """The record to keep of it."""

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents of the dump, under their permanent ids."""
        return tuple(page.document for page in self.pages)


@dataclass(frozen=True, slots=True)
class _Past:
    """What is known before the import."""

    dump: str
    """The dump's name."""
    ledger: Ledger
    standing: Standing

    def home_of(self, id_: str) -> StandingPage | None:
        return self.standing.home_of(id_, self.ledger)


def plan_import(dump: Path, config: Config) -> ImportPlan:
    """What an import of ``dump`` into the digest of ``config`` would do.

    Raises:
        DumpError: the dump cannot be read.
        ContentError: the record of earlier imports, or a file in ``content/``, cannot be read.
    """
    read = read_dump(dump)
    ledger = load_ledger(config.content)
    name = dump.absolute().name.encode(errors="replace").decode()
    past = _Past(name, ledger, read_standing(config.content, ledger))
    documents = match_documents(read, ledger, name)
    topics = _group(documents, past, config)
    pages = _plan_pages(documents, topics, past)
    reader_ids = [document.id for document in read]
    return ImportPlan(
        topics=topics,
        pages=pages,
        topic_pages=_plan_topic_pages(pages, topics, past),
        vanished=_vanished(documents, past),
        ledger=_next_ledger(pages, reader_ids, topics, past),
    )


def _group(documents: Sequence[Document], past: _Past, config: Config) -> tuple[Topic, ...]:
    """The topics of the documents that are new or stand in one; no topic is made for others."""
    offered = _offered(past.standing, config)
    held = {member for topic in offered for member in topic.members}
    return group_documents([d for d in documents if d.id in held or _is_new(d, past)], offered)


def _is_new(document: Document, past: _Past) -> bool:
    return document.id not in past.ledger.pages and past.home_of(document.id) is None


def _offered(standing: Standing, config: Config) -> tuple[Topic, ...]:
    """The topics that the configuration declares, then the others that stand in ``content/``.

    A topic that is both has the title of its page and the keywords of its declaration.
    """
    on_disk = {topic.slug: topic for topic in standing.topics}
    offered: dict[str, Topic] = {}
    for declared in config.topics:
        slug = declared.slug or slugify(declared.title, fallback="topic")
        new = Topic(slug=slug, title=declared.title, description=declared.description)
        offered.setdefault(slug, replace(on_disk.pop(slug, new), keywords=declared.keywords))
    return (*offered.values(), *on_disk.values())


def _plan_pages(
    documents: Sequence[Document], topics: Sequence[Topic], past: _Past
) -> tuple[PlannedPage, ...]:
    slugs = {member: topic.slug for topic in topics for member in topic.members}
    stood = (PurePosixPath(entry.path) for entry in past.ledger.pages.values())
    names = Names([*past.standing.pages, *stood])
    return tuple(_plan_page(document, slugs, names, past) for document in documents)


def _plan_page(
    document: Document, slugs: Mapping[str, str], names: Names, past: _Past
) -> PlannedPage:
    entry = past.ledger.pages.get(document.id)
    if home := past.home_of(document.id):
        return plan_standing(document, home, entry, past.dump)
    if entry:
        return plan_deleted(document, entry)
    topic = slugs.get(document.id)
    path = names.take(document, topic if document.kind == "post" else None)
    return plan_new(document, path, topic)


def _plan_topic_pages(
    pages: Sequence[PlannedPage], topics: Sequence[Topic], past: _Past
) -> tuple[PlannedTopicPage, ...]:
    """Pages for topics that are new; what the editor has, or had and deleted, is left alone."""
    known = {*past.ledger.topics, *(topic.slug for topic in past.standing.topics)}
    filled = {page.topic for page in pages if page.fate == "created"}
    order = past.standing.last_order
    planned = []
    for topic in topics:
        if topic.slug in filled - known:
            order += 1
            is_last = topic.slug == EVERYTHING_ELSE.slug
            data = compose_topic_page(topic, None if is_last else order)
            path = PurePosixPath("topics", topic.slug, TOPIC_PAGE_NAME)
            planned.append(PlannedTopicPage(path, data))
    return tuple(planned)


def _vanished(documents: Sequence[Document], past: _Past) -> tuple[PurePosixPath, ...]:
    present = {document.id for document in documents}
    homes = (
        past.home_of(id_)
        for id_, entry in past.ledger.pages.items()
        if entry.dump == past.dump and id_ not in present
    )
    return tuple(sorted(home.path for home in homes if home))


def _next_ledger(
    pages: Sequence[PlannedPage], reader_ids: Sequence[str], topics: Sequence[Topic], past: _Past
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
    )
