"""Verifies the output: builds the digest again from scratch and compares every byte."""

import tempfile
from contextlib import closing
from datetime import datetime
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

from sitegen.engine.build_state import ArtifactRecord
from sitegen.engine.builder import Builder
from sitegen.engine.cache import load_build_state
from sitegen.engine.output_record import read_record
from sitegen.filesystem.files import file_digest

_MAX_LINE = 80
"""The maximum length of a line in a message."""


class Difference(NamedTuple):
    """A file that is not what a build from nothing makes of it."""

    name: str
    """Its path in the output."""
    what: str
    """What is different."""
    why: str
    """How that came about, as far as it is known."""


def verify_output(
    root: Path, output: Path, *, drafts: bool = False, now: datetime | None = None
) -> tuple[Difference, ...]:
    """Every difference between ``output`` and a build of the digest in ``root`` from nothing.

    The files of pages that cannot be read are not compared, nor what was built from a folder that
    is lost: an output keeps them as they were.

    Raises:
        SitegenError: the digest cannot be built.
    """
    with tempfile.TemporaryDirectory(prefix="sitegen-") as folder:
        clean = Path(folder) / "output"
        with closing(Builder(root, output=clean, drafts=drafts)) as builder:
            result = builder.build(now)
        artifacts = load_build_state(root).artifacts
        names = (read_record(output) | read_record(clean)) - result.broken
        if result.problems and artifacts:
            names -= read_record(output) - artifacts.keys()
        return tuple(
            Difference(name, what, _why(output / name, artifacts.get(name)))
            for name in sorted(names)
            if (what := _compare(output / name, clean / name))
        )


def _compare(file: Path, clean: Path) -> str | None:
    """What is wrong with a file, as an editor may see it; None if it is right."""
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


def _why(file: Path, record: ArtifactRecord | None) -> str:
    """Who made it so: another program since the build, or the build."""
    try:
        is_as_made = record is not None and file_digest(file) == record.fingerprint.digest
    except OSError:
        is_as_made = False
    if is_as_made:
        return "sitegen made it so, which is a fault of its own: please report it"
    return "something other than sitegen changed it after it was built"
