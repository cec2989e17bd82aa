"""Lists the files of a folder: the same ones, in the same order, for everything that reads one."""

import os
from collections.abc import Iterable
from pathlib import Path, PurePath, PurePosixPath

from sitegen.errors import SitegenError


def list_files(folder: Path, failure: type[SitegenError]) -> tuple[PurePosixPath, ...]:
    """The files in ``folder`` and the folders below, by their paths in it, sorted by parts.

    Dot files and what dot folders hold are left out, and so are links to folders and whatever is
    no file. There are none where there is no such folder.

    Raises:
        SitegenError: of the class ``failure``: a folder cannot be read, or a name is not UTF-8.
    """
    return tuple(map(PurePosixPath, list_names(folder, failure)))


def list_names(folder: Path, failure: type[SitegenError]) -> list[str]:
    """What ``list_files`` lists, as texts such as ``topics/craft/a.md``: cheap for thousands."""
    try:
        names = _walk(str(folder), "")
    except OSError as error:
        raise failure(
            f"this folder cannot be read: {error.strerror}",
            path=Path(error.filename),
            hint="see what it is and who may read it",
        ) from None
    for name in names:
        if not name.isascii():
            _check(name, folder, failure)
    return names


def is_unlisted(path: PurePath) -> bool:
    """Whether ``list_files`` leaves out what stands at ``path`` in the folder, as for its name."""
    return any(part.startswith(".") for part in path.parts)


def page_names(names: Iterable[str]) -> list[str]:
    """Those of the files under ``content/`` that are pages, by their paths in it."""
    return [name for name in names if name.endswith(".md") and not name.startswith("media/")]


def _walk(folder: str, prefix: str) -> list[str]:
    """The files in ``folder``, with ``prefix`` before their paths in it."""
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except FileNotFoundError:
        return []
    names = []
    for entry in found:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            names += _walk(entry.path, f"{prefix}{entry.name}/")
        elif entry.is_file():
            names.append(prefix + entry.name)
    return names


def _check(name: str, folder: Path, failure: type[SitegenError]) -> None:
    try:
        name.encode()
    except UnicodeEncodeError:
        raise failure(
            "the name of this file, or of its folder, is not UTF-8",
            path=folder / name,
            hint="give it another name",
        ) from None
