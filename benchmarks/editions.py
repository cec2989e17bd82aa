"""How fast editions are made: ``make bench-editions``.

The search index is measured against Pagefind's own command on the same pages. Both run on this
machine in turn; the median counts. Ours includes reading the marks of the pages, sorting the
filters and the list of all texts.
"""

import argparse
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks.building.posts import make_posts
from sitegen.engine.builder import build_site
from sitegen.engine.cache import load_build_state
from sitegen.engine.search_index import make_index

_CONFIG = """title = "Posts"
base_url = "https://digest.example/"
[editions]
search = true
cards = false
"""


def main() -> None:
    """Measures each edition, and prints the seconds."""
    parser = argparse.ArgumentParser(
        prog="benchmarks.editions", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("--posts", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="sitegen-bench-") as folder:
        measure_search(Path(folder), arguments.posts, arguments.runs)


def measure_search(root: Path, posts: int, runs: int) -> None:
    """Prints how long the search index of some posts takes, and Pagefind on the same pages."""
    from pagefind_bin_extended import get_executable  # noqa: PLC0415 -- an optional library

    _write_posts(root, posts)
    build_site(root)
    output, artifacts = root / "output", load_build_state(root).artifacts
    command = [str(get_executable()), "--site", str(output), "--quiet"]

    def read(name: str) -> bytes:
        return (output / name).read_bytes()

    ours, theirs = [], []
    for run in range(runs):
        target = f"--output-path={root / f'index-{run}'}"
        theirs.append(_seconds(partial(subprocess.run, [*command, target], check=True)))
        ours.append(_seconds(partial(make_index, artifacts, read, None)))
    own, peer = statistics.median(ours), statistics.median(theirs)
    print(f"search index of {posts:,} posts: {own:.2f} s; Pagefind: {peer:.2f} s")
    print(f"ratio: {own / peer:.2f}")


def _write_posts(root: Path, count: int) -> None:
    (root / "sitegen.toml").write_text(_CONFIG)
    for post in make_posts(count):
        path = root / "content" / "topics" / post.topic / f"{post.slug}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        date = post.date.isoformat()
        path.write_text(f"---\ntitle: {post.title}\ndate: {date}\n---\n\n{post.body}", "utf-8")


def _seconds(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
