"""The build cache in ``.sitegen/``: saves the build state for the next process.

The cache is used only if it has the right cache key and checksum. If it is invalid or missing,
everything is built again.

``state`` contains a complete build state, and ``changes`` the delta from it to the latest one. When
the delta is large, or refers to another file of bodies, the state is written again. So it is when
two builds one after the other had another site plan than the one in it.
"""

import pickle
from contextlib import suppress
from pathlib import Path

from sitegen.engine.block_file import BlockLostError
from sitegen.engine.build_state import BuildState, empty_build_state
from sitegen.engine.cache_key import CacheFolder
from sitegen.engine.checked_files import read_checked, write_checked
from sitegen.engine.state_delta import Places, delta_between, with_bodies
from sitegen.engine.state_file import KeptState, StateFile, read_state_file
from sitegen.views.body_store import BodyFile

_CHANGES = "changes"
_MAX_WASTE = 1 << 20
"""Bytes of unreferenced bodies above which the file is compacted if they are the majority."""
_MAX_DELTA_SHARE = 1 / 4
"""The maximum size of the delta, as a share of the state's size."""


class Cache:
    """The cache of one digest, open in one process."""

    def __init__(self, cache_folder: CacheFolder | None) -> None:
        """Loads the build state that is saved in ``cache_folder``.

        Without ``cache_folder``, the state is empty and never saved.
        """
        self._cache_folder = cache_folder
        self._file = StateFile(cache_folder) if cache_folder else None
        self._state: KeptState | None = None
        """The state in the file."""
        self._has_older_plan = False
        """Whether the build that was saved last had another site plan than that state."""
        self.build_state = empty_build_state()
        """The current build state; the caller sets it."""
        folder = cache_folder.create() if cache_folder else None
        self.bodies = self._read(folder) or _new_bodies(folder)
        """The store of the bodies that the build state refers to."""

    def begin_save(self, known: BuildState) -> None:
        """Begins to save what is known before rendering, if nothing is saved yet.

        The caller holds the lock of the digest until it has called ``save`` or ``close``.
        """
        folder = self._cache_folder.create() if self._cache_folder else None
        if folder and self._file and not self._state and self.bodies.path:
            self._file.begin(known)

    def save(self) -> None:
        """Saves the build state for the next process.

        Raises:
            OSError: it cannot be written.
            BodyLostError: a body is lost, or the saved state is damaged, which is removed then.
        """
        cache_folder = self._cache_folder
        folder = cache_folder.create() if cache_folder else None
        if not folder or not cache_folder or not self._file or not self.build_state.snapshot:
            return
        try:
            if not self._write_changes(folder, cache_folder.key, self._file):
                self._write_state(folder, self._file)
        except BlockLostError:
            self._file.remove()  # no later build could read and replace it either
            raise
        for path in folder.glob("bodies-*"):
            if path != self.bodies.path:
                path.unlink(missing_ok=True)

    def forget(self) -> None:
        """Discards the build state, as if nothing had ever been built."""
        self.close()
        self._has_older_plan = False
        self._state, self.build_state, self.bodies = (
            None,
            empty_build_state(),
            BodyFile.create(None),
        )

    def close(self) -> None:
        """Closes all files, and discards what ``begin_save`` began."""
        if self._file:
            self._file.discard()
        self.bodies.close()

    def _read(self, folder: Path | None) -> BodyFile | None:
        """Loads the build state and returns its bodies; None if there is no valid one."""
        if folder and self._cache_folder:
            with suppress(Exception):  # a cache that cannot be read is ignored
                state, build_state, places = _read_build_state(self._cache_folder)
                bodies = BodyFile.open(state.bodies, places)
                self.build_state = with_bodies(build_state, bodies)
                self._state = state
                self._has_older_plan = build_state.has_older_plan
                return bodies
        return None

    def _move_bodies(self, folder: Path) -> None:
        """Copies the bodies to a new file if the old one is missing or wasteful."""
        bodies = self.bodies
        if not bodies.path or not bodies.path.exists() or _is_wasteful(self.build_state, bodies):
            self.bodies = bodies.copy(self.build_state.bodies(), folder)
            bodies.close()

    def _write_state(self, folder: Path, file: StateFile) -> None:
        self._move_bodies(folder)
        self._state = file.write(self.build_state, self.bodies)
        self._has_older_plan = False
        (folder / _CHANGES).unlink(missing_ok=True)

    def _write_changes(self, folder: Path, cache_key: bytes, file: StateFile) -> bool:
        """Writes the delta; returns False if it is too large or the state file has changed."""
        state = self._state
        if not state or state.bodies != self.bodies.path or self._is_overgrown(state):
            return False
        if not file.has_digest(state.digest):
            return False
        places = self.bodies.places
        delta = delta_between(state.build_state, state.places, self.build_state, places)
        payload = pickle.dumps(delta, protocol=5)
        is_outdated = self._has_older_plan and not delta.has_same_site
        if is_outdated or len(payload) > state.size * _MAX_DELTA_SHARE:
            return False
        write_checked(folder / _CHANGES, cache_key + state.digest, payload)
        return True

    def _is_overgrown(self, state: KeptState) -> bool:
        """Whether the majority of the bodies may be unreferenced."""
        before = max((start + length for start, length in state.places.values()), default=0)
        return self.bodies.size > 2 * before + _MAX_WASTE


def load_build_state(root: Path) -> BuildState:
    """Loads the build state of the digest in ``root`` without its bodies; changes no file."""
    with suppress(Exception):  # a cache that cannot be read is ignored
        return _read_build_state(CacheFolder(root))[1]
    return empty_build_state()


def _read_build_state(cache_folder: CacheFolder) -> tuple[KeptState, BuildState, Places]:
    """The ``state`` file, and the latest build state with the places of its bodies."""
    state = read_state_file(cache_folder)
    with suppress(OSError, ValueError):  # without the delta, it is the state of an earlier build
        head = cache_folder.key + state.digest
        _, payload = read_checked(cache_folder.path / _CHANGES, head)
        delta = pickle.loads(payload)  # noqa: S301 -- our own: the checksum is right
        return state, delta.applied(state.build_state), delta.places.applied(state.places)
    return state, state.build_state, state.places


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
