"""Makes the files of the output that are stale, and puts them in place together."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from sitegen.engine.crew import Alone, Crew, in_parts
from sitegen.engine.gathering import Gathered
from sitegen.engine.memory import Made, Memory
from sitegen.engine.output import Stage, StagePlace
from sitegen.engine.rendering import Renderer
from sitegen.engine.staleness import LOST, NEW, why_stale
from sitegen.files import digest_of, file_digest, not_readable, see_again
from sitegen.models import CopyArtifact, FeedArtifact, TemplateArtifact
from sitegen.stamps import UNSEEN, Sighting, stamp_of
from sitegen.themes import CompiledTemplates, Theme
from sitegen.views.contexts import Context
from sitegen.views.snapshots import Key, Snapshot, changed_facts
from sitegen.views.tracking import Reads

_FEW = 300
"""Artifacts that are rendered sooner than workers are ready."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Yield:
    """What came of making."""

    made: Mapping[str, Made]
    """How every file came about, by its path in the output."""
    origins: Mapping[str, Sighting]
    reasons: Mapping[str, str]
    """Why each file was written, by its path in the output."""
    rendered: int
    removed: tuple[str, ...]
    kept: frozenset[str]
    """What stays as earlier builds left it."""


class Order(NamedTuple):
    """An artifact that is to be rendered."""

    artifact: TemplateArtifact | FeedArtifact
    context: Context


class Rendered(NamedTuple):
    """What became of an order."""

    name: str
    """The file's path in the output."""
    digest: bytes
    reads: Reads
    is_staged: bool = False
    """Whether it was put on the stage, as the output does not hold it yet."""
    data: bytes | None = None
    """Its bytes, where the worker could not reach the stage."""


class RenderWork:
    """Renders artifacts, as a work that can be sent to other processes."""

    things = "files"

    def __init__(
        self,
        snapshot: Snapshot,
        theme: Theme,
        place: StagePlace | None,
        compiled: CompiledTemplates | None = None,
    ) -> None:
        """Makes ready to render onto a stage; without its place, the bytes are given back."""
        self._arguments = (snapshot, theme, place)
        self._renderer = Renderer(snapshot, theme, compiled)
        self._place = place

    def __call__(self, orders: Sequence[Order]) -> list[Rendered]:
        """What becomes of each order."""
        return [self._render(order) for order in orders]

    def __reduce__(self) -> tuple[type["RenderWork"], tuple[Snapshot, Theme, StagePlace | None]]:
        return RenderWork, self._arguments

    def _render(self, order: Order) -> Rendered:
        name, data, reads = self._renderer.render(*order)
        digest = digest_of(data)
        if self._place is None:
            return Rendered(name, digest, reads, data=data)
        return Rendered(name, digest, reads, is_staged=self._place.put_if_changed(name, data))


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
        self._origins: dict[str, Sighting] = {}
        self._reasons: dict[str, str] = {}
        self._keys: dict[Key, Key] = {}
        self._sets: dict[frozenset[str], frozenset[str]] = {}

    def run(self, crew: Crew, keep: frozenset[str]) -> Yield:
        why = self._stale()
        for rendered in self._render(list(why), crew):
            self._take(rendered)
        for name, artifact in self._outline.artifacts.items():
            if isinstance(artifact, CopyArtifact):
                self._copy(name, artifact)
        removed = self._stage.commit(frozenset(self._outline.artifacts) | keep)
        for name in (*why, *self._reasons):
            made = self._made[name]
            seen = made.seen._replace(stamp=stamp_of(f"{self._output}/{name}"))
            self._made[name] = made._replace(seen=seen)
        return Yield(
            made=self._made,
            origins=self._origins,
            reasons={name: self._reasons.get(name) or why[name] for name in self._stage.names},
            rendered=len(why),
            removed=removed,
            kept=keep,
        )

    def _stale(self) -> dict[str, str]:
        """Why each file that must be rendered must be; what is as it was is settled."""
        changed = (
            changed_facts(self._memory.snapshot, self._snapshot) if self._memory.snapshot else {}
        )
        files = {page.id: page.path for page in self._outline.shown}
        stale: dict[str, str] = {}
        for name, context in self._outline.contexts.items():
            made = self._memory.made.get(name)
            why = why_stale(made, context, changed, files)
            if made and made.context is not context:  # one object, where both are equal
                made = made._replace(context=context)
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
        try:
            seen = see_again(f"{self._output}/{name}", made.seen)
        except OSError:
            return None  # it is gone
        if seen is made.seen:
            return made
        return made._replace(seen=seen) if seen.digest == made.seen.digest else None

    def _render(self, names: Sequence[str], crew: Crew) -> Iterator[Rendered]:
        if not names:
            return
        workers = crew if len(names) > _FEW else Alone()
        place = self._stage.place if workers.shares_disk else None
        work = RenderWork(self._snapshot, self._outline.basis.theme, place, self._compiled)
        for part in workers.run(work, in_parts(map(self._order, names))):
            yield from part

    def _order(self, name: str) -> Order:
        artifact = self._outline.artifacts[name]
        assert not isinstance(artifact, CopyArtifact)  # noqa: S101 -- it has a context
        return Order(artifact, self._outline.contexts[name])

    def _take(self, rendered: Rendered) -> None:
        """Puts a rendered file on the stage, unless the output holds the same bytes already."""
        name = rendered.name
        if rendered.is_staged or (
            rendered.data is not None and self._stage.place.put_if_changed(name, rendered.data)
        ):
            self._stage.admit(name)
        reads = self._intern(rendered.reads)
        seen = Sighting(None, rendered.digest)
        self._made[name] = Made(self._outline.contexts[name], reads, seen)

    def _copy(self, name: str, artifact: CopyArtifact) -> None:
        digest = self._origin_digest(artifact.origin)
        made = self._memory.made.get(name)
        is_same = made is not None and made.seen.digest == digest
        if made and is_same:
            intact = self._intact(name, Made({}, {}, made.seen))
        else:
            intact = self._compared(name, Made({}, {}, Sighting(None, digest)))
        if intact:
            self._made[name] = intact
            return
        self._stage.put(name, artifact.origin)
        seen = Sighting(None, file_digest(self._stage.place.path_of(name)))
        self._made[name] = Made({}, {}, seen)
        self._reasons[name] = LOST if is_same else f"{artifact.origin} changed" if made else NEW

    def _origin_digest(self, path: Path) -> bytes:
        """The digest of a file that is copied, read only if it may have changed."""
        try:
            seen = see_again(path, self._memory.origins.get(str(path), UNSEEN))
        except OSError as error:
            raise not_readable(path, error) from None
        self._origins[str(path)] = seen
        return seen.digest

    def _intern(self, reads: Reads) -> Reads:
        """The same with equal parts being one object, which takes a tenth of the memory."""
        keys, sets = self._keys, self._sets
        return {
            keys.setdefault(key, key): sets.setdefault(fields, fields)
            for key, fields in reads.items()
        }
