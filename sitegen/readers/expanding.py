"""A folder of downloads, with several archives in it, is several dumps."""

from pathlib import Path

from sitegen.errors import DumpError
from sitegen.readers.reading import is_certain, is_readable
from sitegen.readers.sources.opening import is_archive


def expand_folder(path: Path) -> tuple[Path, ...]:
    """The dumps at ``path``: those of its archives that surely are dumps, and the folder itself.

    It is ``path`` alone for all but folders with such archives, and the archives alone if there is
    nothing else to read in the folder.
    """
    if not path.is_dir():
        return (path,)
    try:
        files = sorted(file for file in path.iterdir() if file.is_file() and not file.is_symlink())
    except OSError:
        return (path,)
    dumps = [file for file in files if is_archive(file) and _is_dump(file)]
    if dumps and not _is_dump(path, is_folder=True):
        return tuple(dumps)
    return (*dumps, path)


def _is_dump(path: Path, *, is_folder: bool = False) -> bool:
    try:
        return is_readable(path) if is_folder else is_certain(path)
    except DumpError:
        return False
