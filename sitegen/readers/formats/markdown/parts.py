"""The parts of a text between rules, each with the header before it."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from sitegen.readers.detection.names import names_in
from sitegen.readers.formats.markdown.lines import TextLine
from sitegen.readers.markdown.header import MarkdownFile, split_header, split_metadata
from sitegen.readers.markdown.publication import stated_reasons
from sitegen.readers.text.separators import SEPARATOR

_TELLING = names_in(
    "title date author tags link source lang slug draft categories published description format"
)
_ENDS = {"+++": "+++", "{": "}"}
"""The line after a header in TOML or JSON, by the line before it."""
_ALL_ENDS = {SEPARATOR: SEPARATOR, **_ENDS}
"""The same also for headers in YAML, which stand between lines that may be rules."""
_LEAST_HEADED = 0.4
"""The least share of parts with a header where each document has one."""
_KEY_LINE = re.compile(r"[\"']?[\w-]+[\"']?[ \t]*:(?:\s|$)|[ \t]+\S|- |\]|#")


class Part(NamedTuple):
    """A part of a text."""

    start: int
    """Its first line, from 0."""
    stop: int
    fields: Mapping[str, object]
    """The values of its header."""
    has_header: bool


def is_header(text: str, *, is_named_so: bool = False) -> bool:
    """Whether a text begins with a header in YAML, TOML or JSON.

    Args:
        text: the text.
        is_named_so: whether it has the name of a page, which needs no usual key in its header.
    """
    found = split_header(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
    return found.has_header and (is_named_so or _is_telling(found.fields))


def _is_telling(fields: Mapping[str, object]) -> bool:
    """Whether a header has a usual key, or one that holds its text back."""
    return bool(_TELLING.intersection(fields) or stated_reasons(fields))


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
        is_between = before >= 0 and after < len(lines)
        fields = _header_fields(part, lines[before].strip()) if is_between else None
        if fields is not None:
            header, has_header = fields, True
            continue
        first = before + 1
        if not has_header and (metadata := _metadata_of(part)):
            header, has_header = metadata.fields, True
            first = after - metadata.body.count("\n") - 1
        parts.append(Part(first, after, header, has_header))
        header, has_header = {}, False
    return parts


def join_headless(parts: Sequence[Part]) -> list[Part]:
    """The parts, with those that are no documents of their own joined to the ones before.

    Where documents have headers, and in one that is not to be published, a rule is one within the
    document.
    """
    headed = sum(part.has_header for part in parts)
    have_headers = headed > 1 and headed >= _LEAST_HEADED * len(parts)
    joined: list[Part] = []
    for part in parts:
        above = joined[-1] if joined else None
        if above is None or part.has_header or not above.has_header:
            joined.append(part)
        elif have_headers or stated_reasons(above.fields):
            joined[-1] = above._replace(stop=part.stop)
        else:
            joined.append(part)
    return joined


def _metadata_of(part: Sequence[str]) -> MarkdownFile | None:
    """The keys without marks around them that begin a part."""
    blank = next((n for n, line in enumerate(part) if line.strip()), 0)
    return split_metadata("\n".join(part[blank:]))


def find_headers(lines: Sequence[TextLine]) -> list[int]:
    """The lines around headers, of which each item may have one; none if all are in YAML.

    Where headers in TOML or JSON part the items, a rule between two items is none of theirs, but
    headers in YAML may be among them. Headers in blocks of code are samples.
    """
    texts = [line.text.rstrip() for line in lines]
    found: list[int] = []
    opened: int | None = None
    for number, mark in enumerate(texts):
        if lines[number].kind == "code":
            continue
        if opened is not None and mark == _ALL_ENDS[texts[opened]]:
            if _header_fields(texts[opened + 1 : number], texts[opened]) is not None:
                found += (opened, number)
                opened = None
            else:
                opened = number if mark in _ALL_ENDS else None
        elif mark in _ALL_ENDS:
            opened = number
    return found if any(texts[number] in _ENDS for number in found) else []


def _header_fields(part: Sequence[str], mark: str) -> Mapping[str, object] | None:
    """The values of a header below a line ``mark``; None if it is none."""
    is_yaml = mark == SEPARATOR and all(_KEY_LINE.match(line) for line in part if line.strip())
    if not is_yaml and mark not in _ENDS:
        return None
    found = split_header("\n".join([mark, *part, _ENDS.get(mark, mark), ""]))
    return found.fields if found.has_header and _is_telling(found.fields) else None
