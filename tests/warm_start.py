"""Imports a dump and builds a digest, so that all that a fork of this process needs is loaded."""

import gc
import tempfile
from pathlib import Path

from tests.command_line import Shell
from tests.sharing import share

DUMP = "@ada Hello.\n@bob A lamp is lit by the canal.\n@ada Bring a towel.\n"


def warm_up() -> None:
    """Runs the commands that nearly every test runs."""
    share()
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "dump.txt").write_text(DUMP, encoding="utf-8")
        Shell(Path(folder)).succeeds("new", "digest")
        digest = Shell(Path(folder, "digest"))
        for _ in range(2):  # the second time there are topics, whose names in other languages count
            digest.succeeds("import", "../dump.txt")
        digest.succeeds("build")
        digest.succeeds("check")
    gc.freeze()  # a fork would copy the memory of all objects that its collector visits


warm_up()
