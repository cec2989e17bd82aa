"""File names for new pages, which become addresses and are never given twice."""

from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import PurePosixPath

from sitegen.addresses import essay_address, post_address
from sitegen.importer.composing import title_of
from sitegen.models import Document
from sitegen.text import label_of, slugify


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
        path = next(
            path
            for name in _candidates(document)
            if _address(path := folder / f"{name}.md") not in self._taken
        )
        self._taken.add(_address(path))
        return path


def _candidates(document: Document) -> Iterator[str]:
    label = title_of(document) if document.kind == "essay" else label_of(document.text)
    mark = slugify(document.id, fallback="0")
    name = slugify(label, fallback=f"{document.kind}-{mark}")
    yield name
    yield f"{name}-{mark[:4].strip('-')}"
    yield f"{name}-{mark}"
    yield from (f"{name}-{mark}-{number}" for number in count(2))


def _address(path: PurePosixPath) -> str:
    """Where the site shows a page; in lower case, as some disks hold names apart no better."""
    slug = path.stem.casefold()
    match path.parts:
        case ("topics", *_):
            return post_address(slug)
        case ("essays", *_):
            return essay_address(slug)
    return f"{path.with_suffix('')}/".casefold()
