"""Reads the files under ``content/`` and works out the pages, each text once in its life."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from sitegen.bodies import Body, BodyFile
from sitegen.config import Config
from sitegen.crew import Alone, Crew
from sitegen.errors import ContentError
from sitegen.pages import LoadedPage, read_page
from sitegen.views import PageView, view_page

_PART = 100
"""Pages that a worker is given at a time."""
_FEW = 300
"""Pages that are worked out sooner than workers are ready."""


class Source(NamedTuple):
    """A page's file, read."""

    name: str
    """Its path under ``content/``."""
    data: bytes
    digest: bytes


class WorkedPage(NamedTuple):
    """What became of a page's file."""

    digest: bytes
    """Of the file's bytes."""
    page: LoadedPage | ContentError
    """The page without its body, or what is wrong with it."""
    view: PageView | None
    """What templates see of it."""


class PageWork:
    """Works out pages: from bytes to records and bodies."""

    def __init__(self, config: Config) -> None:
        self._config = config

    def __call__(self, sources: Sequence[Source]) -> list[tuple[str, WorkedPage, tuple[Body, ...]]]:
        """What became of each source, by its name, with the bodies that it brings."""
        return [self._work(source) for source in sources]

    def _work(self, source: Source) -> tuple[str, WorkedPage, tuple[Body, ...]]:
        try:
            loaded = read_page(self._config.content, PurePosixPath(source.name), source.data)
        except ContentError as error:
            return source.name, WorkedPage(source.digest, error, None), ()
        view, bodies = view_page(loaded.page, self._config)
        return source.name, WorkedPage(source.digest, loaded.without_text(), view), bodies


def read_source(content: Path, name: str) -> Source | ContentError:
    """The file of that name under ``content``, or what keeps it from being read."""
    try:
        with open(f"{content}/{name}", "rb", buffering=0) as file:  # noqa: PTH123 -- once a page
            data = file.read()
    except OSError as error:
        return ContentError(f"this page cannot be read: {error.strerror}", path=content / name)
    return Source(name, data, hashlib.blake2b(data, digest_size=16).digest())


def work_out_pages(
    names: Sequence[str],
    known: Mapping[str, WorkedPage],
    config: Config,
    bodies: BodyFile,
    crew: Crew,
) -> dict[str, WorkedPage]:
    """What became of each page of ``names``, in their order.

    What is ``known`` of a file with the same bytes is taken from there; the bodies of all others
    are put into ``bodies``. The work is done by ``crew`` if there is much of it.

    Raises:
        OSError: a body cannot be kept.
    """
    found: dict[str, WorkedPage] = {}
    fresh = _fresh(names, known, config.content, found)
    few = tuple(islice(fresh, _FEW))
    workers = crew if len(few) == _FEW else Alone()
    for part in workers.run(PageWork(config), _parts(chain(few, fresh))):
        for name, page, own in part:
            found[name] = page
            for body in own:
                bodies.put(body)
    return {name: found[name] for name in names}


def _fresh(
    names: Iterable[str],
    known: Mapping[str, WorkedPage],
    content: Path,
    found: dict[str, WorkedPage],
) -> Iterator[Source]:
    """The sources that are not known; what became of the others goes to ``found``."""
    for name in names:
        source = read_source(content, name)
        if isinstance(source, ContentError):
            found[name] = WorkedPage(b"", source, None)
        elif name in known and known[name].digest == source.digest:
            found[name] = known[name]
        else:
            yield source


def _parts(sources: Iterator[Source]) -> Iterator[tuple[Source, ...]]:
    return iter(lambda: tuple(islice(sources, _PART)), ())
