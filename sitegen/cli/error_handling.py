"""Prints errors, and ends a command with the documented exit code."""

import functools
import sys
from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec

import click

from sitegen.cli.console import print_error
from sitegen.errors import SitegenError, UsageError

P = ParamSpec("P")

INTERRUPTED = 130
"""The exit code of a program that was interrupted with Ctrl-C."""


def guarded(command: Callable[P, None]) -> Callable[P, None]:
    """The command, with its errors printed and its exit code set."""

    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            _refuse_missing_folder()
            command(*args, **kwargs)
        except SitegenError as error:
            print_error(error)
            sys.exit(error.exit_code)
        except KeyboardInterrupt:
            click.echo("Interrupted. No file is half written; run it again to carry on.", err=True)
            sys.exit(INTERRUPTED)

    return run


def _refuse_missing_folder() -> None:
    """Refuses to run where no path can be resolved: another program may have deleted the folder.

    Raises:
        UsageError: the current folder does not exist.
    """
    try:
        Path.cwd()
    except FileNotFoundError:
        raise UsageError(
            "the current folder does not exist any more", hint="change to one that does, with cd"
        ) from None
