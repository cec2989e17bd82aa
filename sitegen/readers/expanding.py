"""A folder of downloads, with several archives in it, is several dumps; so is one of documents."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from sitegen.errors import DumpError
from sitegen.readers.choosing import (
    DOCUMENT,
    choose_readers,
    find_archives,
    is_certain,
    is_set_aside,
)
from sitegen.readers.reader import Reader
from sitegen.readers.registry import load_readers
from sitegen.readers.sources import Entry, open_source
from sitegen.readers.sources.opening import is_archive


def expand_folder(path: Path) -> tuple[Path, ...]:
    """The dumps at ``path``: those of its archives that surely are dumps, and the folder itself.

    Archives in subfolders count, too. If there is nothing else to read in the folder, it is these
    archives, and the documents of word processors and the books in it. For all but such folders,
    it is ``path`` alone.
    """
    if not path.is_dir():
        return (path,)
    readers = load_readers()
    try:
        with open_source(path) as source:
            found = find_archives(source, readers, lambda entry: is_archive(path / entry.name))
            documents = [each for each in source.entries if DOCUMENT.search(each.name)]
    except DumpError:
        return (path,)
    dumps = _dumps_in(path, found, readers)
    if not (dumps or documents) or _is_dump(path, readers, has_to_be_certain=False):
        return (*dumps, path)
    more = _dumps_in(path, (each for each in documents if not is_set_aside(each)), readers)
    return tuple(sorted({*dumps, *more})) or (path,)


def _dumps_in(path: Path, entries: Iterable[Entry], readers: Mapping[str, Reader]) -> list[Path]:
    """The files of a folder that surely are dumps."""
    files = (path / entry.name for entry in entries)
    return [file for file in files if _is_dump(file, readers, has_to_be_certain=True)]


def _is_dump(path: Path, readers: Mapping[str, Reader], *, has_to_be_certain: bool) -> bool:
    try:
        with open_source(path) as source:
            chosen = choose_readers(source, readers)
            return is_certain(chosen) if has_to_be_certain else bool(chosen)
    except DumpError:
        return False
