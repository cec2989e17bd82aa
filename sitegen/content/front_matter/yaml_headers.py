"""Reads headers in YAML that are not of plain lines, and reports mistakes with their lines."""

import re
from pathlib import Path

import yaml

from sitegen.content.front_matter.yaml_values import DuplicateKeyError, read_yaml
from sitegen.errors import ContentError, line_of

_RESERVED = frozenset("@`%*&!")
"""Signs with a meaning of their own at the beginning of a value (YAML 1.2.2, section 5.3)."""
_CLOSINGS = {"[": "]", "{": "}", '"': '"', "'": "'"}
_FIRST_SIGN = re.compile(r"\s*[^\s:\"']+:\s+(?P<sign>[@`%*&!|>']|[-?](?=\s))")
"""The beginning of a value that is a sign with a meaning of its own."""
_UNCLOSED = (
    "did not find expected ',' or",
    "did not find expected node content",
    "expected ',' or",
    "found unexpected end of stream",
)
"""How libyaml and PyYAML begin to say that a bracket or a quotation mark is missing."""


def read_yaml_header(raw: str, first_line: int, text: str, path: Path) -> dict[str, object]:
    """Reads a header in YAML.

    Args:
        raw: the header.
        first_line: its first line in the page, from 1.
        text: the whole page.
        path: its file, for errors.

    Raises:
        ContentError: it is not YAML, or not a mapping.
        RecursionError: it is nested too deeply.
    """
    try:
        header = read_yaml(raw)
    except DuplicateKeyError as error:
        raise _duplicate(error, first_line, text, path) from None
    except yaml.YAMLError as error:
        unseen = _control_character(raw, first_line, text, path)
        raise unseen or _bad_yaml(error, first_line, text, path) from None
    if header is None:
        return {}
    if not isinstance(header, dict) or not all(isinstance(key, str) for key in header):
        raise ContentError(
            "the front matter is not a list of keys and values",
            path=path,
            line=first_line,
            source=line_of(text, first_line),
            hint="write each as “key: value”, with a space after the colon",
        )
    return header


def _duplicate(error: DuplicateKeyError, first_line: int, text: str, path: Path) -> ContentError:
    mark = error.problem_mark
    line = first_line + (mark.line if mark else 0)
    return ContentError(
        f"{error.problem}: on line {first_line + error.first} and on line {line}",
        path=path,
        line=line,
        source=line_of(text, line),
        hint="remove one of the two lines",
    )


def _control_character(raw: str, first_line: int, text: str, path: Path) -> ContentError | None:
    """An error that names the first character that YAML does not allow; None if there is none."""
    found = yaml.reader.Reader.NON_PRINTABLE.search(raw)
    if found is None:
        return None
    line = first_line + raw.count("\n", 0, found.start())
    return ContentError(
        f"the front matter contains the control character U+{ord(found[0]):04X}",
        path=path,
        line=line,
        source=line_of(text, line),
        hint="remove it; most editors do not show it",
    )


def _bad_yaml(error: yaml.YAMLError, first_line: int, text: str, path: Path) -> ContentError:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or "it cannot be read"
    opened = getattr(error, "context_mark", None)
    if opened and mark and opened.line < mark.line and problem.startswith(_UNCLOSED):
        mark, problem = opened, "what begins here is not closed"
    line = first_line + mark.line if mark else first_line
    source = line_of(text, line) or ""
    hint = _advice(source, mark.column if mark else 0, is_open=mark is opened)
    if "mapping values are not allowed" in problem:
        problem = "a value with a colon must be in quotes"
        hint = 'put the value in quotes: title: "One thing: another"'
    return ContentError(
        f"the front matter is not YAML: {problem}",
        path=path,
        line=line,
        column=mark.column + 1 if mark else None,
        source=source,
        hint=hint,
    )


def _advice(line: str, column: int, *, is_open: bool) -> str:
    """What to do about a mistake at ``column`` of a line, from 0.

    Args:
        line: the line.
        column: the column.
        is_open: whether a bracket or a quotation mark there is not closed.
    """
    first = _FIRST_SIGN.match(line)
    at = line[column : column + 1]
    if is_open and at in _CLOSINGS:
        other = f", or put a text that begins with {at} in quotes" if at in "[{" else ""
        return f"close it with {_CLOSINGS[at]}{other}"
    if at == "\t":
        return "indent with spaces: YAML allows no tabs"
    sign = first["sign"] if first else at if at in _RESERVED else ""
    if sign == "'":
        return "within single quotes, write an apostrophe twice; or use double quotes"
    if sign:
        return f"put a text that begins with “{sign}” in quotes"
    return "look at the quotes, brackets and indentation on this line and above it"
