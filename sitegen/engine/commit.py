"""Commits a staged build to the output folder atomically, and recovers interrupted commits.

A build writes its new files into a stage: a folder in the output with the same layout. Renaming the
stage commits it. Before the rename, the old site is unchanged. After it, any later process can
finish the work: the stage is a redo journal, and its entries are the files themselves.

    .sitegen-stage/     being filled; ignored after a crash
    .sitegen-commit/    committed; the files still in it have to be moved into place
      site/             the new files
      remove.json       the files to remove
      record.json       the new record, if it changes
    .sitegen.json       the record: the files that builds wrote, and may remove

Finishing a commit needs no disk space: it only renames and removes files. A new folder is moved as
a whole, so a first build renames a handful of folders and an edit only the files that it changed.
"""

import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from sitegen.engine.output_record import RECORD_NAME, read_names, write_names
from sitegen.errors import OutputError
from sitegen.filesystem.files import not_written

STAGE_FOLDER = ".sitegen-stage"
COMMIT_FOLDER = ".sitegen-commit"
SITE_FOLDER = "site"

_REMOVE = "remove.json"
_RECORD = "record.json"


def commit_stage(output: Path, unwanted: list[str], record: Iterable[str] | None) -> None:
    """Commits the stage in ``output`` and moves its files into place.

    Args:
        output: the output folder.
        unwanted: the files to remove.
        record: all files of the new site, if these are not the ones in the record.

    Raises:
        OutputError: a file cannot be moved into place. The next build tries again.
    """
    stage = output / STAGE_FOLDER
    try:
        (stage / SITE_FOLDER).mkdir(parents=True, exist_ok=True)
        if record is not None:
            write_names(stage / _REMOVE, unwanted)
            write_names(stage / _RECORD, sorted(record))
        stage.rename(output / COMMIT_FOLDER)
    except OSError as error:
        raise not_written(output / RECORD_NAME, error) from None
    recover(output)


def recover(output: Path) -> None:
    """Cleans up after an interrupted build: finishes a commit and removes an uncommitted stage.

    Raises:
        OutputError: a file cannot be moved into place.
    """
    _remove_stage(output / STAGE_FOLDER)
    commit = output / COMMIT_FOLDER
    if commit.is_dir():
        try:
            _redo(commit, output)
        except OSError as error:
            raise not_written(Path(error.filename2 or error.filename or output), error) from None
        _remove_stage(output / STAGE_FOLDER)


def is_committed(output: Path) -> bool:
    """Whether no build is under way or was interrupted."""
    return not (output / COMMIT_FOLDER).exists() and not (output / STAGE_FOLDER).exists()


def is_inside(path: Path, output: Path) -> bool:
    """Whether a file is inside the output after links in its path are resolved."""
    return path.parent.resolve().is_relative_to(output.resolve())


def _remove_stage(stage: Path) -> None:
    if stage.is_dir():
        try:
            shutil.rmtree(stage)
        except OSError as error:
            raise OutputError(
                f"what an earlier build left cannot be removed: {error.strerror}",
                path=stage,
                hint="remove this folder",
            ) from None


def _redo(commit: Path, output: Path) -> None:
    """Finishes a commit. It is idempotent: it can be interrupted anywhere and run again."""
    unwanted = read_names(commit / _REMOVE)
    _merge(str(commit / SITE_FOLDER), str(output), output, unwanted)
    if (commit / _RECORD).exists():
        _remove(output, unwanted, read_names(commit / _RECORD))
        (commit / _RECORD).replace(output / RECORD_NAME)
    commit.rename(output / STAGE_FOLDER)  # a stage is ignored, even when it is half removed


def _merge(staged: str, folder: str, output: Path, unwanted: list[str]) -> None:
    """Moves the contents of the folder ``staged`` into ``folder``."""
    with os.scandir(staged) as entries:
        ordered = sorted(entries, key=lambda entry: entry.name)
    for entry in ordered:
        target = f"{folder}/{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            if os.path.isdir(target):  # noqa: PTH112
                _merge(entry.path, target, output, unwanted)
                continue
            with suppress(FileNotFoundError):
                os.unlink(target)  # noqa: PTH108 -- a file of the old site
        elif os.path.isdir(target):  # noqa: PTH112
            name = Path(target).relative_to(output).as_posix()
            _remove(output, [other for other in unwanted if other.startswith(f"{name}/")], ())
        os.replace(entry.path, target)  # noqa: PTH105 -- runs once for every post


def _remove(output: Path, names: Iterable[str], wanted: Iterable[str]) -> None:
    """Removes files and the folders that become empty.

    On a case-insensitive disk, an unwanted name may be a wanted file under its old spelling. That
    file is renamed instead.
    """
    by_folded_name = {name.casefold(): name for name in wanted}
    for name in names:
        path = output / name
        new_name = by_folded_name.get(name.casefold())
        if new_name and _is_same_file(path, output / new_name):
            with suppress(OSError):  # one is a link to the other: keep both
                _rename_parts(output, name, new_name)
        elif is_inside(path, output) and (path.is_symlink() or not path.is_dir()):
            with suppress(FileNotFoundError, NotADirectoryError):  # a new file replaced its folder
                path.unlink()
            _remove_empty_folders(path.parent, output)


def _rename_parts(output: Path, old_name: str, new_name: str) -> None:
    """Changes the case of a file's name and folders on a case-insensitive disk."""
    folder = output
    for old, new in zip(old_name.split("/"), new_name.split("/"), strict=True):
        (folder / old).rename(folder / new)
        folder /= new


def _is_same_file(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return False


def _remove_empty_folders(folder: Path, top: Path) -> None:
    while folder != top:
        try:
            folder.rmdir()
        except FileNotFoundError:
            pass  # an interrupted commit may have removed it
        except OSError:
            return
        folder = folder.parent
