"""Tar archives as dumps, also compressed ones. Only regular files are read."""

import io
import tarfile
import tempfile
import unicodedata
import zlib
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import IO, BinaryIO

from sitegen.errors import DumpError
from sitegen.readers.findings import Lost
from sitegen.readers.sources.gzip_file import MAGIC, unpack
from sitegen.readers.sources.limits import (
    MOST_ENTRIES,
    CheckedFile,
    is_clutter,
    is_one_of_several_texts,
    is_unsafe,
)
from sitegen.readers.sources.source import Entry, Source

_ERRORS = (tarfile.TarError, EOFError, zlib.error)


def open_tar(path: Path, name: str, stack: ExitStack) -> Source:
    """The files of an archive; a compressed one is unpacked into one temporary file first.

    If the archive is cut off, the files before that are read.

    Raises:
        DumpError: it is no archive, or too large unpacked.
    """
    losses: list[Lost] = []
    file = _unpack(path, stack, losses)
    entries: dict[str, Entry] = {}
    sizes: dict[str, int] = {}
    try:
        size = file.seek(0, io.SEEK_END)
        file.seek(0)
        archive = tarfile.open(fileobj=file, mode="r:")  # noqa: SIM115, the stack closes it
        stack.enter_context(archive)
        for member, whole in _members(archive, size, losses):
            entry_name = unicodedata.normalize("NFC", member.name.removeprefix("./"))
            if problem := _problem_of(member, entry_name):
                losses.append(Lost("a file", entry_name, problem))
            elif member.isfile() and not is_clutter(entry_name):
                opener = partial(_open, archive, member)
                entries[entry_name] = Entry(entry_name, member.size, opener, path)
                sizes[entry_name] = whole
    except _ERRORS:
        if not entries:
            raise DumpError("the archive is damaged", path=path, hint="download it again") from None
        losses.append(Lost("the rest of the archive", name, "it is damaged or cut off"))
    for cut in (name for name, entry in entries.items() if entry.size < sizes[name]):
        if is_one_of_several_texts(cut, entries):
            losses.append(Lost("a file", cut, "the archive is cut off within it"))
            del entries[cut]
            break
    in_order = tuple(entries[key] for key in sorted(entries))
    return Source(name, path, "tar", in_order, tuple(dict.fromkeys(losses)))


def _members(
    archive: tarfile.TarFile, size: int, losses: list[Lost]
) -> Iterator[tuple[tarfile.TarInfo, int]]:
    """The members, one after another, with their whole sizes: an error comes after those before it.

    Args:
        archive: the archive.
        size: its size in bytes; a longer file is cut off there.
        losses: takes what is lost.
    """
    count = 0
    while (member := archive.next()) is not None:
        if count == MOST_ENTRIES:
            losses.append(Lost("files", "the archive", f"there are over {MOST_ENTRIES:,}"))
            break
        count += 1
        whole = member.size
        if member.isfile() and member.offset_data + whole > size:
            member.size = max(size - member.offset_data, 0)
        yield member, whole


def _problem_of(member: tarfile.TarInfo, name: str) -> str | None:
    if is_unsafe(name):
        return "its name leads out of the archive"
    if member.issym() or member.islnk():
        return "it is a link, and links are not followed"
    return None


def _unpack(path: Path, stack: ExitStack, losses: list[Lost]) -> IO[bytes]:
    """The archive, uncompressed."""
    file = stack.enter_context(path.open("rb"))
    if not file.peek(2).startswith(MAGIC):
        return file
    unpacked = stack.enter_context(tempfile.TemporaryFile())  # noqa: SIM115, the stack closes it
    if lost := unpack(file, unpacked, path):
        losses.append(lost)
    unpacked.seek(0)
    return unpacked


def _open(archive: tarfile.TarFile, member: tarfile.TarInfo) -> BinaryIO:
    try:
        file = archive.extractfile(member)
    except _ERRORS as error:
        raise OSError(str(error) or "it is damaged") from None
    if file is None:
        raise OSError("it is not a file")
    return io.BufferedReader(CheckedFile(file, member.size, _ERRORS))  # type: ignore[arg-type]
