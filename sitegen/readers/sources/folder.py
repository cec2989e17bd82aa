"""Folders as dumps."""

import os
import unicodedata
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO

from sitegen.readers.findings import Lost
from sitegen.readers.sources.limits import MOST_ENTRIES, is_clutter
from sitegen.readers.sources.source import Entry, Source


def open_folder(path: Path) -> Source:
    """The files in a folder and its subfolders. Symbolic links are not followed."""
    losses: list[Lost] = []
    entries: list[Entry] = []
    for file in _walk(path, losses):
        if len(entries) == MOST_ENTRIES:
            losses.append(Lost("files", str(path), f"there are more than {MOST_ENTRIES:,}"))
            break
        name = unicodedata.normalize("NFC", file.relative_to(path).as_posix())
        if file.is_symlink():
            losses.append(Lost("a file", name, "it is a link, and links are not followed"))
        elif file.is_file() and not is_clutter(name):
            entries.append(Entry(name, file.stat().st_size, partial(open_file, file), path))
    entries.sort(key=lambda entry: entry.name)
    return Source(path.absolute().name, path, "folder", tuple(entries), tuple(losses))


def _walk(path: Path, losses: list[Lost]) -> Iterator[Path]:
    def report(error: OSError) -> None:
        losses.append(Lost("a folder", str(error.filename), error.strerror or "it is unreadable"))

    for folder, folders, files in os.walk(path, onerror=report):
        links = [name for name in folders if Path(folder, name).is_symlink()]
        yield from (Path(folder, name) for name in sorted([*files, *links]))


def open_file(path: Path) -> BinaryIO:
    """Opens a file for reading."""
    return path.open("rb")
