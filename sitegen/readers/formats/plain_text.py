"""Reads plain text without separators: essays and posts, one after another."""

import re
import shlex
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sitegen.errors import DumpError
from sitegen.models import Document
from sitegen.readers.detection import detect_format, find_encoding
from sitegen.readers.findings import Finding, Lost, ReadOptions, Remark
from sitegen.readers.reader import Reader
from sitegen.readers.sources import Entry, Source
from sitegen.readers.streams.decoding import read_text_of
from sitegen.readers.text import read_text
from sitegen.readers.text.days import is_day_of_month_alone
from sitegen.readers.text.diary_dates import dates_of_days, order_of_days
from sitegen.readers.text.separators import closing_time, opening_time

_UNLIKELY = 0.1
"""Any text is recognised, but every other reader takes precedence."""
_TABLE_NAME = re.compile(r"\.(?:csv|tsv)$", re.IGNORECASE)
_DATA_NAME = re.compile(r"\.(?:ya?ml|toml)$", re.IGNORECASE)
_DATA = re.compile(r"^[ \t]*(?:- )?[{\[\w\"'.-]{1,60}[ \t]*(?::[ \t]|:$|=)", re.MULTILINE)
"""A key in YAML or TOML."""
_SEPARATOR = re.compile(r"[,;\t|]")
_EXAMINED = 100
_FEWEST, _MOSTLY = 3, 0.6
"""How many documents have a time, at least, and which share of all."""
_OLDER, _SHOWN = "windows-1252", 30
"""The encoding of most texts in languages of Western Europe that are not UTF-8, and how many
characters around the first other letter are shown in it."""
_READABLE = "a plain text is a .txt or .md file, in UTF-8 or UTF-16"


def _recognise(source: Source) -> float:
    is_text = source.kind == "file" and detect_format(source.head) is None
    return _UNLIKELY if is_text and not (_is_table(source) or _is_data(source)) else 0.0


def _is_table(source: Source) -> bool:
    """Whether a file with the name of a table has cells in each line."""
    lines = [line for line in source.head.text.split("\n")[:_EXAMINED] if line.strip()]
    is_named = _TABLE_NAME.search(_name_of(source))
    return bool(is_named and len(lines) > 1 and all(_SEPARATOR.search(line) for line in lines))


def _is_data(source: Source) -> bool:
    """Whether a file with the name of YAML or TOML has a key."""
    is_named = _DATA_NAME.search(_name_of(source))
    return bool(is_named and _DATA.search(source.head.text))


def _name_of(source: Source) -> str:
    """The name of the file, also of one that is alone in an archive or a folder."""
    return source.file.name if source.file else source.name


def _read(source: Source, _: ReadOptions) -> Iterator[Document | Finding]:
    for entry in source.entries:
        text, findings = _decode_damaged(entry)
        yield from findings
        yield from _dated(read_text(text, source.name))


def _dated(documents: Sequence[Document]) -> Iterator[Document | Finding]:
    """The documents with the times that most of them open or close with, which stay in the text."""
    for find in (_opening_day, closing_time):
        times = [find(document.text) for document in documents]
        if sum(map(bool, times)) >= max(_FEWEST, _MOSTLY * len(documents)):
            order = order_of_days(times)
            if order.remark:
                yield Remark(order.remark)
            dates = dates_of_days(times, order)
            documents = [replace(d, date=date) for d, date in zip(documents, dates, strict=True)]
            break
    yield from documents


def _opening_day(text: str) -> str:
    """The time at the start of a text, or the day that is its first line; empty without them."""
    first = text.partition("\n")[0]
    return opening_time(text) or (first.strip("#*_ ") if is_day_of_month_alone(first) else "")


def _decode_damaged(entry: Entry) -> tuple[str, Sequence[Finding]]:
    """The text of a file, of which a few bytes may be damaged, and what is lost.

    Raises:
        DumpError: it is not text, or in an encoding that nothing names.
    """
    try:
        return decode_text(entry), ()
    except DumpError:
        text, findings = read_text_of(entry)
        if "\0" in text or not any(isinstance(found, Lost) for found in findings):
            raise
        return text, findings


def decode_text(entry: Entry) -> str:
    """The text of a file, decoded by its byte order mark or the encoding that its bytes suggest.

    Raises:
        DumpError: it is not text in that encoding, or cannot be read.
    """
    content = entry.read()
    mark, encoding = find_encoding(content)
    try:
        text = content[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        position = len(mark) + error.start
        raise _not_text(
            entry,
            f"is not text in {encoding.upper()}: byte {position + 1} is invalid",
            content.count(b"\n", 0, position) + 1,
            _hint_for_encoding(content, position, entry.base),
        ) from error
    if "\0" in text:
        before = text.partition("\0")[0]
        position = len(mark) + len(before.encode(encoding)) + 1
        raise _not_text(entry, f"is a binary file: byte {position} is zero", before.count("\n") + 1)
    return text


def _hint_for_encoding(content: bytes, position: int, name: str) -> str:
    """How to convert a text, of which a line shows whether it is in the encoding most likely."""
    line = content[content.rfind(b"\n", 0, position) + 1 :].partition(b"\n")[0]
    try:
        content.decode(_OLDER)
        before = len(line[: max(0, position - content.rfind(b"\n", 0, position) - 1)])
        shown = line[max(0, before - _SHOWN) : before + _SHOWN].decode(_OLDER).strip()
    except UnicodeDecodeError:
        return f"{_READABLE}: save it so in the program that wrote it"
    return (
        f"if “{shown}” reads right, it is in Windows-1252; convert it: "
        f"iconv -f {_OLDER} -t utf-8 {shlex.quote(name)} > new.txt; if not, save it as UTF-8 in "
        "the program that wrote it"
    )


def _not_text(entry: Entry, what: str, line: int, hint: str = _READABLE) -> DumpError:
    return entry.error(what, line=line, hint=hint)


READER = Reader("text", "a plain text", _recognise, _read)
