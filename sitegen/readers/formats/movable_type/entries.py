"""Takes an export of Movable Type apart: entries, and in each the fields and the sections.

A line of eight hyphens ends an entry, one of five a section; either may also stand in a text, so
that what follows has to look like the next one.
https://movabletype.org/documentation/appendices/import-export-format.html
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

_END = re.compile(r"^-{8}[ \t]*\n+(?=[A-Z][A-Z ]{2,30}:|\Z)", re.MULTILINE)
_SECTION = re.compile(
    r"^-{5}[ \t]*\n(?:([A-Z][A-Z ]{2,30}):[ \t]*(?:\n|\Z)|\Z)",
    re.MULTILINE,
)
_FIELD = re.compile(r"([A-Z][A-Z ]{2,30}):[ \t]*(.*)")
_TEXTS = frozenset({"BODY", "EXTENDED BODY", "EXCERPT"})
_NEVER_READ = frozenset({"KEYWORDS", "COMMENT", "PING"})


class Entry(NamedTuple):
    """An entry of a blog."""

    fields: Mapping[str, Sequence[str]]
    """The values of each field, such as ``TITLE``, without empty ones."""
    sections: Mapping[str, str]
    """The texts, such as ``BODY``; comments and pings are not among them."""
    unknown: tuple[str, ...] = ()
    """The names of sections that are none of the format; their texts may not be for readers."""

    def field(self, name: str) -> str:
        """The first value of a field; empty if it has none."""
        return next(iter(self.fields.get(name, ())), "")


def entries_in(text: str) -> Iterator[Entry]:
    """The entries of an export, in order."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip() + "\n"
    start = 0
    for end in _END.finditer(text):
        yield _entry_in(text[start : end.start()])
        start = end.end()
    if rest := text[start:].strip():
        yield _entry_in(rest + "\n")


def _entry_in(text: str) -> Entry:
    found = list(_SECTION.finditer(text))
    head = text[: found[0].start()] if found else text
    fields: dict[str, list[str]] = {}
    for line in head.split("\n"):
        if (field := _FIELD.fullmatch(line)) and field[2].strip():
            fields.setdefault(field[1], []).append(field[2].strip())
    sections: dict[str, str] = {}
    ends = [*(each.start() for each in found[1:]), len(text)]
    for opened, end in zip(found, ends, strict=False):  # an entry may have no sections
        if opened[1] in _TEXTS:
            sections.setdefault(opened[1], text[opened.end() : end].strip("\n"))
    names = dict.fromkeys(each[1] for each in found if each[1])
    unknown = (name for name in names if name not in _TEXTS | _NEVER_READ)
    return Entry(fields, sections, tuple(unknown))
