"""The ``check`` command: checks the output, and prints the findings."""

import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.cli.console import print_error, print_json, print_warning, working
from sitegen.cli.digest_root import find_root
from sitegen.errors import SitegenError

if TYPE_CHECKING:
    from sitegen.check import CheckResult


def check_output(folder: Path | None, *, as_json: bool) -> None:
    """Checks the output of the digest in ``folder``; ends the program if it is not fit.

    Raises:
        SitegenError: the output is incomplete or out of date.
    """
    with working("Checking") as tell:
        from sitegen.check import check_site
        from sitegen.engine.executors import ProgressExecutor, executor_for

        with closing(ProgressExecutor(executor_for(""), tell)) as executor:
            result = check_site(find_root(folder), executor=executor)
    show_check(result, as_json=as_json)


def show_check(result: "CheckResult", *, as_json: bool) -> None:
    """Prints the findings; ends the program if there are problems."""
    if as_json:
        print_json(_as_json(result))
    else:
        for warning in result.warnings:
            print_warning(warning)
        for problem in result.problems:
            print_error(problem)
        click.echo(summary_of(result))
    if result.problems:
        sys.exit(result.problems[0].exit_code)


def summary_of(result: "CheckResult") -> str:
    """One line on a check: ``Checked 73 files in 0.12 s: 3 broken links, 1 warning``."""
    counts = (
        (len(result.broken_links), "broken link"),
        (len(result.other_problems), "other mistake"),
        (len(result.warnings), "warning"),
    )
    found = [f"{count:,} {word}{'s' * (count > 1)}" for count, word in counts if count]
    if not result.problems:
        found.insert(0, "nothing is broken" if found else "all is well")
    return f"Checked {result.files:,} files in {result.seconds:.2f} s: {', '.join(found)}"


def _as_json(result: "CheckResult") -> dict[str, object]:
    return {
        "files": result.files,
        "seconds": round(result.seconds, 3),
        "broken_links": [finding_as_json(error) for error in result.broken_links],
        "other_problems": [finding_as_json(error) for error in result.other_problems],
        "warnings": [finding_as_json(error) for error in result.warnings],
    }


def finding_as_json(error: SitegenError) -> dict[str, object]:
    """A problem or warning as JSON."""
    return {
        "message": error.message,
        "path": str(error.path) if error.path else None,
        "line": error.line,
        "column": error.column,
        "hint": error.hint,
    }
