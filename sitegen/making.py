"""Makes the files of the output that are stale, and puts them in place together."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from sitegen.addresses import file_of
from sitegen.contexts import Context
from sitegen.crew import Alone, Crew
from sitegen.files import not_readable
from sitegen.gathering import Gathered
from sitegen.memory import Made, Memory, Origin
from sitegen.models import CopyArtifact, FeedArtifact, TemplateArtifact
from sitegen.output import Stage
from sitegen.rendering import RenderedArtifact, Renderer
from sitegen.snapshots import Key, Snapshot, changed_facts
from sitegen.staleness import LOST, NEW, why_stale
from sitegen.stamps import stamp_of
from sitegen.themes import CompiledTemplates, Theme
from sitegen.tracking import Reads

_PART = 100
"""Artifacts that a worker is given at a time."""
_FEW = 300
"""Artifacts that are rendered sooner than workers are ready."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Yield:
    """What came of making."""

    made: Mapping[str, Made]
    """How every file came about, by its path in the output."""
    origins: Mapping[str, Origin]
    reasons: Mapping[str, str]
    """Why each file was written, by its path in the output."""
    rendered: int
    removed: tuple[str, ...]


class Order(NamedTuple):
    """An artifact that is to be rendered."""

    artifact: TemplateArtifact | FeedArtifact
    context: Context


class RenderWork:
    """Renders artifacts, as a work that can be sent to other processes."""

    def __init__(
        self, snapshot: Snapshot, theme: Theme, compiled: CompiledTemplates | None = None
    ) -> None:
        self._arguments = (snapshot, theme)
        self._renderer = Renderer(snapshot, theme, compiled)

    def __call__(self, orders: Sequence[Order]) -> list[RenderedArtifact]:
        """What becomes of each order."""
        return [self._renderer.render(*order) for order in orders]

    def __reduce__(self) -> tuple[type["RenderWork"], tuple[Snapshot, Theme]]:
        return RenderWork, self._arguments


def make(
    gathered: Gathered,
    memory: Memory,
    stage: Stage,
    crew: Crew,
    *,
    keep: frozenset[str],
    compiled: CompiledTemplates | None = None,
    check: bool = True,
) -> Yield:
    """Makes what is stale, and makes the output hold all that was gathered.

    Args:
        gathered: what is to stand in the output.
        memory: how what stands there came about.
        stage: where new files wait until all are there.
        crew: who renders, if there is much to render.
        keep: further files, which stay as they are where builds wrote them.
        compiled: the code of templates that were compiled before.
        check: whether files that need not be made again are looked at, in case they were changed
            by hand.

    Raises:
        SitegenError: a template or a file that is to be copied is wrong, or the output cannot be
            written.
        BodyLostError: the memory refers to a text that is gone.
    """
    return _Making(gathered, memory, stage, compiled, check=check).run(crew, keep)


class _Making:
    """One round of making."""

    def __init__(
        self,
        gathered: Gathered,
        memory: Memory,
        stage: Stage,
        compiled: CompiledTemplates | None,
        *,
        check: bool,
    ) -> None:
        self._check = check
        self._compiled = compiled
        self._snapshot = gathered.snapshot
        self._outline = gathered.outline
        self._memory = memory
        self._stage = stage
        self._output = stage.output
        self._made: dict[str, Made] = {}
        self._origins: dict[str, Origin] = {}
        self._reasons: dict[str, str] = {}
        self._keys: dict[Key, Key] = {}
        self._sets: dict[frozenset[str], frozenset[str]] = {}

    def run(self, crew: Crew, keep: frozenset[str]) -> Yield:
        why = self._stale()
        for rendered in self._render(list(why), crew):
            self._take(rendered, why)
        for name, artifact in self._outline.artifacts.items():
            if isinstance(artifact, CopyArtifact):
                self._copy(name, artifact)
        removed = self._stage.commit(frozenset(self._outline.artifacts) | keep)
        for name in self._stage.names:
            stamp = stamp_of(f"{self._output}/{name}")
            self._made[name] = self._made[name]._replace(stamp=stamp)
        return Yield(
            made=self._made,
            origins=self._origins,
            reasons={name: self._reasons[name] for name in self._stage.names},
            rendered=len(why),
            removed=removed,
        )

    def _stale(self) -> dict[str, str]:
        """Why each file that must be rendered must be; what is as it was is settled."""
        changed = (
            changed_facts(self._memory.snapshot, self._snapshot) if self._memory.snapshot else {}
        )
        stale: dict[str, str] = {}
        for name, context in self._outline.contexts.items():
            made = self._memory.made.get(name)
            why = why_stale(made, context, changed)
            intact = None if made is None or why else self._intact(name, made)
            if intact:
                self._made[name] = intact
            else:
                stale[name] = why or LOST
        return stale

    def _intact(self, name: str, made: Made) -> Made | None:
        """``made``, stamped anew if need be, if the file still has its bytes."""
        return self._compared(name, made) if self._check else made

    def _compared(self, name: str, made: Made) -> Made | None:
        path = f"{self._output}/{name}"
        stamp = stamp_of(path)
        if stamp and stamp == made.stamp:
            return made
        try:
            return made._replace(stamp=stamp) if _digest(path) == made.digest else None
        except OSError:
            return None  # it is gone

    def _render(self, names: Sequence[str], crew: Crew) -> Iterator[RenderedArtifact]:
        if not names:
            return
        work = RenderWork(self._snapshot, self._outline.basis.theme, self._compiled)
        workers = crew if len(names) > _FEW else Alone()
        for part in workers.run(work, self._orders(iter(names))):
            yield from part

    def _orders(self, names: Iterator[str]) -> Iterator[tuple[Order, ...]]:
        """The orders for some names, in parts."""
        while part := tuple(islice(names, _PART)):
            yield tuple(map(self._order, part))

    def _order(self, name: str) -> Order:
        artifact = self._outline.artifacts[name]
        assert not isinstance(artifact, CopyArtifact)  # noqa: S101 -- it has a context
        return Order(artifact, self._outline.contexts[name])

    def _take(self, rendered: RenderedArtifact, why: Mapping[str, str]) -> None:
        """Puts a rendered file on the stage, unless the output holds the same bytes already."""
        name = file_of(rendered.address)
        digest = hashlib.blake2b(rendered.data, digest_size=16).digest()
        stamp = None
        if self._stage.holds(name, rendered.data):
            stamp = stamp_of(f"{self._output}/{name}")
        else:
            self._stage.put(name, rendered.data)
            self._reasons[name] = why[name]
        self._made[name] = Made(
            self._outline.contexts[name], self._intern(rendered.reads), digest, stamp
        )

    def _copy(self, name: str, artifact: CopyArtifact) -> None:
        digest = self._origin_digest(artifact.origin)
        made = self._memory.made.get(name)
        is_same = made is not None and made.digest == digest
        if made and is_same:
            intact = self._intact(name, Made({}, {}, digest, made.stamp))
        else:
            intact = self._compared(name, Made({}, {}, digest, None))
        if intact:
            self._made[name] = intact
            return
        self._stage.put(name, artifact.origin)
        self._made[name] = Made({}, {}, _digest(self._stage.path_of(name)), None)
        self._reasons[name] = LOST if is_same else f"{artifact.origin} changed" if made else NEW

    def _origin_digest(self, path: Path) -> bytes:
        """The digest of a file that is copied, read only if it may have changed."""
        known = self._memory.origins.get(str(path))
        stamp = stamp_of(path)
        if known and stamp and stamp == known.stamp:
            digest = known.digest
        else:
            try:
                digest = _digest(path)
            except OSError as error:
                raise not_readable(path, error) from None
        self._origins[str(path)] = Origin(stamp, digest)
        return digest

    def _intern(self, reads: Reads) -> Reads:
        """The same with equal parts being one object, which takes a tenth of the memory."""
        keys, sets = self._keys, self._sets
        return {
            keys.setdefault(key, key): sets.setdefault(fields, fields)
            for key, fields in reads.items()
        }


def _digest(path: Path | str) -> bytes:
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 -- for every file of an output
        return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=16)).digest()
