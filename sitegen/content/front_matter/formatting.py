"""Writes the text of a page: its front matter as YAML, then its body."""

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

import yaml

_FastDumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_UNLIMITED = 2**31 - 1
"""The largest line width that libyaml accepts."""
_IN_FLOW = r"[A-Za-z](?:[\w.()/+~-]| (?=\w))*"
_HEXADECIMAL = r"[0-9]+[ac-f][0-9a-f]*"
_PLAIN = re.compile(rf"{_HEXADECIMAL}|[A-Za-z](?:[\w.()/+~,!?&=%-]| (?=\w)|:(?=[\w/]))*", re.ASCII)
_PLAIN_IN_FLOW = re.compile(rf"{_HEXADECIMAL}|{_IN_FLOW}", re.ASCII)
"""Texts that need no quotation marks, except the reserved ones; in a list or mapping, fewer."""
_RESERVED = frozenset({"yes", "no", "on", "off", "true", "false", "null"})
"""What YAML 1.1 reads as a boolean or as nothing, in lower case."""


def format_page(header: Mapping[str, object], body: str) -> str:
    """Formats a page with the keys of ``header`` in their order, except those that are None."""
    lines = [format_key(key, value) for key, value in header.items() if value is not None]
    text = body.strip("\n")
    return "---\n" + "".join(lines) + "---\n" + (f"\n{text}\n" if text else "")


def format_key(key: str, value: object) -> str:
    """A key and its value as YAML, usually on one line, with a newline."""
    if isinstance(value, datetime):
        moment = value if value.tzinfo else value.replace(tzinfo=UTC)
        return f"{key}: {moment.isoformat().replace('+00:00', 'Z')}\n"
    if isinstance(value, Mapping) or (isinstance(value, Sequence) and not isinstance(value, str)):
        short = _flow(value)
        return f"{key}: {_dump(_plain(value), flow=True)}" if short is None else f"{key}: {short}\n"
    if _is_plain(key, _PLAIN_IN_FLOW) and _is_plain(value, _PLAIN):
        return f"{key}: {value}\n"
    return _dump({key: value}, flow=False)


def _is_plain(value: object, pattern: re.Pattern[str]) -> bool:
    """Whether a value is a text that YAML writes as it is."""
    return (
        isinstance(value, str)
        and pattern.fullmatch(value) is not None
        and value.lower() not in _RESERVED
    )


def _flow(value: object) -> str | None:
    """A mapping or a list as ``_dump`` writes it, many times faster; None if that takes more."""
    if isinstance(value, int):
        return str(value).lower()
    if isinstance(value, str):
        return value if _is_plain(value, _PLAIN_IN_FLOW) else None
    if isinstance(value, Mapping):
        pairs = [
            _flow(item) if _is_plain(key, _PLAIN_IN_FLOW) else None for key, item in value.items()
        ]
        if None in pairs:
            return None
        return (
            "{" + ", ".join(f"{key}: {text}" for key, text in zip(value, pairs, strict=True)) + "}"
        )
    if isinstance(value, Sequence):
        items = [_flow(item) for item in value]
        return None if None in items else f"[{', '.join(filter(None, items))}]"
    return None


def _dump(value: object, *, flow: bool) -> str:
    """YAML on one line. libyaml writes some non-ASCII characters differently than PyYAML."""
    text: str = yaml.dump(
        value,
        Dumper=_FastDumper if _is_ascii(value) else yaml.SafeDumper,
        allow_unicode=True,
        default_flow_style=flow,
        sort_keys=False,
        width=_UNLIMITED,
    )
    return text


def _is_ascii(value: object) -> bool:
    if isinstance(value, Mapping):
        return all(_is_ascii(key) and _is_ascii(item) for key, item in value.items())
    if isinstance(value, list):
        return all(map(_is_ascii, value))
    return not isinstance(value, str) or value.isascii()


def _plain(value: object) -> object:
    """The value with lists and dictionaries for its sequences and mappings, as PyYAML requires."""
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_plain(item) for item in value]
    return value
