"""Limits the threads of numpy's linear algebra (BLAS)."""

import functools
from contextlib import AbstractContextManager

from threadpoolctl import ThreadpoolController


def one_blas_thread() -> AbstractContextManager[object]:
    """Within this context, linear algebra runs in this thread only.

    The products here are small: handing a part of one to other threads takes longer than computing
    it, and each of the worker processes of a build would occupy all cores.
    """
    limited: AbstractContextManager[object] = _controller().limit(limits=1, user_api="blas")
    return limited


@functools.cache
def _controller() -> ThreadpoolController:
    """Finds the loaded libraries, which takes a millisecond; call it after numpy is loaded."""
    return ThreadpoolController()
