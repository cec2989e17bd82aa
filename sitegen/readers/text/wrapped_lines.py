"""Joins paragraphs that were hard-wrapped at a fixed width, as in an e-mail."""

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise

from sitegen.text.sentences import is_abbreviated

_WIDTHS = range(45, 101)
_WITHIN = re.compile(r"(?:^|\s)(?!https?://|[#@])\S*[^\W\d_]$")
"""The last word of a line that is not at the end of a sentence, and no link or hashtag."""
_FEWEST_FLOWING = 2
_FEWEST_JOINTS = 6
_MOST_WIDTHS = 3
_STOP = re.compile(r"""[.!?…:;][\s"'”’»)\]]*$""")


def group_wrapped(lines: Sequence[str]) -> Iterator[range]:
    """Groups the numbers, from 0, of the lines that are not blank.

    A group is one line, or the lines of a hard-wrapped paragraph: each but the last has no room
    for the first word of the next.
    """
    widths = _wrap_widths(lines, _joints(lines))
    for group in _groups(lines, widths):
        yield from _confirmed(lines, group)


def _groups(lines: Sequence[str], widths: Sequence[int]) -> Iterator[range]:
    first = None
    for number, (line, following) in enumerate(pairwise(chain(lines, [""]))):
        if not line:
            continue
        if first is None:
            first = number
        if not (following and any(_is_wrapped(line, following, width) for width in widths)):
            yield range(first, number + 1)
            first = None


def _joints(lines: Sequence[str]) -> "array[int]":
    """The numbers of the lines that another follows without a blank line."""
    pairs = enumerate(pairwise(lines))
    return array("q", (number for number, (line, following) in pairs if line and following))


def _wrap_widths(lines: Sequence[str], joints: Sequence[int]) -> list[int]:
    """The widths at which sentences keep continuing on the next line, in all of a text or a part.

    Several essays of one text may be wrapped at different widths.
    """
    flowing = [n for n in joints if _flows(lines[n], lines[n + 1])]
    width, votes = _favourite(lines, flowing)
    wrapped = _count_wrapped(lines, joints, width)
    found = [width] if votes >= max(3, 0.3 * len(flowing), 0.5 * wrapped) else []
    return [*found, *_widths_of_runs(lines, joints, found)]


def _favourite(lines: Sequence[str], joints: Iterable[int]) -> tuple[int, int]:
    """The width at which most of these lines may be wrapped, and how many those are."""
    widths: Counter[int] = Counter()
    for number in joints:
        least, most = _possible_widths(lines, number)
        widths.update(range(max(least, _WIDTHS[0]), min(most, _WIDTHS[-1]) + 1))
    width = max(_WIDTHS, key=lambda width: widths[width])
    return width, widths[width]


def _possible_widths(lines: Sequence[str], number: int) -> tuple[int, int]:
    """The least and the greatest width at which a line may be wrapped."""
    width = len(lines[number])
    return width, width + len(_first_word(lines[number + 1]))


def _count_wrapped(lines: Sequence[str], joints: Iterable[int], width: int) -> int:
    return sum(_is_wrapped(lines[n], lines[n + 1], width) for n in joints)


def _wrapped_runs(lines: Sequence[str], joints: Sequence[int]) -> Iterator[Sequence[int]]:
    """Lines in a row that may be wrapped at one width, and mostly continue sentences."""
    first = stop = 0
    low, high = 0, _WIDTHS[-1]
    for stop, number in enumerate(joints):
        least, most = _possible_widths(lines, number)
        follows = stop > first and lines[joints[stop - 1] + 1] is lines[number]
        if follows and max(low, least) <= min(high, most):
            low, high = max(low, least), min(high, most)
            continue
        if _mostly_flow(lines, joints[first:stop]):
            yield joints[first:stop]
        first = stop
        low, high = least, most
    if _mostly_flow(lines, joints[first:]):
        yield joints[first:]


def _mostly_flow(lines: Sequence[str], run: Sequence[int]) -> bool:
    flowing = sum(_flows(lines[number], lines[number + 1]) for number in run)
    return flowing >= _FEWEST_FLOWING and 2 * flowing >= len(run)


def _widths_of_runs(
    lines: Sequence[str], joints: Sequence[int], known: Sequence[int]
) -> Iterator[int]:
    """The widths of runs that are not wrapped at a known width, if most such lines are in runs."""
    runs = _wrapped_runs(lines, joints)
    left = [run for run in runs if not any(_fits(lines, run, width) for width in known)]
    for _ in range(_MOST_WIDTHS):
        width, votes = _favourite(lines, (number for run in left for number in run))
        if votes < max(_FEWEST_JOINTS, 0.5 * _count_wrapped(lines, joints, width)):
            return
        yield width
        left = [run for run in left if not _fits(lines, run, width)]


def _fits(lines: Sequence[str], run: Iterable[int], width: int) -> bool:
    return all(_is_wrapped(lines[number], lines[number + 1], width) for number in run)


def _confirmed(lines: Sequence[str], group: range) -> Iterable[range]:
    """The group if most of its lines stop within a sentence, otherwise a group for each line."""
    if len(group) == 1:
        return [group]
    flowing = sum(_is_broken(lines[number], lines[number + 1]) for number in group[:-1])
    is_one = 2 * flowing >= len(group) - 1
    return [group] if is_one else (range(number, number + 1) for number in group)


def _is_wrapped(line: str, following: str, width: int) -> bool:
    room = width - len(line)
    return 0 <= room <= len(_first_word(following)) and not following[:1].isspace()


def _flows(line: str, following: str) -> bool:
    """Whether a sentence continues from one line to the next."""
    return following[:1].islower() and not _STOP.search(line)


def _is_broken(line: str, following: str) -> bool:
    """Whether a line of a text of wrapped lines stops within a sentence, or before a name."""
    if line.endswith(".") and is_abbreviated(line, len(line) - 1, len(line)):
        return True
    return _flows(line, following) or _WITHIN.search(line) is not None


def _first_word(line: str) -> str:
    return line.split(maxsplit=1)[0] if line else ""
