"""Work that another process does meanwhile."""

import os
import subprocess
import sys
import threading

import pytest

from sitegen.engine.background import BackgroundCall

needs_a_core = pytest.mark.skipif(
    not hasattr(os, "sched_getaffinity") or len(os.sched_getaffinity(0)) == 1,
    reason="this machine has one core, or cannot fork",
)


def said(program: str) -> str:
    """What a program prints that has no other thread or process, as this one may have."""
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            f"import os\nfrom sitegen.engine.background import BackgroundCall\n{program}",
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_the_result_comes_back() -> None:
    assert said("print(len(BackgroundCall(lambda: 'a' * 1_000_000).result()))") == "1000000"


@needs_a_core
def test_another_process_does_it() -> None:
    program = (
        "call = BackgroundCall(os.getpid); print(call.is_running, call.result() - os.getpid())"
    )
    is_running, distance = said(program).split()
    assert (is_running, distance == "0") == ("True", False)


def test_beside_another_thread_it_is_done_here() -> None:
    over = threading.Event()
    other = threading.Thread(target=over.wait)
    other.start()
    try:
        call = BackgroundCall(os.getpid)
        assert not call.is_running
        assert call.result() == os.getpid()
    finally:
        over.set()
        other.join()


def test_what_goes_wrong_is_raised_here() -> None:
    program = """
try:
    BackgroundCall(lambda: 1 / 0).result()
except ZeroDivisionError:
    print("raised")
"""
    assert said(program) == "raised"


@needs_a_core
def test_who_is_let_down_does_it() -> None:
    program = """
here = os.getpid()
print(BackgroundCall(lambda: "done" if os.getpid() == here else os.kill(os.getpid(), 9)).result())
"""
    assert said(program) == "done"


@needs_a_core
@pytest.mark.parametrize("limit", ["NOFILE", "NPROC"])
def test_where_no_process_can_be_begun_it_is_done_here(limit: str) -> None:
    program = f"""
import resource
if os.getuid() == 0:  # who may do everything knows no limit of processes
    os.setuid(65534)
resource.setrlimit(resource.RLIMIT_{limit}, (1, 1))
call = BackgroundCall(os.getpid)
print(call.is_running, call.result() == os.getpid())
"""
    assert said(program) == "False True"


@needs_a_core
def test_no_process_stays_behind() -> None:
    program = """
BackgroundCall(os.getpid).result()
try:
    os.waitpid(-1, os.WNOHANG)
except ChildProcessError:
    print("none")
"""
    assert said(program) == "none"
