"""Finds documents that repeat another page.

They are imported and reported; whether to remove them is up to the editor.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import PurePosixPath

from sitegen.importer.examples import text_of
from sitegen.importer.existing import ExistingContent, ExistingPage
from sitegen.importer.page_actions import PlannedPage
from sitegen.models import Document
from sitegen.topics import repeats_of


def compared_texts(documents: Iterable[Document], earlier: Iterable[ExistingPage]) -> list[str]:
    """The texts among which repeats are found, in order."""
    return [*(text_of(page) for page in earlier), *(document.full_text for document in documents)]


def earlier_pages(
    existing: ExistingContent, paths: Collection[PurePosixPath]
) -> list[ExistingPage]:
    """The existing pages of documents, also of other dumps, except those with these paths."""
    return [page for page in existing.by_id.values() if page.path not in paths]


def find_duplicates(
    pages: Sequence[PlannedPage], existing: ExistingContent, repeats: Sequence[int | None] | None
) -> Mapping[str, PurePosixPath]:
    """For each document that nearly repeats another, by its id, the path of the other's page.

    Args:
        pages: the planned pages; those that the editor deleted do not count.
        existing: all existing pages, including those of other dumps.
        repeats: what ``repeats_of`` finds among the texts of all these, if that is known.
    """
    planned = [page for page in pages if page.action != "deleted"]
    earlier = earlier_pages(existing, {page.path for page in planned})
    if repeats is None:
        repeats = repeats_of(compared_texts((page.document for page in planned), earlier))
    paths = [*(page.path for page in earlier), *(page.path for page in planned)]
    return {
        page.document.id: paths[place]
        for page, place in zip(planned, repeats[len(earlier) :], strict=True)
        if place is not None
    }
