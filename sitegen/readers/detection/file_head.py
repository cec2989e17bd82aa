"""The head of a dump: its first bytes, decoded and parsed in several ways."""

import codecs
from dataclasses import dataclass
from functools import cached_property
from typing import BinaryIO

from sitegen.readers.detection.archive_listing import list_contents
from sitegen.readers.detection.chat_head import ChatHead, parse_chat
from sitegen.readers.detection.json_head import JsonHead, parse_json
from sitegen.readers.detection.mail_head import MailHead, parse_mail
from sitegen.readers.detection.markup_head import MarkupHead, parse_markup
from sitegen.readers.detection.table_head import TableHead, parse_table

HEAD_SIZE = 256 * 1024
"""How many bytes of a dump are examined."""

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MOSTLY = 0.4
"""The least share of zeros among every second byte of UTF-16 without a byte order mark."""
_BINARY = bytes({*range(9), 0x0E, 0x0F, *range(0x10, 0x1B), *range(0x1C, 0x20)})


@dataclass(frozen=True)
class FileHead:
    """The head of a dump; for an archive, also the names of its files.

    The head is parsed on demand.
    """

    head: bytes
    is_cut: bool = False
    """Whether the dump is longer than the head."""
    contents: tuple[str, ...] = ()
    """The names of the files in an archive."""

    @cached_property
    def text(self) -> str:
        """The head as text, with invalid bytes replaced."""
        mark, encoding = find_encoding(self.head)
        return self.head[len(mark) :].decode(encoding, errors="replace").lstrip("\ufeff")

    @cached_property
    def has_controls(self) -> bool:
        """Whether the head has control characters that are not used in text, such as zero."""
        _, encoding = find_encoding(self.head)
        is_wide = encoding != "utf-8"
        return not is_wide and len(self.head.translate(None, delete=_BINARY)) < len(self.head)

    @cached_property
    def is_binary(self) -> bool:
        """Whether the head is not valid text in UTF-8, UTF-16 or UTF-32."""
        _, encoding = find_encoding(self.head)
        decoder = codecs.getincrementaldecoder(encoding)()
        try:
            decoder.decode(self.head, final=not self.is_cut)
        except UnicodeDecodeError:
            return True
        return self.has_controls

    @cached_property
    def json(self) -> JsonHead | None:
        """The head as JSON, or as JavaScript that assigns JSON."""
        return parse_json(self.text)

    @cached_property
    def markup(self) -> MarkupHead | None:
        """The head as XML or HTML."""
        return parse_markup(self.text)

    @cached_property
    def table(self) -> TableHead | None:
        """The head as CSV or a similar format."""
        return parse_table(self.text, is_cut=self.is_cut)

    @cached_property
    def chat(self) -> ChatHead | None:
        """The head as a chat."""
        return parse_chat(self.text)

    @cached_property
    def mail(self) -> MailHead | None:
        """The head as an e-mail header."""
        return parse_mail(self.text)


def examine(file: BinaryIO) -> FileHead:
    """Reads the head of ``file``, and the list of files if it is an archive."""
    head = file.read(HEAD_SIZE + 1)
    source = FileHead(head[:HEAD_SIZE], is_cut=len(head) > HEAD_SIZE)
    return FileHead(source.head, source.is_cut, list_contents(file, head))


def find_encoding(content: bytes) -> tuple[bytes, str]:
    """The byte order mark of a text, empty if it has none, and its encoding, UTF-8 by default."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return mark, encoding
    even, odd = content[:2000:2], content[1:2000:2]
    if odd and odd.count(0) > _MOSTLY * len(odd) and 0 not in even:
        return b"", "utf-16-le"
    if odd and even.count(0) > _MOSTLY * len(even) and 0 not in odd:
        return b"", "utf-16-be"
    return b"", "utf-8"
