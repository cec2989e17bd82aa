"""The ``build`` command: builds, and prints the result."""

import gc
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from importlib import import_module
from pathlib import Path

import click

from sitegen.cli.console import ReportProgress, print_error, print_json, print_warning, working
from sitegen.cli.digest_root import complete_interrupted_act, find_root
from sitegen.engine.build_result import BuildResult
from sitegen.engine.cache_key import CacheFolder
from sitegen.engine.lock import locked
from sitegen.engine.uptodate import UpToDateCheck, check_up_to_date
from sitegen.errors import GroupedError, OutputError
from sitegen.models import HeldBack
from sitegen.processes.background import BackgroundCall
from sitegen.text.rfc3339 import format_iso

_NEEDED = (
    "jinja2",
    "sitegen.markdown",
    "sitegen.content.pages",
    "sitegen.views.tracking",
    "sitegen.engine.build_state",
    "sitegen.engine.builder",
)
"""The modules that take longest to import, each before those that import it."""


def build_once(
    *, drafts: bool, cards: bool, as_json: bool, explain: bool, verify: bool, executor: str
) -> None:
    """Builds the digest of this folder; ends the program if pages had to be left out.

    Raises:
        SitegenError: the build failed, or ``verify`` found a difference.
    """
    root = find_root()
    complete_interrupted_act(root)
    with working("Building") as tell:
        result = _build(root, executor, tell, drafts=drafts, cards=cards)
    for warning in result.warnings:
        print_warning(warning)
    for problem in result.problems:
        print_error(problem)
    if as_json:
        print_json(_as_json(result) | {"editions": _format_files(root)})
    else:
        for name in result.reasons if explain else ():
            click.echo(f"{name}: {result.reasons[name]}")
        click.echo(summary_of(result))
        for line in lines_of_held_back(result):
            click.echo(line)
        click.echo(str(result.output / "index.html"))
        mention_drafts(drafts=drafts)
    if verify:
        _verify(root, result, drafts=drafts, cards=cards)
    if result.problems:
        sys.exit(result.problems[0].exit_code)


def summary_of(result: BuildResult) -> str:
    """One line on a build: ``Built 73 files in 0.42 s: 5 rendered, 68 reused; held back: 1 draft``.

    Pages that are held back are counted, so that their author knows why they are missing.
    """
    counts = (
        (result.rendered, "rendered"),
        (result.copied, "copied"),
        (result.artifacts - result.rendered - result.copied, "reused"),
        (len(result.written), "written"),
        (len(result.removed), "removed"),
        (len(result.problems), "left out"),
    )
    what = _listed(counts)
    if not (result.written or result.removed):
        what = f"nothing changed, {what}"
    held_back = _held_back(result.held_back)
    what += f"; held back: {held_back}" if held_back else ""
    own = (page.path.startswith(("essays/", "topics/")) for page in result.held_back_pages)
    if result.is_empty and not any(own):
        what += "; no essay and no post yet: sitegen import DUMP"
    return f"Built {result.artifacts:,} files in {result.seconds:.2f} s: {what}"


def lines_of_held_back(result: BuildResult) -> Iterator[str]:
    """The first pages that are held back, each with its path and why."""
    yield from (f"  content/{page.path}: {page.reason}" for page in result.held_back_pages)
    others = sum(result.held_back[:-1]) - len(result.held_back_pages)
    if others > 0:
        yield f"  and {others:,} more"


def _held_back(pages: HeldBack) -> str:
    """The numbers of pages held back, by reason; empty for none."""
    due = f" (next on {_moment(pages.next)})" if pages.next else ""
    counts = (
        (pages.drafts, "draft" if pages.drafts == 1 else "drafts"),
        (pages.future, f"dated in the future{due}"),
        (pages.expired, "expired"),
        (pages.hidden, "hidden"),
        (pages.with_topics, "in topics held back"),
    )
    return _listed(counts)


def _moment(moment: datetime) -> str:
    """The moment in its own offset: ``3 December 2026 at 00:00 UTC``."""
    offset = format_iso(moment)[19:].replace("Z", "UTC")
    return f"{moment.day} {moment:%B} {moment.year} at {moment:%H:%M} {offset}"


def _listed(counts: Iterable[tuple[int, str]]) -> str:
    return ", ".join(f"{count:,} {word}" for count, word in counts if count)


def mention_drafts(*, drafts: bool) -> None:
    """Warns that the output may contain drafts, if it was built with them."""
    if drafts:
        click.echo(
            "output/ may contain drafts now: run “sitegen build” before you publish it.", err=True
        )


def _build(
    root: Path, executor: str, tell: ReportProgress, *, drafts: bool, cards: bool
) -> BuildResult:
    """Builds, unless a quick check shows that the output is up to date."""
    start = time.perf_counter()
    gc.disable()  # the process ends soon, so freeing memory is not worth the time
    cache = CacheFolder(root)
    with (
        locked(cache),
        BackgroundCall(
            partial(check_up_to_date, root, drafts=drafts, cards=cards, now=datetime.now(UTC))
        ) as check,
    ):
        if check.is_running:
            _prepare(check, cache)
        up_to_date = check.result()
        if up_to_date.artifacts is None:
            from sitegen.engine.builder import builder_for_one_build
            from sitegen.engine.executors import ProgressExecutor, executor_for

            with (
                closing(ProgressExecutor(executor_for(executor), tell)) as workers,
                builder_for_one_build(
                    root, drafts=drafts, cards=cards, executor=workers, is_locked=True
                ) as builder,
            ):
                result = builder.build(checked=up_to_date)
            _keep_until_exit(builder)
            return replace(result, seconds=time.perf_counter() - start)
    return BuildResult(
        output=root / "output",
        artifacts=up_to_date.artifacts,
        rendered=0,
        written=(),
        removed=(),
        reasons={},
        seconds=time.perf_counter() - start,
        held_back=up_to_date.held_back,
        held_back_pages=up_to_date.held_back_pages,
    )


def _keep_until_exit(value: object) -> None:
    """Keeps a value in the list that the program has for what need not be freed, if it has one.

    Freeing what is known of a large digest would take as long as rendering an edit.
    """
    context = click.get_current_context(silent=True)
    if context and isinstance(context.obj, list):
        context.obj.append(value)


def _prepare(check: BackgroundCall[UpToDateCheck], cache: CacheFolder) -> None:
    """Imports and computes what a build usually needs, until ``check`` has its result."""
    for name in _NEEDED:
        if check.has_result:
            return
        import_module(name)
    _ = cache.key


def _verify(root: Path, result: BuildResult, *, drafts: bool, cards: bool) -> None:
    from sitegen.verify import verify_output

    with working("Building from scratch"):
        differences = verify_output(root, result.output, drafts=drafts, cards=cards)
    if differences:
        raise GroupedError(
            [
                OutputError(f"{each.what}: {each.why}", path=result.output / each.name)
                for each in differences
            ]
        )
    click.echo(
        f"Verified: all {result.artifacts:,} files are the same in a build from scratch", err=True
    )


def _format_files(root: Path) -> dict[str, list[str]]:
    """The files of each output format that is turned on."""
    from sitegen.configuration.file import load_config
    from sitegen.engine.output_record import read_record
    from sitegen.output_formats.listing import files_by_format

    config = load_config(root)
    return files_by_format(read_record(config.output), config.editions)


def _held_back_as_json(pages: HeldBack) -> dict[str, object]:
    return pages._asdict() | {"next": format_iso(pages.next) if pages.next else None}


def _as_json(result: BuildResult) -> dict[str, object]:
    return {
        "artifacts": result.artifacts,
        "rendered": result.rendered,
        "copied": result.copied,
        "written": list(result.written),
        "removed": list(result.removed),
        "reasons": dict(result.reasons),
        "seconds": round(result.seconds, 3),
        "held_back": _held_back_as_json(result.held_back),
        "held_back_pages": [page._asdict() for page in result.held_back_pages],
        "problems": [str(problem) for problem in result.problems],
        "warnings": [str(warning) for warning in result.warnings],
    }
