"""Reads dumps: picks the reader that knows a dump's format."""

import codecs
import os
from pathlib import Path

from sitegen.errors import DumpError
from sitegen.models import Document
from sitegen.readers.text import format_split, read_text

__all__ = ["format_split", "read_dump"]

_READABLE = "sitegen reads a plain text (.txt or .md, in UTF-8 or UTF-16)"
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def read_dump(path: Path) -> tuple[Document, ...]:
    """The documents of a dump, in its order.

    Raises:
        DumpError: the dump is missing, empty or in no format that a reader knows.
    """
    name = os.fsencode(path.name).decode(errors="replace")
    documents = read_text(_decode(_read_bytes(path), path), name)
    if not documents:
        raise DumpError("the dump is empty", path=path, hint="give a file that holds some text")
    return documents


def _read_bytes(path: Path) -> bytes:
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise DumpError(
            "there is no such file", path=path, hint="check the path of the dump"
        ) from None
    except IsADirectoryError:
        raise DumpError(
            "the dump is a folder, and no reader knows folders", path=path, hint=_READABLE
        ) from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise DumpError(
            f"the dump cannot be read: {reason[:1].lower()}{reason[1:]}",
            path=path,
            hint="see who may read it",
        ) from None
    if content.startswith(b"PK\x03\x04"):
        raise DumpError(
            "the dump is a zip, or a document that is one inside (.docx, .odt, .epub), "
            "and no reader knows those",
            path=path,
            hint=f"unpack it, or save it as plain text; {_READABLE}",
        )
    return content


def _decode(content: bytes, path: Path) -> str:
    """The text of a file, by its byte order mark, else as UTF-8."""
    mark, encoding = _find_encoding(content)
    try:
        text = content[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        position = len(mark) + error.start
        raise DumpError(
            f"the dump is no text in {encoding.upper()}: byte {position + 1} does not fit",
            path=path,
            line=content.count(b"\n", 0, position) + 1,
            hint=_READABLE,
        ) from error
    if "\0" in text:
        before = text.partition("\0")[0]
        position = len(mark) + len(before.encode(encoding)) + 1
        raise DumpError(
            f"the dump is a binary file: byte {position} is zero",
            path=path,
            line=before.count("\n") + 1,
            hint=_READABLE,
        )
    return text


def _find_encoding(content: bytes) -> tuple[bytes, str]:
    """The byte order mark that a file begins with, if any, and the encoding that it stands for."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return mark, encoding
    return b"", "utf-8"
