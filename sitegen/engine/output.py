"""The output folder: every file whole at every moment, and all of a build or nothing of it.

A build lays its new files out in a stage, a folder in the output, in the places that they are to
have. Renaming the stage is the one step that decides: before it, the old site stands, and after it,
whoever comes next finishes the work (a redo journal, whose entries are the files themselves):

    .sitegen-stage/     being filled; of no use after a crash
    .sitegen-commit/    decided on; what is left in it still has to be put in place
      site/             the new files
      remove.json       what is to be removed
      record.json       what the record is to be, if it changes
    .sitegen.json       the record: what builds wrote, and may remove

What has been decided on needs no more room: files are renamed and removed, nothing is written.
A new folder is put in place whole, so that a first build renames a handful of folders, and an edit
its few files, however many others there are.
"""

import errno
import json
import os
import re
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from sitegen.errors import OutputError
from sitegen.filesystem.files import Content, holds, not_readable, not_written, write_new
from sitegen.filesystem.listing import list_folder

RECORD_NAME = ".sitegen.json"
"""The list of what builds wrote, kept in the output so that the two stay together."""

_STAGE = ".sitegen-stage"
_COMMIT = ".sitegen-commit"
_SITE = "site"
_REMOVE = "remove.json"
_RECORD = "record.json"

_NO_NAME = re.compile("[\0\ud800-\udfff]")
"""What no file's name has, except in a record that somebody tampered with."""


class StagePlace(NamedTuple):
    """Where the stage of an output is: all that another process needs to put files on it."""

    output: str

    @property
    def folder(self) -> str:
        """The folder that is laid out like the output."""
        return f"{self.output}/{_STAGE}/{_SITE}"

    def path_of(self, name: str) -> str:
        """Where a file stands until it is committed."""
        return f"{self.folder}/{name}"

    def put(self, name: str, content: Content) -> None:
        """Writes a file.

        Raises:
            OutputError: it cannot be written.
            ContentError: the file that is to be copied cannot be read.
        """
        try:
            write_new(self.path_of(name), content)
        except OSError as error:
            if isinstance(content, Path) and error.filename == str(content):
                raise not_readable(content, error) from None
            raise not_written(Path(self.output, name), error) from None

    def put_if_changed(self, name: str, data: bytes) -> bool:
        """Writes a file unless the output holds it already; says whether it did.

        Raises:
            OutputError: it cannot be written.
        """
        if holds(f"{self.output}/{name}", data):
            return False
        self.put(name, data)
        return True


class Stage:
    """The new files of a build, beside the output until they are committed."""

    def __init__(self, output: Path) -> None:
        """Begins an empty stage in ``output``, after ending what an earlier build left there.

        Raises:
            OutputError: the output cannot be written.
        """
        recover(output)
        self.output = output
        """The folder that the new files are for."""
        self.earlier = read_record(output)
        """What builds wrote so far, by the paths in the output."""
        self.place = StagePlace(str(output))
        self._is_new: dict[str, bool] = {}
        self.names: list[str] = []
        """What was put, by the paths in the output."""

    def put(self, name: str, content: Content) -> None:
        """Puts a file on the stage.

        Raises:
            OutputError: it cannot be written, no build wrote what stands in its place, or a link
                leads out of the output.
            ContentError: the file that is to be copied cannot be read.
        """
        self.place.put(name, content)
        self.admit(name)

    def admit(self, name: str) -> None:
        """Takes a file that somebody put in its place on the stage.

        Raises:
            OutputError: no build wrote what stands where it is to go, or a link leads there.
        """
        if not self._is_in_new_folder(name.rpartition("/")[0]):
            self._refuse_foreign(name)
            self._keep_mode(name)
        self.names.append(name)

    def commit(self, files: frozenset[str]) -> tuple[str, ...]:
        """Makes the output hold ``files``, as the stage has them or as they are there already.

        Says what it removed: what builds wrote, and is wanted no more. A file that no build wrote
        is never touched.

        Raises:
            OutputError: a file cannot be put in place. The next build tries again.
        """
        unwanted = sorted(self.earlier - files)
        removed = tuple(name for name in unwanted if self._is_ours(name))
        if self.names or files != self.earlier:
            stage = self.output / _STAGE
            try:
                Path(self.place.folder).mkdir(parents=True, exist_ok=True)
                if files != self.earlier:
                    _write_names(stage / _REMOVE, unwanted)
                    _write_names(stage / _RECORD, sorted(files))
                stage.rename(self.output / _COMMIT)
            except OSError as error:
                raise not_written(self.output / RECORD_NAME, error) from None
            recover(self.output)
        return removed

    def discard(self) -> None:
        """Takes the stage away, unless it was committed."""
        shutil.rmtree(self.output / _STAGE, ignore_errors=True)

    def _is_in_new_folder(self, folder: str) -> bool:
        """Whether the output has no such folder yet, so that no file in it can be in the way.

        Raises:
            OutputError: the folder is a link that leads out of the output, or a file that no build
                wrote.
        """
        if folder not in self._is_new:
            parent, _, _ = folder.rpartition("/")
            if folder and self._is_in_new_folder(parent):
                self._is_new[folder] = True
            else:
                self._is_new[folder] = self._is_missing(folder)
        return self._is_new[folder]

    def _is_missing(self, folder: str) -> bool:
        path = self.output / folder
        if path.is_symlink() and not path.resolve().is_relative_to(self.output.resolve()):
            raise OutputError(
                "this folder is a link that leads out of the output",
                path=path,
                hint="remove the link; whole folders of your own belong beside output/",
            )
        if path.is_dir():
            return False
        if os.path.lexists(path) and folder not in self.earlier:
            raise _foreign(path)
        return True

    def _refuse_foreign(self, name: str) -> None:
        path = self.output / name
        if name not in self.earlier and path.is_file():
            raise _foreign(path)
        if path.is_dir() and not self._holds_only_ours(path):
            raise not_written(path, IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR)))

    def _holds_only_ours(self, folder: Path) -> bool:
        """Whether a folder is gone when all that builds wrote is."""
        top = folder.relative_to(self.output).as_posix()
        ours = {name for name in self.earlier if name.startswith(f"{top}/")}
        for name in tuple(ours):
            ours.update(parent.as_posix() for parent in PurePosixPath(name).parents)
        inner = (path.relative_to(self.output).as_posix() for path in folder.rglob("*"))
        return top in ours and all(name in ours for name in inner)

    def _is_ours(self, name: str) -> bool:
        """Whether a file of the record is there, and in the output."""
        path = self.output / name
        return path.is_file() and _is_inside(path, self.output)

    def _keep_mode(self, name: str) -> None:
        with suppress(OSError):  # there was none, or the disk knows no modes
            shutil.copymode(self.output / name, self.place.path_of(name))


def recover(output: Path) -> None:
    """Ends what a build began and could not end: finishes what it decided on, drops the rest.

    Raises:
        OutputError: a file cannot be put in place.
    """
    _drop(output / _STAGE)
    commit = output / _COMMIT
    if commit.is_dir():
        try:
            _redo(commit, output)
        except OSError as error:
            raise not_written(Path(error.filename2 or error.filename or output), error) from None
        _drop(output / _STAGE)


def is_whole(output: Path) -> bool:
    """Whether no build has to be ended, and none has left a stage behind."""
    return not (output / _COMMIT).exists() and not (output / _STAGE).exists()


def read_record(output: Path) -> frozenset[str]:
    """The paths that builds wrote, relative to ``output``; empty where none is known."""
    return frozenset(_read_names(output / RECORD_NAME))


def list_output(output: Path) -> list[str]:
    """The paths of all files of the site in ``output``; of dot files, those that builds wrote.

    Raises:
        OutputError: the folder cannot be read, or holds what could not be published.
    """
    listing = list_folder(output, OutputError, follows=False)
    for flaw in listing.flaws:
        if flaw.kind not in ("missing", "special"):
            raise flaw.error(output, OutputError)
    known = set(listing.names)
    dots = (
        name
        for name in read_record(output) - known
        if any(part.startswith(".") for part in name.split("/")) and (output / name).is_file()
    )
    return sorted((*known, *dots), key=lambda name: name.split("/"))


def _drop(stage: Path) -> None:
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
    """Does what is left to be done; may be begun again after having ended anywhere."""
    unwanted = _read_names(commit / _REMOVE)
    _merge(str(commit / _SITE), str(output), output, unwanted)
    if (commit / _RECORD).exists():
        _remove(output, unwanted, _read_names(commit / _RECORD))
        (commit / _RECORD).replace(output / RECORD_NAME)
    commit.rename(output / _STAGE)  # what is on a stage counts for nothing, half gone or not


def _merge(staged: str, place: str, output: Path, unwanted: list[str]) -> None:
    """Puts all of the folder ``staged`` into the folder ``place``."""
    with os.scandir(staged) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        target = f"{place}/{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            if os.path.isdir(target):  # noqa: PTH112
                _merge(entry.path, target, output, unwanted)
                continue
            with suppress(FileNotFoundError):
                os.unlink(target)  # noqa: PTH108 -- a file of the old site, and unwanted
        elif os.path.isdir(target):  # noqa: PTH112
            name = Path(target).relative_to(output).as_posix()
            _remove(output, [other for other in unwanted if other.startswith(f"{name}/")], ())
        os.replace(entry.path, target)  # noqa: PTH105 -- once a post


def _remove(output: Path, names: Iterable[str], wanted: Iterable[str]) -> None:
    """Removes files, and the folders that they leave empty."""
    by_fold = {name.casefold(): name for name in wanted}
    for name in names:
        path = output / name
        twin = by_fold.get(name.casefold())
        if twin and _is_one_file(path, output / twin):
            with suppress(OSError):  # a link leads from one to the other: both stay
                _respell(output, name, twin)
        elif _is_inside(path, output) and (path.is_symlink() or not path.is_dir()):
            with suppress(
                FileNotFoundError, NotADirectoryError
            ):  # a new file took its folder's place
                path.unlink()
            _remove_empty_folders(path.parent, output)


def _respell(output: Path, name: str, twin: str) -> None:
    """Gives a file its new name, on a disk that does not tell it from the old one."""
    folder = output
    for old, new in zip(name.split("/"), twin.split("/"), strict=True):
        (folder / old).rename(folder / new)
        folder /= new


def _is_one_file(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return False


def _is_inside(path: Path, output: Path) -> bool:
    """Whether no link on the way to a file leads out of the output."""
    return path.parent.resolve().is_relative_to(output.resolve())


def _remove_empty_folders(folder: Path, top: Path) -> None:
    while folder != top:
        try:
            folder.rmdir()
        except FileNotFoundError:
            pass  # a build that was ended may have come so far
        except OSError:
            return
        folder = folder.parent


def _read_names(path: Path) -> list[str]:
    """The names in a list; nothing where there is none."""
    try:
        names = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return []
    if not isinstance(names, list):
        return []
    return [name for name in names if isinstance(name, str) and not _NO_NAME.search(name)]


def _write_names(path: Path, names: list[str]) -> None:
    path.write_text(json.dumps(names, ensure_ascii=False, indent=0), encoding="utf-8")


def _foreign(path: Path) -> OutputError:
    return OutputError(
        "this file was not written by sitegen, and would be overwritten",
        path=path,
        hint="move it away, or to content/media/ if it is to be published",
    )
