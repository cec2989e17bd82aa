"""Checks whether an output is fit to be published, and changes no file except the cache.

``check_site`` has three steps. ``freshness`` refuses an output that is incomplete or out of date,
and ``differences`` says why.
``parsed`` reads the files of the output on all cores, with ``markup_parsing`` and ``hyperlinks``;
``kept_results`` keeps what was found for the next check.
``rules`` finds broken links and other problems, leaves out those that ``left_out`` explains, and
locates them in the editor's files with ``source_mapping`` and ``locations``. ``renamed_by_hand``
notices folders and pages that were renamed by hand.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sitegen.check.freshness import refuse_unfinished
from sitegen.check.hyperlinks import Resolver
from sitegen.check.kept_results import ParseChangedFunction, load_results, save_results
from sitegen.check.left_out import LeftOutPages
from sitegen.check.parsed import ParsedFile, ParseFunction, is_read
from sitegen.check.rules import Rules
from sitegen.check.source_mapping import Sources
from sitegen.configuration.file import load_config
from sitegen.configuration.location import find_config
from sitegen.configuration.settings import Config
from sitegen.engine.cache_key import CacheFolder
from sitegen.engine.executors import Executor, SerialExecutor, executor_for
from sitegen.engine.output_record import list_output
from sitegen.engine.tasks import batches
from sitegen.errors import ConfigError, SitegenError
from sitegen.output_formats.email.headers import unsubscribe_link
from sitegen.processes.garbage_collection import paused_collection

_FEW = 600
"""Up to this many files are read in this process: starting workers would take longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckResult:
    """The findings of a check."""

    files: int
    """The number of files in the output."""
    broken_links: tuple[SitegenError, ...]
    """Links and resources whose target is missing."""
    other_problems: tuple[SitegenError, ...]
    """Other problems that prevent publishing."""
    warnings: tuple[SitegenError, ...]
    seconds: float

    @property
    def problems(self) -> tuple[SitegenError, ...]:
        """All that must be fixed before the output can be published."""
        return (*self.broken_links, *self.other_problems)


@paused_collection()
def check_site(
    root: Path, *, now: datetime | None = None, executor: Executor | None = None
) -> CheckResult:
    """Checks the output of the digest in ``root``.

    Args:
        root: the digest's folder.
        now: the current time; pages dated later must not be in the output.
        executor: reads the files if they are many; by default on the cores of this machine.

    Raises:
        OutputError: the output is incomplete or out of date.
        SitegenError: the configuration, the content as a whole or the theme is wrong.
    """
    start = time.perf_counter()
    now = now or datetime.now(UTC)
    executor = executor or executor_for("")
    config = load_config(root)
    report = refuse_unfinished(config, executor, now)
    files = frozenset(list_output(config.output))
    sources = Sources(config.content, Resolver(config.base_url, files), config.timezone)
    parsed = _read(config, files, frozenset(sources.copied), executor)
    left_out = LeftOutPages(report.left_out, report.lost, config.content, sources.names)
    rules = Rules(config.output, files, sources, parsed, now, left_out)
    return CheckResult(
        files=len(files),
        broken_links=tuple(rules.broken_links()),
        other_problems=(*report.problems, *rules.pages_without_title()),
        warnings=(*report.warnings, *_warnings(config, rules)),
        seconds=time.perf_counter() - start,
    )


def _warnings(config: Config, rules: Rules) -> Iterator[SitegenError]:
    from sitegen.check.renamed_by_hand import renamed_by_hand  # noqa: PLC0415 -- loads the importer

    yield from _missing_base_url(config)
    yield from renamed_by_hand(config.content)
    yield from rules.warnings()


def _read(
    config: Config, files: frozenset[str], copied: frozenset[str], executor: Executor
) -> list[ParsedFile]:
    names = sorted(name for name in files if is_read(name))
    workers = executor if len(names) > _FEW else SerialExecutor()
    unchecked = {unsubscribe_link(config.email)} - {""}
    parse = ParseFunction(config.output, config.base_url, files, copied, unchecked)
    cache = CacheFolder(config.root)
    known = load_results(cache, parse)
    parts = workers.run(ParseChangedFunction(parse, known), batches(names))
    found = [result for part in parts for result in part]
    results = {name: result or known[name] for name, result in zip(names, found, strict=True)}
    if any(found):
        save_results(cache, parse, results)
    return [result.file for result in results.values()]


def _missing_base_url(config: Config) -> Iterator[ConfigError]:
    if not config.base_url:
        yield ConfigError(
            "“base_url” is not set, so there are no feeds and no sitemap",
            path=find_config(config.root),
            hint='set it to the address of the published site: base_url = "https://…"',
        )
