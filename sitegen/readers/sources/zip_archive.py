"""Zip archives as dumps. Nothing is extracted to the disk."""

import io
import unicodedata
import zipfile
import zlib
from functools import partial
from pathlib import Path
from typing import BinaryIO

from sitegen.errors import DumpError
from sitegen.readers.findings import Lost
from sitegen.readers.sources.limits import (
    HIGHEST_RATIO,
    MOST_ENTRIES,
    MOST_UNPACKED,
    SMALLEST_SUSPECT,
    CheckedFile,
    is_clutter,
    is_unsafe,
)
from sitegen.readers.sources.source import Entry, Source

_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)
"""What zipfile raises for damaged, encrypted and unsupported files."""
_LINK = 0o120000
_TYPE = 0o170000


def open_zip(archive: zipfile.ZipFile, path: Path, name: str) -> Source:
    """The files of an open archive.

    Raises:
        DumpError: it has too many files, or is too large unpacked.
    """
    members = [m for m in archive.infolist() if m.filename and not m.is_dir()]
    unpacked = sum(member.file_size for member in members)
    if len(members) > MOST_ENTRIES or unpacked > MOST_UNPACKED:
        raise DumpError(
            f"the archive has {len(members):,} files of {unpacked:,} bytes, which is too many",
            path=path,
            hint="unpack the part that you need, and import that folder",
        )
    entries: dict[str, Entry] = {}
    losses = []
    for member in members:
        entry_name = unicodedata.normalize("NFC", member.filename.replace("\\", "/"))
        if is_clutter(entry_name):
            continue
        if problem := _problem_of(member):
            losses.append(Lost("a file", entry_name, problem))
        elif entry_name not in entries:  # the first of equal names counts
            opener = partial(_open, archive, member)
            entries[entry_name] = Entry(entry_name, member.file_size, opener, path)
    in_order = tuple(entries[key] for key in sorted(entries))
    return Source(name, path, "zip", in_order, tuple(losses))


def _problem_of(member: zipfile.ZipInfo) -> str | None:
    if is_unsafe(member.filename):
        return "its name leads out of the archive"
    if (member.external_attr >> 16) & _TYPE == _LINK:
        return "it is a link, and links are not followed"
    if member.flag_bits & 1:
        return "it is encrypted"
    is_large = member.file_size >= SMALLEST_SUSPECT
    if is_large and member.file_size > HIGHEST_RATIO * max(member.compress_size, 1):
        return "it is far larger unpacked than packed"
    return None


def _open(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> BinaryIO:
    try:
        file = archive.open(member)
    except _ERRORS as error:
        raise OSError(str(error) or "it is damaged") from None
    return io.BufferedReader(CheckedFile(file, member.file_size, _ERRORS))  # type: ignore[arg-type]
