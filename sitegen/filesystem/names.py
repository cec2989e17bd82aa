"""Compares file names as file systems that ignore case or normalization do.

Those of macOS and Windows ignore case. That of macOS also ignores differences in Unicode
normalization (https://unicode.org/reports/tr15/): “é” as one character, or “e” and an accent.
"""

import unicodedata


def folded(name: str) -> str:
    """The same text for all names that some file system treats as one."""
    if name.isascii():
        return name.lower()
    decomposed = unicodedata.normalize("NFD", name).casefold()
    return unicodedata.normalize("NFC", decomposed)


def difference_of(name: str, other: str) -> str:
    """A difference of two names that is easily overlooked, as the end of a sentence."""
    if name == other:
        return ""
    if unicodedata.normalize("NFC", name) == unicodedata.normalize("NFC", other):
        return (
            "; the names look the same but differ in Unicode normalization ("
            f"{name!a} and {other!a})"
        )
    return (
        "; the names differ only in upper and lower case" if folded(name) == folded(other) else ""
    )
