"""Loads pages: reads the files under ``content/`` and processes those that changed."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from itertools import chain, compress, islice, repeat
from operator import ne
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from sitegen.configuration.settings import Config
from sitegen.content.pages import LoadedPage, is_topic_page, read_page
from sitegen.content.unpublished_files import LostPageError, is_unreadable_page
from sitegen.engine.executors import Executor, SerialExecutor
from sitegen.engine.tasks import batches
from sitegen.errors import ContentError
from sitegen.filesystem.files import read_fingerprinted
from sitegen.filesystem.fingerprints import UNKNOWN_FILE, FileFingerprint, digests_in, stamp_of
from sitegen.filesystem.listing import Flaw
from sitegen.overlay_mapping import overlaid
from sitegen.views.body_store import BodyFile, PackedBody
from sitegen.views.page_views import make_page_views
from sitegen.views.template_records import PageView

_SERIAL_LIMIT = 300
"""Up to this number of pages, processing them here is faster than starting workers."""


class Source(NamedTuple):
    """A page's source file after reading it."""

    name: str
    """Its path under ``content/``."""
    data: bytes
    fingerprint: FileFingerprint


class PageRecord(NamedTuple):
    """The result of loading a page."""

    page: LoadedPage | ContentError
    """The page without its body, or the error in it."""
    view: PageView | None
    """The values that templates can read."""
    text: str = ""
    """The whole file of a topic's page, in case it is overwritten."""


class KnownPages(NamedTuple):
    """Pages that were loaded, by their paths under ``content/``."""

    records: Mapping[str, PageRecord] = {}
    sources: Mapping[str, FileFingerprint] = {}
    """The files of the same pages, as they were read."""

    def with_lost(self, lost: Mapping[str, PageRecord]) -> "KnownPages":
        """These pages, and further ones that cannot be read."""
        if not lost:
            return self
        unknown = dict.fromkeys(lost, UNKNOWN_FILE)
        return KnownPages({**self.records, **lost}, {**self.sources, **unknown})


class Scan(NamedTuple):
    """Known pages, and which files have to be read."""

    known: KnownPages = KnownPages()
    """Those of earlier builds."""
    digests: Mapping[str, bytes] = {}
    """The digests of files that were just read, by their paths under ``content/``."""
    by_stamp: bool = False
    """Whether files with the same stamp are considered unchanged; otherwise all are read."""
    only: frozenset[str] | None = None
    """The only files and folders that may have changed; None for all."""
    names: tuple[str, ...] | None = None
    """The paths of all files under ``content/``, if they were just listed without errors."""
    remembered: frozenset[str] = frozenset()
    """The paths of all pages of the last build, even if the settings have changed."""

    def is_edit(self, content: Path) -> bool:
        """Whether only the contents of known pages may have changed, with none added or removed.

        After a change of the settings, no page is known.
        """
        sources = self.known.sources
        if self.only is None or not sources:
            return False
        return all(sources.get(name) and (content / name).is_file() for name in self.only)

    def to_read(self, content: Path, names: Sequence[str]) -> list[str]:
        """Those of the files that have to be read, as they may have changed."""
        sources = self.known.sources
        if self.is_edit(content):
            return sorted(self.only or ())
        if self.only is not None:
            files, folders = self.only, self._folders(content)
            return [
                name
                for name in names
                if name in files or name not in sources or (folders and name.startswith(folders))
            ]
        known = map(sources.get, names, repeat(UNKNOWN_FILE))
        if not self.by_stamp:
            found = map(self.digests.get, names)
            return list(compress(names, map(ne, found, digests_in(known))))
        return [
            name
            for name, fingerprint in zip(names, known, strict=True)
            if not (stamp := fingerprint.stamp) or stamp != stamp_of(f"{content}/{name}")
        ]

    def _folders(self, content: Path) -> tuple[str, ...]:
        """The path prefixes of the folders that may have changed."""
        return tuple(f"{name}/" for name in self.only or () if (content / name).is_dir())


@dataclass(frozen=True, slots=True)
class LoadedPages:
    """Pages that were loaded, field by field.

    A process that receives them creates all views first. So they are together in memory, apart from
    what is needed for planning only, and workers that render copy less of it.
    """

    views: Sequence[PageView | None]
    pages: Sequence[LoadedPage | ContentError]
    sources: Sequence[tuple[str, FileFingerprint, str]]
    """The path under ``content/``, the fingerprint, and the text if it is kept."""
    bodies: Sequence[PackedBody]
    """The bodies that the views refer to."""

    def __len__(self) -> int:
        return len(self.pages)

    def records(self) -> Iterator[tuple[str, FileFingerprint, PageRecord]]:
        """The path, the file and the record of each page."""
        for source, page, view in zip(self.sources, self.pages, self.views, strict=True):
            name, fingerprint, text = source
            yield name, fingerprint, PageRecord(page, view, text)


class PageTask:
    """A task function that processes pages: from bytes to records and bodies."""

    unit = "pages"

    def __init__(self, config: Config) -> None:
        self._config = config
        self._content = config.content

    def __call__(self, sources: Sequence[Source]) -> LoadedPages:
        """Processes the sources: each step for all of them, which is faster than all for each."""
        read = [self._read(source) for source in sources]
        pages = [each.page for each in read if isinstance(each, LoadedPage)]
        views: list[PageView | None] = []
        bodies: list[PackedBody] = []
        made = iter(make_page_views(pages, self._config))
        for each in read:
            view, own = next(made) if isinstance(each, LoadedPage) else (None, ())
            views.append(view)
            bodies += own
        return LoadedPages(
            views=views,
            pages=list(map(_without_text, read, views, sources)),
            sources=[
                (source.name, source.fingerprint, _kept_text(source) if view else "")
                for source, view in zip(sources, views, strict=True)
            ],
            bodies=bodies,
        )

    def _read(self, source: Source) -> LoadedPage | ContentError:
        path = PurePosixPath(source.name)
        try:
            return read_page(self._content, path, source.data, zone=self._config.timezone)
        except ContentError as error:
            return error


def read_source(content: Path, name: str) -> Source | ContentError:
    """Reads a file under ``content``; returns an error if it cannot be read."""
    try:
        return Source(name, *read_fingerprinted(f"{content}/{name}"))
    except OSError as error:
        return ContentError(f"this page cannot be read: {error.strerror}", path=content / name)


def load_pages(
    names: Sequence[str],
    scan: Scan,
    config: Config,
    bodies: BodyFile,
    executor: Executor,
    added: Callable[[Sequence[PageView | None]], None] | None = None,
) -> KnownPages:
    """Returns the record of each page of ``names``, in their order.

    Records of unchanged files are reused. The others are processed, by ``executor`` if there are
    many, and their bodies put into ``bodies``. ``added`` is called with their views, part by part.

    Raises:
        BodyLostError: there is no disk space for a body.
    """
    loading = _Loading(scan, config.content)
    changed = loading.read(scan.to_read(config.content, names))
    first = tuple(islice(changed, _SERIAL_LIMIT))
    workers: Executor = SerialExecutor()
    if len(first) == _SERIAL_LIMIT:
        workers = executor
        import_module("sitegen.markdown.parsing")  # forked workers share it
    for part in workers.run(PageTask(config), batches(chain(first, changed))):
        bodies.put(part.bodies)
        if added:
            added(part.views)
        for name, fingerprint, record in part.records():
            loading.add(name, fingerprint, record)
    return loading.result(names)


def lost_pages(flaws: Iterable[Flaw], scan: Scan, content: Path) -> dict[str, PageRecord]:
    """The pages that cannot be read: those with a flaw, and those in a folder that has one."""
    lost: dict[str, PageRecord] = {}
    for flaw in flaws:
        error = flaw.error(content, ContentError)
        if is_unreadable_page(flaw):
            lost[flaw.name] = PageRecord(error, None)
        elif flaw.is_loss:
            folder = f"{flaw.name}/"
            below = (name for name in scan.remembered if name.startswith(folder))
            lost |= {name: PageRecord(LostPageError(error.message), None) for name in below}
    return lost


class _Loading:
    """One run of ``load_pages``."""

    def __init__(self, scan: Scan, content: Path) -> None:
        self._known = scan.known
        self._content = content
        self._records: dict[str, PageRecord] = {}
        """The new records."""
        self._sources: dict[str, FileFingerprint] = {}
        """The files that have another fingerprint than before."""

    def read(self, names: Iterable[str]) -> Iterator[Source]:
        """Reads files; yields those that changed."""
        for name in names:
            source = read_source(self._content, name)
            if isinstance(source, ContentError):
                self.add(name, UNKNOWN_FILE, PageRecord(source, None))
                continue
            before = self._known.sources.get(name, UNKNOWN_FILE)
            if before.digest != source.fingerprint.digest:
                yield source
            elif before != source.fingerprint:
                self._sources[name] = source.fingerprint

    def add(self, name: str, fingerprint: FileFingerprint, record: PageRecord) -> None:
        """Adds a new record."""
        self._records[name] = record
        self._sources[name] = fingerprint

    def result(self, names: Sequence[str]) -> KnownPages:
        """The pages with these names: the new ones, and all others as they are known."""
        known, own = self._known, self._records
        if list(names) == list(known.records):
            sources = {**known.sources, **self._sources} if self._sources else known.sources
            return KnownPages(overlaid(known.records, own), sources)
        return KnownPages(
            {name: own[name] if name in own else known.records[name] for name in names},
            {
                name: self._sources.get(name) or known.sources.get(name, UNKNOWN_FILE)
                for name in names
            },
        )


def _kept_text(source: Source) -> str:
    return source.data.decode("utf-8-sig") if is_topic_page(source.name) else ""


def _without_text(
    loaded: LoadedPage | ContentError, view: PageView | None, source: Source
) -> LoadedPage | ContentError:
    """The page without its Markdown and a second path, to save memory.

    It has its place in a thread, which the text may state.
    """
    if isinstance(loaded, ContentError) or view is None:
        return loaded
    page = loaded.page._replace(
        path=source.name, body="", note="", part=view.part, parts=view.parts
    )
    return LoadedPage(page, loaded.warnings)
