"""Lists the files of a folder: the same ones, in the same order, for everything that reads one."""

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from sitegen.errors import SitegenError


def list_files(folder: Path, failure: type[SitegenError]) -> tuple[PurePosixPath, ...]:
    """The files in ``folder`` and the folders below, by their paths in it, sorted.

    Dot files and what dot folders hold are left out, and so are links to folders and whatever is
    no file. There are none where there is no such folder.

    Raises:
        SitegenError: of the class ``failure``: a folder cannot be read, or a name is not UTF-8.
    """
    try:
        return tuple(sorted(_walk(folder, failure)))
    except OSError as error:
        raise failure(
            f"this folder cannot be read: {error.strerror}",
            path=Path(error.filename),
            hint="see what it is and who may read it",
        ) from None


def _walk(folder: Path, failure: type[SitegenError]) -> Iterator[PurePosixPath]:
    for parent, folders, names in os.walk(folder, onerror=_stop):
        folders[:] = [name for name in folders if not name.startswith(".")]
        place = PurePosixPath(Path(parent).relative_to(folder))
        for name in names:
            if not name.startswith(".") and Path(parent, name).is_file():
                yield _checked(place / name, folder, failure)


def _stop(error: OSError) -> None:
    """Keeps a folder that cannot be read from passing for an empty one."""
    if not isinstance(error, FileNotFoundError):
        raise error


def _checked(path: PurePosixPath, folder: Path, failure: type[SitegenError]) -> PurePosixPath:
    try:
        str(path).encode()
    except UnicodeEncodeError:
        raise failure(
            "the name of this file, or of its folder, is not UTF-8",
            path=folder / path,
            hint="give it another name",
        ) from None
    return path
