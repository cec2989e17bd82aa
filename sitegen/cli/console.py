"""Prints to the terminal: messages on stderr, results on stdout."""

import io
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from sitegen.errors import GroupedError, SitegenError

if TYPE_CHECKING:
    from rich.console import Console

ReportProgress = Callable[[str], None]
"""Says how far something is that is being done."""

_LINE_AGAIN = "\r\x1b[K"
"""What makes a terminal empty the line that it is on."""


def accept_any_text() -> None:
    """Makes stdout show “?” for a character that it cannot encode, rather than fail."""
    if isinstance(sys.stdout, io.TextIOWrapper) and sys.stdout.errors == "strict":
        sys.stdout.reconfigure(errors="replace")


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
    click.echo("\n".join(_lines(word, colour, error)), err=True, color=_colours())


def _lines(word: str, colour: str, error: SitegenError) -> Iterator[str]:
    """The message as the Rust compiler lays one out: what, where, the line itself, what to do."""
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
    """Whether to print colours: never with ``NO_COLOR``, else as the terminal is (None)."""
    return False if os.environ.get("NO_COLOR") else None


def _shortened(place: str) -> str:
    """The place, relative to the current folder where the file is below it."""
    return place.removeprefix(f"{Path.cwd()}{os.sep}")


def print_json(data: object) -> None:
    """Prints ``data`` as one JSON object, to stdout; in ASCII, which every encoding can take."""
    click.echo(json.dumps(data, indent=2))


def rich_console(*, stderr: bool = False, width: int | None = None) -> "Console":
    """Rich's console, without styles where ``NO_COLOR`` asks for none."""
    from rich.console import Console

    plain = _colours() is False
    return Console(stderr=stderr, width=width, color_system=None if plain else "auto")


def is_terminal(stream: TextIO | None) -> bool:
    """Whether what is printed to ``stream`` shows on a terminal; None is one that was closed."""
    return stream is not None and stream.isatty()


@contextmanager
def working(what: str) -> Iterator[ReportProgress]:
    """Says on a terminal what is being done and how far it is, until it is done; else nothing.

    The line changes only when it is told to: something that turns would need a thread, and a build
    that forks its workers must have none.
    """
    if not is_terminal(sys.stderr) or os.environ.get("TERM") == "dumb":
        yield lambda _: None
        return

    def tell(how_far: str) -> None:
        click.echo(f"{_LINE_AGAIN}{what} … {how_far}", nl=False, err=True)

    tell("")
    try:
        yield tell
    finally:
        click.echo(_LINE_AGAIN, nl=False, err=True)
