"""Runs the command line: ``sitegen``, or ``python -m sitegen``."""

import os
import signal
import sys
from typing import NoReturn, TextIO


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
    try:
        from sitegen.cli import main  # noqa: PLC0415 -- Ctrl-C may come meanwhile

        main()
    except SystemExit as ending:
        code = int(ending.code or 0)
    except KeyboardInterrupt:
        code = 130
    are_out = [_is_out(stream) for stream in (sys.stdout, sys.stderr)]
    os._exit(code if all(are_out) else code or 1)


def _is_out(stream: TextIO | None) -> bool:
    """Whether all that was printed is written; None is a stream that was closed from the start."""
    try:
        if stream is not None:
            stream.flush()
    except OSError:
        return False
    return True


if __name__ == "__main__":
    run()
