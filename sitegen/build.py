"""Builds the site: gathers everything, plans, renders what is stale, and only then writes."""

import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from sitegen.addresses import file_of
from sitegen.bodies import BodyFile, BodyLostError
from sitegen.config import Config, load_config
from sitegen.crew import Crew, crew_at
from sitegen.errors import ContentError
from sitegen.files import not_written
from sitegen.gathering import Gathered, gather, page_settings
from sitegen.making import Yield, make
from sitegen.memory import Memory, load_memory, nothing_known, save_memory
from sitegen.models import BuildResult
from sitegen.output import Stage, read_record
from sitegen.pages import place_of


def build_site(root: Path, *, drafts: bool = False, now: datetime | None = None) -> BuildResult:
    """Builds the digest in ``root`` once; see ``Builder.build``."""
    builder = Builder(root, drafts=drafts)
    try:
        return builder.build(now)
    finally:
        builder.close()


class Builder:
    """Builds one digest as often as it is asked to, and remembers what it made."""

    def __init__(self, root: Path, *, drafts: bool = False, crew: Crew | None = None) -> None:
        """Makes ready to build.

        Args:
            root: the digest's folder.
            drafts: whether drafts and pages of the future are shown.
            crew: who does the work where there is much; usually the cores of this machine.
        """
        self._root = root
        self._drafts = drafts
        self._crew = crew or crew_at("")
        self._memory, self._bodies = load_memory(root)

    def build(self, now: datetime | None = None) -> BuildResult:
        """Builds the digest into its ``output/``, and writes what changed.

        A page dated after ``now`` counts as a draft. One that cannot be read is named in the
        result's problems, and what was built from it before stays.

        Raises:
            SitegenError: the configuration, the content as a whole, or the theme is wrong, or the
                output cannot be written. Nothing was changed, but perhaps in the last case.
        """
        start = time.perf_counter()
        config = load_config(self._root)
        now = now or datetime.now(UTC)
        try:
            gathered, done = self._attempt(config, now)
        except BodyLostError:  # somebody was at the cache
            self._forget()
            gathered, done = self._attempt(config, now)
        return BuildResult(
            output=config.output,
            artifacts=len(gathered.artifacts),
            rendered=done.rendered,
            written=tuple(done.reasons),
            removed=done.removed,
            reasons=done.reasons,
            seconds=time.perf_counter() - start,
            problems=gathered.site.problems,
            warnings=(*gathered.site.warnings, *_verbatim_pages(gathered, config)),
        )

    def save(self) -> None:
        """Keeps what is known for a later process. What cannot be kept is worked out again."""
        with suppress(OSError, BodyLostError):
            self._bodies = save_memory(self._root, self._memory, self._bodies)

    def close(self) -> None:
        """Saves, and closes all files."""
        self.save()
        self._bodies.close()

    def _attempt(self, config: Config, now: datetime) -> tuple[Gathered, Yield]:
        settings = page_settings(config)
        known = self._memory.pages if settings == self._memory.settings else {}
        stage = Stage(config.output)
        try:
            gathered = gather(config, known, self._bodies, self._crew, now=now, drafts=self._drafts)
            keep = _files_of_broken_pages(gathered, config) & read_record(config.output)
            done = make(gathered, self._memory, stage, self._crew, keep)
        except OSError as error:
            raise not_written(self._bodies.path, error) from None
        finally:
            stage.discard()
        self._memory = Memory(
            settings=settings,
            pages=gathered.pages,
            snapshot=gathered.snapshot,
            made=done.made,
            origins=done.origins,
        )
        return gathered, done

    def _forget(self) -> None:
        self._bodies.close()
        self._memory, self._bodies = nothing_known(), BodyFile.create(None)


def _verbatim_pages(gathered: Gathered, config: Config) -> Iterator[ContentError]:
    for page in gathered.shown:
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
    for problem in gathered.site.problems:
        with suppress(ContentError):  # where no page can stand, none ever stood
            path = PurePosixPath(problem.path.relative_to(config.content)) if problem.path else None
            if path:
                files.add(file_of(place_of(path).address))
    return frozenset(files)
