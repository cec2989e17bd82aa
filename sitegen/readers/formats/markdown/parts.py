"""The parts of a text between rules, each with the header before it."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from sitegen.readers.detection.names import names_in
from sitegen.readers.markdown.header import split_header
from sitegen.readers.text.separators import SEPARATOR

_TELLING = names_in(
    "title date author tags link source lang slug draft categories published description format"
)
_KEY_LINE = re.compile(r"[\"']?[\w-]+[\"']?[ \t]*:(?:\s|$)|[ \t]+\S|- |\]|#")


class Part(NamedTuple):
    """A part of a text."""

    start: int
    """Its first line, from 0."""
    stop: int
    fields: Mapping[str, object]
    """The values of its header."""
    has_header: bool


def is_header(text: str) -> bool:
    """Whether a text begins with a header in YAML, TOML or JSON."""
    found = split_header(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
    return found.has_header and bool(_TELLING.intersection(found.fields))


def split_parts(lines: Sequence[str], rules: Sequence[int]) -> list[Part]:
    """The parts between the lines ``rules``. A part of keys alone is the header of the next one."""
    bounds = [-1, *rules, len(lines)]
    parts: list[Part] = []
    header: Mapping[str, object] = {}
    has_header = False
    for before, after in pairwise(bounds):
        part = lines[before + 1 : after]
        if not any(line.strip() for line in part) and not has_header:
            continue
        fields = _header_fields(part) if before >= 0 and after < len(lines) else None
        if fields is not None and lines[before].strip() == SEPARATOR:
            header, has_header = fields, True
            continue
        parts.append(Part(before + 1, after, header, has_header))
        header, has_header = {}, False
    return parts


def _header_fields(part: Sequence[str]) -> Mapping[str, object] | None:
    if not all(_KEY_LINE.match(line) for line in part if line.strip()):
        return None
    found = split_header("\n".join(["---", *part, "---", ""]))
    return found.fields if found.has_header and _TELLING.intersection(found.fields) else None
