"""Checks whether an output is complete, unmodified and up to date with its sources.

The up-to-date record of the last build answers that at once. Without a valid one, the inputs are
collected as for a build and compared with the state of the last build; nothing is rendered.
"""

from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from sitegen.check.differences import BUILD, differences, modified_files, outdated
from sitegen.configuration.location import find_config
from sitegen.configuration.settings import Config
from sitegen.engine.build_state import BuildState
from sitegen.engine.cache import load_build_state
from sitegen.engine.cache_key import CacheFolder
from sitegen.engine.commit import is_committed
from sitegen.engine.executors import Executor
from sitegen.engine.image_folder import ImageFolder
from sitegen.engine.images import ImageStore
from sitegen.engine.input_collection import Stores, collect, page_settings
from sitegen.engine.loading import Scan
from sitegen.engine.output_record import read_record
from sitegen.engine.unreadable_page_output import files_of_broken_pages
from sitegen.engine.uptodate import check_up_to_date
from sitegen.errors import OutputError, SitegenError, grouped
from sitegen.views.body_store import BodyFile, BodyLostError


class FreshnessReport(NamedTuple):
    """The problems and warnings of the last build, for an output that is up to date."""

    problems: tuple[SitegenError, ...] = ()
    """The mistakes in pages that were left out."""
    warnings: tuple[SitegenError, ...] = ()
    left_out: frozenset[str] = frozenset()
    """The output files of those pages. An older version of a file may still be there."""
    lost: tuple[str, ...] = ()
    """The paths under ``content/`` of files and folders that cannot be read."""


def refuse_unfinished(config: Config, executor: Executor, now: datetime) -> FreshnessReport:
    """Refuses an output that is incomplete or out of date; returns the last build's findings.

    Raises:
        OutputError: there is no output, a build was interrupted, a file was modified after the
            build, or the content, the theme or the configuration has changed since.
        SitegenError: the content as a whole or the theme is wrong.
    """
    output = config.output
    if not is_committed(output):
        raise OutputError(
            "a build has not ended, so the output may be neither the old site nor the new one",
            path=output,
            hint="wait for the running build; if there is none, build again: sitegen build",
        )
    if not read_record(output):
        raise OutputError("there is no output yet", path=output, hint="build it: sitegen build")
    up_to_date = check_up_to_date(config.root, drafts=False, now=now, cards=None)
    if up_to_date.artifacts is not None:
        return FreshnessReport()
    build_state = load_build_state(config.root)
    if build_state.snapshot is None:
        raise _without_state(output)
    known = build_state.known_pages
    scan = Scan(known, up_to_date.pages, remembered=frozenset(build_state.pages))
    try:
        return _compare(config, build_state, scan, executor, now)
    except BodyLostError:  # the cache is damaged
        raise _without_state(output) from None


def _without_state(output: Path) -> OutputError:
    return OutputError(
        "the state of the build that made this output is missing: it was built in another "
        "folder, or with another version of sitegen",
        path=output,
        hint=BUILD,
    )


def _compare(
    config: Config, build_state: BuildState, scan: Scan, executor: Executor, now: datetime
) -> FreshnessReport:
    modified = list(modified_files(config.output, build_state))
    if build_state.site_plan:
        made = build_state.site_plan.inputs.config
        config = replace(config, makes_cards=made.makes_cards)
    if build_state.settings != page_settings(config):
        raise grouped([*modified, outdated(find_config(config.root), "the configuration changed")])
    with (
        closing(BodyFile.create(None)) as bodies,
        closing(ImageFolder(CacheFolder(config.root), is_cached=False)) as images,
    ):
        stores = Stores(bodies, ImageStore(images.path, build_state.images))
        collected = collect(config, scan, stores, executor, now=now, drafts=False)
    errors = [*modified, *differences(collected, build_state)]
    if errors:
        raise grouped(errors)
    site_plan = collected.site_plan
    findings = site_plan.findings
    retained = read_record(config.output) - build_state.outputs.keys()
    return FreshnessReport(
        findings.problems,
        findings.warnings,
        left_out=retained | files_of_broken_pages(collected),
        lost=tuple(flaw.name for flaw in site_plan.inputs.flaws if flaw.is_loss),
    )
