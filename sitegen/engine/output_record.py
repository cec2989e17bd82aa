"""The record of the files that builds wrote, ``.sitegen.json`` in the output folder.

It is kept in the output so that the two stay together. Only files in the record may be overwritten
or removed.
"""

import functools
import json
import re
from pathlib import Path

from sitegen.errors import OutputError
from sitegen.filesystem.fingerprints import Stamp, stamp_of
from sitegen.filesystem.listing import list_folder

RECORD_NAME = ".sitegen.json"
"""The name of the record in the output folder."""

_INVALID_NAME = re.compile("[\0\ud800-\udfff]")
"""Characters that no file name contains, unless somebody tampered with the record."""


def read_record(output: Path) -> frozenset[str]:
    """Returns the paths that builds wrote, relative to ``output``; empty without a record."""
    path = output / RECORD_NAME
    stamp = stamp_of(path)
    return _names_at(path, stamp) if stamp else frozenset(read_names(path))


@functools.lru_cache(maxsize=1)
def _names_at(path: Path, stamp: Stamp) -> frozenset[str]:  # noqa: ARG001 -- it is part of the key
    """The names in a record, which the builds of a preview read again only if it has changed."""
    return frozenset(read_names(path))


def list_output(output: Path) -> list[str]:
    """Lists all files of the site in ``output``; of hidden files, only those that builds wrote.

    Raises:
        OutputError: the folder cannot be read, or contains something that cannot be published.
    """
    listing = list_folder(output, OutputError, follows=False)
    for flaw in listing.flaws:
        if flaw.kind not in ("missing", "special"):
            raise flaw.error(output, OutputError)
    visible = set(listing.names)
    hidden = (
        name
        for name in read_record(output) - visible
        if any(part.startswith(".") for part in name.split("/")) and (output / name).is_file()
    )
    return sorted((*visible, *hidden), key=lambda name: name.split("/"))


def read_names(path: Path) -> list[str]:
    """Reads a JSON list of file names; returns an empty list if it is missing or invalid."""
    try:
        names = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return []
    if not isinstance(names, list):
        return []
    names = [name for name in names if isinstance(name, str)]
    if not _INVALID_NAME.search("".join(names)):  # thousands of names at once
        return names
    return [name for name in names if not _INVALID_NAME.search(name)]


def write_names(path: Path, names: list[str]) -> None:
    """Writes a JSON list of file names.

    Raises:
        OSError: the file cannot be written.
    """
    path.write_text(json.dumps(names, ensure_ascii=False, indent=0), encoding="utf-8")
