"""Random saves against a running preview: every page must end up right, and memory stay flat.

    python -m benchmarks.soaking --minutes 10 --posts 10000

Posts are edited, added, removed, renamed and moved between topics, one by one and in bursts, with
and without pauses; pages and templates are broken and repaired. The memory of the preview is
printed ten times. At the end, the output must equal that of a clean build, byte for byte.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from benchmarks.building.generators import SITEGEN
from benchmarks.building.posts import TOPICS, make_posts
from benchmarks.building.sites import lay_out
from sitegen.engine.builder import Builder

_TIMEOUT = 120.0
_LONGEST_PAUSE = 1.2
"""Seconds; long enough for an idle period of the preview to begin, and to be interrupted."""
_LARGEST_BURST = 40


class Editor:
    """Saves pages of a digest in random order."""

    def __init__(self, root: Path, seed: int) -> None:
        self._root = root
        self._chance = random.Random(seed)  # noqa: S311 - no secret
        self._pages = sorted((root / "content/topics").glob("*/*.md"))
        self._least = len(self._pages) // 2
        self._template = root / "themes/plain/templates/post.html"
        self.saves = 0
        """The number of saves so far."""
        self._actions: tuple[Callable[[], None], ...] = (
            *(self._edit, self._edit, self._edit, self._edit_keeping_times, self._edit_by_rename),
            *(self._retitle, self._add, self._remove, self._rename, self._move),
        )

    def work(self, seconds: float) -> None:
        """Saves, and pauses, for the given number of seconds."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            match self._chance.random():
                case chance if chance < 0.02:
                    self._break_and_repair(self._template, "{% for %}")
                case chance if chance < 0.06:
                    self._break_and_repair(self._any_page(), "---\ntitle: a: b\n---\n")
                case chance if chance < 0.12:
                    self._save(self._chance.randint(2, _LARGEST_BURST))
                case _:
                    self._save(1)
            time.sleep(self._chance.uniform(0, _LONGEST_PAUSE))

    def _save(self, count: int) -> None:
        for _ in range(count):
            self._chance.choice(self._actions)()
            self.saves += 1

    def _any_page(self) -> Path:
        return self._chance.choice(self._pages)

    def _new_path(self) -> Path:
        name = f"new-{self._chance.getrandbits(64):x}.md"
        return self._root / "content/topics" / self._chance.choice(TOPICS) / name

    def _header(self) -> str:
        day = self._chance.randint(1, 28)
        return f"---\ntitle: Title {self.saves}\ndate: 2021-02-{day:02}\n---\n\n"

    def _edit(self) -> None:
        page = self._any_page()
        page.write_text(f"{page.read_text()}\nOne more thing, number {self.saves}.\n")

    def _edit_keeping_times(self) -> None:
        """Edits without changing the size and the modification time of the file."""
        page = self._any_page()
        before, (head, mark, body) = page.stat(), page.read_text().rpartition("---\n")
        page.write_text(f"{head}{mark}{body.swapcase()}")
        os.utime(page, ns=(before.st_atime_ns, before.st_mtime_ns))

    def _edit_by_rename(self) -> None:
        page = self._any_page()
        temporary = page.with_name(f".{page.name}.tmp")
        temporary.write_text(f"{page.read_text()}\nMoved over it, number {self.saves}.\n")
        temporary.replace(page)

    def _retitle(self) -> None:
        page = self._any_page()
        page.write_text(f"{self._header()}All new, number {self.saves}.\n")

    def _add(self) -> None:
        page = self._new_path()
        page.parent.mkdir(exist_ok=True)
        page.write_text(f"{self._header()}A new post, number {self.saves}.\n")
        self._pages.append(page)

    def _remove(self) -> None:
        if len(self._pages) > self._least:
            page = self._any_page()
            self._pages.remove(page)
            page.unlink()

    def _rename(self) -> None:
        page = self._any_page()
        self._put(page, page.with_name(self._new_path().name))

    def _move(self) -> None:
        page = self._any_page()
        self._put(page, self._root / "content/topics" / self._chance.choice(TOPICS) / page.name)

    def _put(self, page: Path, place: Path) -> None:
        place.parent.mkdir(exist_ok=True)
        page.rename(place)
        self._pages[self._pages.index(page)] = place

    def _break_and_repair(self, path: Path, text: str) -> None:
        original = path.read_text()
        path.write_text(text)
        time.sleep(self._chance.uniform(0, _LONGEST_PAUSE))
        self._save(1 if path == self._template else 0)
        path.write_text(original)


def soak(root: Path, posts: int, seconds: float, seed: int = 1) -> Iterator[tuple[int, float]]:
    """Writes that many posts into ``root``, and saves for that long while a preview runs.

    Prints ten times the number of saves and the megabytes that the preview uses.

    Raises:
        AssertionError: the output is not that of a clean build in the end.
    """
    lay_out(SITEGEN, root, make_posts(posts))
    editor = Editor(root, seed)
    with _preview(root) as process:
        for _ in range(10):
            editor.work(seconds / 10)
            yield editor.saves, _megabytes(process.pid)
        _await_equal(root)


@contextmanager
def _preview(root: Path) -> Iterator[subprocess.Popen[bytes]]:
    log = root.parent / f"{root.name}.log"
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "sitegen", "serve", "--port", "0"],
            cwd=root,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            while "Built " not in log.read_text():
                assert process.poll() is None, log.read_text()  # noqa: S101 -- an assertion is meant
                time.sleep(0.1)
            yield process
            assert process.poll() is None, log.read_text()[-2000:]  # noqa: S101
        finally:
            process.terminate()
            process.wait()


def _await_equal(root: Path) -> None:
    """Waits until the output equals a clean build; raises an error that names the differences."""
    clean = root.parent / f"{root.name}-clean"
    shutil.rmtree(clean, ignore_errors=True)
    with closing(Builder(root, output=clean)) as builder:
        builder.build()
    expected = _files(clean)
    end = time.monotonic() + _TIMEOUT
    while (found := _files(root / "output")) != expected:
        differing = [name for name in expected | found if expected.get(name) != found.get(name)]
        assert time.monotonic() < end, f"wrong: {sorted(differing)[:20]}"  # noqa: S101
        time.sleep(1)
    shutil.rmtree(clean)


def _files(folder: Path) -> dict[str, bytes]:
    paths = (Path(place) / name for place, _, names in os.walk(folder) for name in names)
    found = {}
    for path in paths:
        try:
            found[str(path.relative_to(folder))] = path.read_bytes()
        except FileNotFoundError:  # the preview writes just now
            continue
    return found


def _megabytes(process: int) -> float:
    """The memory of a process, as Linux reports it; 0.0 on other systems."""
    status = Path(f"/proc/{process}/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return sum(int(line.split()[1]) for line in lines if line.startswith("VmRSS:")) / 1024


def main() -> None:
    """Runs the soak test and prints its progress."""
    parser = argparse.ArgumentParser(
        prog="benchmarks.soaking", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--posts", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, default=Path(".bench/soak"), help="for the site")
    arguments = parser.parse_args()
    folder: Path = arguments.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    root = folder / "site"
    for saves, memory in soak(root, arguments.posts, arguments.minutes * 60, arguments.seed):
        print(f"{saves:6,} saves   {memory:6.1f} MB", flush=True)
    print("Every file is that of a clean build.")
    shutil.rmtree(folder)


if __name__ == "__main__":
    main()
