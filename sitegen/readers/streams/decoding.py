"""Decodes files piece by piece."""

import codecs
from typing import BinaryIO

from sitegen.readers.detection import find_encoding

_HEAD = 4096


class TextPieces:
    """The text of a file, a piece at a time; invalid bytes are replaced.

    Args:
        file: the file, at its start.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        head = file.read(_HEAD)
        mark, encoding = find_encoding(head)
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")
        self._pending = head[len(mark) :]
        self.ended = False
        """Whether the last piece has been read."""

    def read(self, size: int) -> str:
        """About ``size`` more bytes as text; empty only at the end.

        Raises:
            OSError: the file is damaged.
        """
        text = ""
        while not text and not self.ended:
            data, self._pending = self._pending or self._file.read(size), b""
            self.ended = not data
            text = self._decoder.decode(data, final=self.ended)
        return text
