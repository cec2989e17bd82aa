"""Makes the files of the output that are stale, and puts them in place together."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from sitegen.engine.build_state import ArtifactRecord, BuildState
from sitegen.engine.collecting import CollectedSite
from sitegen.engine.executors import Executor, SerialExecutor
from sitegen.engine.rendering import Renderer
from sitegen.engine.staging import Stage, StagePath
from sitegen.engine.staleness import LOST, NEW, why_stale
from sitegen.engine.tasks import batches
from sitegen.filesystem.files import digest_of, file_digest, not_readable, refresh_fingerprint
from sitegen.filesystem.fingerprints import UNKNOWN_FILE, FileFingerprint, stamp_of
from sitegen.models import CopyArtifact, FeedArtifact, TemplateArtifact
from sitegen.themes.environment import CompiledTemplates
from sitegen.themes.loading import Theme
from sitegen.views.contexts import Context
from sitegen.views.snapshots import Key, Snapshot, changed_fields
from sitegen.views.tracking import Dependencies

_FEW = 300
"""Artifacts that are rendered sooner than workers are ready."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RebuildResult:
    """What came of making."""

    made: Mapping[str, ArtifactRecord]
    """How every file came about, by its path in the output."""
    origins: Mapping[str, FileFingerprint]
    reasons: Mapping[str, str]
    """Why each file was written, by its path in the output."""
    rendered: int
    removed: tuple[str, ...]
    kept: frozenset[str]
    """What stays as earlier builds left it."""


class RenderTask(NamedTuple):
    """An artifact that is to be rendered."""

    artifact: TemplateArtifact | FeedArtifact
    context: Context


class Rendered(NamedTuple):
    """What became of an order."""

    name: str
    """The file's path in the output."""
    digest: bytes
    reads: Dependencies
    is_staged: bool = False
    """Whether it was put on the stage, as the output does not hold it yet."""
    data: bytes | None = None
    """Its bytes, where the worker could not reach the stage."""


class RenderFunction:
    """Renders artifacts, as a work that can be sent to other processes."""

    unit = "files"

    def __init__(
        self,
        snapshot: Snapshot,
        theme: Theme,
        place: StagePath | None,
        compiled: CompiledTemplates | None = None,
    ) -> None:
        """Makes ready to render onto a stage; without its place, the bytes are given back."""
        self._arguments = (snapshot, theme, place)
        self._renderer = Renderer(snapshot, theme, compiled)
        self._place = place

    def __call__(self, orders: Sequence[RenderTask]) -> list[Rendered]:
        """What becomes of each order."""
        return [self._render(order) for order in orders]

    def __reduce__(
        self,
    ) -> tuple[type["RenderFunction"], tuple[Snapshot, Theme, StagePath | None]]:
        return RenderFunction, self._arguments

    def _render(self, order: RenderTask) -> Rendered:
        name, data, reads = self._renderer.render(*order)
        digest = digest_of(data)
        if self._place is None:
            return Rendered(name, digest, reads, data=data)
        return Rendered(name, digest, reads, is_staged=self._place.write_if_changed(name, data))


def make(
    collected: CollectedSite,
    build_state: BuildState,
    stage: Stage,
    executor: Executor,
    *,
    keep: frozenset[str],
    compiled: CompiledTemplates | None = None,
    check: bool = True,
) -> RebuildResult:
    """Makes what is stale, and makes the output hold all that was gathered.

    Args:
        collected: what is to stand in the output.
        build_state: how what stands there came about.
        stage: where new files wait until all are there.
        executor: who renders, if there is much to render.
        keep: further files, which stay as they are where builds wrote them.
        compiled: the code of templates that were compiled before.
        check: whether files that need not be made again are looked at, in case they were changed
            by hand.

    Raises:
        SitegenError: a template or a file that is to be copied is wrong, or the output cannot be
            written.
        BodyLostError: the memory refers to a text that is gone.
    """
    return _Rebuild(collected, build_state, stage, compiled, check=check).run(executor, keep)


class _Rebuild:
    """One round of making."""

    def __init__(
        self,
        collected: CollectedSite,
        build_state: BuildState,
        stage: Stage,
        compiled: CompiledTemplates | None,
        *,
        check: bool,
    ) -> None:
        self._check = check
        self._compiled = compiled
        self._snapshot = collected.snapshot
        self._site_plan = collected.site_plan
        self._build_state = build_state
        self._stage = stage
        self._output = stage.output
        self._made: dict[str, ArtifactRecord] = {}
        self._origins: dict[str, FileFingerprint] = {}
        self._reasons: dict[str, str] = {}
        self._keys: dict[Key, Key] = {}
        self._sets: dict[frozenset[str], frozenset[str]] = {}

    def run(self, executor: Executor, keep: frozenset[str]) -> RebuildResult:
        why = self._stale()
        for rendered in self._render(list(why), executor):
            self._take(rendered)
        for name, artifact in self._site_plan.artifacts.items():
            if isinstance(artifact, CopyArtifact):
                self._copy(name, artifact)
        removed = self._stage.commit(frozenset(self._site_plan.artifacts) | keep)
        for name in (*why, *self._reasons):
            made = self._made[name]
            seen = made.seen._replace(stamp=stamp_of(f"{self._output}/{name}"))
            self._made[name] = made._replace(seen=seen)
        return RebuildResult(
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
            changed_fields(self._build_state.snapshot, self._snapshot)
            if self._build_state.snapshot
            else {}
        )
        files = {page.id: page.path for page in self._site_plan.shown}
        stale: dict[str, str] = {}
        for name, context in self._site_plan.contexts.items():
            made = self._build_state.made.get(name)
            why = why_stale(made, context, changed, files)
            if made and made.context is not context:  # one object, where both are equal
                made = made._replace(context=context)
            intact = None if made is None or why else self._intact(name, made)
            if intact:
                self._made[name] = intact
            else:
                stale[name] = why or LOST
        return stale

    def _intact(self, name: str, made: ArtifactRecord) -> ArtifactRecord | None:
        """``made``, stamped anew if need be, if the file still has its bytes."""
        return self._compared(name, made) if self._check else made

    def _compared(self, name: str, made: ArtifactRecord) -> ArtifactRecord | None:
        try:
            seen = refresh_fingerprint(f"{self._output}/{name}", made.seen)
        except OSError:
            return None  # it is gone
        if seen is made.seen:
            return made
        return made._replace(seen=seen) if seen.digest == made.seen.digest else None

    def _render(self, names: Sequence[str], executor: Executor) -> Iterator[Rendered]:
        if not names:
            return
        workers = executor if len(names) > _FEW else SerialExecutor()
        place = self._stage.path if workers.shares_disk else None
        work = RenderFunction(self._snapshot, self._site_plan.basis.theme, place, self._compiled)
        for part in workers.run(work, batches(map(self._order, names))):
            yield from part

    def _order(self, name: str) -> RenderTask:
        artifact = self._site_plan.artifacts[name]
        assert not isinstance(artifact, CopyArtifact)  # noqa: S101 -- it has a context
        return RenderTask(artifact, self._site_plan.contexts[name])

    def _take(self, rendered: Rendered) -> None:
        """Puts a rendered file on the stage, unless the output holds the same bytes already."""
        name = rendered.name
        if rendered.is_staged or (
            rendered.data is not None and self._stage.path.write_if_changed(name, rendered.data)
        ):
            self._stage.add(name)
        reads = self._intern(rendered.reads)
        seen = FileFingerprint(None, rendered.digest)
        self._made[name] = ArtifactRecord(self._site_plan.contexts[name], reads, seen)

    def _copy(self, name: str, artifact: CopyArtifact) -> None:
        digest = self._origin_digest(artifact.origin)
        made = self._build_state.made.get(name)
        is_same = made is not None and made.seen.digest == digest
        if made and is_same:
            intact = self._intact(name, ArtifactRecord({}, {}, made.seen))
        else:
            intact = self._compared(name, ArtifactRecord({}, {}, FileFingerprint(None, digest)))
        if intact:
            self._made[name] = intact
            return
        self._stage.write(name, artifact.origin)
        seen = FileFingerprint(None, file_digest(self._stage.path.path_of(name)))
        self._made[name] = ArtifactRecord({}, {}, seen)
        self._reasons[name] = LOST if is_same else f"{artifact.origin} changed" if made else NEW

    def _origin_digest(self, path: Path) -> bytes:
        """The digest of a file that is copied, read only if it may have changed."""
        try:
            seen = refresh_fingerprint(path, self._build_state.origins.get(str(path), UNKNOWN_FILE))
        except OSError as error:
            raise not_readable(path, error) from None
        self._origins[str(path)] = seen
        return seen.digest

    def _intern(self, reads: Dependencies) -> Dependencies:
        """The same with equal parts being one object, which takes a tenth of the memory."""
        keys, sets = self._keys, self._sets
        return {
            keys.setdefault(key, key): sets.setdefault(fields, fields)
            for key, fields in reads.items()
        }
