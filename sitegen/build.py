"""Builds the site: gathers everything, plans, renders what is stale, and only then writes."""

import time
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from sitegen.addresses import file_of
from sitegen.bodies import BodyFile, BodyLostError
from sitegen.config import Config, load_config
from sitegen.crew import Crew, crew_at
from sitegen.errors import ContentError
from sitegen.files import not_written
from sitegen.gathering import Gathered, Outline, add_related, gather, page_settings
from sitegen.loading import Scan
from sitegen.lock import locked
from sitegen.making import Yield, make
from sitegen.memory import Memory, load_memory, nothing_known, save_memory
from sitegen.models import BuildResult
from sitegen.output import Stage
from sitegen.pages import place_of


def build_site(
    root: Path, *, drafts: bool = False, now: datetime | None = None, crew: Crew | None = None
) -> BuildResult:
    """Builds the digest in ``root`` once; see ``Builder``."""
    with closing(Builder(root, drafts=drafts, crew=crew)) as builder:
        return builder.build(now)


class Builder:
    """Builds one digest as often as it is asked to, and remembers what it made."""

    def __init__(
        self,
        root: Path,
        *,
        output: Path | None = None,
        drafts: bool = False,
        crew: Crew | None = None,
    ) -> None:
        """Makes ready to build.

        Args:
            root: the digest's folder.
            output: another folder than ``output/`` in it. What is made there is not remembered.
            drafts: whether drafts and pages of the future are shown.
            crew: who does the work where there is much; usually the cores of this machine.
        """
        self._root = root
        self._output = output
        self._drafts = drafts
        self._crew = crew or crew_at("")
        self._memory, self._bodies = load_memory(None if output else root)
        self._outline: Outline | None = None
        self._unsettled: set[Path] = set()
        self._is_saved = True

    def build(self, now: datetime | None = None) -> BuildResult:
        """Builds the digest into its output, and writes what changed.

        A page dated after ``now`` counts as a draft. One that cannot be read is named in the
        result's problems, and what was built from it before stays.

        Raises:
            SitegenError: the configuration, the content as a whole, or the theme is wrong, or the
                output cannot be written. Nothing was changed, but perhaps in the last case.
        """
        return self._build(now)

    def rebuild(self, changes: Iterable[Path], now: datetime | None = None) -> BuildResult:
        """Builds again, for a process that stays and is told of changes.

        Only what changed is looked at, as fast as can be; if that is nothing, everything is, and
        files are read whose stamps are not the same.

        Args:
            changes: absolute paths of files and folders that may have changed.
            now: as for ``build``.

        Raises:
            SitegenError: as for ``build``.
        """
        self._unsettled.update(changes)
        content = self._root / "content"
        if self._outline is None or not self._unsettled or content in self._unsettled:
            return self._build(now, by_stamp=True)
        names = {
            path.relative_to(content).as_posix()
            for path in self._unsettled
            if path.is_relative_to(content)
        }
        return self._build(now, only=frozenset(names))

    def save(self) -> None:
        """Keeps what is known for a later process. What cannot be kept is worked out again."""
        if not self._is_saved and self._output is None:
            with suppress(OSError, BodyLostError):
                self._bodies = save_memory(self._root, self._memory, self._bodies)
                self._is_saved = True

    def close(self) -> None:
        """Saves, and closes all files."""
        self.save()
        self._bodies.close()

    def _build(
        self, now: datetime | None, *, by_stamp: bool = False, only: frozenset[str] | None = None
    ) -> BuildResult:
        start = time.perf_counter()
        config = load_config(self._root)
        now = now or datetime.now(UTC)
        output = self._output or config.output
        with locked(None if self._output else self._root):
            try:
                gathered, done = self._attempt(config, output, now, by_stamp=by_stamp, only=only)
            except BodyLostError:  # somebody was at the cache
                self._forget()
                gathered, done = self._attempt(config, output, now)
        self._unsettled.clear()
        return BuildResult(
            output=output,
            artifacts=len(gathered.outline.artifacts),
            rendered=done.rendered,
            written=tuple(done.reasons),
            removed=done.removed,
            reasons=done.reasons,
            seconds=time.perf_counter() - start,
            problems=gathered.outline.site.problems,
            warnings=(*gathered.outline.site.warnings, *_verbatim_pages(gathered, config)),
            broken=_files_of_broken_pages(gathered, config),
        )

    def _attempt(
        self,
        config: Config,
        output: Path,
        now: datetime,
        *,
        by_stamp: bool = False,
        only: frozenset[str] | None = None,
    ) -> tuple[Gathered, Yield]:
        settings = page_settings(config)
        known = self._memory.pages if settings == self._memory.settings else {}
        scan = Scan(known, by_stamp, only)
        stage = Stage(output)
        try:
            gathered = gather(
                config,
                scan,
                self._bodies,
                self._crew,
                now=now,
                drafts=self._drafts,
                last=self._outline,
            )
            gathered = add_related(gathered, self._memory.relations)
            keep = _files_of_broken_pages(gathered, config) & stage.earlier
            done = make(gathered, self._memory, stage, self._crew, keep=keep, check=only is None)
        except OSError as error:
            raise not_written(self._bodies.path, error) from None
        finally:
            stage.discard()
        self._remember(settings, gathered, done)
        return gathered, done

    def _remember(self, settings: str, gathered: Gathered, done: Yield) -> None:
        memory = Memory(
            settings=settings,
            pages=gathered.pages,
            snapshot=gathered.snapshot,
            made=done.made,
            origins=done.origins,
            relations=gathered.relations,
        )
        self._is_saved = self._is_saved and memory == self._memory
        self._memory, self._outline = memory, gathered.outline

    def _forget(self) -> None:
        self._bodies.close()
        self._memory, self._bodies = nothing_known(), BodyFile.create(None)
        self._outline = None


def _verbatim_pages(gathered: Gathered, config: Config) -> Iterator[ContentError]:
    for page in gathered.outline.shown:
        view = gathered.snapshot.pages[page.id]
        if view.is_verbatim:
            yield ContentError(
                "this text would take too long to read as Markdown, and is shown as it is written",
                path=config.content / page.path,
                line=page.body_line,
                hint="look for long rows of brackets, quotes or signs",
            )


def _files_of_broken_pages(gathered: Gathered, config: Config) -> frozenset[str]:
    """The paths in the output of the pages that had to be left out."""
    files = set()
    for problem in gathered.outline.site.problems:
        with suppress(ContentError):  # where no page can stand, none ever stood
            path = PurePosixPath(problem.path.relative_to(config.content)) if problem.path else None
            if path:
                files.add(file_of(place_of(path).address))
    return frozenset(files)
