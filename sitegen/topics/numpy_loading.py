"""Imports numpy without threads for its linear algebra (BLAS)."""

import os
import sys

_THREADS = "OPENBLAS_NUM_THREADS"
"""How many threads OpenBLAS starts; it is read when the library is loaded."""


def load_numpy() -> None:
    """Imports numpy, unless it is loaded, without starting threads for its linear algebra.

    OpenBLAS starts a thread for each core when it is loaded, and again in a forked process. Each
    first waits busily for work, which takes longer than the products that a build computes.
    """
    if "numpy" in sys.modules or _THREADS in os.environ:
        return
    os.environ[_THREADS] = "1"
    try:
        import numpy as np  # noqa: PLC0415 -- after the variable is set
    finally:
        del os.environ[_THREADS]
    _ = np
