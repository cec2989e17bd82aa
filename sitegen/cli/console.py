"""Prints to the terminal: messages on stderr, results on stdout."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from sitegen.errors import GroupedError, SitegenError


def print_error(error: SitegenError) -> None:
    """Prints what is wrong, where, and what to do, to stderr."""
    _print("error", "red", error)


def print_warning(warning: SitegenError) -> None:
    """Prints what looks like a slip, to stderr."""
    _print("warning", "yellow", warning)


def _print(word: str, colour: str, error: SitegenError) -> None:
    if isinstance(error, GroupedError):
        for one in error.errors:
            _print(word, colour, one)
        return
    click.echo("\n".join(_lines(word, colour, error)), err=True, color=colours())


def _lines(word: str, colour: str, error: SitegenError) -> Iterator[str]:
    """The message as the Rust compiler lays one out: what, where, the line itself, what to do."""
    yield f"{click.style(word, fg=colour, bold=True)}: {click.style(error.message, bold=True)}"
    if error.place:
        yield f"  {click.style('-->', fg='blue')} {_shortened(error.place)}"
    if error.source is not None:
        number = str(error.line or "")
        bar = click.style("|", fg="blue")
        yield f"  {click.style(number, fg='blue')} {bar} {error.source}"
        if error.column:
            yield f"  {' ' * len(number)} {bar} {' ' * (error.column - 1)}^"
    if error.hint:
        yield f"  {click.style('help', fg='green')}: {error.hint}"


def colours() -> bool | None:
    """Whether to print colours: never with ``NO_COLOR``, else as the terminal is (None)."""
    return False if os.environ.get("NO_COLOR") else None


def _shortened(place: str) -> str:
    """The place, relative to the current folder where the file is below it."""
    return place.removeprefix(f"{Path.cwd()}{os.sep}")


def print_json(data: object) -> None:
    """Prints ``data`` as one JSON object, to stdout."""
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))


@contextmanager
def working(what: str) -> Iterator[None]:
    """Shows on a terminal that something is being done; nothing elsewhere."""
    from rich.console import Console

    console = Console(stderr=True)
    if not console.is_terminal:
        yield
        return
    with console.status(f"{what} …"):
        yield
