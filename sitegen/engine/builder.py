"""Builds a digest: collects the site, plans it, renders stale files and commits them."""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from sitegen.configuration.file import load_config
from sitegen.configuration.settings import Config
from sitegen.engine.build_result import BuildResult
from sitegen.engine.build_state import BuildState
from sitegen.engine.cache import Cache
from sitegen.engine.cache_key import CacheFolder, keep_code_key
from sitegen.engine.diagnostics import build_warnings
from sitegen.engine.executors import (
    Executor,
    Executors,
    SerialExecutor,
    SideTaskExecutor,
    executor_for,
)
from sitegen.engine.image_folder import ImageFolder
from sitegen.engine.images import ImageStore, remove_unused
from sitegen.engine.incremental_build import rebuild_artifacts
from sitegen.engine.input_collection import (
    CollectedSite,
    Stores,
    add_related,
    collect,
    page_settings,
)
from sitegen.engine.loading import KnownPages, Scan
from sitegen.engine.lock import locked
from sitegen.engine.post_comparison import comparing_executor, prepare_comparison
from sitegen.engine.rebuild import RebuildOptions, RebuildResult
from sitegen.engine.render_task import compile_templates
from sitegen.engine.staging import Stage
from sitegen.engine.template_cache import load_templates, save_templates
from sitegen.engine.unreadable_page_output import files_of_broken_pages, files_to_keep
from sitegen.engine.uptodate import (
    NOT_CHECKED,
    UpToDateCheck,
    settings_digest,
    write_up_to_date_record,
)
from sitegen.engine.uptodate_record import make_up_to_date_record, output_digest, with_stamps
from sitegen.errors import SitegenError
from sitegen.filesystem.listing import is_unlisted
from sitegen.processes.garbage_collection import paused_collection
from sitegen.views.body_store import BodyLostError, no_room_for_bodies

_SERIAL_LIMIT = 300
"""Up to this number of pages, saving them is faster than starting a process for it."""
_COPY_LIMIT = 30_000
"""Above this number of pages, the memory that such a process copies outweighs the time it saves."""


def build_site(
    root: Path,
    *,
    drafts: bool = False,
    cards: bool = True,
    now: datetime | None = None,
    executor: Executor | None = None,
    checked: UpToDateCheck = NOT_CHECKED,
    is_locked: bool = False,
) -> BuildResult:
    """Builds the digest in ``root`` once; see ``Builder``."""
    with builder_for_one_build(
        root, drafts=drafts, cards=cards, executor=executor, is_locked=is_locked
    ) as builder:
        return builder.build(now, checked)


@contextmanager
def builder_for_one_build(
    root: Path,
    *,
    drafts: bool = False,
    cards: bool = True,
    executor: Executor | None = None,
    is_locked: bool = False,
) -> Iterator["Builder"]:
    """The ``Builder`` of a digest, which is closed in the end."""
    with (
        comparing_executor(CacheFolder(root)) as comparing,
        closing(
            Builder(
                root,
                drafts=drafts,
                cards=cards,
                executor=executor,
                is_locked=is_locked,
                comparing=comparing,
            )
        ) as builder,
    ):
        yield builder


class Builder:
    """Builds one digest any number of times, and each time only what changed."""

    def __init__(
        self,
        root: Path,
        *,
        output: Path | None = None,
        drafts: bool = False,
        cards: bool = True,
        executor: Executor | None = None,
        is_locked: bool = False,
        comparing: Executor | None = None,
    ) -> None:
        """Loads the build state of the digest in ``root``.

        Args:
            root: the digest's folder.
            output: a folder other than ``output/`` to build to; nothing is cached for it.
            drafts: whether drafts, expired pages and pages dated in the future are included.
            cards: whether social cards are made, if the configuration asks for them.
            executor: runs large amounts of work; by default, on the cores of this machine.
            is_locked: whether the caller holds the lock of the digest.
            comparing: compares a few posts; by default, this process.
        """
        self._root = root
        self._output = output
        self._drafts = drafts
        self._cards = cards
        self._cache_folder = CacheFolder(root)
        self._cached_in = None if output else self._cache_folder
        self._cache_to_lock = None if is_locked else self._cached_in
        self._is_locked = is_locked
        self._executor = executor or executor_for("")
        self._comparing = Executors(self._executor, comparing or SerialExecutor())
        with paused_collection():
            self._cache = Cache(self._cached_in)
        self._image_folder = ImageFolder(self._cache_folder, is_cached=output is None)
        self._compiled = load_templates(self._cached_in)
        self._pending_changes: set[Path] = set()
        self._has_built = False
        self._is_saved = True
        self._recordable_settings = ""
        """The digest of the settings, if the build can be recorded as up to date."""

    def build(
        self,
        now: datetime | None = None,
        checked: UpToDateCheck = NOT_CHECKED,
        *,
        defers_formats: bool = False,
    ) -> BuildResult:
        """Builds the digest and writes the output files that changed.

        A page that cannot be read becomes a problem of the result. Its earlier output is kept.

        Args:
            now: the time; pages dated later count as drafts.
            checked: the result of an up-to-date check just before, which saves reading again.
            defers_formats: whether stale output formats are left to the next build without this.

        Raises:
            SitegenError: the configuration, the content as a whole or the theme is wrong, or the
                output cannot be written. Only in the last case may the output have changed.
        """
        outputs = self._state.outputs
        are_intact = bool(checked.outputs) and checked.outputs == output_digest(outputs)
        if are_intact:
            stamped = with_stamps(outputs, self._root / "output")
            self._cache.build_state = replace(self._state, outputs=stamped)
        scan = Scan(digests=checked.pages, names=checked.names)
        options = RebuildOptions(check=not are_intact, defers_formats=defers_formats)
        return self._build(now, scan, options)

    def rebuild(
        self,
        changes: Iterable[Path],
        now: datetime | None = None,
        *,
        defers_formats: bool = False,
        is_interrupted: Callable[[], bool] | None = None,
    ) -> BuildResult:
        """Builds again after changes that a file watcher reported.

        Reads only the changed files. Without changes, or if the output itself changed, all files
        whose stamps differ are read.

        Args:
            changes: absolute paths, without links, of files and folders that may have changed.
                After an error, those of earlier calls are included again.
            now: the time, as for ``build``.
            defers_formats: as for ``build``.
            is_interrupted: whether the search index is left to a later build after all. It is
                called again and again while the index is made, also from another thread.

        Raises:
            SitegenError: as for ``build``.
        """
        changes = frozenset(changes)
        self._pending_changes |= changes
        content = (self._root / "content").resolve()
        root = self._root.resolve()
        is_all = {content, root / "content", root / "output"} & self._pending_changes
        if not self._has_built or not changes or is_all:
            options = RebuildOptions(defers_formats=defers_formats, is_interrupted=is_interrupted)
            return self._build(now, Scan(by_stamp=True), options)
        inside = (
            path.relative_to(content) for path in self._pending_changes if content in path.parents
        )
        names = (path.as_posix() for path in inside if not is_unlisted(path))
        options = RebuildOptions(check=False, defers_formats=defers_formats)
        return self._build(now, Scan(only=frozenset(names)), options)

    def prepare_edit(self) -> None:
        """Loads what the build after the next edit compares the text with."""
        site_plan = self._state.site_plan
        if site_plan and self._output is None and self._state.related_posts.texts:
            prepare_comparison(site_plan.inputs.config, self._cache_folder)

    def save(self) -> None:
        """Saves the build state for a later process. It is only a cache, so errors are ignored."""
        if not self._is_saved and self._output is None:
            with suppress(OSError, BodyLostError), locked(self._cache_to_lock), paused_collection():
                self._cache.save()
                save_templates(self._compiled, self._cache_folder)
                keep_code_key(self._cache_folder.path)
                self._is_saved = True

    def close(self) -> None:
        """Saves the build state, records that the output is up to date, and closes all files."""
        self.save()
        site_plan = self._state.site_plan
        if self._recordable_settings and site_plan and self._output is None:
            record = make_up_to_date_record(self._state, site_plan, self._recordable_settings)
            with locked(self._cache_to_lock):
                write_up_to_date_record(self._cache_folder, record)
        self._cache.close()
        self._image_folder.close()

    @property
    def _state(self) -> BuildState:
        return self._cache.build_state

    def _build(self, now: datetime | None, scan: Scan, options: RebuildOptions) -> BuildResult:
        start = time.perf_counter()
        settings = settings_digest(self._cache_folder)
        site_plan = self._state.site_plan
        config = load_config(self._root, site_plan.inputs.config if site_plan else None)
        config = replace(config, makes_cards=self._cards)
        now = now or datetime.now(UTC)
        output = self._output or config.output
        with locked(self._cache_to_lock), paused_collection():
            try:
                built = self._attempt(config, output, now, scan, options)
            except BodyLostError:  # the cache was damaged, or its disk is full
                self._forget()
                options = options._replace(check=True)
                built = self._attempt_without_cache(config, output, now, options)
        collected, rebuilt, warnings = built
        self._pending_changes.clear()
        findings = collected.site_plan.findings
        has_unrecorded_inputs = bool(config.grouping.model or config.grouping.sections)
        is_finished = not (warnings or findings.problems or rebuilt.deferred)
        is_recordable = is_finished and not has_unrecorded_inputs
        self._recordable_settings = settings if is_recordable else ""
        return BuildResult(
            output=output,
            artifacts=len(collected.site_plan.artifacts),
            rendered=rebuilt.rendered,
            copied=rebuilt.copied,
            written=tuple(rebuilt.reasons),
            removed=rebuilt.removed,
            reasons=rebuilt.reasons,
            deferred=rebuilt.deferred,
            only_formats=rebuilt.only_formats,
            seconds=time.perf_counter() - start,
            held_back=findings.held_back,
            held_back_pages=findings.held_back_pages,
            is_empty=findings.is_empty,
            problems=findings.problems,
            warnings=warnings,
            broken=rebuilt.kept | files_of_broken_pages(collected),
        )

    def _attempt_without_cache(
        self, config: Config, output: Path, now: datetime, options: RebuildOptions
    ) -> "_Built":
        try:
            return self._attempt(config, output, now, Scan(), options)
        except BodyLostError:
            raise no_room_for_bodies() from None

    def _attempt(
        self, config: Config, output: Path, now: datetime, scan: Scan, options: RebuildOptions
    ) -> "_Built":
        last = self._state
        stage = Stage(output)
        try:
            collected = self._collect(config, now, scan)
            known = collected.build_state()
            rebuilt = rebuild_artifacts(
                collected,
                last,
                stage,
                self._executor,
                options=options._replace(
                    keep=files_to_keep(collected, stage.recorded),
                    when_rendered=partial(self._begin_save, known),
                ),
                compiled=self._compiled,
                index_cache=self._cached_in,
            )
            warnings = build_warnings(collected, last.known_pages)
        finally:
            stage.discard()
        if self._output is None:
            remove_unused(collected.images, self._image_folder.path)
            self._image_folder.remove_others()
        self._remember(known, rebuilt)
        return _Built(
            collected, rebuilt, (*warnings, *chain.from_iterable(rebuilt.warnings.values()))
        )

    def _collect(self, config: Config, now: datetime, scan: Scan) -> CollectedSite:
        """The inputs of the build, with related posts."""
        last = self._state
        is_same = page_settings(config) == last.settings
        is_first = self._executor.size > 1 and not last.site_plan
        collected = collect(
            config,
            scan._replace(
                known=last.known_pages if is_same else KnownPages(),
                remembered=frozenset(last.pages),
            ),
            Stores(self._cache.bodies, ImageStore(self._image_folder.path, last.images)),
            self._executor,
            now=now,
            drafts=self._drafts,
            last=last,
            first_cache=self._cached_in if is_first else None,
        )
        comparing = self._comparing_beside(collected) if is_first else self._comparing
        return add_related(collected, last, comparing, self._cached_in)

    def _begin_save(self, known: BuildState) -> None:
        """Begins to save what was known before rendering, if that is worth another process."""
        is_worth_a_process = _SERIAL_LIMIT < len(known.pages) <= _COPY_LIMIT
        if self._is_locked and is_worth_a_process and self._executor.size > 1:
            self._cache.begin_save(known)

    def _comparing_beside(self, collected: CollectedSite) -> Executors:
        """Compares posts, and compiles templates here while other processes compare many."""
        task = partial(compile_templates, collected.snapshot, collected.site_plan, self._compiled)
        if collected.comparison:
            task()
        return self._comparing._replace(many=SideTaskExecutor(self._executor, task))

    def _remember(self, known: BuildState, rebuilt: RebuildResult) -> None:
        build_state = replace(
            known,
            artifacts=rebuilt.artifacts,
            outputs=rebuilt.outputs,
            warnings=rebuilt.warnings,
            searched=rebuilt.searched,
            copy_sources=rebuilt.copy_sources,
        )
        self._is_saved = self._is_saved and build_state == self._state
        self._cache.build_state = build_state
        self._has_built = True

    def _forget(self) -> None:
        self._cache.forget()
        self._has_built = False
        self._recordable_settings = ""


class _Built(NamedTuple):
    """A successful attempt to build."""

    collected: CollectedSite
    rebuilt: RebuildResult
    warnings: tuple[SitegenError, ...]
