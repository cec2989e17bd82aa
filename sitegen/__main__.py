"""Runs the command line: ``sitegen``, or ``python -m sitegen``."""

import os
import sys
from contextlib import suppress
from typing import NoReturn

from sitegen.cli import main


def run() -> NoReturn:
    """Runs the command line, and ends the process with its exit code.

    All that is in memory stays as it is until then: to take the records of a large digest apart
    lasts as long as to read them.
    """
    code: object = 0
    try:
        main()
    except SystemExit as ending:
        code = ending.code
    for stream in (sys.stdout, sys.stderr):
        with suppress(BrokenPipeError):
            stream.flush()
    os._exit(code if isinstance(code, int) else 0)


if __name__ == "__main__":
    run()
