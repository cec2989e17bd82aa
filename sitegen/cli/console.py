"""Prints to the terminal: messages on stderr, results on stdout."""

import io
import json
import os
import shutil
import sys
import textwrap
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from sitegen.errors import GroupedError, SitegenError

if TYPE_CHECKING:
    from rich.console import Console

ReportProgress = Callable[[str], None]
"""Shows the progress of the current step."""

_CLEAR_LINE = "\r\x1b[K"
"""The control sequence that clears the current line of a terminal."""

_FEWEST_COLUMNS = 16
"""A text beside its name is not made narrower."""


def accept_any_text() -> None:
    """Makes stdout print “?” for a character that it cannot encode, instead of failing."""
    if isinstance(sys.stdout, io.TextIOWrapper) and sys.stdout.errors == "strict":
        sys.stdout.reconfigure(errors="replace")


def print_error(error: SitegenError) -> None:
    """Prints an error to stderr, with its place and hint."""
    _print("error", "red", error)


def print_warning(warning: SitegenError) -> None:
    """Prints a warning to stderr, with its place and hint."""
    _print("warning", "yellow", warning)


def _print(word: str, colour: str, error: SitegenError) -> None:
    if isinstance(error, GroupedError):
        for one in error.errors:
            _print(word, colour, one)
        return
    click.echo("\n".join(_lines(word, colour, error)), err=True, color=_colours())


def _lines(word: str, colour: str, error: SitegenError) -> Iterator[str]:
    """The message in the layout of the Rust compiler: what, where, the line itself, a hint."""
    yield f"{click.style(word, fg=colour, bold=True)}: {click.style(error.message, bold=True)}"
    if error.place:
        yield f"  {click.style('-->', fg='blue')} {_shortened(error.place)}"
    if error.source is not None:
        number = str(error.line or "")
        bar = click.style("|", fg="blue")
        yield f"  {click.style(number, fg='blue')} {bar} {error.excerpt}"
        if error.caret:
            yield f"  {' ' * len(number)} {bar} {' ' * (error.caret - 1)}^"
    if error.hint:
        yield f"  {click.style('help', fg='green')}: {error.hint}"


def _colours() -> bool | None:
    """Whether to print colours: never with ``NO_COLOR``, else only on a terminal (None)."""
    return False if os.environ.get("NO_COLOR") else None


def _shortened(place: str) -> str:
    """The place, relative to the current folder if the file is below it."""
    return place.removeprefix(f"{Path.cwd()}{os.sep}")


def print_hanging(line: str, indent: int) -> None:
    """Prints a line; on a terminal, what does not fit goes below it, indented."""
    if is_terminal(sys.stdout):
        columns = max(shutil.get_terminal_size().columns, indent + _FEWEST_COLUMNS)
        line = textwrap.fill(line, columns, subsequent_indent=" " * indent, break_on_hyphens=False)
    click.echo(line)


def print_json(data: object) -> None:
    """Prints ``data`` as one JSON object, to stdout; in ASCII, for every encoding."""
    click.echo(json.dumps(data, indent=2))


def rich_console(width: int | None = None) -> "Console":
    """Rich's console, without colours if ``NO_COLOR`` is set."""
    from rich.console import Console

    plain = _colours() is False
    return Console(width=width, color_system=None if plain else "auto")


def is_terminal(stream: TextIO | None) -> bool:
    """Whether ``stream`` is a terminal; None is a closed stream."""
    return stream is not None and stream.isatty()


@contextmanager
def working(what: str) -> Iterator[ReportProgress]:
    """Shows the current step and its progress on a terminal, until the step is done.

    There is no spinner: it would need a thread, and a build that forks workers must not have one.
    """
    if not is_terminal(sys.stderr) or os.environ.get("TERM") == "dumb":
        yield lambda _: None
        return

    def tell(progress: str) -> None:
        click.echo(f"{_CLEAR_LINE}{what} … {progress}", nl=False, err=True)

    tell("")
    try:
        yield tell
    finally:
        click.echo(_CLEAR_LINE, nl=False, err=True)
