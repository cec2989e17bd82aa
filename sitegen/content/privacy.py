"""Which keys of a header hold its page back, whatever other generators call them.

``draft`` and ``hidden`` are sitegen's own. Jekyll and Ghost write ``published: false``, Obsidian
Publish ``publish: false``, exports from WordPress and Ghost ``status: draft`` or ``visibility:
private``.
"""

from collections.abc import Mapping

OWN_KEYS = ("draft", "hidden")
"""In any case of letters: ``Draft`` is ``draft``."""
_MUST_BE_TRUE = ("published", "publish", "public")
_MUST_BE_FALSE = ("private", "unpublished")
_NO = {"false", "no", "off", "0", "n"}
_YES = {"true", "yes", "on", "1", "y"}
_PRIVATE_WORDS = {
    "draft",
    "private",
    "pending",
    "unpublished",
    "scheduled",
    "trash",
    "hidden",
    "members",
    "paid",
    "followers",
    "direct",
}


class DoubledPrivacyError(Exception):
    """Two keys that differ only in case: which of them counts is unclear."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__(first, second)
        self.first = first
        self.second = second


def own_spelling(header: Mapping[str, object]) -> dict[str, str]:
    """How a header spells the keys of ``OWN_KEYS``, those that it has.

    Raises:
        DoubledPrivacyError: it has two spellings of one.
    """
    spellings: dict[str, str] = {}
    for key in header:
        own = key.strip().lower()
        if own not in OWN_KEYS:
            continue
        if own in spellings:
            raise DoubledPrivacyError(spellings[own], key)
        spellings[own] = key
    return spellings


def is_held_back(header: Mapping[str, object]) -> bool:
    """Whether a key that another generator knows says that the page is not to be published."""
    return any(_holds_back(key.strip().lower(), value) for key, value in header.items())


def _holds_back(key: str, value: object) -> bool:
    word = str(value).strip().lower()
    if key in _MUST_BE_TRUE:
        return word in _NO
    if key in _MUST_BE_FALSE:
        return word in _YES
    return key in ("status", "visibility") and word in _PRIVATE_WORDS
