"""Finds numbered notes such as ``[1] …``, and the marks ``[1]`` in a text that they belong to."""

import re
from collections.abc import Iterator, Sequence, Set
from itertools import chain

_REACH = 500
"""How many lines below its mark a note may stand."""
_NEAR = 60
"""How many, for all lines between the two to be of one document."""
_MARK = re.compile(r"\[(\^?[\w -]{1,20})\](?!\(|:\s)")
_NOTE = re.compile(r"\[(\^?[\w -]{1,20})\]:?\s")
_NUMBERED = re.compile(r"\[\^?\d{1,3}\]:?\s(?!<?https?://\S+$)")


def find_notes(texts: Sequence[str], code: Set[int]) -> Iterator[tuple[int, int]]:
    """The number of the line of each note, and of the last line above it with its mark.

    Args:
        texts: the lines of a dump.
        code: the numbers of those of code, which have neither.
    """
    places: dict[str, int] = {}
    for number, text in enumerate(texts):
        if "[" not in text or number in code:
            continue
        note = _NOTE.match(text)
        mark = places.get(note[1]) if note else None
        if mark is not None and number - mark <= _REACH:
            yield number, mark
        for name in _MARK.findall(text, note.end() if note else 0):
            places[name] = number


def find_noted(texts: Sequence[str], code: Set[int]) -> frozenset[int]:
    """The numbers of the lines below a mark, up to its note: one document, which no gap cuts.

    A note that is only an address may stand at the end of a file of several documents.
    """
    return frozenset(
        chain.from_iterable(
            range(mark + 1, note + 1)
            for note, mark in find_notes(texts, code)
            if note - mark <= _NEAR and _NUMBERED.match(texts[note])
        )
    )
