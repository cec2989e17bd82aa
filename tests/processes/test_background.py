"""Calls in a background process."""

import os
import threading

import pytest

from sitegen.processes.background import BackgroundCall
from tests.processes.programs import PRINT_WHETHER_A_PROCESS_IS_LEFT, needs_a_core, output_of


def test_the_result_is_returned() -> None:
    assert output_of("print(len(BackgroundCall(lambda: 'a' * 1_000_000).result()))") == "1000000"


@needs_a_core
def test_the_call_runs_in_another_process() -> None:
    program = (
        "call = BackgroundCall(os.getpid); print(call.is_running, call.result() - os.getpid())"
    )
    is_running, distance = output_of(program).split()
    assert (is_running, distance == "0") == ("True", False)


def test_with_other_threads_the_call_runs_in_this_process() -> None:
    finished = threading.Event()
    thread = threading.Thread(target=finished.wait)
    thread.start()
    try:
        call = BackgroundCall(os.getpid)
        assert not call.is_running
        assert call.result() == os.getpid()
    finally:
        finished.set()
        thread.join()


def test_an_error_of_the_call_is_raised() -> None:
    program = """
try:
    BackgroundCall(lambda: 1 / 0).result()
except ZeroDivisionError:
    print("raised")
"""
    assert output_of(program) == "raised"


@needs_a_core
def test_when_the_process_is_killed_the_call_runs_here() -> None:
    program = """
here = os.getpid()
print(BackgroundCall(lambda: "done" if os.getpid() == here else os.kill(os.getpid(), 9)).result())
"""
    assert output_of(program) == "done"


@needs_a_core
@pytest.mark.parametrize("limit", ["NOFILE", "NPROC"])
def test_when_no_process_can_be_started_the_call_runs_here(limit: str) -> None:
    program = f"""
import resource
if os.getuid() == 0:  # root has no limit of processes
    os.setuid(65534)
resource.setrlimit(resource.RLIMIT_{limit}, (1, 1))
call = BackgroundCall(os.getpid)
print(call.is_running, call.result() == os.getpid())
"""
    assert output_of(program) == "False True"


@needs_a_core
def test_no_process_is_left_behind() -> None:
    program = """
BackgroundCall(os.getpid).result()
"""
    assert output_of(program + PRINT_WHETHER_A_PROCESS_IS_LEFT) == "none"


@needs_a_core
def test_the_caller_sees_when_the_result_is_there() -> None:
    program = (
        "import time\n"
        "reading, writing = os.pipe()\n"
        "call = BackgroundCall(lambda: os.read(reading, 1))\n"
        "before = call.has_result\n"
        "os.write(writing, b'x')\n"
        "while not call.has_result:\n"
        "    time.sleep(0.01)\n"
        "print(before, call.result(), call.has_result)"
    )
    assert output_of(program) == "False b'x' False"


@needs_a_core
def test_a_call_that_is_stopped_at_once_ends_and_leaves_no_process_behind() -> None:
    program = """
import time
reading, writing = os.pipe()
call = BackgroundCall(lambda: (time.sleep(1), os.write(writing, b"called")))
call.stop()
os.close(writing)
print(os.read(reading, 10))
"""
    assert output_of(program + PRINT_WHETHER_A_PROCESS_IS_LEFT) == "b''\nnone"


@needs_a_core
def test_a_call_is_stopped_when_waiting_for_its_result_is_interrupted() -> None:
    program = """
import signal, time
signal.signal(signal.SIGALRM, signal.default_int_handler)
reading, writing = os.pipe()
try:
    with BackgroundCall(lambda: (time.sleep(1), os.write(writing, b"called"))) as call:
        signal.setitimer(signal.ITIMER_REAL, 0.1)
        call.result()
except KeyboardInterrupt:
    os.close(writing)
    print(os.read(reading, 10))
"""
    assert output_of(program) == "b''"


@needs_a_core
def test_a_call_that_is_interrupted_twice_cleans_up() -> None:
    program = """
import time
reading, writing = os.pipe()
def clean_up():
    try:
        os.write(writing, b"1")
        time.sleep(30)
    finally:
        os.write(writing, b"2")
        time.sleep(0.1)
        os.write(writing, b"3")
call = BackgroundCall(clean_up)
os.read(reading, 1)
os.kill(call._process[0], 2)
os.read(reading, 1)
call.stop()
os.close(writing)
print(os.read(reading, 1))
"""
    assert output_of(program) == "b'3'"


@needs_a_core
def test_after_a_call_begins_this_process_can_be_interrupted() -> None:
    program = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
call = BackgroundCall(os.getpid)
try:
    os.kill(os.getpid(), signal.SIGINT)
except KeyboardInterrupt:
    print("interrupted")
"""
    assert output_of(program) == "interrupted"


def test_a_short_call_starts_no_process() -> None:
    program = """
call = BackgroundCall(os.getpid, is_long=False)
print(call.is_running, call.result() == os.getpid())
"""
    assert output_of(program) == "False True"
