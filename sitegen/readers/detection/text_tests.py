"""Tests of the text or the table at the head of a file, of which the lists of formats are made.

Line ends of Windows count as others do.
"""

import re
from collections.abc import Callable

from sitegen.readers.detection.file_head import FileHead

Test = Callable[[FileHead], object]

_MOST_LINES = 1000
_LONGEST_LINE = 500


def opens(pattern: str) -> Test:
    """Tests the start of a text, after white space."""
    compiled = re.compile(pattern)
    return lambda file: compiled.match(_text_of(file).lstrip())


def contains(*patterns: str) -> Test:
    """Tests whether each pattern matches somewhere; ``^`` and ``$`` match at lines."""
    compiled = [re.compile(pattern, re.MULTILINE) for pattern in patterns]
    return lambda file: all(one.search(_text_of(file)) for one in compiled)


def columns(names: str) -> Test:
    """Tests whether a table has all these columns, given with commas between them."""
    needed = frozenset(names.split(","))
    return lambda file: file.table is not None and needed.issubset(file.table.columns)


def all_of(*tests: Test) -> Test:
    """Tests whether all tests succeed."""
    return lambda file: all(test(file) for test in tests)


def any_of(*tests: Test) -> Test:
    """Tests whether one of the tests succeeds."""
    return lambda file: any(test(file) for test in tests)


def line_share(pattern: str, fewest: int, least_share: float = 1.0) -> Test:
    """Tests whether at least so many lines, and so large a share of them, match a pattern."""
    compiled = re.compile(pattern)

    def test(file: FileHead) -> bool:
        lines = [line for line in file.text.split("\n", _MOST_LINES)[:_MOST_LINES] if line.strip()]
        count = sum(compiled.match(line.rstrip()[:_LONGEST_LINE]) is not None for line in lines)
        return count >= max(fewest, least_share * len(lines))

    return test


def _text_of(file: FileHead) -> str:
    return file.text.replace("\r\n", "\n")
