"""Changes single keys in the front matter of a page, or its text, and no other byte.

Comments, the order of the keys, line ends, a byte order mark and all other lines stay.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from sitegen.content.front_matter.formatting import format_key
from sitegen.content.front_matter.location import find_header, is_front_matter
from sitegen.content.front_matter.parsing import parse_page
from sitegen.errors import ContentError

_LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")


@dataclass(frozen=True, slots=True)
class _Parts:
    """The lines of a page, each with its line end."""

    before: list[str]
    """Up to and with the opening marks of the header."""
    header: list[str]
    after: list[str]
    """The closing marks, and what follows up to the text."""
    body: list[str]
    newline: str


def edit_header(data: bytes, changes: Mapping[str, object], path: Path) -> bytes:
    """The page with some keys of its front matter set, or removed where the value is None.

    Raises:
        ContentError: the page is not UTF-8, its front matter cannot be read, or is not YAML with a
            key on each line.
    """
    parts = _split(_decode(data, path), path)
    header = parts.header
    for key, value in changes.items():
        header = _set_key(header, key, value, parts.newline, path)
    before, after = parts.before, parts.after
    if header and not after:
        before = [*before, f"---{parts.newline}"]
        after = [f"---{parts.newline}", parts.newline] if parts.body else [f"---{parts.newline}"]
    return "".join([*before, *header, *after, *parts.body]).encode()


def replace_body(data: bytes, body: str, path: Path) -> bytes:
    """The page with another text after its front matter.

    Raises:
        ContentError: the page is not UTF-8, or its front matter cannot be read.
    """
    parts = _split(_decode(data, path), path)
    text = body.strip("\n")
    after = parts.after
    if after and text and after[-1].strip("\r\n"):
        after = [*after, parts.newline]
    lines = [f"{line}{parts.newline}" for line in text.split("\n")] if text else []
    return "".join([*parts.before, *parts.header, *after, *lines]).encode()


def _decode(data: bytes, path: Path) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        raise ContentError(
            "this page is not UTF-8 text", path=path, hint="save it as UTF-8"
        ) from None


def _split(text: str, path: Path) -> _Parts:
    lines = _LINES.findall(text)
    newline = "\r\n" if any(line.endswith("\r\n") for line in lines) else "\n"
    source = parse_page(text, path)  # refuses headers that cannot be read
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    found = find_header(plain)
    if found is None or not is_front_matter(plain[found.start : found.end], lambda: source.header):
        mark = "\ufeff" if text.startswith("\ufeff") else ""
        return _Parts([mark] if mark else [], [], [], _LINES.findall(text[len(mark) :]), newline)
    if found.format != "YAML":
        raise ContentError(
            f"the front matter of this page is {found.format}, which sitegen does not change",
            path=path,
            hint="change the page by hand, or write its front matter as YAML",
        )
    first, last = plain.count("\n", 0, found.start), plain.count("\n", 0, found.end)
    body = last + 1
    while body < len(lines) and not lines[body].strip("\r\n"):
        body += 1
    return _Parts(lines[:first], lines[first:last], lines[last:body], lines[body:], newline)


def _set_key(header: list[str], key: str, value: object, newline: str, path: Path) -> list[str]:
    new = [] if value is None else [format_key(key, value).removesuffix("\n") + newline]
    found = _lines_of_key(header, key, path)
    if found is None:
        return [*header, *new]
    start, end, comment = found
    if new and comment:
        new = [f"{new[0].removesuffix(newline)} {comment}{newline}"]
    return [*header[:start], *new, *header[end:]]


def _lines_of_key(header: list[str], key: str, path: Path) -> tuple[int, int, str] | None:
    """The first line of a key, the line after its value, and a comment after a short value."""
    raw = "".join(header).replace("\r\n", "\n").replace("\r", "\n")
    node = yaml.compose(raw, Loader=yaml.SafeLoader)
    if node is None:
        return None
    if not isinstance(node, yaml.MappingNode) or node.flow_style:
        raise ContentError(
            "the front matter of this page does not have a key on each line",
            path=path,
            hint="change the page by hand, or write each key on a line of its own",
        )
    lines = raw.split("\n")
    for name, value in node.value:
        if name.value == key:
            start = name.start_mark.line
            end = _end_line(lines, start, value.end_mark)
            rest = lines[value.end_mark.line][value.end_mark.column :].strip()
            is_short = value.end_mark.line == start and rest.startswith("#")
            return start, end, rest if is_short else ""
    return None


def _end_line(lines: list[str], start: int, end: yaml.Mark) -> int:
    """The line after a value. A block ends where the next key begins: comments stay with that."""
    line = end.line if end.column == 0 and end.line > start else end.line + 1
    while line > start + 1 and lines[line - 1].strip() == "":
        line -= 1
    while line > start + 1 and lines[line - 1].startswith("#"):
        line -= 1
    return line
