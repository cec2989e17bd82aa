"""Finds the line of a setting in the text of a configuration, for messages."""

import re
from collections import Counter
from collections.abc import Iterator

_NAME = r"[\w-]+|\"[^\"]*\"|'[^']*'"
_DOTTED = rf"(?:{_NAME})(?:\s*\.\s*(?:{_NAME}))*"
_HEADER = re.compile(rf"\s*\[(\[?)\s*({_DOTTED})\s*\]")
_SETTING = re.compile(rf"\s*({_DOTTED})\s*=")

Path = tuple[int | str, ...]
"""The names of tables and of a setting; a number counts the tables of a list."""


def line_of_setting(text: str, path: Path, *, in_pyproject: bool = False) -> int:
    """The number of the line that sets ``path`` or begins its table; 1 if none does.

    Args:
        text: the configuration, which is valid TOML.
        path: a setting, such as ``("topics", 0, "title")``.
        in_pyproject: whether the settings are in ``[tool.sitegen]``.
    """
    wanted = ("tool", "sitegen", *path) if in_pyproject else path
    lines = (
        (min(len(found), len(wanted)), -number)
        for found, number in _paths(text)
        if found[: len(wanted)] == wanted[: len(found)]
    )
    return -max(lines, default=(0, -1))[1]


def _paths(text: str) -> Iterator[tuple[Path, int]]:
    """The paths that lines begin or set, and their numbers."""
    table: Path = ()
    counts: Counter[Path] = Counter()
    for number, line in enumerate(text.split("\n"), start=1):
        if header := _HEADER.match(line):
            table = _names(header[2])
            if header[1]:
                counts[table] += 1
                table = (*table, counts[table] - 1)
            yield table, number
        elif setting := _SETTING.match(line):
            yield (*table, *_names(setting[1])), number


def _names(dotted: str) -> Path:
    return tuple(name.strip("\"'") for name in re.findall(_NAME, dotted))
