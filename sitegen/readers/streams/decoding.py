"""Decodes files: finds the encoding of each, and reads it piece by piece."""

import codecs
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import BinaryIO, NamedTuple

from sitegen.readers.detection import find_encoding
from sitegen.readers.detection.names import names_in
from sitegen.readers.findings import Finding, Lost, Remark
from sitegen.readers.sources import Entry

_HEAD = 4096
_PIECE = 1024 * 1024
_DECLARED = re.compile(rb"""(?:encoding|charset)\s*=\s*["']?([\w.:-]+)""")
_MOST_INVALID = 0.1
"""The greatest share of invalid bytes among those beyond ASCII in a text that is UTF-8."""
_REPLACEMENT = "\ufffd"


class Encoding(NamedTuple):
    """The encoding of a file."""

    name: str
    mark: bytes
    """The byte order mark, empty if there is none."""
    findings: tuple[Finding, ...]
    """What is to be said about it."""


@lru_cache(maxsize=8)
def choose_encoding(entry: Entry) -> Encoding:
    """The encoding of a file, which is read to its end but once: readers open it several times.

    A byte order mark decides. A file that is valid UTF-8 is UTF-8, whatever it declares; one with
    few invalid bytes is UTF-8 with damage. Otherwise it is what it declares, or Windows-1252.
    Encodings are not guessed, since guesses on short texts are often wrong.

    Raises:
        OSError: the file cannot be read.
    """
    with entry.open() as file:
        return _encoding_of(file, entry.name)


def _encoding_of(file: BinaryIO, name: str) -> Encoding:
    head = file.read(_HEAD)
    mark, encoding = find_encoding(head)
    if mark or encoding != "utf-8":
        return Encoding(encoding, mark, ())
    invalid, others = _count_invalid(file, head)
    if not invalid:
        return Encoding("utf-8", b"", ())
    if declared := _declared_in(head):
        return Encoding(declared, b"", ())
    if invalid < others and invalid <= max(1, _MOST_INVALID * others):
        what = "1 byte" if invalid == 1 else f"{invalid:,} bytes"
        return Encoding("utf-8", b"", (Lost(what, name, "it is not UTF-8; � stands for it"),))
    remark = Remark(f"{name} is not UTF-8 and was read as Windows-1252.")
    return Encoding("cp1252", b"", (remark,))


def _count_invalid(file: BinaryIO, head: bytes) -> tuple[int, int]:
    """The numbers of invalid sequences, and of characters beyond ASCII, in a file of UTF-8."""
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    invalid = others = 0
    data = head
    while True:
        text = decoder.decode(data, final=not data)
        if not text.isascii():
            invalid += text.count(_REPLACEMENT) - data.count(_REPLACEMENT.encode())
            others += len(text) - len(text.encode("ascii", "ignore"))
        if not data:
            return max(0, invalid), others
        data = file.read(_PIECE)


_NO_TEXT = names_in(
    "base64 bz2 hex idna mbcs oem punycode quopri raw-unicode-escape rot13 undefined"
    " unicode-escape uu zlib"
)
"""What Python takes for encodings besides those of texts."""


def _declared_in(head: bytes) -> str | None:
    """The encoding that XML or HTML declares, if it is another than UTF-8 and is known."""
    found = _DECLARED.search(head)
    name = encoding_named(found[1].decode("ascii", "replace")) if found else None
    return None if name in ("utf-8", "utf-16", "utf-32") else name


def encoding_named(label: str) -> str | None:
    """The encoding that a label means to browsers; None if it is unknown.

    Latin-1 and ASCII mean Windows-1252: https://encoding.spec.whatwg.org/#names-and-labels
    """
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError):
        return None
    if name in _NO_TEXT:
        return None
    return {"iso8859-1": "cp1252", "ascii": "cp1252"}.get(name, name)


class TextPieces:
    """The text of a file, a piece at a time; invalid bytes are replaced.

    Args:
        file: the file, at its start.
        encoding: its encoding; by default, it is found from the first bytes.
    """

    def __init__(self, file: BinaryIO, encoding: Encoding | None = None) -> None:
        self._file = file
        head = file.read(_HEAD)
        mark, name = (encoding.mark, encoding.name) if encoding else find_encoding(head)
        self._decoder = codecs.getincrementaldecoder(name)("replace")
        self._pending = head[len(mark) :]
        self.ended = False
        """Whether the last piece has been read."""

    def read(self, size: int = _PIECE) -> str:
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


@contextmanager
def open_text(entry: Entry) -> Iterator[tuple[TextPieces, tuple[Finding, ...]]]:
    """Opens a file as text in the encoding that it has, with what is to be said about that.

    Raises:
        OSError: the file cannot be read.
    """
    encoding = choose_encoding(entry)
    with entry.open() as file:
        yield TextPieces(file, encoding), encoding.findings


def read_text_of(entry: Entry) -> tuple[str, tuple[Finding, ...]]:
    """The whole text of a small file, with what is to be said about its encoding.

    Raises:
        DumpError: it cannot be read.
    """
    content = entry.read()
    file = io.BytesIO(content)
    encoding = _encoding_of(file, entry.name)
    return content[len(encoding.mark) :].decode(encoding.name, "replace"), encoding.findings
