"""What a build leaves for the next one, in ``.sitegen/`` beside the output: a cache, no more.

Whatever is in it is used only if it fits: the same code and libraries, the same digest, the bytes
that were promised. Where it does not, or is gone, everything is built again.
"""

import hashlib
import pickle
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from sitegen.bodies import NO_BODY, BodyFile, LoadedBodies
from sitegen.contexts import Context
from sitegen.identity import cache_folder, identity_of
from sitegen.loading import WorkedPage
from sitegen.relations import UNRELATED, Relations
from sitegen.snapshots import Snapshot
from sitegen.stamps import Stamp
from sitegen.tracking import Reads

_STATE = "state"
_DIGEST_SIZE = 16
_MUCH_WASTE = 1 << 20
"""Bytes of bodies that nobody refers to, above which they are thrown away if they are the most."""


class Made(NamedTuple):
    """How an output file came about."""

    context: Context
    """What its template received."""
    reads: Reads
    """What it read beside that."""
    digest: bytes
    """Of its bytes; of a copy, also those of what was copied."""
    stamp: Stamp | None


class Origin(NamedTuple):
    """A file that is copied, as it was when it was last read."""

    stamp: Stamp | None
    digest: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """What is known from an earlier build."""

    settings: str
    """The settings that pages were worked out with."""
    pages: Mapping[str, WorkedPage]
    """By their paths under ``content/``."""
    snapshot: Snapshot | None
    """What could be shown; None before anything was made from it."""
    made: Mapping[str, Made]
    """By their paths in the output."""
    origins: Mapping[str, Origin]
    """By their paths."""
    relations: Relations
    """Which posts go together."""


def nothing_known() -> Memory:
    """The memory of a digest that was never built."""
    return Memory(settings="", pages={}, snapshot=None, made={}, origins={}, relations=UNRELATED)


def load_memory(root: Path | None) -> tuple[Memory, BodyFile]:
    """What earlier builds of the digest in ``root`` left, and where their bodies are.

    Without ``root`` nothing is known, and nothing is kept on the disk.
    """
    folder = cache_folder(root) if root else None
    if folder and root:
        with suppress(Exception):  # whatever is wrong with a cache, it counts for nothing
            return _read(folder, identity_of(root))
        with suppress(OSError):
            return nothing_known(), BodyFile.create(folder)
    return nothing_known(), BodyFile.create(None)


def made_in(root: Path) -> dict[str, bytes]:
    """The digests of what earlier builds of the digest in ``root`` made, by paths in the output."""
    memory, bodies = load_memory(root)
    bodies.close()
    return {name: made.digest for name, made in memory.made.items()}


def save_memory(root: Path, memory: Memory, bodies: BodyFile) -> BodyFile:
    """Keeps ``memory`` for the next build; the bodies it refers to, perhaps moved to a new file.

    ``bodies`` are closed if that is so.

    Raises:
        OSError: it cannot be written.
        BodyLostError: a body cannot be moved.
    """
    folder = cache_folder(root)
    if folder is None or memory.snapshot is None:
        return bodies
    if bodies.path is None or not bodies.path.exists() or _is_wasteful(memory, bodies):
        kept = bodies.only(_digests(memory), folder)
    else:
        kept = bodies
    try:
        _write(folder, identity_of(root), memory, kept)
    except OSError:
        if kept is not bodies:
            kept.close()
        raise
    if kept is not bodies:
        bodies.close()
    for path in folder.glob("bodies-*"):
        if path != kept.path:
            path.unlink(missing_ok=True)
    return kept


def _read(folder: Path, identity: bytes) -> tuple[Memory, BodyFile]:
    data = (folder / _STATE).read_bytes()
    head, payload = data[: 2 * _DIGEST_SIZE], memoryview(data)[2 * _DIGEST_SIZE :]
    if head != identity + _digest(payload):
        raise ValueError
    name, places, memory = pickle.loads(payload)  # noqa: S301 -- our own, as the digests say
    bodies = BodyFile.open(folder / name, places)
    return replace(memory, snapshot=replace(memory.snapshot, bodies=bodies)), bodies


def _write(folder: Path, identity: bytes, memory: Memory, bodies: BodyFile) -> None:
    assert memory.snapshot is not None  # noqa: S101 -- save_memory has seen to it
    assert bodies.path is not None  # noqa: S101 -- likewise
    bare = replace(memory, snapshot=replace(memory.snapshot, bodies=LoadedBodies({})))
    payload = pickle.dumps((bodies.path.name, bodies.places, bare), protocol=5)
    beside = folder / f"{_STATE}-new"
    try:
        beside.write_bytes(b"".join((identity, _digest(payload), payload)))
        beside.replace(folder / _STATE)
    except OSError:
        beside.unlink(missing_ok=True)
        raise


def _digest(data: bytes | memoryview) -> bytes:
    return hashlib.blake2b(data, digest_size=_DIGEST_SIZE).digest()


def _is_wasteful(memory: Memory, bodies: BodyFile) -> bool:
    used = sum(bodies.places[digest][1] for digest in _digests(memory) if digest in bodies.places)
    waste = bodies.size - used
    return waste > max(used, _MUCH_WASTE)


def _digests(memory: Memory) -> set[bytes]:
    """Of all bodies that are referred to."""
    views = memory.snapshot.pages.values() if memory.snapshot else ()
    worked = (page.view for page in memory.pages.values() if page.view)
    return {ref.digest for view in (*views, *worked) for ref in (view.html, view.note)} - {NO_BODY}
