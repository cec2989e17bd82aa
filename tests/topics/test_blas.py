"""Small products are computed in one thread, and others in as many as before."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from threadpoolctl import ThreadpoolController, threadpool_info

from sitegen.topics.blas import one_blas_thread
from sitegen.topics.related_texts import sketch_texts


def blas_threads() -> list[int]:
    return [pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"]


def test_linear_algebra_runs_in_one_thread_within_the_context() -> None:
    sketch_texts([])  # loads numpy
    with ThreadpoolController().limit(limits=2, user_api="blas"):
        before = blas_threads()
        with one_blas_thread():
            assert set(blas_threads()) == {1}
        assert blas_threads() == before


MULTIPLYING = """
import os
from sitegen.topics.numpy_loading import load_numpy
load_numpy()
import numpy
numpy.ones((300, 300)) @ numpy.ones((300, 300))
print(len(os.listdir("/proc/self/task")), os.environ.get("OPENBLAS_NUM_THREADS"))
"""


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="needs Linux")
def test_a_build_loads_numpy_without_threads() -> None:
    environment = {**os.environ}
    environment.pop("OPENBLAS_NUM_THREADS", None)  # Dask sets it
    done = subprocess.run(
        [sys.executable, "-c", MULTIPLYING],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "1 None\n"
