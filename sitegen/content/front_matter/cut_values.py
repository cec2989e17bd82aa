"""Finds values that a YAML comment cuts short: ``title: Our #1`` has the title “Our”."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_CUT_TEXT = re.compile(
    r"[ \t]*[\"']?(?P<key>title|description|author|note|source|tags|also)[\"']?[ \t]*:[ \t]+"
    r"(?![\"'|>\[{])(?P<kept>[^\n]*?)(?<=\s)#(?P<cut>[^\n]*)",
    re.IGNORECASE,
)
_CUT_ITEM = re.compile(r"[ \t]*-[ \t]+(?![\"'|>\[{])(?P<kept>[^\n]*?)(?<=\s)#(?P<cut>[^\n]*)")
_LIST = re.compile(r"[\"']?(?P<key>tags|also)[\"']?[ \t]*:[ \t]*$", re.IGNORECASE)


class Cut(NamedTuple):
    """A value that ends at a comment."""

    key: str
    line: int
    """The line of the header, from 1."""
    kept: str
    lost: str


def find_cuts(raw: str) -> Iterator[Cut]:
    """The values in a YAML header that end at a comment (YAML 1.2.2, section 6.6)."""
    if "#" not in raw:
        return
    key = ""
    for number, line in enumerate(raw.split("\n"), 1):
        if line[:1] not in (" ", "\t", "-"):
            found = _LIST.match(line)
            key = found["key"] if found else ""
        cut = _CUT_ITEM.match(line) if key else _CUT_TEXT.match(line)
        if cut:
            yield Cut(key or cut["key"], number, cut["kept"].strip(), f"#{cut['cut']}".rstrip())
