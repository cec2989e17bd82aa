"""What the commands print: results to stdout, all else to stderr."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console

from sitegen.cli.guard import colours, print_error, print_warning
from sitegen.models import BuildResult


@contextmanager
def working(what: str) -> Iterator[None]:
    """Shows on a terminal that something is being done; nothing elsewhere."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield
        return
    with console.status(f"{what} …"):
        yield


def print_new(folder: Path) -> None:
    """Says that a digest was made, and what to do next."""
    click.echo(f"Made {folder}/ for a new digest. Next:\n")
    click.echo(f"  cd {folder}\n  sitegen import YOUR-DUMP.txt\n  sitegen serve")


def print_build(result: BuildResult, root: Path, *, summary: bool = True) -> None:
    """Says what a build did, and names what is wrong."""
    for warning in result.warnings:
        print_warning(warning)
    for problem in result.problems:
        print_error(problem)
    if summary:
        click.echo(f"{build_summary(result)}\n{root / 'output' / 'index.html'}", color=colours())


def build_summary(result: BuildResult) -> str:
    """One line on a build, such as ``Built 73 files in 0.42 s: 5 written, 1 removed``."""
    files = f"{result.artifacts:,} files in {result.seconds:.2f} s"
    done = [
        f"{len(names):,} {word}"
        for names, word in ((result.written, "written"), (result.removed, "removed"))
        if names
    ]
    if result.problems:
        done.append(f"{len(result.problems):,} left out")
    return f"Built {files}: {', '.join(done) or 'nothing changed'}"


def result_as_json(result: BuildResult) -> dict[str, object]:
    """A build's result for a program."""
    return {
        "artifacts": result.artifacts,
        "written": list(result.written),
        "removed": list(result.removed),
        "seconds": round(result.seconds, 3),
        "problems": [str(problem) for problem in result.problems],
        "warnings": [str(warning) for warning in result.warnings],
    }
