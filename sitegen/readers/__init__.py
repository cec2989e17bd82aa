"""Reads dumps: detects the format of a dump, and reads it with the reader for that format."""

import os
from pathlib import Path
from typing import BinaryIO

from sitegen.errors import DumpError
from sitegen.models import Document
from sitegen.readers.detection import FileHead, Format, detect_format, examine, find_encoding
from sitegen.readers.text import format_split, read_text

__all__ = ["format_split", "read_dump"]

_READABLE = "sitegen reads a plain text (.txt or .md, in UTF-8 or UTF-16)"


def read_dump(path: Path, *, as_text: bool = False) -> tuple[Document, ...]:
    """Reads the documents of a dump, in order.

    Args:
        path: the path of the dump.
        as_text: whether to read it as plain text, whatever its format seems to be.

    Raises:
        DumpError: the dump is missing, empty, or in a format without a reader.
    """
    name = os.fsencode(path.name).decode(errors="replace")
    documents = read_text(_decode(_read_bytes(path, as_text=as_text), path), name)
    if not documents:
        raise DumpError("the dump is empty", path=path, hint="give a file that holds some text")
    return documents


def _read_bytes(path: Path, *, as_text: bool) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read() if as_text else _read_text_only(file, path)
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
            hint="check its permissions",
        ) from None


def _read_text_only(file: BinaryIO, path: Path) -> bytes:
    """The content of ``file``, unless it is in a format without a reader."""
    source = examine(file)
    if known := detect_format(source):
        raise _no_reader(known, source, path)
    return source.head + file.read()


def _no_reader(known: Format, source: FileHead, path: Path) -> DumpError:
    if source.has_controls:
        hint = f"save what you want to publish as plain text; {_READABLE}"
    else:
        hint = (
            "an export may hold what is private, such as drafts, messages and addresses; "
            "to publish all of it as plain text, add --format text"
        )
    return DumpError(
        f"the dump is {known.title}, and no reader knows that format yet", path=path, hint=hint
    )


def _decode(content: bytes, path: Path) -> str:
    """Decodes a text by its byte order mark or the encoding that its bytes suggest."""
    mark, encoding = find_encoding(content)
    try:
        text = content[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        position = len(mark) + error.start
        raise DumpError(
            f"the dump is not text in {encoding.upper()}: byte {position + 1} is invalid",
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
