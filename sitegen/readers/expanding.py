"""A folder of downloads, with several archives in it, is several dumps."""

from collections.abc import Mapping
from pathlib import Path

from sitegen.errors import DumpError
from sitegen.readers.choosing import choose_readers, find_archives, is_certain
from sitegen.readers.reader import Reader
from sitegen.readers.registry import load_readers
from sitegen.readers.sources import open_source
from sitegen.readers.sources.opening import is_archive


def expand_folder(path: Path) -> tuple[Path, ...]:
    """The dumps at ``path``: those of its archives that surely are dumps, and the folder itself.

    Archives in subfolders count, too. It is ``path`` alone for all but folders with such archives,
    and the archives alone if there is nothing else to read in the folder.
    """
    if not path.is_dir():
        return (path,)
    readers = load_readers()
    try:
        with open_source(path) as source:
            found = find_archives(source, readers, lambda entry: is_archive(path / entry.name))
    except DumpError:
        return (path,)
    files = [path / entry.name for entry in found]
    dumps = [file for file in files if _is_dump(file, readers, has_to_be_certain=True)]
    if dumps and not _is_dump(path, readers, has_to_be_certain=False):
        return tuple(dumps)
    return (*dumps, path)


def _is_dump(path: Path, readers: Mapping[str, Reader], *, has_to_be_certain: bool) -> bool:
    try:
        with open_source(path) as source:
            chosen = choose_readers(source, readers)
            return is_certain(chosen) if has_to_be_certain else bool(chosen)
    except DumpError:
        return False
