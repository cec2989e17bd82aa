"""Opens dumps."""

import gzip
import os
import shutil
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

from sitegen.errors import DumpError
from sitegen.readers.detection.archive_listing import NOT_OPENED
from sitegen.readers.sources.cut_zip import open_cut_zip
from sitegen.readers.sources.folder import open_file, open_folder
from sitegen.readers.sources.gzip_file import MAGIC, open_gzip
from sitegen.readers.sources.inner_archive import InnerArchives
from sitegen.readers.sources.source import Entry, Source
from sitegen.readers.sources.tar_archive import open_tar
from sitegen.readers.sources.zip_archive import open_zip

STANDARD_INPUT = Path("-")
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_DOCUMENTS = (b"mimetype", b"[Content_Types].xml", b"META-INF/")
"""The first file of documents that are zip archives inside."""
_TAR = b"ustar"
_TAR_POSITION = 257


@contextmanager
def open_source(path: Path) -> Iterator[Source]:
    """Opens a file, a folder, or standard input (``-``); it can be read until the context ends.

    Documents that are zip archives inside, such as DOCX and EPUB, are archives.

    Raises:
        DumpError: there is no such file, or it cannot be read.
    """
    with ExitStack() as stack:
        try:
            source = _open(path, stack)
        except FileNotFoundError:
            raise DumpError(
                "there is no such file", path=path, hint="check the path of the dump"
            ) from None
        except OSError as error:
            reason = error.strerror or str(error)
            raise DumpError(
                f"the dump cannot be read: {reason[:1].lower()}{reason[1:]}",
                path=path,
                hint="check its permissions",
            ) from None
        inner = InnerArchives(partial(_open_file, stack=stack), stack)
        yield source if source.kind == "file" else replace(source, opener=inner.open)


def _open(path: Path, stack: ExitStack) -> Source:
    if path == STANDARD_INPUT:
        return _open_file(_spool(stack), "standard input", stack)
    if path.is_dir():
        return open_folder(path)
    if path.exists() and not path.is_file():
        raise DumpError(
            "the dump is a pipe or a device, which can be read only once",
            path=path,
            hint="give “-” for it, and its content as standard input",
        )
    return _open_file(path, name_of(path), stack)


def name_of(path: Path) -> str:
    """The name of a dump; bytes of it that are not UTF-8 are replaced."""
    return os.fsencode(path.absolute().name).decode(errors="replace")


def _spool(stack: ExitStack) -> Path:
    """A temporary file with the content of standard input."""
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="sitegen-")))
    path = folder / "standard input"
    with path.open("wb") as file:
        shutil.copyfileobj(sys.stdin.buffer, file)
    return path


def _open_file(path: Path, name: str, stack: ExitStack) -> Source:
    with path.open("rb") as file:
        start = file.read(512)
        size = os.fstat(file.fileno()).st_size
    if start.startswith(_ZIP):
        try:
            archive = stack.enter_context(zipfile.ZipFile(path))
        except NOT_OPENED:
            return _open_cut_zip(path, name, stack)
        return open_zip(archive, path, name)
    if _is_tar(path, start):
        return open_tar(path, name, stack)
    if start.startswith(MAGIC) and (source := open_gzip(path, name, stack)):
        return source
    return Source(name, path, "file", (Entry(name, size, partial(open_file, path), path),))


def is_archive(path: Path) -> bool:
    """Whether a file is a zip or tar archive, and no document such as DOCX."""
    try:
        with path.open("rb") as file:
            start = file.read(512)
    except OSError:
        return False
    is_zip = start.startswith(_ZIP) and not any(mark in start[:100] for mark in _DOCUMENTS)
    return is_zip or _is_tar(path, start)


def _open_cut_zip(path: Path, name: str, stack: ExitStack) -> Source:
    found = open_cut_zip(path, stack)
    if found is None:
        raise DumpError(
            "the zip archive is damaged or cut off", path=path, hint="download it again"
        )
    archive, lost = found
    source = open_zip(archive, path, name)
    return replace(source, losses=(*source.losses, lost))


def _is_tar(path: Path, start: bytes) -> bool:
    """Whether a file is a tar archive, perhaps compressed, by its first bytes, ``start``."""
    if start.startswith(MAGIC):
        try:
            with gzip.open(path) as file:
                start = file.read(_TAR_POSITION + len(_TAR))
        except (OSError, EOFError, zlib.error):
            return False
    return start[_TAR_POSITION:].startswith(_TAR)
