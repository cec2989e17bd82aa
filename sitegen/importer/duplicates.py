"""Finds documents that repeat another page.

They are imported and reported; whether to remove them is up to the editor.
"""

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from sitegen.importer.examples import text_of
from sitegen.importer.existing import ExistingContent
from sitegen.importer.page_actions import PlannedPage
from sitegen.topics import repeats_of


def find_duplicates(
    pages: Sequence[PlannedPage], existing: ExistingContent
) -> Mapping[str, PurePosixPath]:
    """For each document that nearly repeats another, by its id, the path of the other's page.

    Args:
        pages: the planned pages; those that the editor deleted do not count.
        existing: all existing pages, including those of other dumps.
    """
    planned = [page for page in pages if page.action != "deleted"]
    here = {page.path for page in planned}
    earlier = [page for page in existing.by_id.values() if page.path not in here]
    texts = [*(text_of(page) for page in earlier), *(page.document.full_text for page in planned)]
    paths = [*(page.path for page in earlier), *(page.path for page in planned)]
    repeated = repeats_of(texts)[len(earlier) :]
    return {
        page.document.id: paths[place]
        for page, place in zip(planned, repeated, strict=True)
        if place is not None
    }
