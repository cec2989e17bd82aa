"""The dates from which and until which a page is published, by keys of other generators.

Hugo writes ``publishDate`` and ``expiryDate``, and also reads ``pubdate``, ``published`` and
``unpublishdate`` (https://gohugo.io/configuration/front-matter/). In keys, case, spaces, hyphens
and underscores do not matter.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import NamedTuple

from sitegen.content.front_matter.privacy import MERGE, bare_key, tables_in

_START_KEYS = frozenset(
    {"publishdate", "publishon", "publishat", "pubdate", "published", "publishedat", "publishedon"}
    | {"publisheddate", "datepublished", "publicationdate", "publish", "golive", "embargo"}
    | {"scheduled", "scheduledfor", "scheduledat"}
)
_END_KEYS = frozenset(
    {"expirydate", "expirationdate", "expiredate", "expires", "expiresat", "expireson"}
    | {"unpublishdate", "unpublishon", "unpublishat"}
)
_KEYS = _START_KEYS | _END_KEYS
_MUST_BE_DATES = frozenset({"publishdate", "expirydate", "unpublishdate"})
"""Keys with no other meaning, so a value that is not a date is a mistake."""


class PublicationDates(NamedTuple):
    """When a page begins and ceases to be published; None for no limit."""

    start: datetime | None = None
    end: datetime | None = None


class WrongDateError(Exception):
    """The value of a key is not a date."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def publication_dates(
    header: Mapping[str, object], parse: Callable[[object], datetime | None]
) -> PublicationDates:
    """The dates in a header. Of several, the latest start and the earliest end count.

    As with ``draft``, a key within a table counts: in TOML it belongs to the table before it.

    Args:
        header: the values by their keys.
        parse: parses a date; returns None for a value that is not one.

    Raises:
        WrongDateError: the value of a key that must be a date is not one.
    """
    starts: list[datetime] = []
    ends: list[datetime] = []
    for written, value in _pairs(header):
        key = bare_key(written)
        if key not in _KEYS or value in (None, ""):
            continue
        moment = parse(value)
        if moment is not None:
            (ends if key in _END_KEYS else starts).append(moment)
        elif key in _MUST_BE_DATES:
            raise WrongDateError(written)
    return PublicationDates(max(starts, default=None), min(ends, default=None))


def _pairs(header: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    for key, value in header.items():
        yield key, value
        if isinstance(value, str):
            continue
        for table in tables_in(value):
            nested = ((str(name), item) for name, item in table.items())
            yield from (
                pair for pair in nested if key == MERGE or bare_key(pair[0]) in _MUST_BE_DATES
            )
