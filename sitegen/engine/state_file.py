"""The file of the cache with a complete build state.

It has two parts: first all that is known before anything is rendered, then what was rendered. So
the first build of a large site writes most of it in another process, while it renders.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from sitegen.engine.build_state import ArtifactRecord, BuildState
from sitegen.engine.cache_key import CacheFolder
from sitegen.engine.checked_files import (
    begin_dump,
    begins_with,
    discard_dump,
    end_dump,
    load_dumped,
    read_checked,
)
from sitegen.engine.state_delta import Places, with_bodies
from sitegen.filesystem.fingerprints import FileFingerprint
from sitegen.processes.background import BackgroundCall
from sitegen.views.body_store import BodyFile, MemoryBodyStore
from sitegen.views.contexts import Context

_NAME = "state"


class KeptState(NamedTuple):
    """The contents of the file."""

    digest: bytes
    size: int
    bodies: Path
    """The file of bodies."""
    places: Places
    build_state: BuildState


class _Begun(NamedTuple):
    """A first part that is being written."""

    known: BuildState
    bodies: BodyFile
    size: int
    """The size of the file of bodies."""
    call: BackgroundCall[None]

    def holds(self, known: BuildState, bodies: BodyFile) -> bool:
        """Whether it is the first part for that state and these bodies, too."""
        is_same = self.known.site_plan is known.site_plan and self.known == known
        return is_same and self.bodies is bodies and self.size == bodies.size


class _Rendered(NamedTuple):
    """The second part."""

    artifacts: Mapping[str, tuple[object, ...]]
    """The fields of the records after the context."""
    contexts: Mapping[str, Context]
    """The contexts, except those that are in the site plan."""
    copy_sources: Mapping[str, FileFingerprint]


class StateFile:
    """The file with the build state in a cache folder. The caller holds the lock of the digest."""

    def __init__(self, cache_folder: CacheFolder) -> None:
        self._cache_folder = cache_folder
        self._path = cache_folder.path / _NAME
        self._begun: _Begun | None = None

    def begin(self, known: BuildState, bodies: BodyFile) -> None:
        """Begins to write the file in another process, before anything is rendered.

        The caller keeps the lock of the digest until it has called ``write`` or ``discard``.

        Args:
            known: the build state without artifacts.
            bodies: the bodies that it refers to, in a file that is kept.
        """
        write = partial(_begin, self._path, self._cache_folder.key, known, bodies)
        self._begun = _Begun(known, bodies, bodies.size, BackgroundCall(write))

    def write(self, build_state: BuildState, bodies: BodyFile) -> KeptState:
        """Writes the file, and returns its contents.

        Raises:
            OSError: it cannot be written.
        """
        known = replace(build_state, artifacts={}, copy_sources={})
        begun, self._begun = self._begun, None
        if begun:
            begun.call.result()
        if not begun or not begun.holds(known, bodies):
            _begin(self._path, self._cache_folder.key, known, bodies)
        digest, size = end_dump(self._path, self._cache_folder.key, _rendered_part(build_state))
        bare = with_bodies(build_state, MemoryBodyStore({}))
        return KeptState(digest, size, _path_of(bodies), dict(bodies.places), bare)

    def discard(self) -> None:
        """Stops and discards what ``begin`` began, if anything."""
        begun, self._begun = self._begun, None
        if begun:
            begun.call.stop()
            with suppress(OSError):
                discard_dump(self._path)

    def has_digest(self, digest: bytes) -> bool:
        """Whether the file is still the one with that digest."""
        return begins_with(self._path, self._cache_folder.key + digest)


def read_state_file(cache_folder: CacheFolder) -> KeptState:
    """Reads the file with the build state.

    Raises:
        OSError: it cannot be read.
        ValueError: it is damaged, or has another cache key.
    """
    digest, payload = read_checked(cache_folder.path / _NAME, cache_folder.key)
    (name, places, known), rendered = load_dumped(payload)
    build_state = _with_rendered_part(known, rendered)
    return KeptState(digest, len(payload), cache_folder.path / name, places, build_state)


def _begin(path: Path, cache_key: bytes, known: BuildState, bodies: BodyFile) -> None:
    """Writes the first part: where the bodies are, and ``known``."""
    first = (_path_of(bodies).name, bodies.places, with_bodies(known, MemoryBodyStore({})))
    begin_dump(path, cache_key, first)


def _path_of(bodies: BodyFile) -> Path:
    assert bodies.path is not None  # noqa: S101 -- temporary bodies are never saved
    return bodies.path


def _rendered_part(build_state: BuildState) -> _Rendered:
    planned = build_state.site_plan.contexts if build_state.site_plan else {}
    artifacts = build_state.artifacts
    return _Rendered(
        {name: record[1:] for name, record in artifacts.items()},
        {
            name: record.context
            for name, record in artifacts.items()
            if record.context is not planned.get(name)
        },
        build_state.copy_sources,
    )


def _with_rendered_part(known: BuildState, rendered: _Rendered) -> BuildState:
    planned = known.site_plan.contexts if known.site_plan else {}
    contexts = {**planned, **rendered.contexts}
    artifacts = {
        name: ArtifactRecord._make((contexts[name], *fields))
        for name, fields in rendered.artifacts.items()
    }
    return replace(known, artifacts=artifacts, copy_sources=rendered.copy_sources)
