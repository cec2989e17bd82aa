"""The ``import`` command: imports a dump, shows the plan, or splits the dump."""

import gc
import os
import shlex
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Any

import click
from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from sitegen.cli.console import is_terminal, print_json, print_warning, rich_console, working
from sitegen.cli.digest_root import complete_interrupted_act, config_or_default, find_root
from sitegen.cli.document_labels import label_of_document
from sitegen.cli.doubtful_cuts import doubt_lines, is_doubtful, lines_of
from sitegen.cli.explaining import print_reasons
from sitegen.cli.import_options import request_of
from sitegen.cli.import_summary import (
    count_line,
    doubtful_topic_lines,
    filter_lines,
    plan_lines,
    reading_lines,
)
from sitegen.configuration.file import load_config
from sitegen.configuration.settings import Config
from sitegen.engine.recovery import recover_site
from sitegen.errors import UsageError
from sitegen.filesystem.files import write_if_changed
from sitegen.importer import (
    ImportPlan,
    ImportReport,
    apply_import,
    plan_as_json,
    plan_import,
    report_of,
)
from sitegen.importer.ledger import LEDGER_NAME
from sitegen.importer.state_before import match_dumps
from sitegen.readers import ReadOptions, format_split, read_source

_OBJECTS_PER_COLLECTION = 100_000
"""How many new objects trigger a garbage collection: few of an import become garbage."""

_MAX_REPEATS = 10
"""How many duplicates are listed."""
_MAX_PATHS = 20
"""How many pages are listed that an import left as they are, or removed."""

_WIDTHS = {"sure": 4, "kind": 5, "lines": 7}
"""Columns of the plan and their widths; topic and first words get the rest of the terminal."""
_LAST = "first words"
_LEAST_TOPIC, _WIDEST_TOPIC = 8, 20


def import_dumps(
    dumps: Sequence[Path], chosen: Mapping[str, Any], *, as_json: bool, explain: bool
) -> None:
    """Imports dumps into the digest of this folder, with the options ``chosen``.

    Raises:
        SitegenError: there is no digest here, a dump cannot be read, or an interrupted build cannot
            be completed.
    """
    root = find_root()
    _refuse_own_files(dumps, root)
    recover_site(root)
    complete_interrupted_act(root)
    config = load_config(root)
    gc.set_threshold(_OBJECTS_PER_COLLECTION)
    plan = _plan(dumps, chosen, config, explain=as_json or explain)
    with working("Writing pages"):
        report = apply_import(plan, config)
    _print_warnings(plan)
    if as_json:
        print_json(plan_as_json(plan))
        return
    if explain:
        print_reasons(plan)
    click.echo("\n".join(_report_lines(report, plan, chosen)))


def _refuse_own_files(dumps: Iterable[Path], root: Path) -> None:
    """Refuses to import the digest into itself, which would double its pages.

    Raises:
        UsageError: a dump is the folder of the digest, a part of it, or a folder that it is in.
    """
    home = root.resolve()
    own = [(home / name).resolve() for name in ("content", "output", "themes", ".sitegen")]
    for dump in dumps:
        place = dump.resolve()
        if place in home.parents:
            raise UsageError(
                f"the digest itself is in this folder, at {home.relative_to(place).as_posix()}/",
                path=dump,
                hint="give the files and folders in it that you want to import, or move the digest "
                "out of it",
            )
        if place == home or any(place.is_relative_to(folder) for folder in own):
            raise UsageError(
                "this is the digest itself, and its pages need no import",
                path=dump,
                hint="give the file or the folder that you want to import; “sitegen build” builds "
                "the pages under content/ as they are",
            )


def show_plan(
    dumps: Sequence[Path], chosen: Mapping[str, Any], *, as_json: bool, explain: bool
) -> None:
    """Shows what an import of dumps would do; needs no digest.

    Raises:
        SitegenError: the configuration or a dump cannot be read.
    """
    plan = _plan(dumps, chosen, config_or_default(), explain=as_json or explain)
    _print_warnings(plan)
    if as_json:
        print_json(plan_as_json(plan))
        return
    if explain:
        print_reasons(plan)
    else:
        _print_table(plan)
    report = report_of(plan)
    click.echo("\n".join(plan_lines(plan)))
    click.echo(f"{count_line(report)} Nothing was written.")
    for line in (*_filter_lines(plan, chosen), *reading_lines(plan.read)):
        click.echo(line)
    if plan.ledger.pages and len(report.created) < report.documents:
        told = _page_lines(report, plan, pruned=chosen["prune"])
        click.echo("\n".join(["If you import it:", *told]))
    for line in (*_repeat_lines(report), *doubtful_topic_lines(plan)):
        click.echo(line)
    for line in doubt_lines(plan.documents):
        click.echo(line)


def _plan(
    dumps: Sequence[Path], chosen: Mapping[str, Any], config: Config, *, explain: bool
) -> ImportPlan:
    request = replace(request_of(dumps, chosen, config), explain=explain)
    names = ", ".join(dump.name for dump in dumps)
    with working(f"Reading {names}") as progress:
        return plan_import(request, config, progress)


def split_dump(dumps: Sequence[Path], target: Path, format_: str | None) -> None:
    """Writes a plain text to ``target`` with separators between its documents.

    They stand where those of an earlier correction stood that this digest has imported.

    Raises:
        ConfigError: the configuration of the digest is wrong.
        ContentError: the ledger, or something else in ``content/``, cannot be read.
        DumpError: the dump cannot be read.
        UsageError: there are several dumps, the dump is no text, or ``target`` exists with other
            content.
        OutputError: ``target`` cannot be written.
    """
    read = [read_source(dump, ReadOptions(), format_) for dump in dumps]
    documents = [document for source in read for document in source.documents]
    if any(document.place.lines is None for document in documents):
        raise UsageError(
            "only a text can be split: the other formats say where their documents begin",
            path=dumps[0],
            hint="import it as it is",
        )
    now = datetime.now(UTC)
    matched, _ = match_dumps({read[0].name: tuple(documents)}, config_or_default(), now)
    text = format_split(matched).encode()
    if _has_other_content(target, text):
        raise UsageError(
            "there is a file of this name already",
            path=target,
            hint="give another name, so that no corrections are lost",
        )
    write_if_changed(target, text)
    option = f"--format {shlex.quote(format_)} " if format_ else ""
    click.echo(
        f"Wrote {target} with --- between documents. Move, add or remove marks, then:\n\n"
        f"  sitegen import {option}{shlex.quote(str(target))}"
    )


def _has_other_content(target: Path, text: bytes) -> bool:
    """Whether ``target`` exists and does not contain ``text``."""
    try:
        return target.read_bytes() != text
    except OSError:
        return os.path.lexists(target)


def _print_warnings(plan: ImportPlan) -> None:
    for warning in plan.warnings:
        print_warning(warning)


def _print_table(plan: ImportPlan) -> None:
    console = rich_console(width=None if is_terminal(sys.stdout) else 120)
    titles = {topic.slug: topic.title for topic in plan.topics}
    rest = console.width - sum(_WIDTHS.values()) - 3 * (len(_WIDTHS) + 2)
    topic = max(min(rest - len(_LAST), rest // 2, _WIDEST_TOPIC), _LEAST_TOPIC)
    columns = {**_WIDTHS, "topic": topic, _LAST: max(rest - topic, len(_LAST))}
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for name, width in columns.items():
        table.add_column(name, no_wrap=True, overflow="ellipsis", width=width)
    for page in plan.pages:
        document = page.document
        table.add_row(
            f"{document.confidence:.0%}{'?' if is_doubtful(document) else ''}",
            document.kind,
            lines_of(document),
            Text(titles.get(page.topic or "", "")),
            Text(label_of_document(document)),
        )
    console.print(table)


def _report_lines(
    report: ImportReport, plan: ImportPlan, chosen: Mapping[str, Any]
) -> Iterator[str]:
    yield count_line(report)
    yield from _filter_lines(plan, chosen)
    sizes = Counter(page.topic for page in plan.pages if page.document.kind == "post")
    for topic in plan.topics:
        if sizes[topic.slug]:
            yield f"  {sizes[topic.slug]:>4}  {topic.title}"
    yield from reading_lines(plan.read)
    yield from _page_lines(report, plan, pruned=chosen["prune"])
    if report.deleted and len(report.deleted) == report.documents:
        yield f"To start over: remove content/{LEDGER_NAME} too, and import again"
    yield from _repeat_lines(report)
    yield from doubt_lines(plan.documents)
    yield from doubtful_topic_lines(plan)
    if report.created or report.updated or report.removed:
        yield "To take this import back: sitegen undo"
    if report.documents:
        yield "Next: sitegen serve"


def _filter_lines(plan: ImportPlan, chosen: Mapping[str, Any]) -> Iterator[str]:
    return filter_lines(plan, need_dates=bool(chosen["since"] or chosen["until"]))


def _page_lines(report: ImportReport, plan: ImportPlan, *, pruned: bool) -> Iterator[str]:
    yield _done_line(report)
    yield from _paths("Changed here and in the dump; yours was kept:", report.conflicts)
    yield from _paths("Deleted by you, and not brought back:", report.deleted)
    yield from _paths("Not public any more in the dump, and still shown:", report.withheld)
    if report.withheld:
        yield "To take one off the site: “hidden: true” in its front matter, or delete its file."
    gone = "No longer in the dump" + (", or left out of it now" if plan.read.left_out else "")
    yield from _paths(f"{gone}, and kept:", report.vanished)
    if (report.vanished or report.withheld) and pruned:
        yield "You changed them, or they are in a closed edition. To remove one, delete its file."
    elif report.vanished or report.withheld:
        yield "To remove those that you did not change: --prune"
    yield from _paths(f"{gone}, and removed:", report.removed)


def _repeat_lines(report: ImportReport) -> Iterator[str]:
    if report.repeats:
        yield "Nearly the same as another page, and kept:"
        for page, other in report.repeats[:_MAX_REPEATS]:
            yield f"  {page}"
            yield f"    repeats {other}"
        more = len(report.repeats) - _MAX_REPEATS
        if more > 0:
            yield f"  and {more:,} more: --json names them all"


def _done_line(report: ImportReport) -> str:
    done = [
        f"{count:,} {word}"
        for count, word in (
            (len(report.created), "created"),
            (len(report.updated), "updated"),
            (report.unchanged, "unchanged"),
            (len(report.kept) + len(report.conflicts), "kept as you changed them"),
            (len(report.deleted), "deleted by you"),
        )
        if count
    ]
    return f"Pages under content/: {', '.join(done) or 'none created or changed'}."


def _paths(title: str, paths: Iterable[PurePosixPath]) -> Iterator[str]:
    paths = tuple(paths)
    if paths:
        yield title
        yield from (f"  {path}" for path in paths[:_MAX_PATHS])
        if len(paths) > _MAX_PATHS:
            yield f"  and {len(paths) - _MAX_PATHS:,} more: --json names them all"
