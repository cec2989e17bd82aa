"""The build cache in ``.sitegen/``: saves the build state for the next process.

The cache is used only if it has the right cache key and checksum. If it is invalid or missing,
everything is built again.

``state`` contains a complete build state, and ``changes`` the delta from it to the latest one. When
the delta is large, or refers to another file of bodies, the state is written again.
"""

import pickle
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from sitegen.engine.build_state import BuildState, empty_build_state
from sitegen.engine.cache_key import CacheFolder
from sitegen.engine.checked_files import begins_with, dump_checked, read_checked, write_checked
from sitegen.engine.state_delta import Places, delta_between, with_bodies
from sitegen.views.body_store import BodyFile, MemoryBodyStore

_STATE = "state"
_CHANGES = "changes"
_MAX_WASTE = 1 << 20
"""Bytes of unreferenced bodies above which the file is compacted if they are the majority."""
_MAX_DELTA_SHARE = 1 / 4
"""The maximum size of the delta, as a share of the state's size."""


class _State(NamedTuple):
    """The contents of the ``state`` file."""

    digest: bytes
    size: int
    bodies: Path
    places: Places
    build_state: BuildState
    """Without its site plan, which the delta does not include."""


class Cache:
    """The cache of one digest, open in one process."""

    def __init__(self, cache_folder: CacheFolder | None) -> None:
        """Loads the build state that is saved in ``cache_folder``.

        Without ``cache_folder``, the state is empty and never saved.
        """
        self._cache_folder = cache_folder
        self._state: _State | None = None
        self.build_state = empty_build_state()
        """The current build state; the caller sets it."""
        folder = cache_folder.create() if cache_folder else None
        self.bodies = self._read(folder) or _new_bodies(folder)
        """The store of the bodies that the build state refers to."""

    def save(self) -> None:
        """Saves the build state for the next process.

        Raises:
            OSError: it cannot be written.
            BodyLostError: a body is lost.
        """
        cache_folder = self._cache_folder
        folder = cache_folder.create() if cache_folder else None
        if not folder or not cache_folder or self.build_state.snapshot is None:
            return
        if not self._write_changes(folder, cache_folder.key):
            self._move_bodies(folder)
            self._write_state(folder, cache_folder.key)
        for path in folder.glob("bodies-*"):
            if path != self.bodies.path:
                path.unlink(missing_ok=True)

    def forget(self) -> None:
        """Discards the build state, as if nothing had ever been built."""
        self.close()
        self._state, self.build_state, self.bodies = (
            None,
            empty_build_state(),
            BodyFile.create(None),
        )

    def close(self) -> None:
        """Closes all files."""
        self.bodies.close()

    def _read(self, folder: Path | None) -> BodyFile | None:
        """Loads the build state and returns its bodies; None if there is no valid one."""
        if folder and self._cache_folder:
            with suppress(Exception):  # a cache that cannot be read is ignored
                state, build_state, places = _read_build_state(folder, self._cache_folder.key)
                bodies = BodyFile.open(state.bodies, places)
                self._state, self.build_state = state, with_bodies(build_state, bodies)
                return bodies
        return None

    def _move_bodies(self, folder: Path) -> None:
        """Copies the bodies to a new file if the old one is missing or wasteful."""
        bodies = self.bodies
        if not bodies.path or not bodies.path.exists() or _is_wasteful(self.build_state, bodies):
            self.bodies = bodies.copy(self.build_state.bodies(), folder)
            bodies.close()

    def _write_changes(self, folder: Path, cache_key: bytes) -> bool:
        """Writes the delta; returns False if it is too large or the state file has changed."""
        state = self._state
        if not state or state.bodies != self.bodies.path or self._is_overgrown(state):
            return False
        if not begins_with(folder / _STATE, cache_key + state.digest):
            return False
        places = self.bodies.places
        delta = delta_between(state.build_state, state.places, self.build_state, places)
        payload = pickle.dumps(delta, protocol=5)
        if len(payload) > state.size * _MAX_DELTA_SHARE:
            return False
        write_checked(folder / _CHANGES, cache_key + state.digest, payload)
        return True

    def _is_overgrown(self, state: _State) -> bool:
        """Whether the majority of the bodies may be unreferenced."""
        before = max((start + length for start, length in state.places.values()), default=0)
        return self.bodies.size > 2 * before + _MAX_WASTE

    def _write_state(self, folder: Path, cache_key: bytes) -> None:
        assert self.bodies.path is not None  # noqa: S101 -- save has made sure of it
        build_state, places = (
            with_bodies(self.build_state, MemoryBodyStore({})),
            dict(self.bodies.places),
        )
        value = (self.bodies.path.name, places, build_state)
        digest, size = dump_checked(folder / _STATE, cache_key, value)
        bare = replace(build_state, site_plan=None)
        self._state = _State(digest, size, self.bodies.path, places, bare)
        (folder / _CHANGES).unlink(missing_ok=True)


def load_build_state(root: Path) -> BuildState:
    """Loads the build state of the digest in ``root`` without its bodies; changes no file."""
    with suppress(Exception):  # a cache that cannot be read is ignored
        cache_folder = CacheFolder(root)
        return _read_build_state(cache_folder.path, cache_folder.key)[1]
    return empty_build_state()


def _read_build_state(folder: Path, cache_key: bytes) -> tuple[_State, BuildState, Places]:
    """The ``state`` file, and the latest build state with the places of its bodies."""
    digest, payload = read_checked(folder / _STATE, cache_key)
    name, places, build_state = pickle.loads(payload)  # noqa: S301 -- our own: the checksum is right
    bare = replace(build_state, site_plan=None)
    state = _State(digest, len(payload), folder / name, places, bare)
    with suppress(OSError, ValueError):  # without the delta, it is the state of an earlier build
        _, payload = read_checked(folder / _CHANGES, cache_key + digest)
        delta = pickle.loads(payload)  # noqa: S301 -- as above
        return state, delta.applied(build_state), delta.places.applied(places)
    return state, build_state, places


def _new_bodies(folder: Path | None) -> BodyFile:
    with suppress(OSError):
        return BodyFile.create(folder)
    return BodyFile.create(None)


def _is_wasteful(build_state: BuildState, bodies: BodyFile) -> bool:
    used = sum(
        bodies.places[digest][1] for digest in build_state.bodies() if digest in bodies.places
    )
    waste = bodies.size - used
    return waste > max(used, _MAX_WASTE)
