"""Executors: the output is the same whichever runs the build."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sitegen.engine.builder import Builder
from sitegen.engine.executors import (
    Executor,
    ProcessExecutor,
    ProgressExecutor,
    SerialExecutor,
    SideTaskExecutor,
    executor_for,
)
from sitegen.engine.tasks import Part, Result, TaskFunction
from sitegen.errors import OutputError, UsageError
from tests.clean_build import digests
from tests.command_line import sitegen
from tests.digest import NOW, Digest

if TYPE_CHECKING:
    from distributed import LocalCluster

MANY = 320
"""Enough posts for the tasks to be distributed."""


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A digest's folder, which is not built."""
    digest = Digest(tmp_path_factory.mktemp("large"))
    for number in range(MANY):
        digest.post(f"post-{number}", f"Post *{number}*.\n\nIt has a note.", note="Why.")
    return digest.root


@pytest.fixture(scope="module")
def expected(large: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The output that one process builds."""
    return built(large, SerialExecutor(), tmp_path_factory.mktemp("alone") / "output")


def built(root: Path, executor: Executor, place: Path) -> dict[str, str]:
    with closing(Builder(root, output=place, executor=executor)) as builder:
        assert builder.build(NOW).rendered > MANY
    return digests(place)


def test_a_process_pool_builds_the_same_output_as_one_process(
    large: Path, expected: dict[str, str], tmp_path: Path
) -> None:
    assert built(large, ProcessExecutor(), tmp_path / "processes") == expected


class EndCounter(SerialExecutor):
    """Runs tasks in this process, and counts the runs that were neither dropped nor broken off."""

    size = 2

    def __init__(self) -> None:
        self.runs = 0
        self.ended = 0

    def run(self, function: TaskFunction[Part, Result], parts: Iterable[Part]) -> Iterator[Result]:
        self.runs += 1
        yield from super().run(function, parts)
        self.ended += 1


def test_a_build_ends_its_workers_itself_as_an_interruption_of_a_finalizer_is_lost(
    large: Path, expected: dict[str, str], tmp_path: Path
) -> None:
    executor = EndCounter()
    assert built(large, executor, tmp_path / "output") == expected
    assert executor.ended == executor.runs > 1


INTERRUPTED = """
import os, signal, time
from sitegen.engine.executors import ProcessExecutor

class Interrupt:
    unit = "pages"

    def __call__(self, part):
        if part[0] < 2:
            time.sleep(0.2 * part[0])  # the second time, the workers are being ended
            os.killpg(0, signal.SIGINT)
        return part

try:
    list(ProcessExecutor().run(Interrupt(), [[number] for number in range(9)]))
except KeyboardInterrupt:
    print("interrupted")
"""
"""A program that Ctrl-C in a terminal reaches twice, with all its workers."""


def test_interruptions_end_the_workers_without_their_tracebacks() -> None:
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED],
        capture_output=True,
        text=True,
        check=False,
        start_new_session=True,
        timeout=60,
    )
    assert (done.stdout, done.stderr) == ("interrupted\n", "")


class ParseNumbers:
    """Parses numbers."""

    unit = "numbers"

    def __call__(self, texts: Sequence[str]) -> list[int]:
        return [int(text) for text in texts]


def test_results_are_in_the_order_of_the_batches() -> None:
    parts = [[str(number)] for number in range(50)]
    assert list(ProcessExecutor().run(ParseNumbers(), parts)) == [[number] for number in range(50)]


class ProcessId:
    """Returns the process that it runs in."""

    unit = "numbers"

    def __call__(self, part: Sequence[int]) -> list[int]:
        return [os.getpid() for _ in part]


def test_workers_that_have_done_much_are_replaced_as_they_have_copied_memory() -> None:
    executor = ProcessExecutor()
    executor.size = 3
    workers = {worker for (worker,) in executor.run(ProcessId(), [[1]] * 250)}
    assert 3 < len(workers) <= 15


@pytest.mark.parametrize(("cores", "works_too"), [(2, True), (3, False)])
def test_of_two_workers_one_is_this_process(cores: int, *, works_too: bool) -> None:
    executor = ProcessExecutor()
    executor.size = cores
    workers = {worker for (worker,) in executor.run(ProcessId(), [[1]] * 50)}
    assert (os.getpid() in workers) is works_too


@pytest.mark.parametrize("cores", [2, 3])
def test_an_error_in_a_worker_is_raised(cores: int) -> None:
    executor = ProcessExecutor()
    executor.size = cores
    with pytest.raises(ValueError, match="invalid literal"):
        list(executor.run(ParseNumbers(), [["1"], ["x"]]))


class Mortal:
    """A function that kills its process if that is a worker, but only when this one works, too."""

    unit = "numbers"

    def __init__(self) -> None:
        self._parent = os.getpid()

    def __call__(self, part: Sequence[int]) -> list[int]:
        time.sleep(0.01)
        if os.getpid() != self._parent and part[0] == 2:
            time.sleep(0.05)
            os.kill(os.getpid(), signal.SIGKILL)
        return [*part]


@pytest.mark.parametrize("cores", [2, 3])
def test_a_worker_that_is_killed_is_an_error_that_says_so(cores: int) -> None:
    executor = ProcessExecutor()
    executor.size = cores
    with pytest.raises(OutputError, match="was killed"):
        list(executor.run(Mortal(), [[number] for number in range(50)]))


ENDLESS = """
import os
from sitegen.engine.executors import ProcessExecutor
class ProcessId:
    unit = "numbers"
    def __call__(self, part):
        return [os.getpid()]
for part in ProcessExecutor().run(ProcessId(), iter(lambda: [0], None)):
    if part[0] != os.getpid():
        print(part[0], flush=True)
"""
"""A program whose workers never run out of tasks."""


def test_workers_exit_when_the_parent_process_is_killed() -> None:
    with subprocess.Popen([sys.executable, "-c", ENDLESS], stdout=subprocess.PIPE) as master:
        assert master.stdout
        assert int(master.stdout.readline()) != master.pid
        master.kill()
        master.communicate(timeout=30)  # until all processes have closed the pipe


def test_progress_is_reported() -> None:
    reports: list[str] = []
    parts = [["1"] * 600, ["2"] * 600]
    assert (
        sum(
            map(len, ProgressExecutor(ProcessExecutor(), reports.append).run(ParseNumbers(), parts))
        )
        == 1200
    )
    assert reports == ["600 numbers", "1,200 numbers"]


@pytest.mark.parametrize("executor", [SerialExecutor(), ProcessExecutor()])
def test_a_side_task_is_called_once_when_there_is_work(executor: Executor) -> None:
    done: list[str] = []
    doing = SideTaskExecutor(executor, lambda: done.append("side task"))
    assert not list(doing.run(ParseNumbers(), []))
    assert not done
    assert list(doing.run(ParseNumbers(), [["1"], ["2"], ["3"]])) == [[1], [2], [3]]
    assert done == ["side task"]


# Dask starts threads, after which this process cannot fork its workers any more, so these are last


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("http://127.0.0.1:8786", "is no address of a cluster"),
        ("dask://127.0.0.1:1", "no scheduler of a Dask cluster answers"),
    ],
)
def test_an_address_without_a_cluster_is_an_error(
    address: str, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sitegen.engine.dask_executor._CONNECT_TIMEOUT", 1)
    with pytest.raises(UsageError, match=message):
        executor_for(address)


@pytest.fixture(scope="module")
def cluster() -> Iterator["LocalCluster"]:
    """A Dask cluster with two workers."""
    from distributed import LocalCluster  # noqa: PLC0415 -- slow to load for whoever collects tests

    with LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50
    ) as local:
        yield local


@pytest.mark.slow
def test_the_command_builds_the_same_output_on_a_cluster(
    large: Path, expected: dict[str, str], cluster: "LocalCluster", tmp_path: Path
) -> None:
    root = shutil.copytree(large, tmp_path / "copy", ignore=shutil.ignore_patterns(".sitegen"))
    assert cluster.scheduler is not None
    steps = cluster.scheduler.transition_counter
    done = sitegen(root, "build", "--executor", str(cluster.scheduler_address))
    assert done.returncode == 0, done.stderr
    assert digests(root / "output") == expected
    assert cluster.scheduler.transition_counter > steps  # the cluster did the work
