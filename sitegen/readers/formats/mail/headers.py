"""Puts malformed headers of messages in the form of RFC 5322, in UTF-8."""

import re
from contextlib import suppress

from sitegen.readers.detection.mail_head import (
    field_name,
    is_damaged_postmark,
    is_known_field,
    is_only_header,
)
from sitegen.readers.streams.decoding import encoding_named

_HEADER_END = re.compile(rb"\r?\n[ \t]*\r?\n")
_ENCODED = re.compile(r"=\?([\w.:-]{1,40})(?:\*[\w-]{1,20})?\?(?=[BbQq]\?)")
_CHARSET = re.compile(r"\bcharset=\"?([\w.:-]+)", re.IGNORECASE)


def mend_header(raw: bytes) -> bytes:
    """A message whose header is in UTF-8, with English names and without other lines."""
    end = _HEADER_END.search(raw)
    size = end.start() if end else len(raw)
    lines = [_with_english_name(line) for line in _decode(raw[:size]).splitlines()]
    if lines and is_damaged_postmark(lines[0]) and not field_name(lines[0]):
        del lines[0]
    known = [number for number, line in enumerate(lines) if is_known_field(line)]
    for number in range(known[0] + 1 if known else 0, known[-1] if known else 0):
        if lines[number][:1] not in (" ", "\t") and not field_name(lines[number]):
            lines[number] = f" {lines[number]}"  # continues the field before it
    header = _ENCODED.sub(_with_known_encoding, "\n".join(lines))
    return header.encode() + raw[size:]


def is_cut_off(raw: bytes) -> bool:
    """Whether a message ends within its header."""
    return not _HEADER_END.search(raw) and is_only_header(_decode(raw).strip("\r\n").splitlines())


def _with_known_encoding(word: re.Match[str]) -> str:
    """The start of an encoded word (RFC 2047), which is in UTF-8 if its encoding is unknown."""
    return word[0] if encoding_named(word[1]) else "=?utf-8?"


def _with_english_name(line: str) -> str:
    """A line with the name of its field in English, if that was in another language."""
    name = field_name(line) if not line[:1].isspace() else None
    written, colon, value = line.partition(":")
    return f"{name}{colon}{value}" if name and name != written.strip().lower() else line


def _decode(header: bytes) -> str:
    """A header as text: in UTF-8, or else in the encoding that it declares."""
    with suppress(UnicodeDecodeError):
        return header.decode()
    label = _CHARSET.search(header.decode("latin-1"))
    declared = (encoding_named(label[1]) if label else None) or "cp1252"
    with suppress(LookupError):
        return header.decode("cp1252" if declared.startswith("utf") else declared, "replace")
    return header.decode(errors="replace")
