"""Calls in a process on standby."""

import os
import threading
from contextlib import closing

from sitegen.processes.standby import Standby
from tests.processes.programs import PRINT_WHETHER_A_PROCESS_IS_LEFT, needs_a_core, output_of


def test_results_of_calls_are_returned_one_after_the_other() -> None:
    program = """
standby = Standby(int)
print(standby.call(len, "a" * 1_000_000), standby.call(sorted, "ba"))
"""
    assert output_of(program) == "1000000 ['a', 'b']"


@needs_a_core
def test_calls_run_in_the_process_that_was_prepared() -> None:
    program = """
standby = Standby(lambda: os.environ.update(PREPARED="yes"))
print(standby.call(os.getenv, "PREPARED"), os.getenv("PREPARED"))
"""
    assert output_of(program) == "yes None"


@needs_a_core
def test_what_was_prepared_is_told_and_asked_there_or_here_if_the_process_is_killed() -> None:
    program = """
def which(prepared, argument):
    return prepared, argument, os.getpid() != parent

parent = os.getpid()
standby = Standby(list)
standby.tell(list.append, "a" * 100_000)
standby.tell(list.append, "b")
print(standby.ask(list.index, "b"), *standby.ask(which, "c")[1:], standby.call(len, "a"))
os.kill(standby._process.number, 9)
standby.tell(list.append, "d")
print(standby.ask(list.index, "d"), *standby.ask(which, "e")[1:])
"""
    assert output_of(program) == "1 c True 1\n2 e False"


@needs_a_core
def test_an_error_of_what_was_told_is_raised_when_something_is_asked() -> None:
    program = """
standby = Standby(list)
standby.tell(list.remove, "a")
try:
    standby.ask(list.index, "a")
except ValueError as error:
    print(error)
"""
    assert output_of(program) == "list.remove(x): x not in list"


def test_with_other_threads_calls_run_in_this_process() -> None:
    finished = threading.Event()
    thread = threading.Thread(target=finished.wait)
    thread.start()
    try:
        with closing(Standby(int)) as standby:
            assert standby.call(os.getpgid, 0) == os.getpgid(0)
            assert standby._process is None
    finally:
        finished.set()
        thread.join()


def test_an_error_of_a_call_is_raised_and_later_calls_have_results() -> None:
    program = """
standby = Standby(int)
try:
    standby.call(int, "one")
except ValueError:
    print("raised", standby.call(int, "2"))
"""
    assert output_of(program) == "raised 2"


@needs_a_core
def test_when_the_process_is_killed_or_cannot_be_prepared_calls_run_here() -> None:
    program = """
standby = Standby(int)
os.kill(standby._process.number, 9)
print(standby.call(len, "a" * 1_000_000))
print(Standby(lambda: 1 / 0).call(len, "a"))
"""
    assert output_of(program) == "1000000\n1"


@needs_a_core
def test_no_process_is_left_behind() -> None:
    program = """
standby = Standby(int)
standby.call(len, "")
standby.close()
"""
    assert output_of(program + PRINT_WHETHER_A_PROCESS_IS_LEFT) == "none"


@needs_a_core
def test_the_process_ends_with_the_one_that_started_it() -> None:
    program = """
reading, writing = os.pipe()
child = os.fork()
if not child:
    os.close(reading)
    standby = Standby(int)
    standby.call(len, "")
    os.kill(os.getpid(), 9)
os.close(writing)
print(os.read(reading, 1))
"""
    assert output_of(program) == "b''"
