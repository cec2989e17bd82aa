"""Compares names as the disks of readers and editors do.

Disks of Macs and Windows do not tell upper case from lower case. Macs do not tell the normal forms
of Unicode (https://unicode.org/reports/tr15/) apart: “é” as one character, or “e” and an accent.
"""

import unicodedata


def folded(name: str) -> str:
    """The same for all names that some disk takes for one name."""
    if name.isascii():
        return name.lower()
    decomposed = unicodedata.normalize("NFD", name).casefold()
    return unicodedata.normalize("NFC", decomposed)


def difference_of(name: str, other: str) -> str:
    """What two names differ in that a reader may overlook, to end a sentence that names both."""
    if name == other:
        return ""
    if unicodedata.normalize("NFC", name) == unicodedata.normalize("NFC", other):
        return (
            "; the names look the same and are encoded in two ways (Unicode normal forms: "
            f"{name!a} and {other!a})"
        )
    return (
        "; the names differ only in upper and lower case" if folded(name) == folded(other) else ""
    )
