"""Files that are compressed with gzip: as far as they are whole, they are unpacked first."""

import gzip
import tempfile
import zlib
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import IO

from sitegen.errors import DumpError
from sitegen.readers.findings import Lost
from sitegen.readers.sources.folder import open_file
from sitegen.readers.sources.limits import MOST_UNPACKED
from sitegen.readers.sources.source import Entry, Source

MAGIC = b"\x1f\x8b"
"""The first bytes of a compressed file: https://www.rfc-editor.org/rfc/rfc1952."""
_PIECE = 1024 * 1024


def open_gzip(path: Path, name: str, stack: ExitStack) -> Source | None:
    """A compressed file as a dump of one file; None if nothing of it can be unpacked.

    Raises:
        DumpError: it is too large unpacked.
    """
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="sitegen-")))
    unpacked = folder / "unpacked"
    with path.open("rb") as packed, unpacked.open("wb") as file:
        lost = unpack(packed, file, path)
    size = unpacked.stat().st_size
    entry = Entry(name.removesuffix(".gz"), size, partial(open_file, unpacked), path)
    return Source(name, path, "file", (entry,), (lost,) if lost else ()) if size else None


def unpack(packed: IO[bytes], unpacked: IO[bytes], path: Path) -> Lost | None:
    """Unpacks a file as far as it is whole; returns what is lost of it.

    Raises:
        DumpError: it is too large.
    """
    size = 0
    try:
        with gzip.GzipFile(fileobj=packed) as file:
            while piece := file.read1(_PIECE):  # what precedes a cut is kept
                size += len(piece)
                if size > MOST_UNPACKED:
                    raise DumpError("the archive is too large unpacked", path=path)
                unpacked.write(piece)
    except (EOFError, zlib.error, gzip.BadGzipFile):
        return Lost("the rest of the archive", path.name, "it is damaged or cut off")
    return None
