"""The command line: parses, calls the library, prints, and exits.

What a command needs is imported when it runs: ``--version`` and ``--help`` are there at once.
"""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from sitegen import __version__
from sitegen.cli.guard import guarded

_DRAFTS = click.option(
    "--drafts", is_flag=True, help="Show drafts, and pages dated in the future, too."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="sitegen %(version)s")
def main() -> None:
    r"""Turn a pile of text into a curated digest: pages, grouped by topic, and a static site.

    \b
    A first digest:
      sitegen new my-digest && cd my-digest
      sitegen import ~/dump.txt
      sitegen serve

    Exit codes: 0 success, 1 a fault of sitegen's own, 2 the command, 3 the configuration,
    4 the content, 5 the theme, 6 the dump, 7 the output.
    """


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@guarded
def new(folder: Path) -> None:
    """Make FOLDER the home of a new digest."""
    from sitegen.cli.printing import print_new
    from sitegen.starter import create_digest

    create_digest(folder, datetime.now(UTC).date())
    print_new(folder)


@main.command("import")
@click.argument("dump", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Show the plan and write nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option(
    "--split",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write the dump to FILE with --- between documents, to correct and import, and stop.",
)
@guarded
def import_(dump: Path, split: Path | None, *, dry_run: bool, as_json: bool) -> None:
    """Make pages under content/ from DUMP, a text of essays and posts.

    Importing again changes nothing that you changed, and brings back nothing that you deleted.
    """
    from sitegen.cli.printing import print_plan, print_report, print_split, working
    from sitegen.config import load_config
    from sitegen.importer import apply_import, plan_as_json, plan_import, write_split

    config = load_config(find_root())
    with working(f"Reading {dump.name}"):
        plan = plan_import(dump, config)
    if split:
        write_split(plan, split)
        print_split(plan, split)
    elif dry_run:
        _print_json(plan_as_json(plan)) if as_json else print_plan(plan)
    else:
        with working("Writing pages"):
            report = apply_import(plan, config)
        _print_json(plan_as_json(plan)) if as_json else print_report(report, plan)


@main.command()
@_DRAFTS
@click.option("--watch", is_flag=True, help="Build again after every change, until interrupted.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@guarded
def build(*, drafts: bool, watch: bool, as_json: bool) -> None:
    """Build the digest into output/."""
    from sitegen.build import build_site
    from sitegen.cli.printing import print_build, result_as_json, working
    from sitegen.cli.serving import build_again_and_again

    root = find_root()
    if watch:
        build_again_and_again(root, drafts=drafts)
        return
    with working("Building"):
        result = build_site(root, drafts=drafts)
    if as_json:
        _print_json(result_as_json(result))
    print_build(result, root, summary=not as_json)
    if result.problems:
        sys.exit(result.problems[0].exit_code)


@main.command()
@_DRAFTS
@click.option("--port", type=click.IntRange(0, 65535), help="Default: 8000, or the next free one.")
@guarded
def serve(port: int | None, *, drafts: bool) -> None:
    """Build, serve on this machine, and reload the browser after every change."""
    from sitegen.cli.serving import serve_digest

    serve_digest(find_root(), port=port, drafts=drafts)


def find_root() -> Path:
    """The folder of the digest: this one, or the nearest above it with a configuration.

    Raises:
        ConfigError: there is none.
    """
    from sitegen.config import find_config
    from sitegen.errors import ConfigError

    here = Path.cwd()
    for folder in (here, *here.parents):
        try:
            find_config(folder)
        except ConfigError:
            continue
        return folder
    find_config(here)
    return here


def _print_json(data: object) -> None:
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))
