"""Recognises edited documents by their words alone, also if their pages were deleted.

An earlier and a later document match only if each is the other's best match by a clear margin.
Parts of a series, which differ in a number, never match.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import islice
from typing import TypeVar

from sitegen.importer.sketches import hashes_in, lacks, similarity, sketch, words_of

_Key = TypeVar("_Key", str, int)

_MARGIN = 0.1
"""By how much the best match must exceed the second."""
_RAREST = 8
"""How many of a text's rarest words are used to find candidates."""
_MOST_CANDIDATES = 500
"""The most candidates for one word."""
_COMPARED = 20
"""The most documents that a text is compared with."""
_NUMBER = re.compile(
    r".*\d.*|[ivxlcdm]+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|first|second"
    r"|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
)


def match_by_words(
    earlier: Mapping[str, str],
    free: Collection[str],
    later: Mapping[int, str],
    share: float,
    words: int,
) -> dict[int, str]:
    """Matches later documents with earlier ones; returns the earlier id by the later index.

    Args:
        earlier: the sketches of all earlier documents, by id.
        free: the ids of earlier documents that are not matched yet.
        later: the texts of the later documents that are not matched yet, by index.
        share: the share of words that two documents must have in common.
        words: the number of words that they must have in common.
    """
    by_word = _index_by_word(earlier)
    of_later = {index: _similarities(text, earlier, by_word) for index, text in later.items()}
    of_earlier: defaultdict[str, dict[int, float]] = defaultdict(dict)
    for index, similarities in of_later.items():
        for id_, value in similarities.items():
            of_earlier[id_][index] = value
    matches: dict[int, str] = {}
    for index, similarities in of_later.items():
        nearest = _best(similarities)
        if nearest is None or nearest not in free or similarities[nearest] < share:
            continue
        is_mutual = _best(of_earlier[nearest]) == index
        enough = similarity(earlier[nearest], sketch(later[index]), words) > 0
        if is_mutual and enough:
            matches[index] = nearest
    return matches


def _index_by_word(earlier: Mapping[str, str]) -> Mapping[str, Sequence[str]]:
    """An inverted index: for each word hash, the ids of the documents that have it."""
    by_word: defaultdict[str, list[str]] = defaultdict(list)
    for id_, words in earlier.items():
        for word in hashes_in(words):
            by_word[word].append(id_)
    return by_word


def _similarities(
    text: str, earlier: Mapping[str, str], by_word: Mapping[str, Sequence[str]]
) -> dict[str, float]:
    """The similarity of a text to the documents that share its rarest words, by id.

    Other parts of its series do not count, however similar: they lack a number that it has.
    """
    words = sketch(text)
    known = sorted((word for word in hashes_in(words) if word in by_word), key=_rarity(by_word))
    shared = Counter(
        id_ for word in known[:_RAREST] for id_ in islice(by_word[word], _MOST_CANDIDATES)
    )
    numbers = {word for word in words_of(text) if _NUMBER.fullmatch(word)}
    return {
        id_: similarity(earlier[id_], words)
        for id_, _ in shared.most_common(_COMPARED)
        if not any(lacks(earlier[id_], number) for number in numbers)
    }


def _rarity(by_word: Mapping[str, Sequence[str]]) -> Callable[[str], tuple[int, str]]:
    return lambda word: (len(by_word[word]), word)


def _best(similarities: Mapping[_Key, float]) -> _Key | None:
    """The key of the highest similarity; None if it does not exceed the second by the margin."""
    ranked = sorted(similarities, key=lambda key: -similarities[key])
    if len(ranked) > 1 and similarities[ranked[0]] - similarities[ranked[1]] < _MARGIN:
        return None
    return ranked[0] if ranked else None
