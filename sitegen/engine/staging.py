"""Stages the new files of a build beside the output until all of them can be committed."""

import errno
import os
import shutil
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from sitegen.engine.commit import SITE_FOLDER, STAGE_FOLDER, commit_stage, is_inside, recover
from sitegen.engine.output_record import read_record
from sitegen.errors import OutputError
from sitegen.filesystem.files import Content, holds, not_readable, not_written, write_new


class StagePath(NamedTuple):
    """The location of a stage: all that a worker process needs to write files to it."""

    output: str
    is_new: bool = False
    """Whether the output held no file when the stage was started."""

    @property
    def folder(self) -> str:
        """The folder with the layout of the output."""
        return f"{self.output}/{STAGE_FOLDER}/{SITE_FOLDER}"

    def path_of(self, name: str) -> str:
        """The path of a file until it is committed."""
        return f"{self.folder}/{name}"

    def write(self, name: str, content: Content) -> None:
        """Writes a file to the stage.

        Raises:
            OutputError: it cannot be written.
            ContentError: the file to copy cannot be read.
        """
        try:
            write_new(self.path_of(name), content)
        except OSError as error:
            if isinstance(content, Path) and error.filename == str(content):
                raise not_readable(content, error) from None
            raise not_written(Path(self.output, name), error) from None

    def write_if_changed(self, name: str, data: bytes) -> bool:
        """Writes a file to the stage unless the output has the same bytes; returns whether it did.

        Raises:
            OutputError: it cannot be written.
        """
        if not self.is_new and holds(f"{self.output}/{name}", data):
            return False
        self.write(name, data)
        return True


class Stage:
    """The new files of a build, kept beside the output until they are committed."""

    def __init__(self, output: Path) -> None:
        """Starts an empty stage in ``output``, after recovering from an interrupted build.

        Raises:
            OutputError: the output cannot be written.
        """
        _refuse_other_than_folder(output)
        recover(output)
        self.output = output
        """The output folder."""
        self.recorded = read_record(output)
        """The files that builds wrote so far, by their paths in the output."""
        self.path = StagePath(str(output), is_new=_is_empty(output))
        self.names: list[str] = []
        """The staged files, by their paths in the output."""
        self._is_new_folder: dict[str, bool] = {}

    def write(self, name: str, content: Content) -> None:
        """Writes a file to the stage.

        Raises:
            OutputError: it cannot be written, it would overwrite a file that no build wrote, or a
                link leads out of the output.
            ContentError: the file to copy cannot be read.
        """
        self.path.write(name, content)
        self.add(name)

    def add(self, name: str) -> None:
        """Adds a file that a worker wrote to the stage.

        Raises:
            OutputError: it would overwrite a file that no build wrote, or a link leads out of the
                output.
        """
        if not self._is_in_new_folder(name.rpartition("/")[0]):
            self._refuse_foreign(name)
            self._copy_mode(name)
        self.names.append(name)

    def commit(self, files: frozenset[str]) -> tuple[str, ...]:
        """Makes the output consist of ``files``: staged ones and ones that are there already.

        Removes the files that builds wrote and that are no longer needed, and returns them. A
        file that no build wrote is never touched.

        Raises:
            OutputError: a file cannot be moved into place. The next build tries again.
        """
        if files == self.recorded:
            if self.names:
                commit_stage(self.output, [], None)
            return ()
        unwanted = sorted(self.recorded - files)
        removed = tuple(name for name in unwanted if self._is_removable(name))
        commit_stage(self.output, unwanted, files)
        return removed

    def discard(self) -> None:
        """Removes the stage unless it was committed."""
        shutil.rmtree(self.output / STAGE_FOLDER, ignore_errors=True)

    def _is_in_new_folder(self, folder: str) -> bool:
        """Whether the output has no such folder yet, so that no file can be overwritten.

        Raises:
            OutputError: the folder is a link that leads out of the output, or a file that no build
                wrote.
        """
        if folder not in self._is_new_folder:
            parent, _, _ = folder.rpartition("/")
            if folder and self._is_in_new_folder(parent):
                self._is_new_folder[folder] = True
            else:
                self._is_new_folder[folder] = self._is_missing(folder)
        return self._is_new_folder[folder]

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
        if os.path.lexists(path) and folder not in self.recorded:
            raise _foreign(path)
        return True

    def _refuse_foreign(self, name: str) -> None:
        path = self.output / name
        if name not in self.recorded and path.is_file():
            raise _foreign(path)
        if path.is_dir() and not self._has_only_recorded_files(path):
            raise not_written(path, IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR)))

    def _has_only_recorded_files(self, folder: Path) -> bool:
        """Whether nothing is left of a folder when the files that builds wrote are removed."""
        top = folder.relative_to(self.output).as_posix()
        ours = {name for name in self.recorded if name.startswith(f"{top}/")}
        for name in tuple(ours):
            ours.update(parent.as_posix() for parent in PurePosixPath(name).parents)
        inner = (path.relative_to(self.output).as_posix() for path in folder.rglob("*"))
        return top in ours and all(name in ours for name in inner)

    def _is_removable(self, name: str) -> bool:
        path = self.output / name
        return path.is_file() and is_inside(path, self.output)

    def _copy_mode(self, name: str) -> None:
        with suppress(OSError):  # there is no such file, or the disk has no modes
            shutil.copymode(self.output / name, self.path.path_of(name))


def _is_empty(folder: Path) -> bool:
    """Whether a folder is empty or missing; False if that cannot be seen."""
    try:
        return not any(folder.iterdir())
    except FileNotFoundError:
        return True
    except OSError:
        return False


def _refuse_other_than_folder(output: Path) -> None:
    if not output.is_dir() and os.path.lexists(output):
        raise OutputError(
            "this is where a build writes its files, and it is not a folder",
            path=output,
            hint="move it away; a build makes the folder",
        )


def _foreign(path: Path) -> OutputError:
    return OutputError(
        "this file was not written by sitegen, and would be overwritten",
        path=path,
        hint="move it away, or to content/media/ if it is to be published",
    )
