"""What the words of the vocabulary mean: the state of a text, and the people who may read it."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from sitegen.readers.findings import Reason
from sitegen.readers.restrictions import vocabulary
from sitegen.readers.restrictions.names import (
    finder,
    plain_name,
    plain_names,
    respelled,
    without_accents,
)
from sitegen.readers.restrictions.vocabulary import (
    ALONE,
    FORMS,
    GROUPS,
    LINKS,
    MARKS,
    STAGES,
    STATES,
)

YES = plain_names(vocabulary.YES)
NO = plain_names(vocabulary.NO)
PUBLISHED = plain_names(vocabulary.PUBLISHED)
PUBLISHED_TOO = PUBLISHED | plain_names(vocabulary.PUBLISHED_TOO)
FINISHED = plain_names(vocabulary.FINISHED)

_ENUM = re.compile(
    r"^(?:(?:POST|CIRCLE|VISIBILITY|PRIVACY|AUDIENCE|ACCESS|SHARE|SHARING|STATUS|STATE|LEVEL|TYPE"
    r"|SCOPE|MODE|SETTINGS?|KIND|OPTION|VALUE|WHO|CAN|VIEW|SEE|READ|SHARED|WITH|TO)_)+"
)
"""What stands before the word in ``VISIBILITY_PUBLIC``, as in enumerations of Protocol Buffers."""
_BEFORE = re.compile(
    r"^(?:in|en|em|im|als|as|a|still|noch|nog|encore|aun|todavia|ainda|ancora|only|just)[\s_-]+",
    re.IGNORECASE,
)
"""What may stand before the word of a state: ``in bozza``."""


def _either(names: str) -> str:
    return "|".join(names.split())


def _only_rows() -> Iterator[tuple[Reason, str]]:
    """Patterns of “only” and a group, as names of fields and as values."""
    after, before = map(_either, vocabulary.ONLY)
    groups: Mapping[Reason, str] = {
        "paid": GROUPS["paid"],
        "followers only": GROUPS["followers only"] + vocabulary.ADDRESSED,
        "private": GROUPS["private"] + GROUPS["not public"],
    }
    for reason, names in groups.items():
        who = _either(names)
        yield reason, f"(?:{who})(?:use)?(?:only|{after}) (?:{before})(?:{who})"


def _group_rows() -> Iterator[tuple[Reason, str]]:
    for reason, names in GROUPS.items():
        who = _either(names)
        yield reason, f"(?:{who})(?:only)? only(?:for)?(?:{who}) for(?:{who})"


_STATE_ROWS = [row for table in (MARKS, ALONE, STATES, STAGES) for row in table.items()]
_find_state = finder((*_STATE_ROWS, *FORMS.items(), *LINKS.items()))
_PAYING: tuple[Reason, str] = ("paid", vocabulary.PAYING)
_find_group = finder((_PAYING, *_STATE_ROWS, *_group_rows()))
_find_link = finder(LINKS.items())
ONLY = dict(_only_rows())
only_for = finder(ONLY.items())
"""Why a text is not public whose field has a name such as ``staffonly``, and is true."""
_is_everybody = finder([(True, vocabulary.EVERYBODY)])
_is_open = finder([(True, vocabulary.EVERYBODY), (True, vocabulary.OPEN)])
_is_open_in_enum = finder([(True, vocabulary.EVERYBODY), (True, vocabulary.OPEN_IN_ENUMS)])
_NOTHING = plain_names(vocabulary.NOTHING)


@lru_cache(maxsize=1024)
def state_of(word: str) -> Reason | None:
    """Why a text in this state, such as ``In Arbeit``, is not public; None if it is, or unknown."""
    word = _ENUM.sub("", word)
    plain = plain_name(word)
    shorter = plain_name(_BEFORE.sub("", without_accents(word.strip())))
    return _find_state(plain) or _find_state(respelled(plain)) or _find_state(shorter)


def is_nothing(word: str) -> bool:
    """Whether a word says “none”: nobody, or no restriction."""
    return plain_name(word) in _NOTHING


@lru_cache(maxsize=1024)
def is_for_everybody(word: str) -> bool:
    """Whether a word says that everybody may read a text, whatever the name of its field is."""
    return bool(_is_everybody(plain_name(_ENUM.sub("", word))))


@lru_cache(maxsize=1024)
def is_public(word: str) -> bool:
    """Whether a word says that everybody may read a text, or that nothing restricts it.

    ``VISIBILITY_NONE`` and ``SHARED_WITH_NONE`` mean nobody, whatever “none” alone means.
    """
    plain, inner = plain_name(word), plain_name(_ENUM.sub("", word))
    return bool(_is_open(plain) or _is_open(respelled(plain)) or _is_open_in_enum(inner))


def is_published_state(state: str) -> bool:
    """Whether a state is that of a published text, or begins with such: “published,featured”."""
    words = (state, *re.split(r"[\s,;|]+", state)[:1])
    return is_public(state) or any(plain_name(word) in PUBLISHED_TOO for word in words)


@lru_cache(maxsize=1024)
def group_of(word: str) -> Reason | None:
    """Why a text for this group of people is not public, such as ``members``; None if unknown."""
    plain = plain_name(_ENUM.sub("", word))
    return _find_link(plain) or group_named(plain) or only_for(plain)


@lru_cache(maxsize=1024)
def group_named(word: str) -> Reason | None:
    """Likewise, of a single word, without “only” and the like in other languages."""
    plain = plain_name(word)
    return _find_group(plain) or _find_group(respelled(plain))
