"""Verifies the output: builds the digest again from scratch and compares every byte."""

import tempfile
from contextlib import closing
from datetime import datetime
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

from sitegen.engine.builder import Builder
from sitegen.engine.cache import load_build_state
from sitegen.engine.output_record import read_record
from sitegen.filesystem.files import file_digest
from sitegen.filesystem.fingerprints import FileFingerprint

_MAX_LINE = 80
"""The maximum length of a line in a message."""


class Difference(NamedTuple):
    """A file that differs from a clean build."""

    name: str
    """Its path in the output."""
    what: str
    """What is different."""
    why: str
    """The likely cause."""


def verify_output(
    root: Path,
    output: Path,
    *,
    drafts: bool = False,
    cards: bool = True,
    now: datetime | None = None,
) -> tuple[Difference, ...]:
    """Returns all differences between ``output`` and a clean build of the digest in ``root``.

    The files of pages and folders that cannot be read are not compared, as the output keeps them.

    Raises:
        SitegenError: the digest cannot be built.
    """
    with tempfile.TemporaryDirectory(prefix="sitegen-") as folder:
        clean = Path(folder) / "output"
        with closing(Builder(root, output=clean, drafts=drafts, cards=cards)) as builder:
            result = builder.build(now)
        outputs = load_build_state(root).outputs
        names = (read_record(output) | read_record(clean)) - result.broken
        if result.problems and outputs:
            names -= read_record(output) - outputs.keys()
        return tuple(
            Difference(name, what, _why(output / name, outputs.get(name)))
            for name in sorted(names)
            if (what := _compare(output / name, clean / name))
        )


def _compare(file: Path, clean: Path) -> str | None:
    """Describes how a file differs, for the editor; None if it is equal."""
    if not file.is_file():
        return "it is missing"
    if not clean.is_file():
        return "it should not be there"
    data, right = file.read_bytes(), clean.read_bytes()
    if data == right:
        return None
    pairs = zip_longest(data.splitlines(), right.splitlines())
    number, (line, expected) = next(
        (pair for pair in enumerate(pairs, 1) if pair[1][0] != pair[1][1]), (0, (b"", b""))
    )
    return f"line {number} is {_show(line)} and should be {_show(expected)}"


def _show(line: bytes | None) -> str:
    if line is None:
        return "missing"
    text = line.decode(errors="replace").strip()
    return f"“{text}”" if len(text) <= _MAX_LINE else f"“{text[:_MAX_LINE]}…”"


def _why(file: Path, made: FileFingerprint | None) -> str:
    """Whether the build or another program is the cause."""
    try:
        is_as_made = made is not None and file_digest(file) == made.digest
    except OSError:
        is_as_made = False
    if is_as_made:
        return "sitegen made it so, which is a fault of its own: please report it"
    return "something other than sitegen changed it after it was built"
