"""Runs the command line: ``sitegen``, or ``python -m sitegen``."""

import os
import signal
import sys
from typing import NoReturn, TextIO

from sitegen.streams import PrintError, watch_streams

CANNOT_PRINT = 7
"""The exit code for output that cannot be written."""


def run() -> NoReturn:
    """Runs the command line, and ends the process with its exit code.

    All that is in memory stays as it is until then: to take the records of a large digest apart
    lasts as long as to read them.
    """
    code = 0
    if hasattr(signal, "SIGCHLD"):
        # Whoever began this process may have left it ignored: then no exit code of a program that
        # this one begins would be known.
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    watch_streams()
    try:
        from sitegen.cli import main  # noqa: PLC0415 -- Ctrl-C may come meanwhile

        main()
    except SystemExit as ending:
        code = int(ending.code or 0)
    except KeyboardInterrupt:
        code = 130
    except PrintError as error:
        code = _report(error)
    code = _flush(sys.stdout, code)
    os._exit(_flush(sys.stderr, code))


def _flush(stream: TextIO | None, code: int) -> int:
    """Writes what is still to be printed; None is a stream that was closed from the start.

    Returns the exit code: ``code``, unless that is a success and something cannot be written.
    """
    try:
        if stream is not None:
            stream.flush()
    except PrintError as error:
        return code or _report(error)
    except OSError:  # its reader has gone
        return code or 1
    return code


def _report(error: PrintError) -> int:
    """Says in one line that stdout cannot take the results; returns the exit code for it."""
    message = f"error: the results cannot be printed: {error.strerror}"
    print(message, file=sys.stderr)  # noqa: T201 -- the command line may not be loaded
    return CANNOT_PRINT


if __name__ == "__main__":
    run()
