"""A folder of downloads, with several archives in it, is several dumps; so is one of documents."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from sitegen.errors import DumpError
from sitegen.readers.choosing import DOCUMENT, choose_readers, is_certain
from sitegen.readers.formats.meta.parts import find_rest
from sitegen.readers.inner_dumps import find_archives
from sitegen.readers.private_folders import is_set_aside
from sitegen.readers.reader import Reader, best_reader
from sitegen.readers.registry import load_readers
from sitegen.readers.sources import Entry, Source, open_source
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
            dumps = _dumps_in(path, found, readers)
            dumps += find_rest([path / e.name for e in found if path / e.name not in dumps], dumps)
            rest = source.with_entries(e for e in source.entries if path / e.name not in dumps)
            if not (dumps or documents) or _is_readable(rest, readers):
                return (*dumps, path)
    except DumpError:
        return (path,)
    more = _dumps_in(path, (each for each in documents if not is_set_aside(each)), readers)
    return tuple(sorted({*dumps, *more})) or (path,)


def _dumps_in(path: Path, entries: Iterable[Entry], readers: Mapping[str, Reader]) -> list[Path]:
    """The files of a folder that surely are dumps."""
    files = (path / entry.name for entry in entries)
    return [file for file in files if _is_dump(file, readers)]


def _is_dump(path: Path, readers: Mapping[str, Reader]) -> bool:
    try:
        with open_source(path) as source:
            return is_certain(choose_readers(source, readers))
    except DumpError:
        return False


def _is_readable(rest: Source, readers: Mapping[str, Reader]) -> bool:
    """Whether the other files of a folder are a dump, too."""
    if best_reader(rest, readers.values())[0]:
        return True
    try:
        return is_certain(choose_readers(rest, readers))
    except DumpError:
        return False
