"""What a person can do about a dump that no reader knows.

A table or JSON may hold texts under names that say nothing, or what is private. Only the person
knows: what may be a text is named, and not read.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from itertools import islice

from sitegen.readers.detection import FileHead, Format
from sitegen.readers.markdown.pictures import is_media
from sitegen.readers.records import holds_private
from sitegen.readers.records.lists import is_kept_back
from sitegen.readers.sources import Entry, Source

_PLAIN = "to publish all of it as plain text, add --format text"
_INSIST = f"an export may hold what is private, such as drafts, messages and addresses; {_PLAIN}"
_SAVE_AS_TEXT = "save what you want to publish as plain text; sitegen formats lists what it reads"
_PARTS = (
    "it holds only pictures, films or sounds; if it is a part of an export, unpack all parts of it "
    "in one folder, and import that"
)
_BY_NAME = (
    "its name is that of a diary, messages or other private data; if all of it is public, rename it"
)
_SAVE_AS = "open it in a word processor, and save it as {}"
_COPY = "open it, copy the text that you want to publish into a file .txt, and import that"
_EXPORT_AS = {
    "pdf": _COPY,
    "postscript": _COPY,
    "flat-odf": _SAVE_AS.format(".odt"),
    "word-xml": _SAVE_AS.format(".docx"),
    "rtf": _SAVE_AS.format(".docx"),
    "feed-template": "import the texts of the website, or the feed that it publishes",
    "blogger-theme": "back up the content of the blog, not its theme",
    "unmerged": "keep one of the versions between the lines <<<<<<<, ======= and >>>>>>>",
    "mailing-list-html": "import the messages as mail: an mbox, or the text files of the months",
    "phpmyadmin": "export the table of the posts alone, as CSV",
}
"""What to do in the programs that wrote formats that none knows, or that show them."""
_FOR_PRINTERS = frozenset({"pdf", "postscript"})
"""Those whose source nobody wants to publish as plain text."""
_TABLES = frozenset({"csv", "csv-semicolon", "tsv", "table"})
_OBJECTS = frozenset({"json", "jsonl", "javascript"})
_PAIR = re.compile(r'"([^"\\\n]{1,40})"\s*:\s*"((?:[^"\\]|\\.){0,300})')
_SEPARATORS = (",", ";", "\t", "|")
_TABLE_NAME = re.compile(r"\.(?:csv|tsv)$", re.IGNORECASE)
_MOST_ROWS = 50
_MOST_PAIRS = 2000
_MOST_NAMES = 6
_LONGEST_NAME = 40
_RUNNING = 5
"""How many spaces a text has at least; names and titles have fewer."""
_MOSTLY = 0.6


def hint_for(known: Format | None, source: Source) -> str:
    """What the message on a dump proposes; its format is None if it is unknown."""
    if known and known.name in _EXPORT_AS:
        advice = _EXPORT_AS[known.name]
        return advice if known.name in _FOR_PRINTERS else f"{advice}; {_INSIST}"
    head, name = source.head, source.file.name if source.file else source.name
    if head.has_controls:
        is_part = source.kind != "file" and all(is_media(entry.name) for entry in source.entries)
        return _PARTS if is_part else _SAVE_AS_TEXT
    if source.kind == "file" and _is_known_by_name(source.entries[0]):
        return f"{_BY_NAME}; or, {_PLAIN}"
    if known.name in _TABLES if known else _TABLE_NAME.search(name):
        return _hint_for_table(_rows(head))
    if known and known.name in _OBJECTS and head.json:
        return _hint_for_keys(head.text, head.json.outer | head.json.inner)
    return _INSIST


def _is_known_by_name(file: Entry) -> bool:
    """Whether only the name of a table or of JSON says that it is private."""
    table, data = file.head.table, file.head.json
    fields = (*(table.columns if table else ()), *(data.outer | data.inner if data else ()))
    return bool(fields) and is_kept_back(file.name, fields) and not _private(fields)


def _hint_for_table(rows: Sequence[Sequence[str]]) -> str:
    names = [name.strip() for name in rows[0]] if rows else []
    if any("@" in name for name in names):  # a list of accounts or addresses, without a header
        return _INSIST
    if private := _private(names):
        return f"{_because(private, 'column')}; {_INSIST}"
    texts = _columns_of_texts(names, rows[1:])
    return _proposal(texts or [name for name in names if name], "column", "in the first line")


def _hint_for_keys(text: str, names: Iterable[str]) -> str:
    if private := _private(sorted(names)):
        return f"{_because(private, 'key')}; {_INSIST}"
    pairs = islice(_PAIR.findall(text), _MOST_PAIRS)
    texts = dict.fromkeys(key for key, value in pairs if value.count(" ") >= _RUNNING)
    return _proposal(tuple(texts), "key", "in every record")


def _proposal(names: Sequence[str], what: str, where: str) -> str:
    """What to do with one of some columns or keys, which may hold texts."""
    if not names or "text" in names or max(map(len, names)) > _LONGEST_NAME:
        return _INSIST
    if len(names) == 1:
        which = f"if all that its {what} {_named(names)} holds is public, call it"
    else:
        which = f"if one of its {what}s ({_named(names)}) holds texts, all of them public, call it"
    return f"{which} “text” {where}; or, {_PLAIN}"


def _private(names: Iterable[str]) -> list[str]:
    """The names that are those of messages, contacts and the like."""
    return [name for name in names if name and holds_private((name,))]


def _because(names: Sequence[str], what: str) -> str:
    is_one = len(names) == 1
    subject = f"the {what} {_named(names)} is" if is_one else f"the {what}s {_named(names)} are"
    return f"{subject} typical of messages, contacts and other private data"


def _named(names: Sequence[str]) -> str:
    shown = [f"“{name[:_LONGEST_NAME]}”" for name in names[:_MOST_NAMES] if name]
    more = ["…"] if len(names) > _MOST_NAMES else []
    return ", ".join(shown + more)


def _columns_of_texts(names: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """The columns most of whose cells hold running words."""
    found = []
    for number, name in enumerate(names):
        cells = [row[number] for row in rows if number < len(row)]
        running = sum(cell.count(" ") >= _RUNNING for cell in cells)
        if name and cells and running >= _MOSTLY * len(cells):
            found.append(name)
    return found


def _rows(head: FileHead) -> list[list[str]]:
    """The first rows of a table, with the separator that its first line has most of."""
    text = head.text.lstrip("\r\n")
    first = text.partition("\n")[0]
    separator = head.table.separator if head.table else max(_SEPARATORS, key=first.count)
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        return [row for row in islice(rows, _MOST_ROWS) if row]
    except csv.Error:
        return []
