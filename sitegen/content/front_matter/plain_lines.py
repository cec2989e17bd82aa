"""Reads a header of plain lines, as most are, many times faster than YAML does.

A line is a key and a value. The value is a text without YAML syntax, a text in quotation marks, or
a short list or mapping of these on the same line. Any other header is for ``yaml_values``.
"""

import re
from collections.abc import Mapping

_KEY = r"(?!(?:null|true|false):)[a-z_]{1,40}: "
_IN_FLOW = r"\w .;!'’“”–—…()/&%=+~@-"
"""Characters without a meaning in YAML, wherever they are in a text that a letter begins."""
_TEXT = rf"[^\W_](?:[,?{_IN_FLOW}]|:(?=\w|//))*+"
_QUOTABLE = r"\w ,.:;!?’“”–—…()/&%=+~@#|<>*$^`\[\]{}-"
_ITEM = rf"\"['{_QUOTABLE}]*+\"|'[\"{_QUOTABLE}]*+'|[^\W_][{_IN_FLOW}]*+"
_LIST = rf"\[ *+(?:{_ITEM})(?: *+, *+(?:{_ITEM}))*+ *+\]"
_PAIR = rf"{_KEY}(?:{_ITEM}|{_LIST})"
_MAPPING = rf"\{{{_PAIR}(?:, *+{_PAIR})*+\}}"
_LINES = re.compile(rf"(?:{_KEY}(?:{_TEXT}|{_ITEM}|{_LIST}|{_MAPPING}) *+(?:\n|\Z))++")
_ITEMS = re.compile(_ITEM)
_PAIRS = re.compile(rf"([a-z_]+): ({_ITEM}|{_LIST})(?:, *+|\}})")
_SYNTAX = frozenset("\"'[{")
"""What begins a value that is not plain text."""
_LONGEST_FLOW = 1000
"""The longest list or mapping, in characters; YAML limits the number of values."""
_WORDS: Mapping[str, bool | None] = {"true": True, "false": False, "null": None}
WHOLE_NUMBER = re.compile(r"0|-?[1-9][0-9]{0,17}")
DEEPEST = 32
"""The maximum nesting of lists and mappings in a header, in any format."""


def read_plain_lines(raw: str) -> dict[str, object] | None:
    """The keys and values of a header of plain lines; None for any other header."""
    raw = raw.strip("\n")
    if not _LINES.fullmatch(raw):
        return None
    header: dict[str, object] = {}
    for line in raw.split("\n"):
        key, _, text = line.partition(": ")
        text = text.rstrip(" ")
        is_plain = text[0] not in _SYNTAX
        if key in header or (len(text) > _LONGEST_FLOW and not is_plain):
            return None
        header[key] = _plain(text) if is_plain else _flow(text)
        if header[key] == {}:
            return None
    return header


def _flow(text: str) -> object:
    return _mapping(text) if text[0] == "{" else _item_or_list(text)


def _mapping(text: str) -> dict[str, object]:
    """The mapping in braces; empty if it has a key twice."""
    pairs = _PAIRS.findall(text, 1)
    mapping = {key: _item_or_list(value) for key, value in pairs}
    return mapping if len(mapping) == len(pairs) else {}


def _item_or_list(text: str) -> object:
    return [*map(_item, _ITEMS.findall(text, 1, len(text) - 1))] if text[0] == "[" else _item(text)


def _item(text: str) -> object:
    return text[1:-1] if text[0] in "\"'" else _plain(text.rstrip(" "))


def _plain(text: str) -> object:
    if text in _WORDS:
        return _WORDS[text]
    return int(text) if WHOLE_NUMBER.fullmatch(text) else text
