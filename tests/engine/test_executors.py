"""Executors: the output is the same whichever runs the build."""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from distributed import LocalCluster

from sitegen.engine.builder import Builder
from sitegen.engine.executors import (
    Executor,
    ProcessExecutor,
    ProgressExecutor,
    SerialExecutor,
    executor_for,
)
from sitegen.errors import UsageError
from tests.clean_build import digests
from tests.digest import NOW, Digest

MANY = 320
"""Enough posts for the tasks to be distributed."""


@pytest.fixture
def large(digest: Digest) -> Digest:
    for number in range(MANY):
        digest.post(f"post-{number}", f"Post *{number}*.\n\nIt has a note.", note="Why.")
    return digest


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    """The address of a Dask cluster with two workers."""
    with LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50
    ) as local:
        yield str(local.scheduler_address)


def built(root: Path, executor: Executor, place: Path) -> dict[str, str]:
    with closing(Builder(root, output=place, executor=executor)) as builder:
        assert builder.build(NOW).rendered > MANY
    return digests(place)


def test_a_process_pool_builds_the_same_output_as_one_process(
    large: Digest, tmp_path: Path
) -> None:
    expected = built(large.root, SerialExecutor(), tmp_path / "alone")
    assert built(large.root, ProcessExecutor(), tmp_path / "processes") == expected


@pytest.mark.slow
def test_a_cluster_builds_the_same_output_as_one_process(
    large: Digest, cluster: str, tmp_path: Path
) -> None:
    expected = built(large.root, SerialExecutor(), tmp_path / "alone")
    with closing(executor_for(cluster)) as executor:
        assert built(large.root, executor, tmp_path / "cluster") == expected


@pytest.mark.slow
def test_the_command_builds_on_a_cluster(large: Digest, cluster: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "sitegen", "build", "--executor", cluster, "--verify"],
        cwd=large.root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, "Verified: all" in done.stderr) == (0, True), done.stderr


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


class ParseNumbers:
    """Parses numbers."""

    unit = "numbers"

    def __call__(self, texts: Sequence[str]) -> list[int]:
        return [int(text) for text in texts]


def test_results_are_in_the_order_of_the_batches() -> None:
    parts = [[str(number)] for number in range(50)]
    assert list(ProcessExecutor().run(ParseNumbers(), parts)) == [[number] for number in range(50)]


def test_an_error_in_a_worker_is_raised() -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        list(ProcessExecutor().run(ParseNumbers(), [["1"], ["x"]]))


ENDLESS = """
import os
from sitegen.engine.executors import ProcessExecutor
class ProcessId:
    unit = "numbers"
    def __call__(self, part):
        return [os.getpid()]
for part in ProcessExecutor().run(ProcessId(), iter(lambda: [0], None)):
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
