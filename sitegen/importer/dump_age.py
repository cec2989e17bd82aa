"""When a dump was exported, as far as its files tell."""

import calendar
import os
import zipfile
from pathlib import Path

from sitegen.readers.detection.archive_listing import NOT_OPENED

_MINUTE = 60


def exported_at(path: Path) -> int:
    """The minute in which the newest file of a dump was written, since 1970; 0 if unknown.

    Services write the files of an archive when they make it.
    """
    try:
        if path.is_dir():
            return int(max(map(_changed_at, _files_in(path)), default=0)) // _MINUTE
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                times = [_moment(entry.date_time) for entry in archive.infolist()]
            return int(max(times, default=0)) // _MINUTE
        return int(_changed_at(path)) // _MINUTE
    except (OSError, *NOT_OPENED):
        return 0


def _files_in(path: Path) -> list[Path]:
    return [Path(folder, name) for folder, _, names in os.walk(path) for name in names]


def _changed_at(file: Path) -> float:
    return file.lstat().st_mtime


def _moment(date: tuple[int, ...]) -> float:
    """The moment of a time without a zone; 0 for those that no calendar has."""
    try:
        return calendar.timegm((*date, 0, 0, 0))
    except ValueError:
        return 0
