"""Who does the work of a build makes no difference to what comes out."""

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
"""Posts enough for the work to be shared out."""


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
    ) as found:
        yield str(found.scheduler_address)


def built(root: Path, executor: Executor, place: Path) -> dict[str, str]:
    with closing(Builder(root, output=place, executor=executor)) as builder:
        assert builder.build(NOW).rendered > MANY
    return digests(place)


def test_processes_make_the_same_bytes_as_one_alone(large: Digest, tmp_path: Path) -> None:
    alone = built(large.root, SerialExecutor(), tmp_path / "alone")
    assert built(large.root, ProcessExecutor(), tmp_path / "processes") == alone


@pytest.mark.slow
def test_a_cluster_makes_the_same_bytes_as_one_alone(
    large: Digest, cluster: str, tmp_path: Path
) -> None:
    alone = built(large.root, SerialExecutor(), tmp_path / "alone")
    with closing(executor_for(cluster)) as executor:
        assert built(large.root, executor, tmp_path / "cluster") == alone


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
def test_where_no_cluster_is_that_is_said(
    address: str, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sitegen.engine.executors._PATIENCE", 1)
    with pytest.raises(UsageError, match=message):
        executor_for(address)


class Reckoning:
    """Reads numbers."""

    things = "numbers"

    def __call__(self, texts: Sequence[str]) -> list[int]:
        return [int(text) for text in texts]


def test_parts_come_back_in_their_order() -> None:
    parts = [[str(number)] for number in range(50)]
    assert list(ProcessExecutor().run(Reckoning(), parts)) == [[number] for number in range(50)]


def test_an_error_of_a_worker_is_the_works_own() -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        list(ProcessExecutor().run(Reckoning(), [["1"], ["x"]]))


TOIL = """
import os
from sitegen.engine.executors import ProcessExecutor
class Toil:
    things = "numbers"
    def __call__(self, part):
        return [os.getpid()]
for part in ProcessExecutor().run(Toil(), iter(lambda: [0], None)):
    print(part[0], flush=True)
"""
"""A program that has workers work without end."""


def test_workers_end_when_who_they_work_for_is_killed() -> None:
    with subprocess.Popen([sys.executable, "-c", TOIL], stdout=subprocess.PIPE) as master:
        assert master.stdout
        assert int(master.stdout.readline()) != master.pid
        master.kill()
        master.communicate(timeout=30)  # until nobody could print any more


def test_who_watches_is_told_how_far_the_work_is() -> None:
    told: list[str] = []
    parts = [["1"] * 600, ["2"] * 600]
    assert (
        sum(map(len, ProgressExecutor(ProcessExecutor(), told.append).run(Reckoning(), parts)))
        == 1200
    )
    assert told == ["600 numbers", "1,200 numbers"]
