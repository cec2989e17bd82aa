"""The ``import`` command: what it prints of a plan and of what was done."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

import click
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from sitegen.cli.console import colours, print_json, working
from sitegen.cli.roots import config_or_default, find_root
from sitegen.config import load_config
from sitegen.errors import UsageError
from sitegen.importer import (
    ImportPlan,
    ImportReport,
    apply_import,
    plan_as_json,
    plan_import,
    report_of,
)
from sitegen.models import Document
from sitegen.output import write_if_changed
from sitegen.readers import read_dump
from sitegen.readers.text import format_split
from sitegen.text import label_of

_UNSURE = 0.5
"""A confidence below which a document's borders are worth a look."""


def import_dump(dump: Path, *, as_json: bool) -> None:
    """Makes pages of ``dump`` in the digest of this folder.

    Raises:
        SitegenError: there is no digest here, or the dump cannot be read.
    """
    config = load_config(find_root())
    with working(f"Reading {dump.name}"):
        plan = plan_import(dump, config)
    with working("Writing pages"):
        report = apply_import(plan, config)
    if as_json:
        print_json(plan_as_json(plan))
        return
    click.echo("\n".join(_report_lines(report, plan)))


def show_plan(dump: Path, *, as_json: bool) -> None:
    """Shows what an import of ``dump`` would do; needs no digest.

    Raises:
        SitegenError: the configuration or the dump cannot be read.
    """
    with working(f"Reading {dump.name}"):
        plan = plan_import(dump, config_or_default())
    if as_json:
        print_json(plan_as_json(plan))
        return
    _print_table(plan)
    click.echo(f"{_count_line(report_of(plan))} Nothing was written.")
    unsure = sum(document.confidence < _UNSURE for document in plan.documents)
    if unsure:
        click.echo(f"{unsure} of them may begin or end elsewhere: correct them with --split FILE")


def split_dump(dump: Path, target: Path) -> None:
    """Writes ``dump`` to ``target`` with marks between its documents.

    Raises:
        DumpError: the dump cannot be read.
        UsageError: there is a file at ``target`` already.
    """
    text = format_split(read_dump(dump))
    if target.exists() and target.read_bytes() != text.encode():
        raise UsageError(
            "there is a file of this name already",
            path=target,
            hint="give another name, so that no corrections are lost",
        )
    write_if_changed(target, text.encode())
    click.echo(
        f"Wrote {target} with --- between documents. Move, add or remove marks, then:\n\n"
        f"  sitegen import {target}"
    )


def _print_table(plan: ImportPlan) -> None:
    console = Console(no_color=colours() is False, width=None if sys.stdout.isatty() else 120)
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for name in ("kind", "topic", "lines"):
        table.add_column(name, no_wrap=True)
    table.add_column("first words", no_wrap=True, overflow="ellipsis", ratio=1)
    table.add_column("sure", justify="right")
    titles = {topic.slug: topic.title for topic in plan.topics}
    for page in plan.pages:
        document = page.document
        table.add_row(
            document.kind,
            titles.get(page.topic or "", ""),
            _lines(document),
            label_of(document.text),
            f"{document.confidence:.0%}",
        )
    console.print(table)


def _lines(document: Document) -> str:
    first, last = document.place.lines
    return f"{first}" if first == last else f"{first}–{last}"


def _report_lines(report: ImportReport, plan: ImportPlan) -> Iterator[str]:
    yield _count_line(report)
    sizes = Counter(page.topic for page in plan.pages if page.document.kind == "post")
    for topic in plan.topics:
        if sizes[topic.slug]:
            yield f"  {sizes[topic.slug]:>4}  {topic.title}"
    yield _done_line(report)
    yield from _paths("Changed here and in the dump; yours was kept:", report.conflicts)
    yield from _paths("Deleted by you, and not brought back:", report.deleted)
    yield from _paths("No longer in the dump, and kept:", report.vanished)
    yield "Next: sitegen serve"


def _count_line(report: ImportReport) -> str:
    counts = [
        f"{count:,} {noun if count == 1 else noun + 's'}"
        for count, noun in ((report.essays, "essay"), (report.posts, "post"))
        if count
    ]
    return f"Read {' and '.join(counts)}."


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
    return f"Pages under content/: {', '.join(done)}."


def _paths(title: str, paths: Iterable[PurePosixPath]) -> Iterator[str]:
    paths = tuple(paths)
    if paths:
        yield title
        yield from (f"  {path}" for path in paths)
