"""Archives within a dump: each is copied to a temporary file, and opened like any other.

Archives within those stay closed.
"""

import shutil
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from sitegen.errors import DumpError
from sitegen.readers.sources.source import Entry, Source

MOST_COPIED = 8 * 1024**3
"""The maximum number of bytes of all archives within a dump."""
_HINT = "unpack the dump, and import the folder"

OpenFile = Callable[[Path, str], Source]
"""Opens a file as a dump: takes its path and its name for people."""


class InnerArchives:
    """Opens the archives within a dump, each once."""

    def __init__(self, open_file: OpenFile, stack: ExitStack) -> None:
        self._open_file = open_file
        self._stack = stack
        self._opened: dict[str, Source] = {}
        self._left = MOST_COPIED

    def open(self, entry: Entry) -> Source:
        """The files of an archive, whose names begin with that of the archive.

        Raises:
            DumpError: it is no archive, is damaged, or is too large.
        """
        if entry.name not in self._opened:
            self._opened[entry.name] = self._open(entry)
        return self._opened[entry.name]

    def _open(self, entry: Entry) -> Source:
        if entry.size > self._left:
            raise entry.error("is too large for an archive within a dump", hint=_HINT)
        self._left -= entry.size
        try:
            source = self._open_file(self._copy(entry), entry.base)
        except (DumpError, OSError) as error:
            reason = error.message if isinstance(error, DumpError) else error.strerror or error
            raise entry.error(f"cannot be read: {reason}", hint=_HINT) from None
        if source.kind not in ("zip", "tar"):
            raise entry.error("is no archive")
        entries = (
            replace(each, name=f"{entry.name}/{each.name}", dump=entry.dump)
            for each in source.entries
        )
        losses = (replace(lost, where=f"{entry.name}: {lost.where}") for lost in source.losses)
        return replace(source, path=entry.dump, entries=tuple(entries), losses=tuple(losses))

    def _copy(self, entry: Entry) -> Path:
        folder = self._stack.enter_context(tempfile.TemporaryDirectory(prefix="sitegen-"))
        path = Path(folder, "archive")
        with entry.open() as file, path.open("wb") as copy:
            shutil.copyfileobj(file, copy)
        return path
