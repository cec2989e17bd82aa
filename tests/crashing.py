"""Kills builds of a digest, and looks at what each leaves.

A build dies before the first file-system call that it makes, before the second, and so on, in the
middle of a write, and at random times. The content goes back and forth between two states, so that
every build meets what those before it left.
"""

import itertools
import json
import os
import random
import shutil
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.engine.builder import build_site
from sitegen.engine.output_record import RECORD_NAME
from sitegen.engine.recovery import recover_site
from tests.digest import CONFIG, NOW

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer as Buffer

Files = Mapping[str, bytes]

_CACHE = {
    *(".gitignore", "lock", "state", "changes", "code", "bodies", "uptodate.json"),
    *("templates", "tables"),
}
"""All that a cache holds, but for what stands behind a hyphen."""
_CALLS = ("open", "os.", "shutil.", "tempfile.")
_RANDOM_SHARE = 5
"""One kill of so many is at a random time."""
_DRIFT = 5
"""So many more calls than at first a build may make, as it also ends what another began."""


def post(text: str) -> bytes:
    return f"---\ndate: 2024-05-01\n---\n\n{text}\n".encode()


_PLAIN: Files = {
    "sitegen.toml": CONFIG.encode(),
    "content/index.md": b"Welcome.\n",
    "content/essays/lamp.md": b"---\ntitle: The lamp\n---\n\nA lamp. It shines.\n",
    "content/topics/craft/_index.md": b"---\ntitle: Craft\n---\n\nOn craft.\n",
    "content/topics/craft/one.md": post("First post."),
    "content/topics/craft/two.md": post("Second post, with ![a lamp](/media/lamp.svg)."),
    "content/topics/craft/three.md": post("Third post."),
    "content/topics/rest/four.md": post("Fourth post."),
    "content/topics/rest/five.md": post("Fifth post."),
    "content/media/lamp.svg": b"<svg>lamp</svg>",
    "content/media/deep/er/chart.svg": b"<svg>chart</svg>",
}


def changed(*gone: str, **new: bytes) -> Files:
    return {name: data for name, data in _PLAIN.items() if name not in gone} | dict(new)


SCENARIOS: Mapping[str, tuple[Files, Files]] = {
    "first build": ({}, _PLAIN),
    "edit": (
        _PLAIN,
        changed(
            "content/topics/craft/two.md",
            "content/topics/rest/four.md",
            **{
                "content/topics/craft/one.md": post("First post, edited."),
                "content/topics/craft/three.md": post("Third post, edited."),
                "content/topics/craft/six.md": post("Sixth post."),
                "content/topics/craft/four.md": post("Fourth post."),
            },
        ),
    ),
    "topic removed": (
        _PLAIN,
        changed("content/topics/rest/four.md", "content/topics/rest/five.md"),
    ),
    "file becomes folder": (
        _PLAIN,
        changed(
            "content/media/lamp.svg",
            "content/media/deep/er/chart.svg",
            **{
                "content/media/lamp.svg/on.svg": b"<svg>on</svg>",
                "content/media/lamp.svg/off/off.svg": b"<svg>off</svg>",
                "content/media/deep": b"shallow",
            },
        ),
    ),
    "media": (
        _PLAIN,
        changed(
            "content/media/deep/er/chart.svg",
            **{
                "content/media/lamp.svg": b"<svg>LAMP</svg>",
                "content/media/deep/new.svg": b"<svg>new</svg>",
            },
        ),
    ),
}


class Crashes:
    """A digest whose content changes between two states, while its builds are killed."""

    def __init__(self, folder: Path, before: Files, after: Files) -> None:
        self._root = folder / "digest"
        self._output = self._root / "output"
        self._states = [(before, _clean(folder, before)), (after, _clean(folder, after))]
        self.seen: Counter[str] = Counter()
        self._random = random.Random(4)  # noqa: S311 -- the same kills in every run

    def run(self, kills: int) -> None:
        """Kills so many builds."""
        calls, seconds = self._survey()
        numbers = self._numbers(calls, kills)
        while self.seen["kills"] < kills:
            self._prepare()
            if self.seen["kills"] % _RANDOM_SHARE:
                self._die(self._build, at=next(numbers))
            else:
                self._die(self._build, after=self._random.uniform(0, seconds))
            self._look()

    def _survey(self) -> tuple[int, float]:
        """How many calls a build makes, and how long it takes."""
        self._prepare()
        self._build()
        self._swap()
        self._prepare()
        read, write = os.pipe()
        start = time.perf_counter()
        if not (child := os.fork()):
            count = count_calls(self._root, 0)
            self._build()
            number = next(count)
            os.write(write, str(number).encode())
            os._exit(0)
        os.waitpid(child, 0)
        seconds = time.perf_counter() - start
        self._swap()
        return int(os.read(read, 100)), seconds

    def _numbers(self, calls: int, kills: int) -> Iterator[int]:
        """Numbers of calls to die at: all of them, as far as there are kills enough."""
        every = range(1, calls + _DRIFT)
        wanted = kills * (_RANDOM_SHARE - 1) // _RANDOM_SHARE + 1
        return itertools.cycle(sorted(self._random.sample(every, min(wanted, len(every)))))

    def _prepare(self) -> None:
        """Lays out the old site and the new content."""
        (old, old_site), (new, _) = self._states
        if not old:
            shutil.rmtree(self._root, ignore_errors=True)
        else:
            _lay_out(self._root, old)
            if not _is_site(self._output, old_site):
                self._build()
        _lay_out(self._root, new)

    def _build(self) -> None:
        build_site(self._root, now=NOW)

    def _recover(self) -> None:
        recover_site(self._root)

    def _swap(self) -> None:
        if self._states[0][0]:
            self._states.reverse()

    def _die(self, do: Callable[[], None], *, at: int = 0, after: float = 0) -> bool:
        """Does something in a process that is killed at a call, or after seconds."""
        if not (child := os.fork()):
            if at:
                count_calls(self._root, at)
            do()
            os._exit(0)
        if not at:
            time.sleep(after)
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        killed = os.WIFSIGNALED(status)
        assert killed or os.WEXITSTATUS(status) == 0
        self.seen["kills"] += killed
        return killed

    def _look(self) -> None:
        """Checks what a kill left, and that the next commands put all in order."""
        is_decided = self._check_crashed()
        if self._random.random() < 0.3 and is_decided:
            self._die(self._recover, at=self._random.randrange(1, 20))
            assert self._check_crashed() or _is_site(self._output, self._states[1][1])
        if self._random.random() < (0.7 if is_decided else 0.2):
            self._recover()
            old, new = (site for _, site in self._states)
            assert _is_site(self._output, new) or (not is_decided and _is_site(self._output, old))
            self.seen["recovered"] += is_decided
        self._build()
        self._check_built()
        self._swap()

    def _check_crashed(self) -> bool:
        """Checks the output as it is, and says whether there is something to be finished."""
        (_, old), (_, new) = self._states
        found = _read(self._output)
        for name, data in found.items():
            assert data in (old.get(name), new.get(name)), f"{name} is not whole"
        missing = old.keys() & new.keys() - found.keys()
        assert not missing, f"missing: {missing}"
        is_decided = (self._output / ".sitegen-commit").exists()
        assert is_decided or found in (old, new), "a change that was not decided on"
        self.seen["undecided"] += not is_decided and found == old
        self.seen["under way"] += is_decided and found != old
        return is_decided

    def _check_built(self) -> None:
        new = self._states[1][1]
        assert _is_site(self._output, new)
        assert json.loads((self._output / RECORD_NAME).read_text()) == sorted(new)
        hidden = {path.name for path in self._output.iterdir() if path.name.startswith(".")}
        assert hidden == {RECORD_NAME}, f"left over in the output: {hidden}"
        left = {path.name.partition("-")[0] for path in (self._root / ".sitegen").iterdir()}
        assert left <= _CACHE, f"left over: {left}"


def _clean(folder: Path, files: Files) -> Files:
    """The site that is built of these files where nothing was before."""
    root = folder / "clean"
    shutil.rmtree(root, ignore_errors=True)
    if files:
        _lay_out(root, files)
        build_site(root, now=NOW)
    return _read(root / "output")


def _read(output: Path) -> dict[str, bytes]:
    """All files of a site but hidden ones."""
    return {
        path.relative_to(output).as_posix(): path.read_bytes()
        for path in output.glob("**/*")
        if path.is_file() and not path.relative_to(output).parts[0].startswith(".")
    }


def _is_site(output: Path, site: Files) -> bool:
    """Whether the output is just this site, without so much as an empty folder more."""
    folders = {path for path in output.glob("[!.]*/**/") if path.is_dir()}
    full = {output / parent for name in site for parent in Path(name).parents} - {output}
    return _read(output) == site and folders == full


def _lay_out(root: Path, files: Files) -> None:
    """Makes the content and the configuration be just these files."""
    for path in (root / "content").glob("**/*"):
        if path.is_file() and path.relative_to(root).as_posix() not in files:
            path.unlink()
    for path in sorted((root / "content").glob("**/"), reverse=True):
        if not any(path.iterdir()):
            path.rmdir()
    for name, data in files.items():
        path = root / name
        if not path.is_file() or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)


def count_calls(root: Path, fatal: int) -> Iterator[int]:
    """Kills this process at the call to the file system of that number; counts the calls."""
    count = itertools.count()
    write = os.write

    def is_last() -> bool:
        return next(count) + 1 == fatal

    def before_call(event: str, arguments: tuple[object, ...]) -> None:
        path = arguments[0] if arguments else None
        is_ours = isinstance(path, str) and (not path.startswith("/") or path.startswith(str(root)))
        if event.startswith(_CALLS) and is_ours and is_last():
            os.kill(os.getpid(), signal.SIGKILL)

    def write_half(file: int, data: "Buffer") -> int:
        if is_last():
            write(file, memoryview(data)[: len(memoryview(data)) // 2])
            os.kill(os.getpid(), signal.SIGKILL)
        return write(file, data)

    sys.addaudithook(before_call)
    os.write = write_half
    return count


def kill_builds(folder: Path, scenario: str, kills: int) -> None:
    """Kills so many builds of a scenario, and writes what was seen into ``seen.json``.

    To be called in a process without threads, as it forks for every kill.
    """
    crashes = Crashes(folder, *SCENARIOS[scenario])
    crashes.run(kills)
    (folder / "seen.json").write_text(json.dumps(crashes.seen))
