"""Reads headers in YAML that are not of plain lines, and reports mistakes with their lines."""

from pathlib import Path

import yaml

from sitegen.content.front_matter.yaml_values import DuplicateKeyError, read_yaml
from sitegen.errors import ContentError, line_of


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
    line = first_line + mark.line if mark else first_line
    hint = "look at the quotes, brackets and indentation on this line and above it"
    if "mapping values are not allowed" in problem:
        problem = "a value with a colon must be in quotes"
        hint = 'put the value in quotes: title: "One thing: another"'
    return ContentError(
        f"the front matter is not YAML: {problem}",
        path=path,
        line=line,
        column=mark.column + 1 if mark else None,
        source=line_of(text, line),
        hint=hint,
    )
