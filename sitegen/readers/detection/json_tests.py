"""Tests of the head of a file that holds JSON, of which definitions of formats are made."""

import re

from sitegen.readers.detection.file_head import FileHead
from sitegen.readers.detection.text_tests import Test


def keys(*outer: str, within: str = "") -> Test:
    """Tests whether the outermost objects have all these keys, and nested ones those ``within``."""

    def test(file: FileHead) -> bool:
        head = file.json
        return (
            head is not None
            and head.outer.issuperset(outer)
            and head.inner.issuperset(within.split())
        )

    return test


def without_keys(test: Test, *others: str) -> Test:
    """Tests whether a test passes, and the outermost objects have none of these keys."""
    return lambda file: test(file) and file.json is not None and file.json.outer.isdisjoint(others)


def code(pattern: str) -> Test:
    """Tests how the code before the data begins, such as ``window.YTD``."""
    compiled = re.compile(pattern)
    return lambda file: file.json is not None and compiled.match(file.json.code)


def starts(pattern: str) -> Test:
    """Tests how a text starts, which is also seen where what follows is damaged."""
    compiled = re.compile(pattern)
    return lambda file: compiled.match(file.text.lstrip())
