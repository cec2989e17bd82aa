"""Turns every mistake of a user into one clear message and a documented exit code."""

import functools
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ParamSpec

import click

from sitegen.errors import GroupedError, SitegenError

P = ParamSpec("P")

INTERRUPTED = 130
"""What a shell expects of a program that was stopped with Ctrl-C."""


def guarded(command: Callable[P, None]) -> Callable[P, None]:
    """The command, with its errors printed and its exit code set."""

    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except SitegenError as error:
            print_error(error)
            sys.exit(error.exit_code)
        except KeyboardInterrupt:
            sys.exit(INTERRUPTED)

    return run


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
