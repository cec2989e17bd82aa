"""Builds the site: gathers everything, plans, renders what is stale, and only then writes."""

import gc
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from sitegen.configuration.file import find_config, load_config
from sitegen.configuration.settings import Config
from sitegen.engine.build_state import ArtifactRecord, BuildState
from sitegen.engine.cache import Cache
from sitegen.engine.collecting import CollectedSite, add_related, collect, page_settings
from sitegen.engine.commit import recover
from sitegen.engine.executors import Executor, executor_for
from sitegen.engine.loading import Scan
from sitegen.engine.lock import locked
from sitegen.engine.overwritten_topics import overwritten_topics
from sitegen.engine.rebuilding import RebuildResult, make
from sitegen.engine.retained_output import files_of_broken_pages, files_to_keep
from sitegen.engine.site_plan import SitePlan
from sitegen.engine.staging import Stage
from sitegen.engine.uptodate import (
    UNKNOWN,
    UpToDateCheck,
    UpToDateRecord,
    pages_digest,
    settings_digest,
    stamps_digest,
    write_up_to_date_record,
)
from sitegen.errors import ConfigError, ContentError
from sitegen.filesystem.files import refresh_fingerprint
from sitegen.filesystem.fingerprints import SETTLED_SECONDS, FileFingerprint
from sitegen.filesystem.listing import copied_names, is_unlisted
from sitegen.models import BuildResult
from sitegen.themes.environment import CompiledTemplates
from sitegen.views.body_store import BodyLostError, no_room_for_bodies


def build_site(
    root: Path,
    *,
    drafts: bool = False,
    now: datetime | None = None,
    executor: Executor | None = None,
    found: UpToDateCheck = UNKNOWN,
    is_locked: bool = False,
) -> BuildResult:
    """Builds the digest in ``root`` once; see ``Builder``."""
    with closing(Builder(root, drafts=drafts, executor=executor, is_locked=is_locked)) as builder:
        return builder.build(now, found)


def recover_site(root: Path) -> None:
    """Ends what a build of the digest in ``root`` began and could not end, if one did.

    Raises:
        ConfigError: the configuration is wrong, so that it is not known where the output is.
        OutputError: a file cannot be put in place.
    """
    output = load_config(root).output
    with locked(root):
        recover(output)


class Builder:
    """Builds one digest as often as it is asked to, and remembers what it made."""

    def __init__(
        self,
        root: Path,
        *,
        output: Path | None = None,
        drafts: bool = False,
        executor: Executor | None = None,
        is_locked: bool = False,
    ) -> None:
        """Makes ready to build.

        Args:
            root: the digest's folder.
            output: another folder than ``output/`` in it. What is made there is not remembered.
            drafts: whether drafts and pages of the future are shown.
            executor: who does the work where there is much; usually the cores of this machine.
            is_locked: whether the caller holds the lock of the digest.
        """
        self._root = root
        self._output = output
        self._drafts = drafts
        self._to_lock = None if output or is_locked else root
        self._executor = executor or executor_for("")
        with _collector_at_rest():
            self._cache = Cache(None if output else root)
        self._compiled = CompiledTemplates()
        self._unsettled: set[Path] = set()
        self._is_built = False
        self._is_saved = True
        self._settled_at = 0.0
        """When, by the monotonic clock, all that was written can be stamped."""
        self._sealable = ""
        """The digest of the settings of the last build, if it left nothing to tell."""

    def build(self, now: datetime | None = None, found: UpToDateCheck = UNKNOWN) -> BuildResult:
        """Builds the digest into its output, and writes what changed.

        A page that cannot be read is named in the result's problems, and what was built from it
        before stays.

        Args:
            now: a page dated after it counts as a draft.
            found: what a look at the digest's seal found a moment ago. What was read and was as
                it is known is not looked at again.

        Raises:
            SitegenError: the configuration, the content as a whole, or the theme is wrong, or the
                output cannot be written. Nothing was changed, but perhaps in the last case.
        """
        made = self._settled() if found.outputs else {}
        are_intact = bool(found.outputs) and found.outputs == _stamps_digest(made)
        if are_intact:
            self._cache.build_state = replace(self._cache.build_state, made=made)
        scan = Scan(digests=found.pages, names=found.names)
        return self._build(now, scan, check=not are_intact)

    def rebuild(self, changes: Iterable[Path], now: datetime | None = None) -> BuildResult:
        """Builds again, for a process that stays and is told of changes.

        Only what changed is looked at, as fast as can be; if that is nothing, everything is, and
        files are read whose stamps are not the same.

        Args:
            changes: absolute paths of files and folders that may have changed, without links in
                them. After an error, those of earlier calls still count.
            now: as for ``build``.

        Raises:
            SitegenError: as for ``build``.
        """
        changes = frozenset(changes)
        self._unsettled |= changes
        place = (self._root / "content").resolve()
        is_all = {place, self._root.resolve() / "content"} & self._unsettled
        if not self._is_built or not changes or is_all:
            return self._build(now, Scan(by_stamp=True))
        within = (path.relative_to(place) for path in self._unsettled if place in path.parents)
        names = (path.as_posix() for path in within if not is_unlisted(path))
        return self._build(now, Scan(only=frozenset(names)), check=False)

    def save(self) -> None:
        """Keeps what is known for a later process. What cannot be kept is worked out again."""
        if not self._is_saved and self._output is None:
            with suppress(OSError, BodyLostError), locked(self._to_lock), _collector_at_rest():
                self._cache.save()
                self._is_saved = True

    def close(self) -> None:
        """Saves, and closes all files."""
        self.save()
        site_plan = self._cache.build_state.site_plan
        if self._sealable and site_plan and self._output is None:
            time.sleep(max(0.0, self._settled_at - time.monotonic()))
            with locked(self._to_lock):
                write_up_to_date_record(self._root, self._up_to_date_record(site_plan))
        self._cache.close()

    def _build(self, now: datetime | None, scan: Scan, *, check: bool = True) -> BuildResult:
        start = time.perf_counter()
        settings = settings_digest(self._root)
        site_plan = self._cache.build_state.site_plan
        config = load_config(self._root, site_plan.basis.config if site_plan else None)
        now = now or datetime.now(UTC)
        output = self._output or config.output
        before = self._cache.build_state.pages
        with locked(self._to_lock), _collector_at_rest():
            try:
                collected, done = self._attempt(config, output, now, scan, check=check)
            except BodyLostError:  # somebody was at the cache, or its disk is full
                self._forget()
                collected, done = self._attempt_without_cache(config, output, now)
        self._settled_at = time.monotonic() + SETTLED_SECONDS if done.reasons else 0.0
        self._unsettled.clear()
        warnings = (
            *collected.site_plan.site.warnings,
            *_verbatim_pages(collected, config),
            *_untranslated_interface(collected, config),
            *overwritten_topics(before, collected.pages, config.content),
        )
        has_news = bool(warnings or collected.site_plan.site.problems)
        reads_more = bool(config.grouping.model or config.grouping.sections)
        self._sealable = "" if has_news or reads_more else settings
        return BuildResult(
            output=output,
            artifacts=len(collected.site_plan.artifacts),
            rendered=done.rendered,
            written=tuple(done.reasons),
            removed=done.removed,
            reasons=done.reasons,
            seconds=time.perf_counter() - start,
            held_back=collected.site_plan.site.held_back,
            problems=collected.site_plan.site.problems,
            warnings=warnings,
            broken=done.kept | files_of_broken_pages(collected),
        )

    def _attempt_without_cache(
        self, config: Config, output: Path, now: datetime
    ) -> tuple[CollectedSite, RebuildResult]:
        try:
            return self._attempt(config, output, now, Scan(), check=True)
        except BodyLostError:
            raise no_room_for_bodies() from None

    def _attempt(
        self, config: Config, output: Path, now: datetime, scan: Scan, *, check: bool
    ) -> tuple[CollectedSite, RebuildResult]:
        build_state = self._cache.build_state
        settings = page_settings(config)
        known = build_state.pages if settings == build_state.settings else {}
        stage = Stage(output)
        try:
            collected = collect(
                config,
                scan._replace(known=known, remembered=frozenset(build_state.pages)),
                self._cache.bodies,
                self._executor,
                now=now,
                drafts=self._drafts,
                last=build_state.site_plan,
            )
            collected = add_related(collected, build_state.relations)
            keep = files_to_keep(collected, stage.recorded)
            done = make(
                collected,
                build_state,
                stage,
                self._executor,
                keep=keep,
                compiled=self._compiled,
                check=check,
            )
        finally:
            stage.discard()
        self._remember(settings, collected, done)
        return collected, done

    def _remember(self, settings: str, collected: CollectedSite, done: RebuildResult) -> None:
        build_state = BuildState(
            settings=settings,
            pages=collected.pages,
            snapshot=collected.snapshot,
            made=done.made,
            origins=done.origins,
            relations=collected.relations,
            site_plan=collected.site_plan,
        )
        self._is_saved = self._is_saved and build_state == self._cache.build_state
        self._cache.build_state = build_state
        self._is_built = True

    def _settled(self) -> dict[str, ArtifactRecord]:
        """What was made, stamped where it was too fresh for a stamp and is still the same."""
        output = self._root / "output"
        return {
            name: made if made.seen.stamp else made._replace(seen=_seen_later(output / name, made))
            for name, made in self._cache.build_state.made.items()
        }

    def _up_to_date_record(self, site_plan: SitePlan) -> UpToDateRecord:
        build_state, names = self._cache.build_state, site_plan.basis.names
        return UpToDateRecord(
            drafts=self._drafts,
            period=site_plan.period,
            settings=self._sealable,
            pages=pages_digest(
                names, {name: page.seen.digest for name, page in build_state.pages.items()}
            ),
            media=stamps_digest(
                build_state.origins[f"{site_plan.basis.config.content}/{name}"].stamp
                for name in copied_names(names)
            ),
            artifacts=len(site_plan.artifacts),
            held_back=site_plan.site.held_back,
            outputs=_stamps_digest(self._settled()),
        )

    def _forget(self) -> None:
        self._cache.forget()
        self._is_built = False
        self._sealable = ""


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Keeps the garbage collector from looking through hundreds of thousands of records.

    That takes a third of a build's time, and there is next to nothing to find.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _verbatim_pages(collected: CollectedSite, config: Config) -> Iterator[ContentError]:
    verbatim = {key for key, view in collected.snapshot.pages.items() if view.is_verbatim}
    for page in collected.site_plan.shown if verbatim else ():
        if page.id in verbatim:
            yield ContentError(
                "this text would take too long to read as Markdown, and is shown as it is written",
                path=config.content / page.path,
                line=page.body_line,
                hint="look for long rows of brackets, quotes or signs",
            )


def _untranslated_interface(collected: CollectedSite, config: Config) -> Iterator[ConfigError]:
    if not collected.site_plan.basis.wording.is_translated:
        yield ConfigError(
            f"the words of the interface are English, as there are none in “{config.language}”",
            path=find_config(config.root),
            hint=f"translate them in your theme: themes/mine/words/{config.language}.toml",
        )


def _seen_later(path: Path, made: ArtifactRecord) -> FileFingerprint:
    """A file that was made, as it is now if it has the same bytes."""
    try:
        seen = refresh_fingerprint(path, made.seen)
    except OSError:
        return made.seen
    return seen if seen.digest == made.seen.digest else made.seen


def _stamps_digest(made: Mapping[str, ArtifactRecord]) -> str | None:
    """Of the files that were made, in the order of their paths."""
    return stamps_digest(made[name].seen.stamp for name in sorted(made))
