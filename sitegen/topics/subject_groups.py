"""Groups texts by the built-in topic of their sketches, without numpy, which is slow to import."""

import struct
from collections import defaultdict
from collections.abc import Iterable, Sequence

SUBJECT = "<h"
"""The format of the topic, with which a packed sketch begins."""
_LARGEST = 1000
"""The most texts on one subject that are compared with each other."""
GroupKey = tuple[int, int]
"""Identifies a group: its subject, and its number among those of the subject."""


def subjects_of(packed: Iterable[bytes]) -> list[int]:
    """The built-in topic of each packed sketch, -1 for none."""
    subjects: list[int] = [struct.unpack_from(SUBJECT, sketch)[0] for sketch in packed]
    return subjects


def groups_of(subjects: Sequence[int]) -> dict[GroupKey, list[int]]:
    """The indices of the texts on each subject, in order; a very large subject is divided."""
    groups: dict[int, list[int]] = defaultdict(list)
    for index, subject in enumerate(subjects):
        groups[subject].append(index)
    return {
        (subject, number): groups[subject][start : start + _LARGEST]
        for subject in sorted(groups)
        if subject >= 0
        for number, start in enumerate(range(0, len(groups[subject]), _LARGEST))
    }
