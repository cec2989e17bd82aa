"""Pictures, films and sounds beside a dump that is one file, such as a page with its folder."""

import re
from pathlib import Path, PurePosixPath
from posixpath import normpath
from urllib.parse import unquote

_REMOTE = re.compile(r"[A-Za-z][\w+.-]*:|//")


def name_beside(file: Path, address: str) -> str | None:
    """The path of a file from the folder of another, by its address there.

    Returns:
        None if it is not in that folder or below, is a link, or does not exist.
    """
    if _REMOTE.match(address):
        return None
    name = normpath(unquote(re.split(r"[?#]", address)[0]).replace("\\", "/"))
    if name.startswith(("/", "..")) or name == ".":
        return None
    try:
        return name if _is_inside(file.parent, name) else None
    except (OSError, ValueError):  # such as a name with a NUL
        return None


def _is_inside(folder: Path, name: str) -> bool:
    """Whether there is a file of a name in a folder, and no link leads to it."""
    depth = len(PurePosixPath(name).parts)
    paths = (folder / name, *(folder / name).parents[: depth - 1])
    return paths[0].is_file() and not any(path.is_symlink() for path in paths)
