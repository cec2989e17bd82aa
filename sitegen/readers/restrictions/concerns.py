"""What the name of a field is about: who reads a text, its state, leave to publish it, or a limit.

A name counts if each of its words is known: ``ok_to_print`` is about leave, ``approved_budget`` is
not. What a value of such a field means, other values of it tell: beside “anyone”, “the choir” names
readers; beside “Blog”, it is a title.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Literal

from sitegen.readers.dates import date_of_value
from sitegen.readers.detection.names import names_in
from sitegen.readers.restrictions.answers import is_no, is_yes
from sitegen.readers.restrictions.names import finder, plain_name, respelled, without_accents
from sitegen.readers.restrictions.value_words import words_in
from sitegen.readers.restrictions.vocabulary import NEUTRAL, PAGES
from sitegen.readers.restrictions.words import (
    PUBLISHED_TOO,
    is_for_everybody,
    is_nothing,
    is_public,
)

Concern = Literal["limit", "leave", "state", "readers", "place"]

_WORDS: Mapping[Concern, str] = {
    "limit": r"""
        embargo\w* exclusiv\w* paywall\w* (?:un)?lock locked (?:log|sign)in early gated? gate
        spiked withdrawn pulled killed shelved quarantined? incognito opted optout optedout hold
        held hid(?:e|den) archived expired retired removed blocked suspended offline perks?
        tiers? member\w* subscri\w+ patrons? backers? restrict\w* limit(?:ed)?
        sperre gesperrt nur seulement solo limites? exclu\w*
    """,
    "leave": r"""
        consent\w* agree\w* approv\w* clear(?:ed|ance)? listed releas\w+ sign(?:ed|off)?
        publish(?:ed|able)? print live unlocked web website accessible visible viewable readable
        authori[sz]\w+ einwillig\w* zustimm\w* freigabe freigegeben einverst\w* genehm\w* erlaub\w*
        accord autoris\w+ autoriz\w+ toestemming consens\w* permesso permiso
    """,
    "state": r"""
        state status stages? phase maturity queue moderat\w+ review\w* workflow stand stadium
        environment estado statut stato fase
    """,
    "readers": r"""
        audiences? reader\w* viewer\w* visitors? guests? visib\w+ access\w* permissions? privacy
        circles? reach scope distribution circulation perms? recipients? addressees? secrecy
        confidential\w* sensitivity classification tlp who whom share[ds]? sharing posted
        appears? shown broadcast join(?:ing)? policy leser\w* sichtbar\w* zugriff\w* vertraulich\w*
        wer wem fur lezers? lect(?:eur|or)\w* lettor\w* quien(?:es)? qui quem chi
    """,
    "place": """
        board room space workspace channel network group list lists section area use usage
    """,
}
"""The words that tell what a name is about, the most telling first."""
_find_concern = finder(_WORDS.items())
_NEUTRAL = names_in(
    f"""
    {NEUTRAL}
    an have had did could off out up or me go goes going get gets put ahead view views read reads
    see sees seen only all any not no date time outcome result decision verdict copyright display
    until till since before after step directory index search sitemap level levels type kind class
    mode form wall code key settings options meta texts publication rights public private internal
    external free anonymous user users people groups editor editorial author legal peer notebook
    journal liegt vor sehen lesen del di lo leer ver ven pueden lire voir peuvent
    """
)
"""Words that say nothing about what a name is about."""
_NAMES = names_in("name title slug id ids description label url link at")
"""Words for what names a thing, or says when: the last one of a name tells."""
_WORD = re.compile(r"[A-Z]?[^\W\dA-Z_]+|[A-Z]+(?![a-z])")
_OPEN: Mapping[Concern, str] = {
    "limit": "nothing no open free everyone",
    "leave": r"""
        sure granted given signed agreed approved released release cleared allow(?:ed)? obtained
        onfile erteilt liegtvor accorde ok okay ofcourse gladly
    """,
    "state": """
        final shown production printed released release approved cleared accepted public out
        erschienen
    """,
    "readers": "unlimited allow allowed internet external open",
    "place": f"open internet external {PAGES}",
}
"""Words that say that a text is for all, beside those that do in any field of the kind."""
_OPEN_FINDERS = {concern: finder([(True, words)]) for concern, words in _OPEN.items()}
_OF_GOODS = names_in("worldwide")
"""Words that tell more often where something is found."""
_ALONE = names_in("early hold held lock print list use usage area section restriction restrictions")
"""Words that are about something else if they are the whole name."""
_AROUND = names_in("the general to for on in at large can may see read it all whole and web world")
"""Words around “public” and the like; others say what is public, as in “public transport”."""
_DENIED = re.compile(r"\b(?:not|no|non|nicht|never|un|kein\w*)\b", re.IGNORECASE)
_LONGEST = 40
_BEFORE = re.compile(r"[/#:]")
_BEHIND = re.compile(r"\s*\(")
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_BETWEEN = re.compile(r"[\W_]+")


@lru_cache(maxsize=4096)
def concern_of(name: str) -> Concern | None:
    """What a field is about, as the words of its name say; None if one of them is unknown.

    Args:
        name: the name, also of a field in a table: ``settings.readers``.
    """
    words = [word.casefold() for word in _WORD.findall(without_accents(name))]
    if not words or words[-1] in _NAMES or (len(words) == 1 and words[0] in _ALONE):
        return None
    told = {word: _find_concern(word) or _find_concern(respelled(word)) for word in words}
    if not all(concern or word in _NEUTRAL for word, concern in told.items()):
        return None
    return next((concern for concern in _WORDS if concern in told.values()), None)


def is_open(concern: Concern, value: object) -> bool:
    """Whether a value of such a field says that a text is for everybody.

    Args:
        concern: what the field is about.
        value: its value, which is not empty.
    """
    if is_yes(value) or is_no(value):
        return is_no(value) if concern == "limit" else is_yes(value)
    if concern in ("leave", "limit") and date_of_value(value):
        return True  # if it is to come, or the day of a removal, its name tells
    return any(_is_open_word(concern, word) for word in words_in(value))


@lru_cache(maxsize=4096)
def _is_open_word(concern: Concern, word: str) -> bool:
    if _DENIED.search(word) and not is_nothing(word):
        return False
    forms = (word, _BEFORE.split(word)[-1], _BEHIND.split(word)[0], _ARTICLE.sub("", word))
    return any(_says_open(concern, form) for form in forms) or _has_everybody(word)


def _says_open(concern: Concern, word: str) -> bool:
    plain = plain_name(word)
    if _OPEN_FINDERS[concern](plain):
        return True
    if concern == "state":
        return plain in PUBLISHED_TOO
    if concern == "place":
        return is_for_everybody(word)
    return is_public(word) and plain not in _OF_GOODS


def _has_everybody(word: str) -> bool:
    """Whether a phrase names everybody and nothing else: “the general public”."""
    parts = [part for part in _BETWEEN.split(word.casefold()) if part not in _AROUND]
    return bool(parts) and all(map(is_for_everybody, parts))


def are_telling(concern: Concern, values: Sequence[object]) -> bool:
    """Whether values are a few words, or answers to a question; not numbers or sentences."""
    is_asked = concern not in ("readers", "place")
    return all(is_asked if is_yes(v) or is_no(v) else _is_short(v) for v in values)


def _is_short(value: object) -> bool:
    words = words_in(value) if isinstance(value, str | list | dict) else []
    return bool(words) and not any(map(str.isdecimal, words)) and max(map(len, words)) <= _LONGEST
