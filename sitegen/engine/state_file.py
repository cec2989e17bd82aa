"""The file of the cache with a complete build state.

First comes what is known before anything is rendered, then what was rendered. So the first build of
a large site writes most of it in another process, while it puts the files in place.
"""

from contextlib import ExitStack, suppress
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from sitegen.engine.block_file import (
    BlockFile,
    Place,
    begin_blocks,
    discard_blocks,
    end_blocks,
    has_digest,
    set_aside,
)
from sitegen.engine.build_state import BuildState
from sitegen.engine.cache_key import CacheFolder
from sitegen.engine.state_blocks import frame_blocks, planned_blocks, read_build, rendered_blocks
from sitegen.engine.state_delta import Places, with_bodies
from sitegen.processes.background import BackgroundCall
from sitegen.views.body_store import BodyFile, MemoryBodyStore

_NAME = "state"


class KeptState(NamedTuple):
    """The contents of the file."""

    digest: bytes
    """What identifies it."""
    size: int
    bodies: Path
    """The file of bodies."""
    places: Places
    build_state: BuildState


class _Begun(NamedTuple):
    """First parts that are being written."""

    known: BuildState
    call: BackgroundCall[list[Place]]

    def holds(self, known: BuildState) -> bool:
        """Whether they are those of that state, too."""
        return self.known.site_plan is known.site_plan and self.known == known


class StateFile:
    """The file with the build state in a cache folder. The caller holds the lock of the digest."""

    def __init__(self, cache_folder: CacheFolder) -> None:
        self._cache_folder = cache_folder
        self._path = cache_folder.path / _NAME
        self._begun: _Begun | None = None

    def begin(self, known: BuildState) -> None:
        """Begins to write the file in another process.

        The caller keeps the lock of the digest until it has called ``write`` or ``discard``.
        """
        write = partial(_begin, self._path, self._cache_folder.key, known)
        self._begun = _Begun(known, BackgroundCall(write))

    def write(self, build_state: BuildState, bodies: BodyFile) -> KeptState:
        """Writes the file, and returns its contents.

        Raises:
            OSError: it cannot be written.
        """
        known = replace(
            build_state, artifacts={}, outputs={}, copy_sources={}, warnings={}, searched={}
        )
        key = self._cache_folder.key
        begun = self._begun
        frame = frame_blocks(known, _path_of(bodies).name, bodies.places)
        rendered = rendered_blocks(build_state)
        with ExitStack() as stack:
            if begun:  # its process still writes: make these beside it, but not the large frame
                rendered = stack.enter_context(set_aside(self._path.parent, rendered))
            places = begun.call.result() if begun else []
            self._begun = None
            if not begun or not begun.holds(known):
                places = _begin(self._path, key, known)
            written = end_blocks(self._path, key, places, chain(frame, rendered))
        bare = with_bodies(build_state, MemoryBodyStore({}))
        return KeptState(*written, _path_of(bodies), dict(bodies.places), bare)

    def discard(self) -> None:
        """Stops and discards what ``begin`` began, if anything."""
        begun, self._begun = self._begun, None
        if begun:
            begun.call.stop()
            with suppress(OSError):
                discard_blocks(self._path)

    def remove(self) -> None:
        """Removes the file, and what was written of a new one.

        Raises:
            OSError: it cannot be removed.
        """
        discard_blocks(self._path)
        self._path.unlink(missing_ok=True)

    def has_digest(self, digest: bytes) -> bool:
        """Whether the file is still the one with that digest."""
        return has_digest(self._path, self._cache_folder.key, digest)


def read_state_file(cache_folder: CacheFolder) -> KeptState:
    """Opens the file with the build state, most of which is read when it is needed.

    Raises:
        Exception: it cannot be read, it is damaged, or has another cache key.
    """
    file = BlockFile(cache_folder.path / _NAME, cache_folder.key)
    kept = read_build(file)
    return KeptState(
        file.digest, file.size, cache_folder.path / kept.bodies, kept.places, kept.build_state
    )


def _begin(path: Path, cache_key: bytes, known: BuildState) -> list[Place]:
    """Writes the first blocks."""
    return begin_blocks(path, cache_key, planned_blocks(known))


def _path_of(bodies: BodyFile) -> Path:
    assert bodies.path is not None  # noqa: S101 -- temporary bodies are never saved
    return bodies.path
