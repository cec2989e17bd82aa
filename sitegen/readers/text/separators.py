"""Explicit separators: ``---`` lines, and stamps (a time or a URL) that open or close each post."""

import re
from collections.abc import Sequence
from itertools import chain, pairwise
from statistics import median
from typing import Literal

SEPARATOR = "---"
"""A line that is exactly this separates two documents."""

Stamps = Literal["", "open", "close"]
"""Whether the posts of a text open or close with a stamp; empty if they have none."""

_STATUS = r"""https?://(?:
    (?:www\.|mobile\.)?(?:twitter|x)\.com/\w+/status/\d+
    | bsky\.app/profile/\S+/post/\w+
    | [\w.-]+/@[\w.@-]+/\d+
)\S*"""
_CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?"
_DAY = r"""(?:
    \d{4}-\d{2}-\d{2}
    | \d{1,2}[./]\d{1,2}[./]\d{2,4}
    | (?:\w{3,9}\.?\s)?\d{1,2}\.?(?:st|nd|rd|th)?\s\w{3,9}\.?,?\s\d{4}
    | \w{3,9}\.?\s\d{1,2},?\s\d{4}
)"""
_GLUE = r"(?:[T,\s·|–-]|\sat\s)+"
_ZONE = r"(?:Z|\sUTC|[+-]\d{2}:?\d{2})?"
_TIME = rf"[\[(]?(?:{_DAY}(?:{_GLUE}{_CLOCK})?|{_CLOCK}{_GLUE}{_DAY}){_ZONE}[\])]?"
_CLOSING = re.compile(rf"(?:.*\s)?{_STATUS}$|(?:[—–·-]\s?)?{_TIME}(?:\s·.*)?$", re.VERBOSE)
_OPENING = re.compile(
    rf"{_STATUS}$|(?:\#+\s)?{_TIME}(?:\s?[-–—:|·]?\s.*)?$|.{{0,60}}@\w+\s·\s.{{1,30}}$", re.VERBOSE
)
_ALONE = re.compile(
    rf"(?:\#+\s)?(?:[—–·-]\s?)?[*_]{{0,3}}(?:[^\W\d]{{2,10}}[.,]{{1,2}}\s)?{_TIME}[*_]{{0,3}}:?$",
    re.VERBOSE,
)
_TIME_FIRST = re.compile(
    rf"(?:\#+\s)?[*_]{{0,3}}(?:[^\W\d]{{2,10}}[.,]{{1,2}}\s)?(?P<time>{_TIME})(?![\w%])", re.VERBOSE
)
_TIME_LAST = re.compile(rf"(?:[—–·-]\s?)?(?P<time>{_TIME})(?:\s·.*)?", re.VERBOSE)
_FEWEST = 3
_MOST_LINES = 6
"""The maximum number of lines of most posts that open or close with a stamp."""
_ESCAPED = re.compile(r"\\+---")


def split_at_separators(lines: Sequence[str]) -> list[range] | None:
    """The line numbers, from 0, of each document between ``---`` lines.

    None if there is no such line. A document of blank lines only is left out.
    """
    if SEPARATOR not in lines:
        return None
    rules = (number for number, line in enumerate(chain(lines, [SEPARATOR])) if line == SEPARATOR)
    parts = (range(before + 1, after) for before, after in pairwise(chain([-1], rules)))
    return [part for part in parts if any(lines[number] for number in part)]


def unescape_rule(line: str) -> str:
    r"""A line of a document from a text in which separators are explicit: ``\---`` is a rule."""
    return line[1:] if _ESCAPED.fullmatch(line) else line


def escape_rule(line: str) -> str:
    """The opposite of :func:`unescape_rule`."""
    return f"\\{line}" if line == SEPARATOR or _ESCAPED.fullmatch(line) else line


def is_explicit(lines: Sequence[str]) -> bool:
    """Whether a text ends with a separator, so that all of them stand between documents."""
    return next((line for line in reversed(lines) if line.strip()), "") == SEPARATOR


def find_stamps(texts: Sequence[str]) -> Stamps:
    """Whether lines with a time or the URL of a post open the posts of a text, or close them.

    They open them if the first line of the text is one, and close them if the last line is one.
    They also have to stand close together: a post may end with the URL of another by chance.
    """
    if opens_with_stamp(texts[0]) and _are_dense(list(map(opens_with_stamp, texts))):
        return "open"
    if closes_with_stamp(texts[-1]) and _are_dense(list(map(closes_with_stamp, texts))):
        return "close"
    return ""


def _are_dense(are_stamps: Sequence[bool]) -> bool:
    """Whether there are several stamps, most of them a few lines apart."""
    numbers = [number for number, is_stamp in enumerate(are_stamps) if is_stamp]
    distances = [after - before for before, after in pairwise(numbers)]
    return len(numbers) >= _FEWEST and median(distances) <= _MOST_LINES


def opens_with_stamp(text: str) -> bool:
    """Whether a line starts with a time, or is the URL or the heading of a post."""
    return _OPENING.match(text) is not None


def closes_with_stamp(text: str) -> bool:
    """Whether a line is a time, or ends with the URL of a post."""
    return _CLOSING.match(text) is not None


def opening_time(text: str) -> str:
    """The time at the start of a text; empty if it starts with something else."""
    found = _TIME_FIRST.match(text)
    return found["time"].strip("[]()") if found else ""


def closing_time(text: str) -> str:
    """The time that is the last line of a text; empty if that is something else."""
    found = _TIME_LAST.fullmatch(text.rpartition("\n")[2])
    return found["time"].strip("[]()") if found else ""


def is_time_alone(text: str) -> bool:
    """Whether a line is a time and nothing else."""
    return _ALONE.match(text) is not None
