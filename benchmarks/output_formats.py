"""How fast output formats are made: ``make bench-editions``.

The search index is measured against Pagefind's own command on the same pages. Both run on this
machine in turn; the median counts. Ours includes reading the marks of the pages, sorting the
filters and the list of all texts. The mail, the book and the document to print are each made
after an edit, and a save in the preview is measured with all output formats and with none.
"""

import argparse
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from benchmarks.building.posts import make_posts
from sitegen.engine.builder import Builder, build_site
from sitegen.engine.cache import load_build_state
from sitegen.engine.search_index import make_index

_CONFIG = 'title = "Posts"\nbase_url = "https://digest.example/"\n[editions]\n'
_NONE = "cards = false\n"
_SEARCH = f"search = true\n{_NONE}"
_ALL = "search = true\nemail = true\nepub = true\npdf = true\n"
_DOCUMENT_POSTS = 300
_SAVE_POSTS = 1_000
_SAVES = 15


def main() -> None:
    """Measures each output format, and prints the seconds."""
    parser = argparse.ArgumentParser(
        prog="benchmarks.output_formats", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("--posts", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="sitegen-bench-") as folder:
        measure_search(Path(folder) / "search", arguments.posts, arguments.runs)
        measure_documents(Path(folder) / "documents")
        measure_saves(Path(folder) / "saves")


def measure_search(root: Path, posts: int, runs: int) -> None:
    """Prints how long the search index of some posts takes, and Pagefind on the same pages."""
    from pagefind_bin_extended import get_executable  # noqa: PLC0415 -- an optional library

    _write_posts(root, posts, _SEARCH)
    build_site(root)
    output, searched = root / "output", load_build_state(root).searched
    command = [str(get_executable()), "--site", str(output), "--quiet"]

    def read(name: str) -> bytes:
        return (output / name).read_bytes()

    ours, theirs = [], []
    for run in range(runs):
        target = f"--output-path={root / f'index-{run}'}"
        theirs.append(_seconds(partial(subprocess.run, [*command, target], check=True)))
        ours.append(_seconds(partial(make_index, searched, read, None)))
    own, peer = statistics.median(ours), statistics.median(theirs)
    print(f"search index of {posts:,} posts: {own:.2f} s; Pagefind: {peer:.2f} s")
    print(f"ratio: {own / peer:.2f}")


def measure_documents(root: Path) -> None:
    """Prints how long the mail, the book and the document to print take after an edit of a post."""
    _write_posts(root, _DOCUMENT_POSTS, _NONE)
    page = next((root / "content").resolve().rglob("*.md"))
    for setting in ("email", "epub", "pdf"):
        _configure(root, f"{_NONE}{setting} = true\n")
        with closing(Builder(root)) as builder:
            builder.build()
            page.write_text(f"{page.read_text('utf-8')}\n\nFor the {setting}.\n", "utf-8")
            builder.rebuild([page], defers_formats=True)
            seconds = _seconds(partial(builder.rebuild, []))
        print(f"{setting} of {_DOCUMENT_POSTS} posts: {seconds:.2f} s")


def measure_saves(root: Path) -> None:
    """Prints how long a save takes without output formats and with all, and the ratio."""
    _write_posts(root, _SAVE_POSTS, _NONE)
    page = next((root / "content").resolve().rglob("*.md"))
    text = page.read_text("utf-8")
    medians = []
    for settings in (_NONE, _ALL):
        _configure(root, settings)
        with closing(Builder(root)) as builder:
            builder.build()
            seconds = []
            for number in range(_SAVES + 1):
                page.write_text(f"{text}\n\nSave {number}.\n", "utf-8")
                save = partial(builder.rebuild, [page], defers_formats=True)
                seconds.append(_seconds(save))
        medians.append(statistics.median(seconds[1:]))  # the first reads more
        size = (root / "output/index.html").stat().st_size
        print(f"save at {_SAVE_POSTS:,} posts: {medians[-1] * 1000:.0f} ms; front page {size:,} B")
    print(f"ratio: {medians[1] / medians[0]:.2f}")


def _configure(root: Path, settings: str) -> None:
    (root / "sitegen.toml").write_text(f"{_CONFIG}{settings}")


def _write_posts(root: Path, count: int, settings: str) -> None:
    root.mkdir()
    _configure(root, settings)
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
