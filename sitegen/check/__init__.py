"""Tells whether an output is fit to be published, and changes nothing.

``check_site`` goes in three steps. ``freshness`` refuses an output that is not whole, or not what a
build would make now. ``reading`` reads its files, on all cores, with ``markup`` and ``hyperlinks``.
``judging`` says what is wrong with them, and ``sources`` and ``mentions`` where that stands in the
editor's own files.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sitegen.check.freshness import refuse_unfinished
from sitegen.check.hyperlinks import Resolver
from sitegen.check.left_out import LeftOutPages
from sitegen.check.parsed import ParsedFile, ParseFunction, is_read
from sitegen.check.rules import Rules
from sitegen.check.sources import Sources
from sitegen.configuration.file import find_config, load_config
from sitegen.configuration.settings import Config
from sitegen.engine.executors import Executor, SerialExecutor, batches, executor_for
from sitegen.engine.output_record import list_output
from sitegen.errors import ConfigError, SitegenError

_FEW = 600
"""Files that are read sooner than workers are ready."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckResult:
    """What a check found."""

    files: int
    """How many files the output holds."""
    broken_links: tuple[SitegenError, ...]
    """What leads to something that is not there."""
    other_problems: tuple[SitegenError, ...]
    """What else makes the output unfit."""
    warnings: tuple[SitegenError, ...]
    seconds: float

    @property
    def problems(self) -> tuple[SitegenError, ...]:
        """All that has to be mended before the output is published."""
        return (*self.broken_links, *self.other_problems)


def check_site(
    root: Path, *, now: datetime | None = None, executor: Executor | None = None
) -> CheckResult:
    """Checks the output of the digest in ``root``.

    Args:
        root: the digest's folder.
        now: the time: a page dated after it is not to be in the output.
        executor: who reads the files if they are many; usually the cores of this machine.

    Raises:
        OutputError: the output is not whole, or not what a build would make now.
        SitegenError: the configuration, the content as a whole or the theme is wrong.
    """
    start = time.perf_counter()
    now = now or datetime.now(UTC)
    executor = executor or executor_for("")
    config = load_config(root)
    news = refuse_unfinished(config, executor, now)
    files = frozenset(list_output(config.output))
    sources = Sources(config.content, Resolver(config.base_url, files), config.timezone)
    readings = _read(config, files, frozenset(sources.copied), executor)
    left_out = LeftOutPages(news.left_out, news.lost, config.content, sources.names)
    judge = Rules(config.output, files, sources, readings, now, left_out)
    return CheckResult(
        files=len(files),
        broken_links=tuple(judge.broken_links()),
        other_problems=(*news.problems, *judge.pages_without_title()),
        warnings=(*news.warnings, *_missing_base_url(config), *judge.warnings()),
        seconds=time.perf_counter() - start,
    )


def _read(
    config: Config, files: frozenset[str], copied: frozenset[str], executor: Executor
) -> list[ParsedFile]:
    names = sorted(name for name in files if is_read(name))
    workers = executor if len(names) > _FEW else SerialExecutor()
    work = ParseFunction(config.output, config.base_url, files, copied)
    return [reading for part in workers.run(work, batches(names)) for reading in part]


def _missing_base_url(config: Config) -> Iterator[ConfigError]:
    if not config.base_url:
        yield ConfigError(
            "“base_url” is not set, so there are no feeds and no sitemap",
            path=find_config(config.root),
            hint='say where the digest will stand: base_url = "https://…"',
        )
