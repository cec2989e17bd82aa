"""Rights to files, for tests that may run as root."""

import ctypes
import os
from collections.abc import Iterator
from contextlib import contextmanager

_VERSION_3 = 0x20080522
_DAC_OVERRIDE, _DAC_READ_SEARCH = 1, 2
_PR_CAPBSET_DROP = 24


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


def give_up_roots_rights() -> None:
    """Takes from this process what lets root read and write everything; it stays root.

    The calls and constants are those of Linux: prctl(2), capset(2), capabilities(7).
    """
    if os.geteuid():
        return
    libc = ctypes.CDLL(None, use_errno=True)
    header, sets = (ctypes.c_uint32 * 2)(_VERSION_3, 0), (ctypes.c_uint32 * 6)()
    assert not libc.capget(header, sets), os.strerror(ctypes.get_errno())
    for right in (_DAC_OVERRIDE, _DAC_READ_SEARCH):
        libc.prctl(_PR_CAPBSET_DROP, right, 0, 0, 0)  # programs that it starts lack it too
        for kind in range(3):  # effective, permitted, inheritable
            sets[kind] &= ~(1 << right)
    assert not libc.capset(header, sets), os.strerror(ctypes.get_errno())
