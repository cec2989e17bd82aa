"""Rebuilds stale artifacts: renders or copies them, stages them and commits them together."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from sitegen.artifacts import CopyArtifact, FormatArtifact
from sitegen.engine.artifact_dependencies import (
    NO_DEPENDENCIES,
    Changes,
    DependencyPool,
    SearchableRecords,
)
from sitegen.engine.build_state import ArtifactRecord, BuildState
from sitegen.engine.cache_key import CacheFolder
from sitegen.engine.executors import Executor, SerialExecutor
from sitegen.engine.input_collection import CollectedSite
from sitegen.engine.rebuild import RebuildOptions, RebuildResult
from sitegen.engine.render_task import Rendered, RenderFunction, first_of_each_kind
from sitegen.engine.search_index import DOCUMENTS, index_context, is_index_file, make_index
from sitegen.engine.staging import Stage
from sitegen.engine.staleness import INDEXED, LOST, NEW, stale_reason
from sitegen.engine.tasks import batches
from sitegen.filesystem.files import digest_of, file_digest, not_readable, refresh_fingerprint
from sitegen.filesystem.fingerprints import UNKNOWN_FILE, FileFingerprint, stamp_of
from sitegen.overlay_mapping import changed_keys, missing_keys, overlaid
from sitegen.themes.environment import CompiledTemplates
from sitegen.views.record_snapshot import changed_fields
from sitegen.views.template_records import Context

if TYPE_CHECKING:
    from sitegen.errors import SitegenError

V = TypeVar("V")

COPIED = ArtifactRecord({}, NO_DEPENDENCIES)
"""The record of files that are copied."""
_SERIAL_LIMIT = 300
"""Up to this number of artifacts, rendering them here is faster than starting workers."""


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
        options: what to leave as it is, and more.
        compiled: templates that were compiled before.
        index_cache: keeps the search index; None to make it from scratch.

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
        self._kept: set[str] = set()
        """The files whose records are those of the last build."""
        self._artifacts: dict[str, ArtifactRecord] = {}
        """The records of all others."""
        self._outputs: dict[str, FileFingerprint] = {}
        """The files that have another fingerprint than before."""
        self._warnings: dict[str, tuple[SitegenError, ...]] = {}
        """Those of files that were made now, as are the next."""
        self._searched: dict[str, bytes] = {}
        self._index_files: set[str] = set()
        """The files of the search index, which are not planned."""
        self._copy_sources: dict[str, FileFingerprint] = {}
        self._reasons: dict[str, str] = {}
        self._pool = DependencyPool()

    def run(self, executor: Executor, index_cache: CacheFolder | None) -> RebuildResult:
        keep = self._options.keep
        why = self._stale()
        deferred = self._in_formats(why) if self._options.defers_formats else ()
        for name in deferred:
            del why[name]
        for name, rendered in self._render(list(why), executor):
            self._stage_rendered(name, rendered)
        self._options.when_rendered()
        for name, artifact in self._copies():
            self._copy(name, artifact)
        is_index_deferred = self._index(index_cache)
        absent = {name for name in deferred if name not in self._stage.recorded}
        if is_index_deferred:
            self._index_files.update(filter(is_index_file, self._stage.recorded))
        files = frozenset(self._site_plan.artifacts).union(self._index_files, keep)
        removed = self._stage.commit(files - absent if absent else files)
        for name in (*why, *self._reasons):
            stamp = stamp_of(f"{self._output}/{name}")
            self._outputs[name] = FileFingerprint.of(stamp, self._outputs[name].digest)
        return RebuildResult(
            artifacts=self._all_artifacts(),
            outputs=self._all_outputs(),
            warnings=self._of_all(self._build_state.warnings, self._warnings),
            searched=self._of_all(self._build_state.searched, self._searched),
            copy_sources=self._copy_sources,
            reasons={name: self._reasons.get(name) or why[name] for name in self._stage.names},
            rendered=len(why),
            copied=sum(name in self._site_plan.artifacts for name in self._reasons),
            removed=removed,
            kept=keep,
            deferred=len(deferred) + is_index_deferred,
            only_formats=all(map(self._is_format, (*self._stage.names, *removed))),
        )

    def _all_artifacts(self) -> Mapping[str, ArtifactRecord]:
        known, own = self._build_state.artifacts, self._artifacts
        if self._has_same_files() and len(own) < len(known):
            return overlaid(known, own)
        names = sorted(self._kept | own.keys())
        return SearchableRecords(
            {name: own[name] if name in own else known[name] for name in names}
        )

    def _all_outputs(self) -> Mapping[str, FileFingerprint]:
        known, own = self._build_state.outputs, self._outputs
        if self._has_same_files():
            return {**known, **own} if own else known
        names = sorted(self._kept | self._artifacts.keys())  # sorting them again takes no time
        return {name: own[name] if name in own else known[name] for name in names}

    def _has_same_files(self) -> bool:
        """Whether there are the same files as after the last build."""
        known, own = self._build_state.artifacts, self._artifacts
        others = sum(name not in self._kept for name in own)
        return len(known) == len(self._kept) + others and all(name in known for name in own)

    def _of_all(self, known: Mapping[str, V], own: Mapping[str, V]) -> Mapping[str, V]:
        return {**{name: known[name] for name in known if name in self._kept}, **own}

    def _copies(self) -> Iterator[tuple[str, CopyArtifact]]:
        artifacts, contexts = self._site_plan.artifacts, self._site_plan.contexts
        for name in [name for name in artifacts if name not in contexts]:
            artifact = artifacts[name]
            if isinstance(artifact, CopyArtifact):
                yield name, artifact

    def _index(self, cache: CacheFolder | None) -> bool:
        """Adds the search index, if there is to be one; returns whether that was deferred."""
        if self._site_plan.view.search_page is None:
            return False
        known, planned = self._build_state.artifacts, self._site_plan.artifacts
        earlier = [name for name in known if is_index_file(name) and name not in planned]
        searched = self._of_all(self._build_state.searched, self._searched)
        context = index_context(searched)
        is_current = DOCUMENTS in earlier and known[DOCUMENTS].context == context
        if is_current:
            intact = {name: self._if_unchanged(name) for name in earlier}
            if all(intact.values()):
                for name, fingerprint in intact.items():
                    self._keep(name, fingerprint or UNKNOWN_FILE)
                self._index_files.update(earlier)
                return False
        is_wanted = is_current or not self._options.defers_formats
        if is_wanted and self._make_index(context, searched, cache):
            return False
        self._kept.update(earlier)
        self._index_files.update(earlier)
        return True

    def _make_index(
        self, context: Context, searched: Mapping[str, bytes], cache: CacheFolder | None
    ) -> bool:
        """Adds a new search index; returns False if that was interrupted."""
        index = make_index(searched, self._read, cache, self._options.is_interrupted)
        if index is None:
            return False
        before = self._build_state.artifacts
        self._index_files.update(index.files)
        for name, data in index.files.items():
            self._artifacts[name] = ArtifactRecord(context, NO_DEPENDENCIES)
            self._outputs[name] = FileFingerprint.of(None, digest_of(data))
            if index.warnings and name == DOCUMENTS:
                self._warnings[name] = index.warnings
            if self._stage.path.write_if_changed(name, data):
                self._stage.add(name)
            self._reasons[name] = _why_indexed(before.get(name), context)
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
        paths = self._site_plan.paths
        files = {page: paths[page] for page in pages if page in paths}
        suspects = self._suspects(changes)
        known, contexts = self._build_state.artifacts, self._site_plan.contexts
        names: Iterable[str] = contexts
        if not self._options.check:  # the usual case, made fast
            self._kept = set(contexts)
            self._kept -= suspects
            names = [name for name in contexts if name in suspects]
        stale: dict[str, str] = {}
        for name in names:
            record, why = None, None
            if name in suspects:
                record = known.get(name)
                why = stale_reason(record, contexts[name], changes, files)
            fingerprint = None if why else self._if_unchanged(name)
            if fingerprint is None:
                stale[name] = why or LOST
                continue
            self._keep(name, fingerprint)
            if record and record.context is not contexts[name]:  # one object: both are equal
                self._artifacts[name] = record._replace(context=contexts[name])
        return stale

    def _suspects(self, changes: Changes) -> set[str]:
        """The files that may be stale: others have the same contexts, and read nothing changed."""
        known, contexts = self._build_state.artifacts, self._site_plan.contexts
        last = self._build_state.site_plan
        return {
            *changed_keys(last.contexts if last else {}, contexts)[0],
            *missing_keys(contexts, known),
            *(name for name in changes.suspects(known) if name in contexts),
            *self._build_state.newer_artifacts,
        }

    def _if_unchanged(self, name: str) -> FileFingerprint | None:
        """The fingerprint of a file that still has the bytes of the last build."""
        before = self._build_state.outputs[name]
        return self._if_same_bytes(name, before) if self._options.check else before

    def _if_same_bytes(self, name: str, before: FileFingerprint) -> FileFingerprint | None:
        try:
            fingerprint = refresh_fingerprint(f"{self._output}/{name}", before)
        except OSError:
            return None  # it is gone
        return fingerprint if fingerprint.digest == before.digest else None

    def _keep(self, name: str, fingerprint: FileFingerprint) -> None:
        """Keeps the record of the last build."""
        self._kept.add(name)
        if fingerprint is not self._build_state.outputs[name]:
            self._outputs[name] = fingerprint

    def _render(self, names: Sequence[str], executor: Executor) -> Iterator[tuple[str, Rendered]]:
        """Yields each of the names, and what was rendered for it."""
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
            yield name, first[name] if name in first else next(rendered)
        next(parts, None)  # ends the workers here: within a finalizer, Ctrl-C would be lost

    def _render_first(
        self, names: Sequence[str], function: RenderFunction
    ) -> Mapping[str, Rendered]:
        """Renders a page of each kind here, so that forked workers have its compiled templates."""
        firsts = first_of_each_kind(self._site_plan, names)
        return {rendered.name: rendered for rendered in function(firsts)}

    def _stage_rendered(self, name: str, rendered: Rendered) -> None:
        """Stages a rendered file, unless the output has the same bytes already."""
        if rendered.is_staged or (
            rendered.data is not None and self._stage.path.write_if_changed(name, rendered.data)
        ):
            self._stage.add(name)
        context = self._site_plan.contexts[name]
        self._artifacts[name] = ArtifactRecord(context, self._pool.pooled(rendered.dependencies))
        self._outputs[name] = FileFingerprint.of(None, rendered.digest)
        if rendered.warnings:
            self._warnings[name] = rendered.warnings
        if rendered.searched:
            self._searched[name] = rendered.searched

    def _copy(self, name: str, artifact: CopyArtifact) -> None:
        digest = self._source_digest(artifact.origin)
        if artifact.cleaned:
            digest = self._source_digest(artifact.cleaned)
        before = self._build_state.outputs.get(name)
        is_same = before is not None and before.digest == digest
        intact = (
            self._if_unchanged(name)
            if is_same
            else self._if_same_bytes(name, FileFingerprint.of(None, digest))
        )
        if intact and self._was_copied(name):
            self._keep(name, intact)
            return
        self._artifacts[name] = COPIED
        if intact:
            self._outputs[name] = intact
            return
        self._stage.write(name, artifact.source)
        written = file_digest(self._stage.path.path_of(name))
        self._outputs[name] = FileFingerprint.of(None, written)
        self._reasons[name] = LOST if is_same else f"{artifact.origin} changed" if before else NEW

    def _was_copied(self, name: str) -> bool:
        """Whether the last build surely copied a file, so that its record need not be read."""
        last = self._build_state.site_plan
        was_made = name in self._build_state.artifacts
        return was_made and last is not None and name not in last.contexts

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
