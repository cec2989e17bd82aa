"""Work that another process does meanwhile."""

import os
import signal
import threading

import pytest

from sitegen.engine.errand import Errand

CAN_FORK = hasattr(os, "sched_getaffinity") and len(os.sched_getaffinity(0)) > 1


def test_the_result_comes_back() -> None:
    assert Errand(lambda: ["a" * 1_000_000, 2]).result() == ["a" * 1_000_000, 2]


@pytest.mark.skipif(not CAN_FORK, reason="this machine has one core, or cannot fork")
def test_another_process_does_it() -> None:
    errand = Errand(os.getpid)
    assert errand.is_under_way
    assert errand.result() != os.getpid()


def test_beside_another_thread_it_is_done_here() -> None:
    over = threading.Event()
    other = threading.Thread(target=over.wait)
    other.start()
    try:
        errand = Errand(os.getpid)
        assert not errand.is_under_way
        assert errand.result() == os.getpid()
    finally:
        over.set()
        other.join()


def test_what_goes_wrong_is_raised_here() -> None:
    def fail() -> None:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        Errand(fail).result()


def test_who_is_let_down_does_it() -> None:
    here = os.getpid()

    def work() -> str:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return "done"

    assert Errand(work).result() == "done"


def test_no_process_stays_behind() -> None:
    Errand(os.getpid).result()
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
