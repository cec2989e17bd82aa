"""Fields that say who may read a text, whatever their names are: some records have “public” there.

A record that has another word in such a field is not plainly public.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice

from sitegen.readers.findings import Reason
from sitegen.readers.records.roles import unwrapped
from sitegen.readers.records.selection import unknown_fields
from sitegen.readers.restrictions import group_of, is_public, is_yes, plain_name

_EXAMINED = 200
_EVERYBODY = frozenset(
    {"public", "everyone", "everybody", "anyone", "offentlich", "alle", "furalle", "publico"}
    | {"publica", "publique", "todos", "tous", "toutlemonde", "pubblico", "pubblica", "tutti"}
    | {"openbaar", "iedereen"}
)
_WRITTEN = re.compile(
    r'"(?:public|everyone|everybody|anyone|(?:ö|\\u00f6)ffentlich|(?:für )?alle|publique'
    r'|p(?:ú|u|\\u00fa)blic[oa]|todos|tous|tout le monde|pubblic[oa]|tutti|openbaar|iedereen)"',
    re.IGNORECASE,
)


def may_have_audience_fields(start: str) -> bool:
    """Whether a field of JSON says “public”, as the start of a file shows."""
    return _WRITTEN.search(start) is not None


def audience_fields(records: Iterable[object]) -> frozenset[str]:
    """The fields with unknown names that say “public” in one of the first records."""
    found: set[str] = set()
    for item in islice(records, _EXAMINED):
        record = unwrapped(item) if isinstance(item, dict) else {}
        found.update(name for name in unknown_fields(tuple(record)) if _is_public(record[name]))
    return frozenset(found)


def reasons_of_audience(record: Mapping[str, object], fields: Collection[str]) -> Iterator[Reason]:
    """Each reason why a record is not public, as such fields say; none if it may be."""
    for name in fields:
        value = record.get(name)
        values = value if isinstance(value, list) else [value]
        words = [word for word in values if isinstance(word, str) and word.strip()]
        if words and not any(map(_is_for_all, words)):
            yield from [group for word in words if (group := group_of(word))] or ["not public"]


def _is_for_all(word: str) -> bool:
    return is_public(word) or is_yes(word) or _is_public(word)


def _is_public(value: object) -> bool:
    return isinstance(value, str) and len(value) < 20 and plain_name(value) in _EVERYBODY
