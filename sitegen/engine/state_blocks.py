"""A build state in blocks, so that a build after an edit reads only what the edit touches.

The blocks are those of the pages, of the artifacts, of their contexts, of the topics and of the
sketches of posts; the site; a frame that holds the rest of what is known before rendering; the
blocks of the records of what was rendered; and a second frame. All that a block refers to in
another one, it refers to by name.
"""

import io
import pickle
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import Any, NamedTuple

from sitegen.artifacts import Artifact
from sitegen.content.pages import LoadedPage
from sitegen.engine.artifact_dependencies import ArtifactDependencies
from sitegen.engine.block_file import BlockFile, BlockMapping, count_blocks, in_blocks
from sitegen.engine.build_state import ArtifactRecord, BuildState
from sitegen.engine.checked_files import CachePickler
from sitegen.engine.loading import PageRecord
from sitegen.engine.site_plan import KeptSite, SitePlan
from sitegen.engine.state_delta import Places, snapshot_of
from sitegen.errors import SitegenError
from sitegen.filesystem.fingerprints import FileFingerprint
from sitegen.models import Page, Site
from sitegen.overlay_mapping import LazyMapping
from sitegen.views.body_store import MemoryBodyStore
from sitegen.views.template_records import Context, PageRef, PageView, TopicView
from sitegen.views.tracking import Dependencies


class _Frame(NamedTuple):
    """What is known before rendering, apart from the blocks."""

    bodies: str
    """The name of the file of bodies."""
    places: Places
    known: BuildState
    """Without what is in blocks."""
    views: Mapping[str, str | PageView]
    """Those of the snapshot, by id: the path of the page, or the view."""
    artifacts: tuple[str, ...]
    """The names of all artifacts of the site plan."""
    contexts: tuple[str, ...]
    """The names of those that have a context."""
    topics: tuple[str, ...]
    """The keys of the topic views."""
    sketches: tuple[str, ...]
    """The ids of the posts that were compared."""


class _Rendered(NamedTuple):
    """What was rendered, apart from the records of artifacts."""

    frame: int
    """The number of the block with the frame."""
    records: tuple[str, ...]
    """The names of all artifacts."""
    commons: tuple[Dependencies, ...]
    """What artifacts of a kind have in common."""
    outputs: Mapping[str, FileFingerprint]
    copy_sources: Mapping[str, FileFingerprint]
    warnings: Mapping[str, tuple[SitegenError, ...]]
    searched: Mapping[str, bytes]


class _Record(NamedTuple):
    """What an output file was made from, as it is written."""

    common: int
    """The number of the common part of its dependencies."""
    packed: bytes
    context: Context | None
    """None if it is that of the site plan."""


class KeptBuild(NamedTuple):
    """A build state as it was written, without bodies."""

    bodies: str
    """The name of the file of bodies."""
    places: Places
    build_state: BuildState


def planned_blocks(known: BuildState) -> Iterator[bytes]:
    """The first blocks, of what is known before rendering, apart from the frame.

    They are those of pages, artifacts, contexts, topics and sketches. The state has a site plan.
    """
    site_plan = plan_of(known)
    yield from map(_dumped, in_blocks(_pages_of(known)))
    yield from map(_dumped, in_blocks(site_plan.artifacts))
    yield from map(_dumped, in_blocks(site_plan.contexts))
    yield from map(_dumped, in_blocks(snapshot_of(known).topics))
    yield from map(_dumped, in_blocks(known.related_posts.sketches))


def frame_blocks(known: BuildState, bodies: str, places: Places) -> Iterator[bytes]:
    """The blocks of the rest of that."""
    site_plan, snapshot, pages = plan_of(known), snapshot_of(known), _pages_of(known)
    yield _dumped(site_plan.site, pages)
    bare = replace(
        known,
        pages={},
        related_posts=known.related_posts._replace(sketches={}),
        snapshot=replace(snapshot, pages={}, topics={}, bodies=MemoryBodyStore({})),
        site_plan=replace(site_plan, pages={}, artifacts={}, contexts={}, refs={}),
    )
    views = {
        name: path
        if (path := site_plan.paths.get(name, "")) in pages and pages[path].view is view
        else view
        for name, view in snapshot.pages.items()
    }
    sketches = known.related_posts.sketches
    names = map(tuple, (site_plan.artifacts, site_plan.contexts, snapshot.topics, sketches))
    yield _dumped(_Frame(bodies, places, bare, views, *names))


def rendered_blocks(build_state: BuildState) -> Iterator[bytes]:
    """The last blocks, of what was rendered."""
    planned, artifacts = plan_of(build_state).contexts, build_state.artifacts
    in_order = dict.fromkeys(chain(filter(artifacts.__contains__, planned), artifacts))
    commons: dict[int, tuple[int, Dependencies]] = {}
    for names in in_blocks(in_order):
        records: dict[str, _Record] = {}
        for name in names:
            context, (common, packed) = artifacts[name]
            number, _ = commons.setdefault(id(common), (len(commons), common))
            is_planned = context is planned.get(name)
            records[name] = _Record(number, packed, None if is_planned else context)
        yield _dumped(records)
    yield _dumped(
        _Rendered(
            _frame_number(build_state),
            tuple(in_order),
            tuple(common for _, common in commons.values()),
            build_state.outputs,
            build_state.copy_sources,
            build_state.warnings,
            build_state.searched,
        )
    )


def read_build(file: BlockFile) -> KeptBuild:
    """The build state that was written as these blocks.

    Raises:
        Exception: they are not those of a build state.
    """
    return _Reader(file).read()


def plan_of(build_state: BuildState) -> SitePlan:
    """The site plan of a digest that was built."""
    assert build_state.site_plan is not None  # noqa: S101 -- the caller has made sure of it
    return build_state.site_plan


def _pages_of(known: BuildState) -> dict[str, PageRecord]:
    """The pages, in the order of their files."""
    return {name: known.pages[name] for name in known.sources}


def _frame_number(build_state: BuildState) -> int:
    site_plan = plan_of(build_state)
    topics, sketches = snapshot_of(build_state).topics, build_state.related_posts.sketches
    blocks = (build_state.sources, site_plan.artifacts, site_plan.contexts, topics, sketches)
    return sum(map(count_blocks, blocks)) + 1  # after that of the site


def known_page(path: str) -> Page:
    """Stands in a block for the page at ``path``."""
    raise LookupError(path)


def known_ref(page: str) -> PageRef:
    """Stands in a block for the reference to the page with that id."""
    raise LookupError(page)


def known_site() -> KeptSite:
    """Stands in a block for the site."""
    raise LookupError


class _Pickler(CachePickler):
    """Writes names for what other blocks hold, or several blocks together."""

    def __init__(self, file: io.BytesIO, pages: Mapping[str, PageRecord]) -> None:
        super().__init__(file, protocol=5)
        self._pages = pages

    def reducer_override(self, value: object) -> Any:
        """Called by ``pickle`` for each value whose type is not a basic one."""
        if isinstance(value, PageRef):
            return known_ref, (value.id,)
        if isinstance(value, KeptSite):
            return known_site, ()
        if isinstance(value, Page) and self._has(value):
            return known_page, (value.path,)
        return super().reducer_override(value)

    def _has(self, page: Page) -> bool:
        record = self._pages.get(page.path)
        loaded = record.page if record else None
        return isinstance(loaded, LoadedPage) and loaded.page == page


def _dumped(value: object, pages: Mapping[str, PageRecord] = {}) -> bytes:
    """The bytes of a block, which refers to ``pages`` by name."""
    file = io.BytesIO()
    _Pickler(file, pages).dump(value)
    return file.getvalue()


class _Unpickler(pickle.Unpickler):
    """Finds what a block refers to by name."""

    def __init__(self, data: bytes, found: Mapping[tuple[str, str], Callable[..., object]]) -> None:
        super().__init__(io.BytesIO(data))
        self._found = found

    def find_class(self, module: str, name: str) -> Any:
        """Called by ``pickle`` for each class and function that a block names."""
        return self._found.get((module, name)) or super().find_class(module, name)


class _Refs(dict[str, PageRef]):
    """References to pages by id, each made once, when it is first needed."""

    def __missing__(self, page: str) -> PageRef:
        return self.setdefault(page, PageRef(page))


class _Views(LazyMapping[str, PageView]):
    """The views of the pages, by id."""

    __slots__ = ("_pages", "_views")

    def __init__(
        self, views: Mapping[str, str | PageView], pages: Mapping[str, PageRecord]
    ) -> None:
        """Takes for each id the path of the page, or the view, and the pages by path."""
        self._views = views
        self._pages = pages

    def __getitem__(self, page: str) -> PageView:
        found = self._views[page]
        view = self._pages[found].view if isinstance(found, str) else found
        assert view is not None  # noqa: S101 -- it was one when it was written
        return view

    def __iter__(self) -> Iterator[str]:
        return iter(self._views)

    def __len__(self) -> int:
        return len(self._views)

    def __contains__(self, page: object) -> bool:
        return page in self._views


class _Reader:
    """Reads a build state from its blocks."""

    def __init__(self, file: BlockFile) -> None:
        self._file = file
        self._refs = _Refs()
        self._found: Mapping[tuple[str, str], Callable[..., object]] = {
            (__name__, known_page.__name__): self._page,
            (__name__, known_ref.__name__): self._refs.__getitem__,
            (__name__, known_site.__name__): lambda: KeptSite(self._site),
        }
        self._rendered: _Rendered = self._loaded(file.read(len(file) - 1))
        self._frame: _Frame = self._loaded(file.read(self._rendered.frame))
        pages, artifacts = self._frame.known.sources, self._frame.artifacts
        first = count_blocks(pages)
        self._pages = BlockMapping[PageRecord](pages, file, 0, self._loaded)
        self._artifacts = BlockMapping[Artifact](artifacts, file, first, self._loaded)
        first += count_blocks(artifacts)
        self._contexts = BlockMapping[Context](self._frame.contexts, file, first, self._loaded)
        first += count_blocks(self._frame.contexts)
        self._topics = BlockMapping[TopicView](self._frame.topics, file, first, self._loaded)
        first += count_blocks(self._frame.topics)
        self._sketches = BlockMapping[bytes](self._frame.sketches, file, first, self._loaded)

    def read(self) -> KeptBuild:
        """The build state, without bodies."""
        frame, rendered = self._frame, self._rendered
        records = BlockMapping(rendered.records, self._file, rendered.frame + 1, self._records)
        build_state = replace(
            frame.known,
            pages=self._pages,
            related_posts=frame.known.related_posts._replace(sketches=self._sketches),
            snapshot=replace(
                snapshot_of(frame.known),
                pages=_Views(frame.views, self._pages),
                topics=self._topics,
            ),
            site_plan=replace(
                plan_of(frame.known),
                pages=self._pages,
                artifacts=self._artifacts,
                contexts=self._contexts,
                refs=self._refs,
            ),
            artifacts=records,
            outputs=rendered.outputs,
            copy_sources=rendered.copy_sources,
            warnings=rendered.warnings,
            searched=rendered.searched,
        )
        return KeptBuild(frame.bodies, frame.places, build_state)

    def _loaded(self, data: bytes) -> Any:
        return _Unpickler(data, self._found).load()

    def _records(self, data: bytes) -> dict[str, ArtifactRecord]:
        records: Mapping[str, _Record] = self._loaded(data)
        commons, contexts = self._rendered.commons, self._contexts
        return {
            name: ArtifactRecord(
                contexts[name] if record.context is None else record.context,
                ArtifactDependencies(commons[record.common], record.packed),
            )
            for name, record in records.items()
        }

    def _site(self) -> Site:
        site: Site = self._loaded(self._file.read(self._rendered.frame - 1))
        return site

    def _page(self, path: str) -> Page:
        loaded = self._pages[path].page
        assert isinstance(loaded, LoadedPage)  # noqa: S101 -- it was one when it was written
        return loaded.page
