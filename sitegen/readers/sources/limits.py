"""Limits for archives: names that are refused, and how much is unpacked."""

import io
from collections.abc import Iterable
from pathlib import PurePosixPath, PureWindowsPath
from typing import BinaryIO

MOST_ENTRIES = 500_000
"""How many files a dump may have."""
MOST_UNPACKED = 64 * 1024**3
"""How many bytes all files of an archive may have, unpacked."""
HIGHEST_RATIO = 1_100
"""How many times larger than packed a file may be; DEFLATE reaches 1,032."""
SMALLEST_SUSPECT = 16 * 1024 * 1024
"""Files that are smaller unpacked are read whatever their ratio is."""

_TEXTS = frozenset({".md", ".markdown", ".mdx", ".txt", ".html", ".htm", ".xhtml", ".org"})


def is_unsafe(name: str) -> bool:
    """Whether a name in an archive is absolute or leads out of it."""
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or bool(PureWindowsPath(name).drive)


def is_clutter(name: str) -> bool:
    """Whether it is a file of an operating system, such as ``.DS_Store`` or ``._post.md``."""
    parts = PurePosixPath(name).parts
    if not parts or "__MACOSX" in parts:
        return True
    return parts[-1] in {".DS_Store", "Thumbs.db"} or parts[-1].startswith("._")


def is_one_of_several_texts(name: str, names: Iterable[str]) -> bool:
    """Whether a file seems to be a document of its own, one of several in an archive.

    If the archive is cut off within it, a part would stand for the whole; of a table or a list,
    also in a single text or page, the part that is there can be read.
    """
    ending = PurePosixPath(name).suffix.lower()
    same = sum(PurePosixPath(each).suffix.lower() == ending for each in names)
    return ending in _TEXTS and same > 1


class CheckedFile(io.RawIOBase):
    """A file in an archive, whose errors are ``OSError`` and whose size is limited.

    Args:
        file: the file.
        size: the most bytes that may be read.
        errors: the exceptions of the archive's library.
    """

    def __init__(self, file: BinaryIO, size: int, errors: tuple[type[Exception], ...]) -> None:
        super().__init__()
        self._file = file
        self._left = size
        self._errors = errors

    def readable(self) -> bool:
        """True."""
        return True

    def readinto(self, buffer: object) -> int:
        """Reads into ``buffer``; returns the number of bytes, 0 at the end.

        Raises:
            OSError: the file is damaged, or larger than the archive says.
        """
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]
        try:
            data = self._file.read(len(view))
        except self._errors as error:
            raise OSError(str(error) or "it is damaged") from None
        self._left -= len(data)
        if self._left < 0:
            raise OSError("it is larger than the archive says")
        view[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Closes the file."""
        self._file.close()
        super().close()
