"""Headers in TOML and JSON, read to what the same header in YAML would say."""

import json
import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime, time

_TOML_PLACE = re.compile(
    r"\s*\(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$"
)
_LARGEST = 10**18
"""A number of more digits is a text, as in YAML."""


class UnreadableHeaderError(Exception):
    """A header that breaks the rules of its format; the text says which."""

    def __init__(self, message: str, line: int, column: int | None) -> None:
        super().__init__(message)
        self.line = line
        """Of the header, from 1."""
        self.column = column


def read_toml(raw: str) -> dict[str, object]:
    """What a header in TOML says.

    Raises:
        UnreadableHeaderError: it is not TOML, or a key stands twice.
        RecursionError: it is nested too deeply.
    """
    try:
        header = tomllib.loads(raw, parse_float=str)
    except tomllib.TOMLDecodeError as error:
        found = _TOML_PLACE.search(str(error))
        line = int(found["line"]) if found and found["line"] else raw.rstrip().count("\n") + 1
        column = int(found["column"]) if found and found["column"] else None
        message = _TOML_PLACE.sub("", str(error))
        raise UnreadableHeaderError(message[:1].lower() + message[1:], line, column) from None
    return {key: _as_in_yaml(value) for key, value in header.items()}


def read_json(raw: str) -> dict[str, object]:
    """What a header in JSON says; its outer braces may be missing.

    Raises:
        UnreadableHeaderError: it is not JSON, or a key stands twice.
        RecursionError: it is nested too deeply.
    """

    def unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
        found = dict(pairs)
        if len(found) < len(pairs):
            keys = [key for key, _ in pairs]
            raise _doubled(next(key for key in keys if keys.count(key) > 1), raw)
        return found

    text = raw if raw.lstrip().startswith("{") else f"{{{raw}}}"
    try:
        header: dict[str, object] = json.loads(
            text, strict=False, parse_float=str, parse_constant=str, object_pairs_hook=unique
        )
    except json.JSONDecodeError as error:
        message = error.msg[:1].lower() + error.msg[1:]
        raise UnreadableHeaderError(message, error.lineno, error.colno) from None
    return {key: _as_in_yaml(value) for key, value in header.items()}


def _doubled(key: str, raw: str) -> UnreadableHeaderError:
    places = re.finditer(rf"{re.escape(json.dumps(key, ensure_ascii=False))}\s*:", raw)
    lines = [raw.count("\n", 0, place.start()) + 1 for place in places]
    line = lines[1] if len(lines) > 1 else 1
    return UnreadableHeaderError(f"the key “{key}” stands twice", line, None)


def _as_in_yaml(value: object) -> object:
    if isinstance(value, Mapping):
        return {key: _as_in_yaml(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_as_in_yaml(item) for item in value]
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, int) and abs(value) >= _LARGEST:
        return str(value)
    return value
