"""Documents that say again what another page says.

None is left out for it: that is for the editor to decide.
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
    """For a document that repeats another in nearly the same words, by its id, that one's page.

    Args:
        pages: the pages of the dump's documents; those that the editor deleted do not count.
        existing: all pages, of which those of earlier dumps may be repeated too.
    """
    planned = [page for page in pages if page.action != "deleted"]
    here = {page.path for page in planned}
    earlier = [page for page in existing.by_id.values() if page.path not in here]
    texts = [*(text_of(page) for page in earlier), *(page.document.text for page in planned)]
    paths = [*(page.path for page in earlier), *(page.path for page in planned)]
    repeated = repeats_of(texts)[len(earlier) :]
    return {
        page.document.id: paths[place]
        for page, place in zip(planned, repeated, strict=True)
        if place is not None
    }
