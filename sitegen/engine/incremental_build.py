"""Rebuilds stale artifacts: renders or copies them, stages them and commits them together."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from sitegen.artifacts import CopyArtifact, FormatArtifact, TemplateArtifact
from sitegen.engine.artifact_dependencies import NO_DEPENDENCIES, Changes, DependencyPool
from sitegen.engine.build_state import ArtifactRecord, BuildState
from sitegen.engine.cache_key import CacheFolder
from sitegen.engine.executors import Executor, SerialExecutor
from sitegen.engine.input_collection import CollectedSite
from sitegen.engine.render_task import Rendered, RenderFunction
from sitegen.engine.search_index import (
    DOCUMENTS,
    index_context,
    is_index_file,
    make_index,
)
from sitegen.engine.staging import Stage
from sitegen.engine.staleness import INDEXED, LOST, NEW, stale_reason
from sitegen.engine.tasks import batches
from sitegen.errors import SitegenError
from sitegen.filesystem.files import digest_of, file_digest, not_readable, refresh_fingerprint
from sitegen.filesystem.fingerprints import UNKNOWN_FILE, FileFingerprint, stamp_of
from sitegen.themes.environment import CompiledTemplates
from sitegen.views.contexts import Context
from sitegen.views.record_snapshot import changed_fields

_SERIAL_LIMIT = 300
"""Up to this number of artifacts, rendering them here is faster than starting workers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RebuildResult:
    """The result of rebuilding the stale artifacts."""

    artifacts: Mapping[str, ArtifactRecord]
    """The records of all files, by their paths in the output."""
    copy_sources: Mapping[str, FileFingerprint]
    reasons: Mapping[str, str]
    """Why each file was written, by its path in the output."""
    rendered: int
    removed: tuple[str, ...]
    kept: frozenset[str]
    """The files of earlier builds that were kept."""
    deferred: int = 0
    """The number of stale files in output formats that were left to a later build."""
    only_formats: bool = False
    """Whether all files that were written or removed are in output formats."""

    @property
    def warnings(self) -> tuple[SitegenError, ...]:
        """What an editor should know about the files."""
        return tuple(each for record in self.artifacts.values() for each in record.warnings)


class RebuildOptions(NamedTuple):
    """What a build leaves as it is."""

    keep: frozenset[str] = frozenset()
    """Further files of earlier builds, which are not removed."""
    check: bool = True
    """Whether output files that were changed by hand are detected, and written again."""
    defers_formats: bool = False
    """Whether stale output formats are left to a later build."""
    is_interrupted: Callable[[], bool] | None = None
    """Whether the search index is to be left to a later build after all; None for never."""


def rebuild_artifacts(
    collected: CollectedSite,
    build_state: BuildState,
    stage: Stage,
    executor: Executor,
    *,
    options: RebuildOptions,
    compiled: CompiledTemplates | None = None,
    index_cache: CacheFolder | None = None,
) -> RebuildResult:
    """Rebuilds what is stale, and makes the output consist of all planned files.

    Args:
        collected: the site.
        build_state: the state after the last build.
        stage: receives the new files until all can be committed.
        executor: renders, if there is much to render.
        options: what to leave as it is.
        compiled: templates that were compiled before.
        index_cache: keeps the search index; None to make it anew.

    Raises:
        SitegenError: a template or a file that is to be copied is wrong, or the output cannot be
            written.
        BodyLostError: the body store has lost a text.
    """
    return _Rebuild(collected, build_state, stage, options, compiled).run(executor, index_cache)


def _why_indexed(before: ArtifactRecord | None, context: Context) -> str:
    """Why a file of the search index is written."""
    if before is None:
        return NEW
    return LOST if before.context == context else INDEXED


class _Rebuild:
    """One run of ``rebuild_artifacts``."""

    def __init__(
        self,
        collected: CollectedSite,
        build_state: BuildState,
        stage: Stage,
        options: RebuildOptions,
        compiled: CompiledTemplates | None,
    ) -> None:
        self._options = options
        self._compiled = compiled
        self._snapshot = collected.snapshot
        self._site_plan = collected.site_plan
        self._build_state = build_state
        self._stage = stage
        self._output = stage.output
        self._artifacts: dict[str, ArtifactRecord] = {}
        self._copy_sources: dict[str, FileFingerprint] = {}
        self._reasons: dict[str, str] = {}
        self._pool = DependencyPool()

    def run(self, executor: Executor, index_cache: CacheFolder | None) -> RebuildResult:
        keep = self._options.keep
        why = self._stale()
        deferred = self._in_formats(why) if self._options.defers_formats else ()
        for name in deferred:
            del why[name]
        for rendered in self._render(list(why), executor):
            self._stage_rendered(rendered)
        for name, artifact in self._site_plan.artifacts.items():
            if isinstance(artifact, CopyArtifact):
                self._copy(name, artifact)
        is_index_deferred = self._index(index_cache)
        absent = {name for name in deferred if name not in self._stage.recorded}
        earlier = self._stage.recorded if is_index_deferred else frozenset()
        index = {name for name in earlier if is_index_file(name)}
        files = {*self._site_plan.artifacts, *self._artifacts, *index, *keep}
        removed = self._stage.commit(frozenset(files - absent if absent else files))
        for name in (*why, *self._reasons):
            record = self._artifacts[name]
            stamp = stamp_of(f"{self._output}/{name}")
            fingerprint = FileFingerprint.of(stamp, record.fingerprint.digest)
            self._artifacts[name] = record._replace(fingerprint=fingerprint)
        return RebuildResult(
            artifacts=self._artifacts,
            copy_sources=self._copy_sources,
            reasons={name: self._reasons.get(name) or why[name] for name in self._stage.names},
            rendered=len(why),
            removed=removed,
            kept=keep,
            deferred=len(deferred) + is_index_deferred,
            only_formats=all(map(self._is_format, (*self._stage.names, *removed))),
        )

    def _index(self, cache: CacheFolder | None) -> bool:
        """Adds the search index, if there is to be one; returns whether that was deferred."""
        if self._site_plan.view.search_page is None:
            return False
        context = index_context(self._artifacts)
        earlier = {
            name: record
            for name, record in self._build_state.artifacts.items()
            if is_index_file(name) and name not in self._site_plan.artifacts
        }
        is_current = DOCUMENTS in earlier and earlier[DOCUMENTS].context == context
        if not is_current and self._options.defers_formats:
            self._artifacts |= earlier
            return True
        intact = {name: self._if_unchanged(name, record) for name, record in earlier.items()}
        if is_current and all(intact.values()):
            self._artifacts |= {name: record for name, record in intact.items() if record}
        elif not self._make_index(context, cache):
            self._artifacts |= earlier
            return True
        return False

    def _make_index(self, context: Context, cache: CacheFolder | None) -> bool:
        """Adds a new search index; returns False if that was interrupted."""
        index = make_index(self._artifacts, self._read, cache, self._options.is_interrupted)
        if index is None:
            return False
        for name, data in index.files.items():
            warnings = index.warnings if name == DOCUMENTS else ()
            record = ArtifactRecord(
                context, NO_DEPENDENCIES, FileFingerprint.of(None, digest_of(data)), warnings
            )
            self._artifacts[name] = record
            if self._stage.path.write_if_changed(name, data):
                self._stage.add(name)
            before = self._build_state.artifacts.get(name)
            self._reasons[name] = _why_indexed(before, context)
        return True

    def _read(self, name: str) -> bytes:
        """The bytes of a rendered file."""
        try:
            return Path(self._stage.path.path_of(name)).read_bytes()
        except FileNotFoundError:
            return (self._output / name).read_bytes()

    def _in_formats(self, names: Iterable[str]) -> tuple[str, ...]:
        artifacts = self._site_plan.artifacts
        return tuple(name for name in names if isinstance(artifacts[name], FormatArtifact))

    def _is_format(self, name: str) -> bool:
        """Whether a file is in an output format, or belongs to the search index."""
        artifact = self._site_plan.artifacts.get(name)
        return isinstance(artifact, FormatArtifact) or is_index_file(name)

    def _stale(self) -> dict[str, str]:
        """Returns why each stale file must be rendered, and keeps the records of the others."""
        before = self._build_state.snapshot
        changed = changed_fields(before, self._snapshot) if before else {}
        changes = Changes(changed)
        pages = {name for kind, name in changed if kind == "page"}
        files = {page.id: page.path for page in self._site_plan.shown if page.id in pages}
        stale: dict[str, str] = {}
        known = self._build_state.artifacts
        current = {} if self._options.check else self._surely_current(changes)
        self._artifacts |= current  # the usual case, made fast
        others = [name for name in self._site_plan.contexts if name not in current]
        for name in others:
            context = self._site_plan.contexts[name]
            record = known.get(name)
            why = stale_reason(record, context, changes, files)
            if record and record.context is not context:  # one object, where both are equal
                record = record._replace(context=context)
            intact = None if record is None or why else self._if_unchanged(name, record)
            if intact:
                self._artifacts[name] = intact
            else:
                stale[name] = why or LOST
        return stale

    def _surely_current(self, changes: Changes) -> dict[str, ArtifactRecord]:
        """The records of files whose contexts are the same, and that read nothing that changed."""
        known, contexts = self._build_state.artifacts, self._site_plan.contexts
        same = {
            name: record
            for name, record in known.items()
            if name in contexts and record.context is contexts[name]
        }
        for name in changes.suspects(same):
            del same[name]
        return same

    def _if_unchanged(self, name: str, record: ArtifactRecord) -> ArtifactRecord | None:
        """Returns the record if the file still has the same bytes."""
        return self._if_same_bytes(name, record) if self._options.check else record

    def _if_same_bytes(self, name: str, record: ArtifactRecord) -> ArtifactRecord | None:
        try:
            fingerprint = refresh_fingerprint(f"{self._output}/{name}", record.fingerprint)
        except OSError:
            return None  # it is gone
        if fingerprint is record.fingerprint:
            return record
        return (
            record._replace(fingerprint=fingerprint)
            if fingerprint.digest == record.fingerprint.digest
            else None
        )

    def _render(self, names: Sequence[str], executor: Executor) -> Iterator[Rendered]:
        if not names:
            return
        workers = executor if len(names) > _SERIAL_LIMIT else SerialExecutor()
        if not workers.shares_disk:  # output formats read the files of pictures
            yield from self._render(self._in_formats(names), SerialExecutor())
            names = [name for name in names if name not in self._artifacts]
        stage_path = self._stage.path if workers.shares_disk else None
        function = RenderFunction(self._snapshot, self._site_plan, stage_path, self._compiled)
        first = self._render_first(names, function) if workers.size > 1 and stage_path else {}
        parts = workers.run(function, batches(name for name in names if name not in first))
        rendered = (each for part in parts for each in part)
        for name in names:  # of two equal texts of a name, only one is to be kept
            yield first[name] if name in first else next(rendered)._replace(name=name)
        next(parts, None)  # ends the workers here: within a finalizer, Ctrl-C would be lost

    def _render_first(
        self, names: Sequence[str], function: RenderFunction
    ) -> Mapping[str, Rendered]:
        """Renders a page of each kind here, so that forked workers have its compiled templates."""
        artifacts = ((name, self._site_plan.artifacts[name]) for name in reversed(names))
        kinds = {each.kind: name for name, each in artifacts if isinstance(each, TemplateArtifact)}
        return {rendered.name: rendered for rendered in function(tuple(kinds.values()))}

    def _stage_rendered(self, rendered: Rendered) -> None:
        """Stages a rendered file, unless the output has the same bytes already."""
        name = rendered.name
        if rendered.is_staged or (
            rendered.data is not None and self._stage.path.write_if_changed(name, rendered.data)
        ):
            self._stage.add(name)
        fingerprint = FileFingerprint.of(None, rendered.digest)
        self._artifacts[name] = ArtifactRecord(
            self._site_plan.contexts[name],
            self._pool.pooled(rendered.dependencies),
            fingerprint,
            rendered.warnings,
            rendered.searched,
        )

    def _copy(self, name: str, artifact: CopyArtifact) -> None:
        digest = self._source_digest(artifact.origin)
        if artifact.cleaned:
            digest = self._source_digest(artifact.cleaned)
        record = self._build_state.artifacts.get(name)
        is_same = record is not None and record.fingerprint.digest == digest
        if record and is_same:
            intact = self._if_unchanged(
                name, ArtifactRecord({}, NO_DEPENDENCIES, record.fingerprint)
            )
        else:
            intact = self._if_same_bytes(
                name, ArtifactRecord({}, NO_DEPENDENCIES, FileFingerprint.of(None, digest))
            )
        if intact:
            self._artifacts[name] = intact
            return
        self._stage.write(name, artifact.source)
        fingerprint = FileFingerprint.of(None, file_digest(self._stage.path.path_of(name)))
        self._artifacts[name] = ArtifactRecord({}, NO_DEPENDENCIES, fingerprint)
        self._reasons[name] = LOST if is_same else f"{artifact.origin} changed" if record else NEW

    def _source_digest(self, path: Path) -> bytes:
        """The digest of a file to copy; it is read only if it may have changed."""
        try:
            fingerprint = refresh_fingerprint(
                path, self._build_state.copy_sources.get(str(path), UNKNOWN_FILE)
            )
        except OSError as error:
            raise not_readable(path, error) from None
        self._copy_sources[str(path)] = fingerprint
        return fingerprint.digest
