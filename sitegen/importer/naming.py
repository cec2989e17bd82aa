"""File names for new pages, which become addresses and are never given twice."""

from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import PurePosixPath

from sitegen.importer.composing import title_of
from sitegen.importer.existing import place_at
from sitegen.models import Document, DocumentKind
from sitegen.text.labels import label_of, slugify


class Names:
    """The names that are free, so that no two pages have one address.

    Args:
        taken: the paths, relative to ``content/``, of the pages that stand and of those that
            stood once.
    """

    def __init__(self, taken: Iterable[PurePosixPath]) -> None:
        self._taken = {_address(path) for path in taken}

    def take(self, document: Document, topic: str | None) -> PurePosixPath:
        """A path for a new page: the words it begins with, and part of its id where they are taken.

        ``topic`` is the slug of a post's topic; an essay has none.
        """
        folder = PurePosixPath("topics", topic) if topic else PurePosixPath("essays")
        paths = (folder / f"{name}.md" for name in _candidates(document))
        path = next(path for path in paths if self._is_free(path, document.kind))
        self._taken.add(_address(path))
        return path

    def _is_free(self, path: PurePosixPath, kind: DocumentKind) -> bool:
        """Whether a document's page can stand there; ``index.md`` may be another kind of page."""
        place = place_at(path)
        return place is not None and place.kind == kind and _address(path) not in self._taken


def _candidates(document: Document) -> Iterator[str]:
    label = title_of(document) if document.kind == "essay" else label_of(document.text)
    mark = slugify(document.id, fallback="0")
    name = slugify(label, fallback=f"{document.kind}-{mark}")
    yield name
    yield f"{name}-{mark[:4].strip('-')}"
    yield f"{name}-{mark}"
    yield from (f"{name}-{mark}-{number}" for number in count(2))


def _address(path: PurePosixPath) -> str | None:
    """Where the site shows a page; in lower case, as some disks hold names apart no better."""
    place = place_at(path)
    return place.address.casefold() if place else None
