"""Values that say that a text is not public: states, and those in a field of any name."""

import re
from functools import lru_cache

from sitegen.readers.findings import Reason
from sitegen.readers.restrictions.names import finder, plain_name, without_accents
from sitegen.readers.restrictions.phrases import rule_of_phrase
from sitegen.readers.restrictions.vocabulary import ALONE, MARKS
from sitegen.readers.restrictions.words import only_for, state_of

_find_word = finder(
    (*MARKS.items(), *ALONE.items(), ("private", "donotpublish privatemessage directmessage"))
)
_LONGEST = 40
_ABOUT_READERS = re.compile(
    r"publi|pubbli|veroffentl|offentl|privat|priv[ée]|confiden|vertrau|intern|shar|partag|compart"
    r"|geteil|gedeeld|openbaar",
    re.IGNORECASE,
)
"""What a phrase on who may read a text has in it; others may be about anything."""
_BETWEEN = re.compile(r"[\s_-]")
_BEHIND_STATE = re.compile(r"\s[-–—]\s|\s*[:(]|\s(?:by|until)\s", re.IGNORECASE)
"""Between a state and more words on it."""


def reason_of_value(value: object) -> Reason | None:
    """Why a text with this value is not public, such as ``draft`` and ``nur für Mitglieder``."""
    return _reason_of(value) if isinstance(value, str) and len(value) <= _LONGEST else None


def reason_of_state(state: str) -> Reason | None:
    """Why a text in this state is not public: ``Draft (v2)``, ``Rejected by Ann``, ``no publicar``.

    None if it is, or if the state is unknown.
    """
    first = _BEHIND_STATE.split(state)[0]
    return state_of(state) or state_of(first) or reason_of_value(state)


@lru_cache(maxsize=4096)
def _reason_of(value: str) -> Reason | None:
    plain, is_phrase = plain_name(value), _BETWEEN.search(value.strip()) is not None
    if reason := _find_word(plain):
        return reason
    if (is_phrase or not plain.startswith("for")) and (reason := only_for(plain)):
        return reason
    is_about_readers = is_phrase and _ABOUT_READERS.search(without_accents(value))
    rule = rule_of_phrase(value) if is_about_readers else None
    return rule.reason if rule and rule.kind in ("mark", "flag") else None
