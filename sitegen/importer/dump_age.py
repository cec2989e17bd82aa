"""When a dump was exported, as far as its files tell."""

import os
import struct
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

from sitegen.readers.detection.archive_listing import NOT_OPENED

_MINUTE = 60
_FIELD, _MOMENT = struct.Struct("<2sH"), struct.Struct("<Bi")


def exported_at(path: Path) -> int:
    """The minute in which the newest file of a dump was written, since 1970; 0 if unknown.

    Services write the files of an archive when they make it.
    """
    try:
        if path.is_dir():
            return int(max(map(_changed_at, _files_in(path)), default=0)) // _MINUTE
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                times = [_written_at(entry) for entry in archive.infolist()]
            return int(max(times, default=0)) // _MINUTE
        return int(_changed_at(path)) // _MINUTE
    except (OSError, *NOT_OPENED):
        return 0


def _files_in(path: Path) -> list[Path]:
    return [Path(folder, name) for folder, _, names in os.walk(path) for name in names]


def _changed_at(file: Path) -> float:
    return file.lstat().st_mtime


def _written_at(entry: zipfile.ZipInfo) -> float:
    """When a file in an archive was written, since 1970; 0 if no calendar has its time.

    Its time is that of a clock, without a zone: the one here, as for programs that unpack it. Most
    programs add the moment.
    """
    try:
        return next(_moments_in(entry.extra), None) or time.mktime((*entry.date_time, 0, 0, -1))
    except (ValueError, OverflowError):
        return 0


def _moments_in(extra: bytes) -> Iterator[float]:
    """The moment in the fields that follow the name of a file, if one has it.

    It is in the field “UT”: https://libzip.org/specifications/extrafld.txt
    """
    at = 0
    while at + _FIELD.size <= len(extra):
        name, size = _FIELD.unpack_from(extra, at)
        at += _FIELD.size
        if name == b"UT" and at + _MOMENT.size <= len(extra):
            has_changes, moment = _MOMENT.unpack_from(extra, at)
            if has_changes & 1:
                yield moment
        at += size
