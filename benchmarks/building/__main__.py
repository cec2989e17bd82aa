"""How fast sites are built, served and imported: ``make bench``.

The same invented posts are built with every generator that can be installed from PyPI or npm, with
equally simple templates: a page for each post, pages of fifty whole posts for each of
forty topics, an Atom feed of the newest hundred, a front page that lists the topics. They run in
turn on this machine, and the output of each is checked. A cold build has neither output nor caches;
the sources are in the page cache for all.

sitegen is measured with a theme as plain as the others' templates, and with each of its own, which
show more. All also write an archive, a page for unknown addresses, a JSON feed, a sitemap, and
two feeds for each topic; the plain theme's archive lists nothing, its own have pages for months.
MkDocs and Zensical are left out because they have no topic pages with whole posts and no feed, and
Zola because it is in neither registry.
"""

import argparse
import os
import platform
import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.building import tables
from benchmarks.building.builds import Bench
from benchmarks.building.generators import ALL, SITEGEN, SITEGEN_THEMES, Generator
from benchmarks.building.importing import measure_import
from benchmarks.building.installing import Installed, find_installed, install_peers
from benchmarks.building.measuring import FailedRunError
from benchmarks.building.serving import Served, measure_server
from benchmarks.building.sites import empty
from benchmarks.building.stages import measure_stages
from benchmarks.building.starting import measure_start

_FEW_POSTS = 1_000
_EDITS_OF_PEERS = 10
"""The number of edits for the servers of other generators, which take seconds for each."""


def main() -> None:
    """Measures, prints, and ends with 1 if a generator failed or wrote wrong pages."""
    arguments = _parse()
    folder: Path = arguments.folder.resolve()
    chosen = [generator for generator in ALL if generator.layout in arguments.only]
    install_peers(folder, chosen)
    shutil.rmtree(folder / "work", ignore_errors=True)
    failures = _measure(arguments, _find(chosen, folder), folder)
    shutil.rmtree(folder / "work", ignore_errors=True)
    for name, why in failures:
        print(f"FAILED {name}: {why}")
    sys.exit(1 if failures else 0)


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="benchmarks.building", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument(
        "--posts",
        type=int,
        nargs="+",
        default=[10_000],
        help="of the first number everything is measured, of further ones a cold build",
    )
    parser.add_argument("--runs", type=int, default=3, help="of each build; the median counts")
    parser.add_argument("--edits", type=int, default=50, help="of each server")
    parser.add_argument(
        "--only",
        nargs="+",
        metavar="NAME",
        choices=[generator.layout for generator in ALL],
        default=[generator.layout for generator in ALL],
        help=f"some of: {', '.join(generator.layout for generator in ALL)}",
    )
    parser.add_argument(
        "--stages", action="store_true", help="also split the processor time of sitegen by stage"
    )
    parser.add_argument("--skip-serve", action="store_true", help="leave the servers out")
    parser.add_argument("--skip-import", action="store_true", help="leave the import out")
    parser.add_argument(
        "--folder", type=Path, default=Path(".bench"), help="for the peers and the sites"
    )
    return parser.parse_args()


def _find(chosen: Sequence[Generator], folder: Path) -> Mapping[Generator, Installed]:
    """Finds the installed generators, and prints each with its version."""
    found = {}
    print(
        f"\nPython {platform.python_version()}, {platform.machine()}, {os.cpu_count()} processors\n"
    )
    for generator in chosen:
        installed = find_installed(generator, folder)
        print(f"- {generator.name} {installed.version if installed else 'is absent'}")
        if installed:
            found[generator] = installed
    print(flush=True)
    return found


def _measure(
    arguments: argparse.Namespace, generators: Mapping[Generator, Installed], folder: Path
) -> list[tuple[str, str]]:
    """Measures and prints everything; returns what failed, and why, by name."""
    names = [generator.name for generator in generators]
    first, *further = arguments.posts
    bench = Bench(generators, folder, first)
    small = bench.measure(arguments.runs, rebuilds=True)
    _print(tables.builds_table(small, names))
    if arguments.stages:
        _print(tables.stages_table(first, _measure_stages(bench)))
    failures = [*small.failures.items()]
    for posts in further:
        large = Bench(generators, folder, posts).measure(1, rebuilds=False)
        _print(tables.growth_table(small, large, names))
        failures += large.failures.items()
    if not arguments.skip_serve:
        failures += _measure_servers(generators, folder, first, arguments.edits)
    if SITEGEN in generators:
        _print("\n".join(tables.start_lines(measure_start(generators[SITEGEN].program, folder))))
    if not arguments.skip_import:
        posts = 10 * first
        _print(tables.import_table(posts, *measure_import(folder / "work" / "import", posts)))
    return failures


def _measure_stages(bench: Bench) -> Mapping[str, Mapping[str, float]]:
    """The stages of a cold build of each site of sitegen."""
    stages = {}
    for site in bench.sites:
        if site.generator in SITEGEN_THEMES:
            empty(site)
            stages[site.generator.name] = measure_stages(site.folder)
    return stages


def _measure_servers(
    generators: Mapping[Generator, Installed], folder: Path, posts: int, edits: int
) -> list[tuple[str, str]]:
    served: dict[str, list[Served]] = {}
    failures = []
    for generator, found in generators.items():
        for size in sorted({_FEW_POSTS, posts}) if generator.serve else ():
            number = edits if generator.events else min(edits, _EDITS_OF_PEERS)
            try:
                measured = measure_server(generator, found, folder, size, number)
                served.setdefault(generator.name, []).append(measured)
            except FailedRunError as error:
                failures.append((f"the server of {generator.name}", str(error)))
    _print(tables.servers_table(served))
    return failures


def _print(table: str) -> None:
    print(f"{table}\n", flush=True)


if __name__ == "__main__":
    main()
