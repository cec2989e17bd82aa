"""Words and numbers in the values of fields that say who may read a text."""

import re
from collections.abc import Iterator, Mapping

from sitegen.readers.restrictions.names import plain_name

ACTIONS = frozenset(
    {"read", "write", "view", "edit", "create", "update", "delete", "manage", "comment", "publish"}
)
"""What a list of permissions may name: what the owner of an export could do with a text."""
_GRANT = re.compile(r"(?P<action>read|write|create|update|delete)\(\"?(?P<who>[^\"()]*)\"?\)")
"""A permission as Appwrite writes it: ``read("any")``."""
_MODE = re.compile(
    r"0?[0-7]?[4-7][0-7](?P<digit>[0-7])|[-dl]?r[-w][-xsS][-r][-w][-xsS](?P<letter>[-r])[-w][-xtT]"
)
_OF_FILES = 0o100000
"""What the modes of files begin with in the number that ``stat`` returns."""
_READING = frozenset("4567r")
_LARGEST = 10**20
"""Larger numbers mean the same, and may be too large for a float."""
_ANYBODY = "*"
"""Everybody, in a table of what each may do, as Parse writes it: ``{"*": {"read": true}}``."""
_WORD_KEYS = (
    "state", "status", "code", "read", "view", "see", "level", "type", "value", "name", "label",
    "key", "id", "visibility", "role", "roles", "users", "groups", "readers", "principal",
    "grantee",
)  # fmt: skip
"""Where a table names who may read a text."""
_FURTHER_KEYS = ("scope", "audience", "circles", "who", "kind")
"""Likewise, if it has none of those: beside readers, ``scope`` may be that of something else."""


def number_in(value: object) -> float | None:
    """A number, also one that is written as a text."""
    if isinstance(value, str):
        written = value.strip()
        is_number = written.removeprefix("-").isascii() and written.removeprefix("-").isdigit()
        return float(written) if is_number and len(written) < 20 else None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(max(min(value, _LARGEST), -_LARGEST))


def words_in(value: object) -> list[str]:
    """The words in a value: a text, also with ``,`` or ``|`` between them, a list, or a table.

    All those in a table, if none of its fields is known to name readers.
    """
    words = [word for word in _each_word(value) if word and plain_name(word)]
    if isinstance(value, dict) and all(map(str.isdecimal, words)):
        words += _texts_in(value)
    return words


def _texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str) and value.strip():
        yield value
    elif isinstance(value, list | dict):
        for inner in value if isinstance(value, list) else value.values():
            yield from _texts_in(inner)


def _each_word(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from _words_of_text(value)
    elif isinstance(value, list):
        for item in value:
            yield from _each_word(item)
    elif isinstance(value, dict):
        if isinstance(value.get("public"), bool):
            yield "public" if value["public"] else "private"
        keys = _WORD_KEYS if any(value.get(key) for key in _WORD_KEYS) else _FURTHER_KEYS
        for key in keys:
            yield from _each_word(value.get(key))
        for who, actions in value.items():
            if isinstance(actions, dict) and who not in _WORD_KEYS:
                yield from (
                    _each_word(actions) if ACTIONS.isdisjoint(actions) else (_reader(who, actions),)
                )
    elif isinstance(value, int) and not isinstance(value, bool):
        yield str(value)


def _reader(who: str, actions: Mapping[str, object]) -> str:
    """Who may read a text, of one or all of those in a table of what each may do."""
    may_read = any(actions.get(action) for action in ("read", "view", "see"))
    return str(who) if who != _ANYBODY else "public" if may_read else "private"


def _words_of_text(text: str) -> Iterator[str]:
    """The words between ``,`` ``;`` or ``|``; of a permission, who may read."""
    for part in text.replace("|", ",").replace(";", ",").split(","):
        word = part.strip()
        found = _GRANT.fullmatch(word)
        if found is None or found["action"] == "read":
            yield found["who"] if found else word


def table_of(value: object) -> object:
    """A table that is written as a list of pairs: ``[{"key": "visibility", "value": "all"}]``."""
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        return value
    pairs = [(item.get("key", item.get("name")), item.get("value")) for item in value]
    are_pairs = pairs and all(
        isinstance(key, str) and "value" in i for (key, _), i in zip(pairs, value, strict=True)
    )
    return dict(pairs) if are_pairs else value


def is_open_mode(value: object) -> bool | None:
    """Whether anybody may read a file with this mode, such as ``0644``; None if it is none."""
    if (number := number_in(value) or 0) >= _OF_FILES:
        return bool(int(number) & 0o4)
    found = _MODE.fullmatch(str(value).strip())
    return None if found is None else (found["digit"] or found["letter"]) in _READING
