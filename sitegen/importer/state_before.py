"""The state before an import, and the permanent ids of its documents."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath

from sitegen.configuration.settings import Config
from sitegen.importer.existing import ExistingContent, ExistingPage, read_existing
from sitegen.importer.ledger import Ledger, load_ledger
from sitegen.importer.recognition.marked_cuts import cut_as_marked
from sitegen.importer.recognition.matching import match_documents
from sitegen.importer.recognition.renamed_dumps import adopt_renamed_dump
from sitegen.importer.sketches import Words
from sitegen.importer.unfinished import split_unfinished
from sitegen.models import Document


@dataclass(frozen=True, slots=True)
class StateBefore:
    """What there is before an import."""

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

    @property
    def taken_paths(self) -> Iterator[PurePosixPath]:
        """The paths of pages that exist or once existed, whose addresses no new page may have."""
        yield from self.existing.pages
        yield from (PurePosixPath(entry.path) for entry in self.ledger.pages.values())

    def page_of(self, id_: str) -> ExistingPage | None:
        """The page of the document with a permanent id; None if there is none."""
        return self.existing.page_of(id_, self.ledger)

    def is_new(self, document: Document) -> bool:
        """Whether no import has brought a document yet."""
        return document.id not in self.ledger.pages and self.page_of(document.id) is None


def match_dumps(
    dumps: Mapping[str, tuple[Document, ...]], config: Config, now: datetime
) -> tuple[list[Document], StateBefore]:
    """All documents, in order, with their permanent ids, and the state before their import.

    Raises:
        ContentError: the ledger, or something else in ``content/``, cannot be read.
    """
    ledger = load_ledger(config.content)
    for name, documents in dumps.items():
        ledger = adopt_renamed_dump(ledger, documents, name)
    existing = read_existing(config.content, ledger)

    def words_on_page(id_: str) -> Words | None:
        page = existing.page_of(id_, ledger)
        return page.words if page else None

    matched: list[Document] = []
    ids: dict[str, tuple[str, ...]] = {}
    reader_ids: dict[str, str] = {}
    for name, documents in dumps.items():
        cut = cut_as_marked(documents, ledger, name, words_on_page)
        found = match_documents(cut, ledger, name, words_on_page, reader_ids.keys())
        matched += found
        ids[name] = tuple(document.id for document in found)
        reader_ids |= {new.id: old.id for new, old in zip(found, cut, strict=True)}
    existing, left = split_unfinished(config.root, config.content, existing, reader_ids.keys())
    return matched, StateBefore(ids, reader_ids, ledger, existing, left, now)
