"""Splits the text of a page into front matter and body, and reports mistakes with their lines."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from sitegen.content.front_matter.location import (
    Header,
    UnclosedHeaderError,
    UndelimitedHeaderError,
    find_header,
    header_within,
    is_front_matter,
    is_unopened_header,
)
from sitegen.content.front_matter.plain_lines import DEEPEST, read_plain_lines
from sitegen.content.front_matter.toml_json import HeaderSyntaxError, read_json, read_toml
from sitegen.errors import ContentError, line_of

_MOST_VALUES = 10_000
"""Values in a header. Those that an alias repeats count each time."""

_ANCHOR = re.compile(r"[\s\[{]&\S")


class PageSource(NamedTuple):
    """The file of a page, split into header and body."""

    header: dict[str, object]
    body: str
    body_line: int
    """The line on which the body begins, from 1."""
    raw_yaml: str = ""
    """The text of the header if it is YAML, else empty."""
    raw_line: int = 1
    """The line on which the header begins, from 1."""


def parse_page(text: str, path: Path) -> PageSource:
    """Splits the text of a page; a text without a header is all body.

    Raises:
        ContentError: the header is not closed, cannot be read, or is not a mapping.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return _parse_plain(text, path) or _parse_any(text, path)


def _parse_plain(text: str, path: Path) -> PageSource | None:
    """As ``_parse_any``, many times faster; None for a page whose header is not of plain lines.

    As a key begins each line from the first on, none is a delimiter, a comment or prose.
    """
    end = text.find("\n---\n") if text.startswith("---\n") else -1
    raw = text[len("---\n") : end + 1]
    header = None if raw[:1] in ("", "\n") else read_plain_lines(raw)
    if header is None:
        return None
    body = end + len("\n---")
    _refuse_header_within(text, body, path)
    return _page_source(header, text, body, raw, 2)


def _parse_any(text: str, path: Path) -> PageSource:
    try:
        found = find_header(text)
    except UnclosedHeaderError as error:
        raise _unclosed(path, text, error) from None
    except UndelimitedHeaderError as error:
        raise _unmarked(path, text, error.start) from None
    if found is None and is_unopened_header(text):
        raise _unmarked(path, text, _leading_newlines(text))
    if found is None or not is_front_matter(
        text[found.start : found.end], lambda: _read(found, text, path)
    ):
        _refuse_header_within(text, 0, path)
        return PageSource({}, text.strip("\n"), 1 + _leading_newlines(text))
    _refuse_header_within(text, found.body, path)
    raw = text[found.start : found.end] if found.format == "YAML" else ""
    return _page_source(_read(found, text, path), text, found.body, raw, found.line(text))


def _page_source(
    header: dict[str, object], text: str, start: int, raw: str, raw_line: int
) -> PageSource:
    """The page with a header that ends at ``start``."""
    body = text[start:].lstrip("\n")
    line = text.count("\n", 0, len(text) - len(body)) + 1
    return PageSource(header, body.rstrip(), line, raw, raw_line)


def line_of_key(text: str, key: str) -> int | None:
    """The line of a page on which its header sets ``key``, in upper or lower case; None if none."""
    assignment = rf"[ \t{{]*[\"']?{re.escape(key)}[\"']?\s*[:=]"
    within_line = rf".*[{{,]{assignment}"
    lines = text.split("\n")
    for pattern, flags in (
        (assignment, re.NOFLAG),
        (assignment, re.IGNORECASE),
        (within_line, re.NOFLAG),
    ):
        found = re.compile(pattern, flags)
        for number, line in enumerate(lines, 1):
            if found.match(line):
                return number
    return None


def _read(found: Header, text: str, path: Path) -> dict[str, object]:
    raw, first_line = text[found.start : found.end].replace("\ufeff", ""), found.line(text)
    if found.format == "YAML":
        return read_plain_lines(raw) or _read_yaml(raw, first_line, text, path)
    try:
        header = (read_toml if found.format == "TOML" else read_json)(raw)
    except HeaderSyntaxError as error:
        line = first_line + error.line - 1
        raise ContentError(
            f"the front matter is not {found.format}: {error}",
            path=path,
            line=line,
            column=error.column,
            source=line_of(text, line),
            hint="look at the quotes, commas and brackets on this line and above it",
        ) from None
    except RecursionError:
        raise _too_deep(path, first_line, text) from None
    _refuse_excess(header, path, first_line, text)
    return header


def _read_yaml(raw: str, first_line: int, text: str, path: Path) -> dict[str, object]:
    from sitegen.content.front_matter.yaml_headers import read_yaml_header  # noqa: PLC0415 -- slow, rarely needed

    try:
        header = read_yaml_header(raw, first_line, text, path)
    except RecursionError:
        raise _too_deep(path, first_line, text) from None
    _refuse_excess(header, path, first_line, text)
    return header


def _refuse_excess(header: Mapping[str, object], path: Path, line: int, text: str) -> None:
    """Raises ContentError for values that are nested too deeply, or that aliases multiply."""
    waiting: list[tuple[object, int, str]] = [(value, 2, key) for key, value in header.items()]
    count = len(waiting)
    while waiting:
        value, depth, key = waiting.pop()
        items = value.values() if isinstance(value, Mapping) else value
        if isinstance(items, str) or not isinstance(items, Iterable):
            continue
        if depth > DEEPEST:
            raise _too_deep(path, line_of_key(text, key) or line, text)
        inner = [(item, depth + 1, key) for item in items]
        count += len(inner)
        if count > _MOST_VALUES:
            raise ContentError(
                f"the front matter has more than {_MOST_VALUES:,} values",
                path=path,
                line=line,
                hint="move long lists into the text",
            )
        waiting += inner


def _too_deep(path: Path, line: int, text: str) -> ContentError:
    source = line_of(text, line)
    return ContentError(
        f"the front matter is nested too deeply: at most {DEEPEST} levels",
        path=path,
        line=line,
        source=source,
        hint="in YAML, “*name” repeats the value named “&name”, which must not contain it; put a "
        "text that begins with either sign in quotes"
        if _ANCHOR.search(source or "")
        else "write it with fewer brackets, or as text in quotes",
    )


def _unclosed(path: Path, text: str, error: UnclosedHeaderError) -> ContentError:
    line = text.count("\n", 0, error.start) + 1
    return ContentError(
        "the front matter is not closed",
        path=path,
        line=line,
        source=line_of(text, line),
        hint=f"did you forget the closing {error.marks}? It must be on a line of its own",
    )


def _unmarked(path: Path, text: str, start: int) -> ContentError:
    line = text.count("\n", 0, start) + 1
    return ContentError(
        "the page begins with keys, but there is no line of three hyphens before them",
        path=path,
        line=line,
        source=line_of(text, line),
        hint="put a line --- before the keys and another after them",
    )


def _refuse_header_within(text: str, start: int, path: Path) -> None:
    found = header_within(text, start)
    if found is None:
        return
    line = text.count("\n", 0, found) + 1
    raise ContentError(
        "the page has front matter twice" if start else "the front matter is not at the start",
        path=path,
        line=line,
        source=line_of(text, line),
        hint="put all keys between one pair of marks, or indent a header that you show by four "
        "spaces",
    )


def _leading_newlines(text: str) -> int:
    return len(text) - len(text.lstrip("\n"))
