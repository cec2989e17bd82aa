"""Keeps what a build knows for the next one, in ``.sitegen/`` beside the output: a cache, no more.

Whatever is in it is used only if it fits: the same code and libraries, the same digest, the bytes
that were promised. Where it does not, or is gone, everything is built again.

``state`` holds a whole memory, and ``changes`` what is another in the latest one. When that has
become much, or refers to other bodies, the whole is written anew.
"""

import hashlib
import pickle
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from sitegen.engine.build_state import BuildState, empty_build_state
from sitegen.engine.cache_key import FOLDER, cache_folder, cache_key_of, write_cache_file
from sitegen.engine.state_delta import Places, delta_between, with_bodies
from sitegen.views.body_store import BodyFile, MemoryBodyStore

_STATE = "state"
_CHANGES = "changes"
_DIGEST_SIZE = hashlib.sha256().digest_size
_MUCH_WASTE = 1 << 20
"""Bytes of bodies that nobody refers to, above which they are thrown away if they are the most."""
_MANY_CHANGES = 1 / 4
"""Of the size of the state: reading more costs soon more than to write it anew."""


class _State(NamedTuple):
    """What the file of the whole memory holds."""

    digest: bytes
    size: int
    bodies: Path
    places: Places
    build_state: BuildState
    """Without its outline, which nothing is compared with."""


class Cache:
    """The cache of one digest, as one process uses it."""

    def __init__(self, root: Path | None) -> None:
        """Reads what earlier builds of the digest in ``root`` left.

        Without ``root`` nothing is known, and nothing is kept on the disk.
        """
        self._root = root
        self._state: _State | None = None
        self.build_state = empty_build_state()
        """What is known, for the caller to set."""
        folder = cache_folder(root) if root else None
        self.bodies = self._read(folder) or _new_bodies(folder)
        """Where the bodies are that the memory refers to, and where new ones go."""

    def save(self) -> None:
        """Keeps what is known for the next process.

        Raises:
            OSError: it cannot be written.
            BodyLostError: a body is lost.
        """
        folder = cache_folder(self._root) if self._root else None
        if not folder or not self._root or self.build_state.snapshot is None:
            return
        if not self._write_changes(folder, cache_key_of(self._root)):
            self._move_bodies(folder)
            self._write_state(folder, cache_key_of(self._root))
        for path in folder.glob("bodies-*"):
            if path != self.bodies.path:
                path.unlink(missing_ok=True)

    def forget(self) -> None:
        """Knows nothing any more, as if nothing had ever been built."""
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
        """Reads the memory; its bodies, if there is one that is of use."""
        if folder and self._root:
            with suppress(Exception):  # whatever is wrong with a cache, it counts for nothing
                state, build_state, places = _read_memory(folder, cache_key_of(self._root))
                bodies = BodyFile.open(state.bodies, places)
                self._state, self.build_state = state, with_bodies(build_state, bodies)
                return bodies
        return None

    def _move_bodies(self, folder: Path) -> None:
        """Moves the bodies to a new file if they cannot stay where they are."""
        bodies = self.bodies
        if not bodies.path or not bodies.path.exists() or _is_wasteful(self.build_state, bodies):
            self.bodies = bodies.copy(self.build_state.bodies(), folder)
            bodies.close()

    def _write_changes(self, folder: Path, identity: bytes) -> bool:
        """Writes what is another than in the state, unless it is much, or the state is another."""
        state = self._state
        if not state or state.bodies != self.bodies.path or self._is_overgrown(state):
            return False
        if not _begins_with(folder / _STATE, identity + state.digest):
            return False
        places = self.bodies.places
        delta = delta_between(state.build_state, state.places, self.build_state, places)
        payload = pickle.dumps(delta, protocol=5)
        if len(payload) > state.size * _MANY_CHANGES:
            return False
        _write(folder / _CHANGES, identity + state.digest, payload)
        return True

    def _is_overgrown(self, state: _State) -> bool:
        """Whether there may be more bodies that nobody refers to than others."""
        before = max((start + length for start, length in state.places.values()), default=0)
        return self.bodies.size > 2 * before + _MUCH_WASTE

    def _write_state(self, folder: Path, identity: bytes) -> None:
        assert self.bodies.path is not None  # noqa: S101 -- save has seen to it
        build_state, places = (
            with_bodies(self.build_state, MemoryBodyStore({})),
            dict(self.bodies.places),
        )
        payload = pickle.dumps((self.bodies.path.name, places, build_state), protocol=5)
        digest = _write(folder / _STATE, identity, payload)
        bare = replace(build_state, site_plan=None)
        self._state = _State(digest, len(payload), self.bodies.path, places, bare)
        (folder / _CHANGES).unlink(missing_ok=True)


def load_build_state(root: Path) -> BuildState:
    """What earlier builds of the digest in ``root`` left, without the bodies; changes no file."""
    with suppress(Exception):  # whatever is wrong with a cache, it counts for nothing
        return _read_memory(root / FOLDER, cache_key_of(root))[1]
    return empty_build_state()


def _read_memory(folder: Path, identity: bytes) -> tuple[_State, BuildState, Places]:
    """The state, and the latest memory with the places of its bodies."""
    digest, payload = _read(folder / _STATE, identity)
    name, places, build_state = pickle.loads(payload)  # noqa: S301 -- our own, as the digests say
    bare = replace(build_state, site_plan=None)
    state = _State(digest, len(payload), folder / name, places, bare)
    with suppress(OSError, ValueError):  # without its changes, it is that of an earlier build
        _, payload = _read(folder / _CHANGES, identity + digest)
        delta = pickle.loads(payload)  # noqa: S301 -- likewise
        return state, delta.applied(build_state), delta.places.applied(places)
    return state, build_state, places


def _new_bodies(folder: Path | None) -> BodyFile:
    with suppress(OSError):
        return BodyFile.create(folder)
    return BodyFile.create(None)


def _read(path: Path, head: bytes) -> tuple[bytes, memoryview]:
    """What stands in a file after ``head``, and the digest of that, which stands between."""
    data = path.read_bytes()
    end = len(head) + _DIGEST_SIZE
    digest, payload = data[len(head) : end], memoryview(data)[end:]
    if not data.startswith(head) or _digest(payload) != digest:
        raise ValueError
    return digest, payload


def _write(path: Path, head: bytes, payload: bytes) -> bytes:
    """Writes a file of the cache; the digest of ``payload``."""
    digest = _digest(payload)
    write_cache_file(path, b"".join((head, digest, payload)))
    return digest


def _begins_with(path: Path, head: bytes) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(head)) == head
    except OSError:
        return False


def _digest(data: bytes | memoryview) -> bytes:
    """By the function that most processors have instructions for, as it may be much."""
    return hashlib.sha256(data).digest()


def _is_wasteful(build_state: BuildState, bodies: BodyFile) -> bool:
    used = sum(
        bodies.places[digest][1] for digest in build_state.bodies() if digest in bodies.places
    )
    waste = bodies.size - used
    return waste > max(used, _MUCH_WASTE)
