"""Runs the command line: ``sitegen``, or ``python -m sitegen``."""

import os
import signal
import sys
from typing import NoReturn, TextIO

from sitegen.streams import PrintError, install_streams

CANNOT_PRINT = 7
"""The exit code for output that cannot be written."""


def run() -> NoReturn:
    """Runs the command line, and ends the process with its exit code.

    The process ends without freeing its memory: for a large digest, that would take as long as
    reading it.
    """
    code = 0
    kept: list[object] = []  # what commands add to it is never freed
    if hasattr(signal, "SIGCHLD"):
        # The parent process may have left SIGCHLD ignored. Exit codes of subprocesses would then
        # be lost.
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    install_streams()
    try:
        from sitegen.cli import main  # noqa: PLC0415 -- Ctrl-C may interrupt it

        main(obj=kept)
    except SystemExit as ending:
        code = int(ending.code or 0)
    except KeyboardInterrupt:
        code = 130
    except PrintError as error:
        code = _report(error)
    code = _flush(sys.stdout, code)
    os._exit(_flush(sys.stderr, code))


def _flush(stream: TextIO | None, code: int) -> int:
    """Flushes a stream; None is a stream that was closed from the start.

    Returns the exit code: ``code``, unless it is 0 and the flush fails.
    """
    try:
        if stream is not None:
            stream.flush()
    except PrintError as error:
        return code or _report(error)
    except OSError:  # the pipe was closed
        return code or 1
    return code


def _report(error: PrintError) -> int:
    """Reports that stdout cannot be written; returns the exit code for it."""
    message = f"error: the results cannot be printed: {error.strerror}"
    print(message, file=sys.stderr)  # noqa: T201 -- click may not be imported
    return CANNOT_PRINT


if __name__ == "__main__":
    run()
