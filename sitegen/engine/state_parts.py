"""A build state in parts, which are written and read one after another.

``pickle`` keeps every object that it has written until the value is complete, as the rest may refer
to it. Written as one value, the state of 100,000 pages would take half as much memory again. So a
part holds the sections of at most some ten thousand pages or files. It refers by name to what an
earlier part holds.
"""

import io
import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import islice
from typing import Any, BinaryIO, NamedTuple, TypeVar

from sitegen.artifacts import Artifact
from sitegen.content.pages import LoadedPage
from sitegen.content.site import Pages
from sitegen.engine.build_state import ArtifactRecord, BuildState
from sitegen.engine.checked_files import CachePickler, PartWriter
from sitegen.engine.loading import PageRecord
from sitegen.engine.site_plan import SitePlan
from sitegen.engine.state_delta import snapshot_of
from sitegen.filesystem.fingerprints import FileFingerprint
from sitegen.models import Page
from sitegen.views.contexts import Context
from sitegen.views.template_records import PageRef, PageView

Item = TypeVar("Item")

_SECTION = 4_000
"""The pages or files in a section, at most."""
_PART = 32_000
"""Those in a part, at most."""


class _Pages(NamedTuple):
    items: Mapping[str, PageRecord]


class _Refs(NamedTuple):
    items: Mapping[str, PageRef]


class _Frame(NamedTuple):
    """All that is known before rendering, apart from the other parts."""

    known: BuildState
    headers: Pages
    """Those of the site plan that are not the pages' own."""
    views: Mapping[str, str | PageView]
    """Those of the snapshot, by id: the path of the page, or the view."""


class _Files(NamedTuple):
    """Artifacts of the site plan, with their contexts."""

    artifacts: Mapping[str, Artifact]
    contexts: Mapping[str, Context]


class _Rendered(NamedTuple):
    """Records of artifacts."""

    fields: Mapping[str, tuple[Any, ...]]
    """Those after the context."""
    contexts: Mapping[str, Context]
    """The contexts, except those that are in the site plan."""


class _Copied(NamedTuple):
    items: Mapping[str, FileFingerprint]


_Section = _Pages | _Refs | _Frame | _Files | _Rendered | _Copied


def known_parts(known: BuildState) -> Iterator[PartWriter]:
    """The parts of what is known before rendering, without bodies."""
    return _parts(_known_sections(known))


def rendered_parts(build_state: BuildState) -> Iterator[PartWriter]:
    """The further parts, of what was rendered."""
    return _parts(_rendered_sections(build_state))


def joined(parts: Iterable[memoryview]) -> BuildState:
    """The build state, without bodies, that was written as these parts.

    Raises:
        Exception: they are not the parts of a build state.
    """
    joining = _Joining()
    for part in parts:
        for section in joining.load(part):
            joining.add(section)
    return joining.build_state()


def _known_sections(known: BuildState) -> Iterator[_Section]:
    site_plan = known.site_plan
    yield from map(_Pages, _pieces(known.pages))
    yield from map(_Refs, _pieces(site_plan.refs if site_plan else {}))
    yield _frame_of(known)
    artifacts, contexts = (site_plan.artifacts, site_plan.contexts) if site_plan else ({}, {})
    for piece in _pieces(artifacts):
        yield _Files(piece, {name: contexts[name] for name in piece if name in contexts})


def _rendered_sections(build_state: BuildState) -> Iterator[_Section]:
    planned = build_state.site_plan.contexts if build_state.site_plan else {}
    for piece in _pieces(build_state.artifacts):
        yield _Rendered(
            {name: record[1:] for name, record in piece.items()},
            {
                name: record.context
                for name, record in piece.items()
                if record.context is not planned.get(name)
            },
        )
    yield _Copied(build_state.copy_sources)


def _pieces(items: Mapping[str, Item]) -> Iterator[dict[str, Item]]:
    rest = iter(items.items())
    while piece := dict(islice(rest, _SECTION)):
        yield piece


def _parts(sections: Iterable[_Section]) -> Iterator[PartWriter]:
    earlier = _Earlier({}, {})
    part: list[_Section] = []
    for section in sections:
        if sum(map(_size, part)) + _size(section) > _PART:
            yield partial(_dump, part, earlier)
            earlier = earlier.with_those_of(part)
            part = []
        part.append(section)
    yield partial(_dump, part, earlier)


def _size(section: _Section) -> int:
    return 0 if isinstance(section, _Frame) else len(section[0])


class _Earlier(NamedTuple):
    """What earlier parts hold."""

    pages: Mapping[str, PageRecord]
    refs: Mapping[str, PageRef]

    def with_those_of(self, part: Iterable[_Section]) -> "_Earlier":
        """Adds what a part holds."""
        pages, refs = dict(self.pages), dict(self.refs)
        for section in part:
            if isinstance(section, _Pages):
                pages |= section.items
            elif isinstance(section, _Refs):
                refs |= section.items
        return _Earlier(pages, refs)


def _dump(part: object, earlier: _Earlier, file: BinaryIO) -> None:
    has_earlier = earlier.pages or earlier.refs
    pickler = _ReferringPickler(file, earlier) if has_earlier else CachePickler(file, protocol=5)
    pickler.dump(part)


def _frame_of(known: BuildState) -> _Frame:
    snapshot, site_plan = snapshot_of(known), known.site_plan
    pages = known.pages
    paths = {page.id: page.path for page in site_plan.shown} if site_plan else {}
    views: dict[str, str | PageView] = {}
    for name, view in snapshot.pages.items():
        record = pages.get(path := paths.get(name, ""))
        views[name] = path if record and record.view is view else view
    headers = site_plan.headers.items() if site_plan else ()
    return _Frame(
        replace(
            known,
            pages={},
            snapshot=replace(snapshot, pages={}),
            site_plan=_bare(site_plan) if site_plan else None,
        ),
        {name: page for name, page in headers if page is not pages[name].page},
        views,
    )


def _bare(site_plan: SitePlan) -> SitePlan:
    return replace(site_plan, headers={}, artifacts={}, contexts={}, refs={})


class _ReferringPickler(CachePickler):
    """Refers by name to what earlier parts hold."""

    def __init__(self, file: BinaryIO, earlier: _Earlier) -> None:
        super().__init__(file, protocol=5)
        self._earlier = earlier

    def reducer_override(self, value: object) -> Any:
        """Called by ``pickle`` for each value whose type is not a basic one."""
        if isinstance(value, PageRef) and self._earlier.refs.get(value.id) is value:
            return known_ref, (value.id,)
        if isinstance(value, Page) and self._has(value):
            return known_page, (value.path,)
        return super().reducer_override(value)

    def _has(self, page: Page) -> bool:
        record = self._earlier.pages.get(page.path)
        loaded = record.page if record else None
        return isinstance(loaded, LoadedPage) and loaded.page is page


def known_page(path: str) -> Page:
    """Stands in a file for the page at ``path``, which an earlier part holds."""
    raise LookupError(path)


def known_ref(page: str) -> PageRef:
    """Stands in a file for the reference to the page with that id, in the same way."""
    raise LookupError(page)


class _PartUnpickler(pickle.Unpickler):
    """Finds by name what earlier parts hold."""

    def __init__(self, part: io.BytesIO, joining: "_Joining") -> None:
        super().__init__(part)
        self._found: dict[tuple[str, str], Callable[[str], object]] = {
            (__name__, known_page.__name__): joining.pages.__getitem__,
            (__name__, known_ref.__name__): joining.refs.__getitem__,
        }

    def find_class(self, module: str, name: str) -> Any:
        """Called by ``pickle`` for each class and function that a part names."""
        return self._found.get((module, name)) or super().find_class(module, name)


class _Joining:
    """Joins the parts of a build state in their order."""

    def __init__(self) -> None:
        self.pages: dict[str, Page] = {}
        """The pages of the parts so far, by path."""
        self.refs: dict[str, PageRef] = {}
        """The references to pages of the parts so far, by id."""
        self._page_records: dict[str, PageRecord] = {}
        self._frames: list[_Frame] = []
        self._artifacts: dict[str, Artifact] = {}
        self._contexts: dict[str, Context] = {}
        self._records: dict[str, ArtifactRecord] = {}
        self._copy_sources: Mapping[str, FileFingerprint] = {}

    def load(self, part: memoryview) -> list[_Section]:
        """The sections of a part."""
        sections: list[_Section] = (
            _PartUnpickler(io.BytesIO(part), self).load()
            if self.pages or self.refs
            else pickle.loads(part)  # noqa: S301 -- our own: the checksum is right
        )
        return sections

    def add(self, section: _Section) -> None:
        """Adds the next section."""
        if isinstance(section, _Pages):
            self._page_records |= section.items
            loaded = ((name, record.page) for name, record in section.items.items())
            self.pages |= {name: page[0] for name, page in loaded if isinstance(page, LoadedPage)}
        elif isinstance(section, _Refs):
            self.refs |= section.items
        elif isinstance(section, _Frame):
            self._frames.append(section)
        elif isinstance(section, _Files):
            self._artifacts |= section.artifacts
            self._contexts |= section.contexts
        elif isinstance(section, _Rendered):
            own, planned = section.contexts, self._contexts
            self._records |= {
                name: ArtifactRecord._make((own[name] if name in own else planned[name], *fields))
                for name, fields in section.fields.items()
            }
        else:
            self._copy_sources = section.items

    def build_state(self) -> BuildState:
        """The build state, after all parts have been added."""
        (frame,) = self._frames
        pages, known, site_plan = self._page_records, frame.known, frame.known.site_plan
        headers = {**{name: record.page for name, record in pages.items()}, **frame.headers}
        return replace(
            known,
            pages=pages,
            snapshot=replace(snapshot_of(known), pages=self._views(frame)),
            artifacts=self._records,
            copy_sources=self._copy_sources,
            site_plan=site_plan
            and replace(
                site_plan,
                headers=headers,
                refs=self.refs,
                artifacts=self._artifacts,
                contexts=self._contexts,
            ),
        )

    def _views(self, frame: _Frame) -> dict[str, PageView]:
        found = (
            (name, self._page_records[view].view if isinstance(view, str) else view)
            for name, view in frame.views.items()
        )
        return {name: view for name, view in found if view}
