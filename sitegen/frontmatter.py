"""The YAML header of a page: reads it with the place of every mistake, and writes a new one.

A header stands between two lines of three hyphens at the very start of the file, as in Jekyll.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import yaml
from frontmatter.default_handlers import YAMLHandler

from sitegen.errors import ContentError

_HANDLER = YAMLHandler()


@dataclass(frozen=True, slots=True)
class PageSource:
    """A page's file, taken apart."""

    header: dict[str, object]
    body: str
    body_line: int
    """The line on which the body begins, from 1."""


def parse_page(text: str, path: Path) -> PageSource:
    """Takes a page's text apart; a text without a header is all body.

    Raises:
        ContentError: the header is not closed, is not YAML, or is no list of keys and values.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if not _HANDLER.detect(text):
        return PageSource({}, text.strip("\n"), 1 + _leading_newlines(text))
    try:
        raw, rest = _HANDLER.split(text)
    except ValueError:
        raise _unclosed(path, text) from None
    header = _load(raw, text, path)
    body = rest.lstrip("\n")
    return PageSource(header, body.rstrip(), text.count("\n", 0, len(text) - len(body)) + 1)


def format_page(header: Mapping[str, object], body: str) -> str:
    """A page's text: the keys of ``header`` in their order, without those that are None."""
    lines = [_format_key(key, value) for key, value in header.items() if value is not None]
    text = body.strip("\n")
    return "---\n" + "".join(lines) + "---\n" + (f"\n{text}\n" if text else "")


def line_of_key(text: str, key: str) -> int | None:
    """The line of a page's text on which its header sets ``key``, from 1."""
    pattern = re.compile(rf"[\"']?{re.escape(key)}[\"']?\s*:")
    lines = text.splitlines()
    return next((n for n, line in enumerate(lines, 1) if pattern.match(line)), None)


def _load(raw: str, text: str, path: Path) -> dict[str, object]:
    try:
        header = _HANDLER.load(raw)
    except yaml.YAMLError as error:
        raise _bad_yaml(error, raw, text, path) from None
    except ValueError as error:  # a date such as 2023-13-45
        raise _bad_value(error, text, path) from None
    if header is None:
        return {}
    if not isinstance(header, dict) or not all(isinstance(key, str) for key in header):
        raise ContentError(
            "the front matter is no list of keys and values",
            path=path,
            line=2,
            source=_line(text, 2),
            hint="write each as “key: value”, with a space after the colon",
        )
    return header


def _unclosed(path: Path, text: str) -> ContentError:
    return ContentError(
        "the front matter is not closed",
        path=path,
        line=1,
        source=_line(text, 1),
        hint="did you forget the closing ---? It stands on a line of its own",
    )


def _bad_yaml(error: yaml.YAMLError, raw: str, text: str, path: Path) -> ContentError:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or "it cannot be read"
    line = mark.line + text[: text.index(raw)].count("\n") + 1 if mark else 1
    hint = "look at the quotes and the indentation on this line"
    if "mapping values are not allowed" in problem:
        problem = "a value that holds a colon must stand in quotes"
        hint = 'put the value in quotes: title: "One thing: another"'
    return ContentError(
        f"the front matter is not YAML: {problem}",
        path=path,
        line=line,
        column=mark.column + 1 if mark else None,
        source=_line(text, line),
        hint=hint,
    )


def _bad_value(error: ValueError, text: str, path: Path) -> ContentError:
    date = re.search(r"^.*\d{4}-\d{1,2}-\d{1,2}.*$", text, re.MULTILINE)
    line = text[: date.start()].count("\n") + 1 if date else 2
    return ContentError(
        f"a value in the front matter cannot be read: {error}",
        path=path,
        line=line,
        source=_line(text, line),
        hint="a date is written 2023-03-29 or 2023-03-29T10:15:00Z",
    )


def _line(text: str, number: int) -> str | None:
    lines = text.splitlines()
    return lines[number - 1] if number <= len(lines) else None


def _leading_newlines(text: str) -> int:
    return len(text) - len(text.lstrip("\n"))


def _format_key(key: str, value: object) -> str:
    if isinstance(value, datetime):
        return f"{key}: {value.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}\n"
    if isinstance(value, Mapping) or (isinstance(value, Sequence) and not isinstance(value, str)):
        return f"{key}: {_dump(_plain(value), flow=True)}"
    return _dump({key: value}, flow=False)


def _dump(value: object, *, flow: bool) -> str:
    text: str = yaml.safe_dump(
        value, allow_unicode=True, default_flow_style=flow, sort_keys=False, width=2**31
    )
    return text


def _plain(value: object) -> object:
    """The value in the lists and dictionaries that YAML knows."""
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_plain(item) for item in value]
    return value
