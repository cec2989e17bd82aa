"""Documents that are known again by their words alone, also where their pages were deleted.

As a person would, only an earlier and a later document that are like each other and nothing else
are taken for one. Parts of a series, which differ in a number, stay apart.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import islice
from typing import TypeVar

from sitegen.importer.sketches import hashes_in, similarity, sketch, words_of

_Key = TypeVar("_Key", str, int)

_MARGIN = 0.1
"""How much less alike any other document must be."""
_RAREST = 8
"""How many of a text's words lead to the documents that it is compared with."""
_MOST_PLACES = 500
"""How many documents are looked up for one word."""
_COMPARED = 20
"""With how many documents a text is compared."""
_NUMBER = re.compile(
    r".*\d.*|[ivxlcdm]+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|first|second"
    r"|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
)


def pair_by_likeness(
    earlier: Mapping[str, str],
    free: Collection[str],
    later: Mapping[int, str],
    share: float,
    words: int,
) -> dict[int, str]:
    """The places of later documents, each with the id of the earlier one that it is.

    Args:
        earlier: sketches of all earlier documents, by their ids.
        free: those of them that no later document goes on from yet.
        later: the texts of the later documents that go on from none yet, by their places.
        share: the share of their words that two must have in common.
        words: how many words that must be.
    """
    places = _places_by_word(earlier)
    of_later = {place: _likeness(sketch(text), earlier, places) for place, text in later.items()}
    of_earlier: defaultdict[str, dict[int, float]] = defaultdict(dict)
    for place, likeness in of_later.items():
        for id_, alike in likeness.items():
            of_earlier[id_][place] = alike
    found: dict[int, str] = {}
    for place, likeness in of_later.items():
        nearest = _best(likeness)
        if nearest is None or nearest not in free or likeness[nearest] < share:
            continue
        is_mutual = _best(of_earlier[nearest]) == place
        enough = similarity(earlier[nearest], sketch(later[place]), words) > 0
        if is_mutual and enough and not _is_series(later[place], earlier[nearest]):
            found[place] = nearest
    return found


def _places_by_word(earlier: Mapping[str, str]) -> Mapping[str, Sequence[str]]:
    """For each word, by its hash, the ids of the documents that have it."""
    places: defaultdict[str, list[str]] = defaultdict(list)
    for id_, words in earlier.items():
        for word in hashes_in(words):
            places[word].append(id_)
    return places


def _likeness(
    words: str, earlier: Mapping[str, str], places: Mapping[str, Sequence[str]]
) -> dict[str, float]:
    """How like a text those documents are that share some of its rarest words, by their ids."""
    known = sorted((word for word in hashes_in(words) if word in places), key=_rarity(places))
    shared = Counter(id_ for word in known[:_RAREST] for id_ in islice(places[word], _MOST_PLACES))
    return {id_: similarity(earlier[id_], words) for id_, _ in shared.most_common(_COMPARED)}


def _rarity(places: Mapping[str, Sequence[str]]) -> Callable[[str], tuple[int, str]]:
    return lambda word: (len(places[word]), word)


def _best(likeness: Mapping[_Key, float]) -> _Key | None:
    """What is most alike, and well above the second; None where nothing is."""
    ranked = sorted(likeness, key=lambda key: -likeness[key])
    if len(ranked) > 1 and likeness[ranked[0]] - likeness[ranked[1]] < _MARGIN:
        return None
    return ranked[0] if ranked else None


def _is_series(text: str, words: str) -> bool:
    """Whether a text has a number that the sketched one has not."""
    known = hashes_in(words)
    news = (word for word in words_of(text) if not hashes_in(sketch(word)) <= known)
    return any(_NUMBER.fullmatch(word) for word in news)
