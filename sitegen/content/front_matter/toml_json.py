"""Reads headers in TOML and JSON, with the same values as the same header in YAML."""

import json
import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime, time

_TOML_PLACE = re.compile(
    r"\s*\(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$"
)
_LARGEST = 10**18
"""Numbers from this size on are texts, as in YAML."""
_MANY_DIGITS = 1000
_LONG_NUMBER = re.compile(rf"[0-9][0-9_]{{{_MANY_DIGITS},}}")


class HeaderSyntaxError(Exception):
    """A syntax error in a header; the text says what is wrong."""

    def __init__(self, message: str, line: int, column: int | None) -> None:
        super().__init__(message)
        self.line = line
        """The line of the header, from 1."""
        self.column = column


def read_toml(raw: str) -> dict[str, object]:
    """Reads a header in TOML.

    Raises:
        HeaderSyntaxError: it is not TOML, or has a key twice.
        RecursionError: it is nested too deeply.
    """
    try:
        header = tomllib.loads(raw, parse_float=str)
    except tomllib.TOMLDecodeError as error:
        found = _TOML_PLACE.search(str(error))
        line = int(found["line"]) if found and found["line"] else raw.rstrip().count("\n") + 1
        column = int(found["column"]) if found and found["column"] else None
        message = _TOML_PLACE.sub("", str(error))
        raise HeaderSyntaxError(message[:1].lower() + message[1:], line, column) from None
    except ValueError:
        raise _long_number(raw) from None
    return {key: _as_in_yaml(value) for key, value in header.items()}


def read_json(raw: str) -> dict[str, object]:
    """Reads a header in JSON; its outer braces may be missing.

    Raises:
        HeaderSyntaxError: it is not JSON, or has a key twice.
        RecursionError: it is nested too deeply.
    """

    def unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
        found = dict(pairs)
        if len(found) < len(pairs):
            keys = [key for key, _ in pairs]
            raise _duplicate_key(next(key for key in keys if keys.count(key) > 1), raw)
        return found

    text = raw if raw.lstrip().startswith("{") else f"{{{raw}}}"
    try:
        header: dict[str, object] = json.loads(
            text,
            strict=False,
            parse_float=str,
            parse_int=_number,
            parse_constant=str,
            object_pairs_hook=unique,
        )
    except json.JSONDecodeError as error:
        message = error.msg[:1].lower() + error.msg[1:]
        raise HeaderSyntaxError(message, error.lineno, error.colno) from None
    return {key: _as_in_yaml(value) for key, value in header.items()}


def _number(digits: str) -> int | str:
    return int(digits) if len(digits) < _MANY_DIGITS else digits


def _long_number(raw: str) -> HeaderSyntaxError:
    """The error for an integer with more digits than Python converts (``int_max_str_digits``)."""
    found = _LONG_NUMBER.search(raw)
    line = raw.count("\n", 0, found.start()) + 1 if found else 1
    return HeaderSyntaxError("a number has too many digits", line, None)


def _duplicate_key(key: str, raw: str) -> HeaderSyntaxError:
    places = re.finditer(rf"{re.escape(json.dumps(key, ensure_ascii=False))}\s*:", raw)
    lines = [raw.count("\n", 0, place.start()) + 1 for place in places]
    line = lines[1] if len(lines) > 1 else 1
    return HeaderSyntaxError(f"the key “{key}” is set twice", line, None)


def _as_in_yaml(value: object) -> object:
    if isinstance(value, Mapping):
        return {key: _as_in_yaml(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_as_in_yaml(item) for item in value]
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, int) and abs(value) >= _LARGEST:
        # Python converts integers of any size to hexadecimal, but not to decimal.
        return hex(value) if value.bit_length() > _MANY_DIGITS else str(value)
    return value
