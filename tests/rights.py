"""Rights to files, for tests that may run as root."""

import os
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_roots_rights() -> Iterator[None]:
    """Root may read everything; for a while, be a user who may not."""
    own = os.geteuid()
    if own == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(own)
