"""Builds measured in turn, A B C, A B C, so that a slow moment of the machine affects all."""

import itertools
import random
import shutil
import statistics
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.building.checking import WrongOutputError, check_edit, check_output
from benchmarks.building.generators import Generator
from benchmarks.building.installing import Installed, environment
from benchmarks.building.measuring import Command, FailedRunError, peak_memory, time_run
from benchmarks.building.posts import make_posts
from benchmarks.building.sites import LaidOut, edit, empty, lay_out


@dataclass(frozen=True, slots=True)
class Figures:
    """The measurements of builds of one size, by the name of the generator."""

    posts: int
    cold: Mapping[str, float]
    """Seconds of wall time, the median of all runs, as below."""
    processor: Mapping[str, float]
    """Seconds of processor time of a cold build."""
    memory: Mapping[str, int]
    """Bytes at the peak of a cold build."""
    files: Mapping[str, int]
    unchanged: Mapping[str, float]
    edited: Mapping[str, float]
    failures: Mapping[str, str] = field(default_factory=dict)
    """Why a generator was dropped."""


class Bench:
    """Sites with the same posts, one for each generator, and their measurements."""

    def __init__(self, generators: Mapping[Generator, Installed], folder: Path, posts: int) -> None:
        """Writes the sites into ``folder/work``."""
        self._posts = make_posts(posts)
        self._programs = {generator.name: found.program for generator, found in generators.items()}
        self._folder = folder
        self._sites = [
            lay_out(generator, folder / "work" / f"{generator.layout}-{posts}", self._posts)
            for generator in generators
        ]
        self._failures: dict[str, str] = {}
        self._edits = random.Random(posts).sample(self._posts, min(posts, 1000))  # noqa: S311
        self._numbers = itertools.count()
        self._files: dict[str, int] = {}
        self._processor: dict[str, list[float]] = defaultdict(list)

    def measure(self, runs: int, *, rebuilds: bool) -> Figures:
        """Measures cold builds, and builds after no change and after one edit if ``rebuilds``."""
        self._in_turn("warming up", 1, self._build_cold)
        self._processor.clear()
        cold = self._in_turn("cold", runs, self._build_cold)
        processor = {name: statistics.median(used) for name, used in self._processor.items()}
        memory = self._in_turn("memory", 1, self._peak)
        unchanged = self._in_turn("unchanged", runs, self._rebuild) if rebuilds else {}
        edited = self._in_turn("edited", runs, self._rebuild_edited) if rebuilds else {}
        return Figures(
            posts=len(self._posts),
            cold=cold,
            processor=processor,
            memory={name: int(size) for name, size in memory.items()},
            files=self._files,
            unchanged=unchanged,
            edited=edited,
            failures=self._failures,
        )

    @property
    def sites(self) -> list[LaidOut]:
        """The sites, in the order of the generators."""
        return self._sites

    def _in_turn(
        self, what: str, runs: int, measure: Callable[[LaidOut], float]
    ) -> Mapping[str, float]:
        """The median of ``runs`` measurements for each generator that was not dropped."""
        found: dict[str, list[float]] = defaultdict(list)
        for number in range(1, runs + 1):
            for site in self._standing(f"{what}, run {number} of {runs}"):
                with self._giving_up(site):
                    found[site.generator.name].append(measure(site))
        return {name: statistics.median(values) for name, values in found.items()}

    def _standing(self, what: str) -> Iterator[LaidOut]:
        """The sites whose generators were not dropped; prints the name of each."""
        for site in self._sites:
            name = site.generator.name
            if name not in self._failures:
                print(f"{len(self._posts):,} posts: {what}: {name}", file=sys.stderr, flush=True)
                yield site

    @contextmanager
    def _giving_up(self, site: LaidOut) -> Iterator[None]:
        """Drops a generator that fails, and continues with the others."""
        try:
            yield
        except (FailedRunError, WrongOutputError) as error:
            self._failures[site.generator.name] = str(error)

    def _build_cold(self, site: LaidOut) -> float:
        self._empty(site)
        seconds = time_run(self._command(site))
        check_output(site)
        self._processor[site.generator.name].append(seconds.processor)
        self._files[site.generator.name] = sum(path.is_file() for path in site.output.rglob("*"))
        return seconds.wall

    def _peak(self, site: LaidOut) -> float:
        self._empty(site)
        size = peak_memory(self._command(site))
        check_output(site)
        return size

    def _rebuild(self, site: LaidOut) -> float:
        seconds = time_run(self._command(site))
        check_output(site)
        return seconds.wall

    def _rebuild_edited(self, site: LaidOut) -> float:
        number = next(self._numbers)
        post = self._edits[number % len(self._edits)]
        mark = edit(site, post, number)
        seconds = self._rebuild(site)
        check_edit(site, post, mark)
        return seconds

    def _empty(self, site: LaidOut) -> None:
        empty(site)
        shutil.rmtree(self._folder / "home", ignore_errors=True)

    def _command(self, site: LaidOut) -> Command:
        generator = site.generator
        words = [str(self._programs[generator.name]), *generator.build]
        return Command(words, site.folder, environment(self._folder))
