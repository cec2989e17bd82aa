"""Keeps Python from freeing memory where that takes time and gains nothing."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused_collection() -> Iterator[None]:
    """Pauses the garbage collector while hundreds of thousands of records are created.

    It would take a third of a build's time and free next to nothing.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@contextmanager
def frozen_memory() -> Iterator[None]:
    """Makes the garbage collector ignore the memory that forked processes share.

    Examining an object would copy its memory page.
    """
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
