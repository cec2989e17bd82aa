"""Measures pictures, makes their sizes, and removes metadata from media files, in workers."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from sitegen.engine.image_encoding import Measured, make_sizes, measure
from sitegen.engine.image_names import RECORDINGS, name_of_digest, size_file
from sitegen.filesystem.files import write_if_changed
from sitegen.media import LARGEST_FILE, UncleanError, clean_any
from sitegen.media.decoding import UnreadableImageError

_DRAWING = ".svg"
_NO_SIZE = Measured(0, 0, ())
"""The size of a drawing, which only its own style and the page decide."""


class Task(NamedTuple):
    """A file to read."""

    path: Path
    digest: bytes
    is_cleaned: bool
    """Whether it is published without metadata."""


class Made(NamedTuple):
    """What was made of a file."""

    measured: Measured | None
    problem: str = ""
    cleaned: str = ""
    unclean: str = ""


class MakeFunction:
    """A task function that measures pictures and makes their sizes; it can be sent to processes."""

    unit = "pictures"

    def __init__(self, folder: Path) -> None:
        """Keeps what it makes in ``folder``."""
        self._folder = folder

    def __call__(self, tasks: Sequence[Task]) -> list[Made]:
        """Processes some files."""
        return [self._make(task) for task in tasks]

    def _make(self, task: Task) -> Made:
        if task.path.suffix.lower() == _DRAWING:
            return Made(_NO_SIZE)
        cleaned = unclean = ""
        try:
            try:
                cleaned = self._clean(task)
            except UncleanError as error:
                unclean = str(error)
            if task.path.suffix.lower() in RECORDINGS:
                return Made(None, cleaned=cleaned, unclean=unclean)
            measured = measure(task.path)
            files = [self._folder / size_file(task.digest, width) for width in measured.widths]
            if not all(file.exists() for file in files):
                made = make_sizes(task.path, measured.widths)
                for file, data in zip(files, made, strict=True):
                    write_if_changed(file, data)
        except UnreadableImageError as error:
            return Made(None, str(error), cleaned)
        except OSError as error:
            return Made(None, error.strerror or str(error), cleaned)
        return Made(measured, cleaned=cleaned, unclean=unclean)

    def _clean(self, task: Task) -> str:
        """Makes a version without metadata; returns its name, empty if the file has none.

        Raises:
            UncleanError: they cannot be removed.
        """
        if not task.is_cleaned:
            return ""
        if task.path.stat().st_size > LARGEST_FILE:
            raise UncleanError(f"it is larger than {LARGEST_FILE // 2**20} MB")
        data = task.path.read_bytes()
        cleaned = clean_any(data)
        if cleaned == data:
            return ""
        name = f"{name_of_digest(task.digest)}{task.path.suffix.lower()}"
        write_if_changed(self._folder / name, cleaned)
        return name
