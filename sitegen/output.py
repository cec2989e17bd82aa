"""Writes files so that each is whole at every moment, and removes what is no longer wanted."""

import json
import os
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from sitegen.errors import OutputError

RECORD_NAME = ".sitegen.json"
"""The list of what the last build wrote, kept in the output so that the two stay together."""


def write_output(
    output: Path, files: Mapping[str, bytes], *, prune: bool
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Makes ``output`` hold ``files``, by their paths in it; says which were written and removed.

    A file is touched only if its bytes are new. Removed is, with ``prune``, what an earlier build
    wrote and this one does not want; a file that no build wrote is never touched.

    Raises:
        OutputError: a file or a folder cannot be written.
    """
    earlier = read_record(output)
    write_record(output, earlier | frozenset(files))
    written = tuple(name for name, data in files.items() if write_if_changed(output / name, data))
    if not prune:
        return written, ()
    removed = _remove(output, sorted(earlier - frozenset(files)))
    write_record(output, files)
    return written, removed


def write_if_changed(path: Path, data: bytes) -> bool:
    """Writes ``data`` beside ``path`` and puts it in place; says whether the bytes were new.

    Raises:
        OutputError: the file or its folder cannot be written.
    """
    try:
        if path.read_bytes() == data:
            return False
    except OSError:
        pass  # it is not there, or no file: writing tells which
    try:
        _write_beside(path, data)
    except OSError as error:
        raise _not_written(path, error) from None
    return True


def read_record(output: Path) -> frozenset[str]:
    """The paths that the last build wrote, relative to ``output``; empty where none is known."""
    try:
        names = json.loads((output / RECORD_NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return frozenset()
    if not isinstance(names, list):
        return frozenset()
    return frozenset(name for name in names if isinstance(name, str))


def write_record(output: Path, names: Iterable[str]) -> None:
    """Notes what a build has written, so that a later one may remove it."""
    text = json.dumps(sorted(names), ensure_ascii=False, indent=0)
    write_if_changed(output / RECORD_NAME, text.encode())


def _remove(output: Path, names: Iterable[str]) -> tuple[str, ...]:
    removed = []
    for name in names:
        path = output / name
        if ".." in path.parts or not path.is_relative_to(output):
            continue  # the record is a file like any other, and may have been tampered with
        try:
            path.unlink()
        except OSError:
            continue  # it is gone already
        removed.append(name)
        _remove_empty_folders(path.parent, output)
    return tuple(removed)


def _write_beside(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _remove_empty_folders(folder: Path, top: Path) -> None:
    while folder != top:
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent


def _not_written(path: Path, error: OSError) -> OutputError:
    reason = error.strerror or str(error)
    return OutputError(
        f"this file cannot be written: {reason[:1].lower()}{reason[1:]}",
        path=path,
        hint="see that the folder may be written to, that the disk has room, "
        "and that no folder has the file's name",
    )
