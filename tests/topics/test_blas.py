"""Small products are computed in one thread, and others in as many as before."""

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
