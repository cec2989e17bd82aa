"""Recognises keys that keep a page unpublished, including those of other generators.

``draft``, ``hidden`` and a ``date`` in the future are sitegen's own. Jekyll and Ghost write
``published: false``, Obsidian Publish ``publish: false``, exports from WordPress and Ghost
``status: draft`` or ``visibility: private``. Zola writes ``render: false``, Hugo
``build: {render: never}``, Eleventy ``permalink: false``, Docusaurus ``unlisted: true``, and Hexo
gives a page a ``password``.
"""

import functools
import re
import unicodedata
from collections.abc import Iterator, Mapping

FLAGS = ("draft", "hidden")
OWN_KEYS = (*FLAGS, "date")
"""In any case of letters: ``Draft`` is ``draft``. A date in the future holds a page back."""
_MUST_BE_TRUE = ("published", "publish", "public")
_MUST_BE_RENDERED = ("render", "permalink")
_MUST_BE_FALSE = ("private", "unpublished", "draft", "unlisted", "hide")
_MUST_BE_EMPTY = ("password",)
_STATES = ("status", "state", "visibility", "access")
_TELLING = frozenset(
    {*_MUST_BE_TRUE, *_MUST_BE_RENDERED, *_MUST_BE_FALSE, *_MUST_BE_EMPTY, *_STATES}
)
_NESTED = ("draft", "hidden", "private", "unpublished", "published", "publish", "render")
"""Keys that count within other values, too."""
_PREFIX = re.compile(r"(?:is|post|wp|dg)(?=draft|hidden|private|publi|status)")
_SEPARATORS = re.compile(r"[\s_-]+")
MERGE = "<<"
"""The merge key of YAML 1.1: the keys of another mapping count as those of this one."""
_AROUND_KEYS = " \t\"'\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb"
"""Spaces, and the quotation marks that word processors put for straight ones."""
_KEPT_KEYS = 256
"""The pages of a digest have few different keys, which are compared once."""
_NO = {"false", "no", "off", "0", "n"}
_NEVER = {"false", "never"}
_YES = {"true", "yes", "on", "1", "y"}
_PRIVATE_WORDS = {
    *("draft", "auto-draft", "private", "unpublished", "hidden", "unlisted", "confidential"),
    *("pending", "future", "scheduled", "wip", "trash", "trashed", "deleted"),
    *("members", "paid", "tiers", "subscribers", "followers", "friends", "direct"),
}


class DuplicatePrivacyKeyError(Exception):
    """Two keys differ only in case, so that it is unclear which one counts."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__(first, second)
        self.first = first
        self.second = second


def own_spelling(header: Mapping[str, object]) -> dict[str, str]:
    """How a header spells the keys of ``OWN_KEYS``, those that it has.

    Raises:
        DuplicatePrivacyKeyError: it has two spellings of one key.
    """
    spellings: dict[str, str] = {}
    for key in header:
        own = _plain(key)
        if own not in OWN_KEYS:
            continue
        if own in spellings:
            raise DuplicatePrivacyKeyError(spellings[own], key)
        spellings[own] = key
    return spellings


def is_held_back(header: Mapping[str, object]) -> bool:
    """Whether a key that another generator knows says that the page is not to be published.

    So does ``draft: true`` in a table of TOML, where a key belongs to the table that it follows.
    """
    for key, value in header.items():
        bare = bare_key(key)
        if bare in _TELLING and _holds_back(bare, value):
            return True
        if not isinstance(value, str) and any(
            _table_holds_back(table, is_merged=key == MERGE) for table in tables_in(value)
        ):
            return True
    return False


@functools.lru_cache(maxsize=_KEPT_KEYS)
def _plain(key: str) -> str:
    """The key in small letters of one width, without what shows nothing."""
    shown = (c for c in unicodedata.normalize("NFKC", key) if unicodedata.category(c) != "Cf")
    return "".join(shown).strip(_AROUND_KEYS).lower()


@functools.lru_cache(maxsize=_KEPT_KEYS)
def bare_key(key: str) -> str:
    """The key in small letters, without separators and prefixes such as ``is`` and ``post``."""
    return _PREFIX.sub("", _SEPARATORS.sub("", _plain(key)))


def tables_in(value: object) -> Iterator[Mapping[object, object]]:
    """The mapping that a value is, or those that it lists."""
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, Mapping):
            yield item


def _table_holds_back(table: Mapping[object, object], *, is_merged: bool) -> bool:
    header = {str(key): value for key, value in table.items()}
    if is_merged:
        return is_held_back(header) or header.get("hidden") is True
    return any(_holds_back_within(bare_key(key), value) for key, value in header.items())


def _holds_back_within(key: str, value: object) -> bool:
    """The rules for a key within another value are stricter, as it may be about something else."""
    if key in _NESTED and (isinstance(value, bool) or key == "render"):
        return value is True if key == "hidden" else _holds_back(key, value)
    return not isinstance(value, str) and any(
        _table_holds_back(table, is_merged=False) for table in tables_in(value)
    )


def _holds_back(key: str, value: object) -> bool:
    if isinstance(value, list):
        return any(_holds_back(key, item) for item in value)
    word = str(value).strip().lower()
    if key in _MUST_BE_TRUE:
        return word in _NO
    if key in _MUST_BE_RENDERED:
        return word in _NEVER
    if key in _MUST_BE_FALSE:
        return word in _YES
    if key in _MUST_BE_EMPTY:
        return value not in (None, "", False)
    return key in _STATES and word in _PRIVATE_WORDS
