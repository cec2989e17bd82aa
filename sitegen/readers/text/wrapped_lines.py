"""Joins paragraphs that were hard-wrapped at a fixed width, as in an e-mail."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

_WIDTHS = range(45, 101)
_STOP = re.compile(r"""[.!?…:;][\s"'”’»)\]]*$""")


def group_wrapped(lines: Sequence[str]) -> list[list[int]]:
    """Groups the numbers, from 0, of the lines that are not blank.

    A group is one line, or the lines of a hard-wrapped paragraph: each but the last has no room
    for the first word of the next.
    """
    filled = [number for number, line in enumerate(lines) if line]
    width = _wrap_width(lines, filled)
    groups: list[list[int]] = []
    for number in filled:
        previous = groups[-1][-1] if groups else None
        follows = width > 0 and previous is not None and number == previous + 1
        if follows and _is_wrapped(lines[number - 1], lines[number], width):
            groups[-1].append(number)
        else:
            groups.append([number])
    return [part for group in groups for part in _confirmed(lines, group)]


def _wrap_width(lines: Sequence[str], filled: Sequence[int]) -> int:
    """The width at which sentences keep continuing on the next line; 0 if there is none."""
    pairs = [
        (lines[number], lines[following])
        for number, following in pairwise(filled)
        if following == number + 1
    ]
    flowing = [(line, following) for line, following in pairs if _flows(line, following)]
    widths: Counter[int] = Counter()
    for line, following in flowing:
        widths.update(range(len(line), len(line) + 1 + len(_first_word(following))))
    width = max(_WIDTHS, key=lambda width: widths[width])
    joints = sum(_is_wrapped(line, following, width) for line, following in pairs)
    enough = widths[width] >= max(3, 0.3 * len(flowing), 0.5 * joints)
    return width if enough else 0


def _confirmed(lines: Sequence[str], group: list[int]) -> list[list[int]]:
    """The group if most of its lines continue a sentence, otherwise a group for each line."""
    flowing = sum(_flows(lines[number], lines[following]) for number, following in pairwise(group))
    return [group] if 2 * flowing >= len(group) - 1 else [[number] for number in group]


def _is_wrapped(line: str, following: str, width: int) -> bool:
    room = width - len(line)
    return 0 <= room <= len(_first_word(following)) and not following[0].isspace()


def _flows(line: str, following: str) -> bool:
    """Whether a sentence continues from one line to the next."""
    return following[0].islower() and not _STOP.search(line)


def _first_word(line: str) -> str:
    return line.split(maxsplit=1)[0]
