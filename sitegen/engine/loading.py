"""Reads the files under ``content/`` and works out the pages, each text once in its life."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from sitegen.configuration.settings import Config
from sitegen.content.pages import LoadedPage, is_topic_page, read_page
from sitegen.content.unpublished_files import LostPageError, is_unreadable_page
from sitegen.engine.executors import Executor, SerialExecutor
from sitegen.engine.tasks import batches
from sitegen.errors import ContentError
from sitegen.filesystem.files import read_fingerprinted
from sitegen.filesystem.fingerprints import UNKNOWN_FILE, FileFingerprint, stamp_of
from sitegen.filesystem.listing import Flaw
from sitegen.views.body_store import Body, BodyFile
from sitegen.views.page_views import make_page_view
from sitegen.views.records import PageView

_FEW = 300
"""Pages that are worked out sooner than workers are ready."""


class Source(NamedTuple):
    """A page's file, read."""

    name: str
    """Its path under ``content/``."""
    data: bytes
    fingerprint: FileFingerprint


class PageRecord(NamedTuple):
    """What became of a page's file."""

    fingerprint: FileFingerprint
    """The file, as it was when it was read."""
    page: LoadedPage | ContentError
    """The page without its body, or what is wrong with it."""
    view: PageView | None
    """What templates see of it."""
    text: str = ""
    """The whole file, if it is the page of a topic, in case that it is overwritten."""


class Scan(NamedTuple):
    """What is known of pages' files, and how closely these are looked at."""

    known: Mapping[str, PageRecord] = {}
    """What became of pages before, by their paths under ``content/``."""
    digests: Mapping[str, bytes] = {}
    """Of files that were read a moment ago, by the same paths."""
    by_stamp: bool = False
    """Whether a file whose stamp is the same is taken for the same; otherwise all are read."""
    only: frozenset[str] | None = None
    """The files, and folders, that can have changed at all; None for any."""
    names: tuple[str, ...] | None = None
    """The paths of all files under ``content/``, if they were listed just now, without a flaw."""
    remembered: frozenset[str] = frozenset()
    """The paths of all pages that the last build knew of, with whichever settings."""

    def is_edit(self, content: Path) -> bool:
        """Whether nothing but the text of known pages can have changed: none came and none went."""
        return self.only is not None and all(
            self._was_read(name) and (content / name).is_file() for name in self.only
        )

    def _was_read(self, name: str) -> bool:
        return name in self.known and bool(self.known[name].fingerprint.digest)

    def settled(self, content: Path, names: Iterable[str]) -> dict[str, PageRecord]:
        """What is known of those files that need not be read, by their names."""
        known = ((name, self.known[name]) for name in names if name in self.known)
        if self.only is not None:
            files, folders = self.only, self._folders(content)
            return {
                name: page
                for name, page in known
                if name not in files and not name.startswith(folders)
            }
        if not self.by_stamp:
            return {}
        return {
            name: page
            for name, page in known
            if page.fingerprint.stamp and page.fingerprint.stamp == stamp_of(f"{content}/{name}")
        }

    def _folders(self, content: Path) -> tuple[str, ...]:
        """What the paths begin with of all that stands in a folder that can have changed."""
        return tuple(f"{name}/" for name in self.only or () if (content / name).is_dir())


class PageTask:
    """Works out pages: from bytes to records and bodies."""

    unit = "pages"

    def __init__(self, config: Config) -> None:
        self._config = config

    def __call__(self, sources: Sequence[Source]) -> list[tuple[str, PageRecord, tuple[Body, ...]]]:
        """What became of each source, by its name, with the bodies that it brings."""
        return [self._work(source) for source in sources]

    def _work(self, source: Source) -> tuple[str, PageRecord, tuple[Body, ...]]:
        try:
            loaded = read_page(
                self._config.content,
                PurePosixPath(source.name),
                source.data,
                zone=self._config.timezone,
            )
        except ContentError as error:
            return source.name, PageRecord(source.fingerprint, error, None), ()
        view, bodies = make_page_view(loaded.page, self._config)
        worked = PageRecord(
            source.fingerprint, _without_text(loaded, view), view, _kept_text(source)
        )
        return source.name, worked, bodies


def read_source(content: Path, name: str) -> Source | ContentError:
    """The file of that name under ``content``, or what keeps it from being read."""
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
) -> dict[str, PageRecord]:
    """What became of each page of ``names``, in their order.

    What is known of a file with the same bytes is taken from there; the bodies of all others are
    put into ``bodies``. The work is done by ``executor`` if there is much of it.

    Raises:
        BodyLostError: there is no room for a body.
    """
    found = scan.settled(config.content, names)
    fresh = _fresh(names, scan, config.content, found)
    few = tuple(islice(fresh, _FEW))
    workers = executor if len(few) == _FEW else SerialExecutor()
    for part in workers.run(PageTask(config), batches(chain(few, fresh))):
        for name, page, own in part:
            found[name] = page
            for body in own:
                bodies.put(body)
    return {name: found[name] for name in names}


def lost_pages(flaws: Iterable[Flaw], scan: Scan, content: Path) -> dict[str, PageRecord]:
    """The pages that cannot be read: those with a flaw, and those in a folder that has one."""
    lost: dict[str, PageRecord] = {}
    for flaw in flaws:
        error = flaw.error(content, ContentError)
        if is_unreadable_page(flaw):
            lost[flaw.name] = PageRecord(UNKNOWN_FILE, error, None)
        elif flaw.is_loss:
            folder = f"{flaw.name}/"
            below = (name for name in scan.remembered if name.startswith(folder))
            lost |= {
                name: PageRecord(UNKNOWN_FILE, LostPageError(error.message), None) for name in below
            }
    return lost


def _fresh(
    names: Iterable[str], scan: Scan, content: Path, found: dict[str, PageRecord]
) -> Iterator[Source]:
    """The sources that are not known; what became of the others goes to ``found``."""
    for name in [name for name in names if name not in found]:
        known = scan.known.get(name)
        if known and known.fingerprint.digest == scan.digests.get(name):
            found[name] = known
            continue
        source = read_source(content, name)
        if isinstance(source, ContentError):
            found[name] = PageRecord(UNKNOWN_FILE, source, None)
        elif known and known.fingerprint.digest == source.fingerprint.digest:
            found[name] = (
                known
                if known.fingerprint == source.fingerprint
                else known._replace(fingerprint=source.fingerprint)
            )
        else:
            yield source


def _kept_text(source: Source) -> str:
    return source.data.decode("utf-8-sig") if is_topic_page(source.name) else ""


def _without_text(loaded: LoadedPage, view: PageView) -> LoadedPage:
    """The page without its text, but with what that says of its place in a thread."""
    bare = loaded.without_text()
    if not view.part:
        return bare
    return bare._replace(page=bare.page._replace(part=view.part, parts=view.parts))
