"""Cuts an mbox into messages: https://www.rfc-editor.org/rfc/rfc4155."""

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from itertools import chain, pairwise

from sitegen.readers.sources import Entry

_SEPARATOR = re.compile(
    rb"From \S[^\n]*(?:\d\d:\d\d"
    rb"|\n(?i:Delivered-To|Received|Return-Path|Message-ID|X-[\w-]+|From|Date):)"
)
"""The line above a message; if its time is damaged, a header follows."""
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)
_LARGEST = 64 * 1024 * 1024


def iter_messages(entry: Entry) -> Iterator[bytes]:
    """The messages of an mbox; a file without separators is one message.

    Raises:
        DumpError: the file cannot be read.
    """
    lines: list[bytes] = []
    size = 0
    try:
        with entry.open() as file:
            is_after_blank = is_in_header = True
            for line, following in pairwise(chain(file, (b"",))):
                # a header that is cut off has no blank line at its end
                if (is_after_blank or is_in_header) and _SEPARATOR.match(line + following):
                    yield from _joined(lines)
                    lines, size, is_in_header = [], 0, True
                elif size < _LARGEST:
                    lines.append(line)
                    size += len(line)
                is_after_blank = not line.strip()
                is_in_header = is_in_header and not (lines and is_after_blank)
    except OSError as error:
        raise entry.error(f"cannot be read: {error.strerror or error}") from None
    yield from _joined(lines)


def _joined(lines: list[bytes]) -> Iterator[bytes]:
    message = b"".join(lines).removeprefix(BOM_UTF8).lstrip(b"\r\n")
    if message.strip():
        yield _QUOTED.sub(rb"\1", message)
