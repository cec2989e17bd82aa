"""What Readwise writes into notes and tags of highlights.

Words that begin with a dot, at the start of a note, are tags. Some of them mean something: ``.h1``
is a heading of the book, ``.c1`` a part of one highlight, and ``discard`` is what a reader wants no
more. Readwise calls these action tags.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from sitegen.readers.findings import Reason

_MARKS = re.compile(r"\s*(?:\.\w\S*(?:\s+|\Z))+")
_MARK = re.compile(r"\.(\w\S*)")
_HEADING = re.compile(r"h[1-6]", re.IGNORECASE)
_ACTION = re.compile(r"h[1-6]|c\d+|discard|favorite", re.IGNORECASE)
_DISCARDED = "discard"


class Remarks(NamedTuple):
    """What stands beside a highlight."""

    note: str
    """The reader's own words."""
    tags: tuple[str, ...]
    reason: Reason | None
    """Why the highlight is left out: it is a heading of the book, or was discarded."""


def remarks_of(note: str, tags: Iterable[str]) -> Remarks:
    """Takes the marks off a note; those that mean something are no tags.

    Args:
        note: the note.
        tags: the tags, which repeat those in the note.
    """
    marks = _MARKS.match(note)
    words = note[marks.end() :] if marks else note
    all_tags = [*tags, *(_MARK.findall(marks[0]) if marks else ())]
    names = {tag.strip().casefold() for tag in all_tags}
    is_heading = not words.strip() and any(map(_HEADING.fullmatch, names))
    reason: Reason | None = "trash" if _DISCARDED in names else None
    return Remarks(
        words,
        tuple(tag for tag in all_tags if not _ACTION.fullmatch(tag.strip())),
        reason or ("other kind" if is_heading else None),
    )
