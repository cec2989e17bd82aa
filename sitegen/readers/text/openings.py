"""Learns from a first reading of a text how its posts begin.

Lines that begin alike, with the same sign or the same word, begin posts alike: where most lines
that start with a picture begin a post, the others probably do, too. That is self-training: what is
learned is of one text alone.
"""

import re
from collections.abc import Hashable, Iterable, Sequence

import numpy as np

from sitegen.readers.text.line_words import Floats, Integers

_PRIOR = 10.0
"""How many lines the average of all lines is worth, where few begin alike."""
_WEIGHTS = {"kind": 1.2, "word": 0.8}
_MOST = 3.0
_LEAST_ODDS, _MOST_ODDS = 0.001, 0.999
_KIND = re.compile(r"(#{1,6})\s|(!\[)|(\[)|(>)|(\*\*)|([-*+] )|(\d+[.)] )|(<)|(`)|(@)")
_WORD = re.compile(r"\s*(?:(https?://)|(\d)|(\w+)|(\S))")
_FIRST_SIGN = "\u2000"
"""Signs from here on are all of one kind, as an emoji is as good as another."""


def learn_openings(texts: Sequence[str], blanks: Sequence[int], cuts: Floats) -> Floats:
    """The log-odds that add to a boundary before each line.

    Args:
        texts: the lines.
        blanks: how many blank lines stand before each.
        cuts: the probability of a boundary before each.
    """
    gaps = np.minimum(blanks, 2)
    usual = np.array(
        [cuts[gaps == kind].mean() if (gaps == kind).any() else 0.5 for kind in range(3)]
    )
    expected = usual[gaps]
    learned = _WEIGHTS["kind"] * _excess(map(_kind_of, texts), expected, cuts)
    learned += _WEIGHTS["word"] * _excess(map(_word_of, texts), expected, cuts)
    learned[0] = 0.0
    clipped: Floats = np.clip(learned, -_MOST, _MOST)
    return clipped


def _excess(keys: Iterable[Hashable], expected: Floats, cuts: Floats) -> Floats:
    """How much likelier than usual a boundary is before other lines of the same key, as log-odds.

    The lines next to each other are no evidence, as they may be of one list.
    """
    numbers: dict[Hashable, int] = {}
    group = np.array([numbers.setdefault(key, len(numbers)) for key in keys])
    found = _of_others(group, cuts) + _PRIOR * expected
    usual = _of_others(group, expected) + _PRIOR * expected
    count = _of_others(group, np.ones(len(cuts))) + _PRIOR
    return _log_odds(found / count) - _log_odds(usual / count)


def _of_others(group: Integers, values: Floats) -> Floats:
    """For each line, the sum of the values of the others of its group but the two next to it."""
    counted = np.append(0.0, values[1:])  # no boundary is before the first line
    others: Floats = np.bincount(group, counted)[group] - counted
    is_same = group[1:] == group[:-1]
    others[1:] -= np.where(is_same, counted[:-1], 0.0)
    others[:-1] -= np.where(is_same, counted[1:], 0.0)
    return others


def _log_odds(probabilities: Floats) -> Floats:
    clipped = np.clip(probabilities, _LEAST_ODDS, _MOST_ODDS)
    odds: Floats = np.log(clipped / (1 - clipped))
    return odds


def _kind_of(text: str) -> Hashable:
    """The kind of sign or letter with which a line begins."""
    if found := _KIND.match(text):
        return found.lastindex, len(found[1] or "")
    first = text[0]
    if not first.isalnum():
        return min(first, _FIRST_SIGN)
    return first.isupper(), first.isdigit()


def _word_of(text: str) -> Hashable:
    """The word or sign with which a line begins; numbers and addresses are alike."""
    found = _WORD.match(text)
    if found is None or found.lastindex in (1, 2):
        return found and found.lastindex
    return found[0].strip().lower()
