"""Writes the text of a page: its front matter as YAML, then its body."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

import yaml

_FastDumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_UNLIMITED = 2**31 - 1
"""The largest line width that libyaml accepts."""


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
        return f"{key}: {_dump(_plain(value), flow=True)}"
    return _dump({key: value}, flow=False)


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
