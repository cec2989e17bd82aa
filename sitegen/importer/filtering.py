"""Filters the documents of an import."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from itertools import islice

from sitegen.importer.request import Filters
from sitegen.models import Document

_WORD = re.compile(r"\w+")


def filter_documents(documents: Iterable[Document], filters: Filters) -> tuple[Document, ...]:
    """The documents that pass all filters but that on the topic, in the same order.

    Documents without a date pass no filter on dates.
    """
    tests = tuple(_tests_of(filters))
    passing = (d for d in documents if all(test(d) for test in tests))
    return tuple(islice(passing, filters.limit))


def _tests_of(filters: Filters) -> Iterator[Callable[[Document], bool]]:
    since, until = filters.since, filters.until
    if since is not None:
        yield lambda d: d.date is not None and _clock_of(d.date, since) >= since
    if until is not None:
        yield lambda d: d.date is not None and _clock_of(d.date, until) < until
    if filters.author is not None:
        author = filters.author.casefold()
        yield lambda d: author in (d.author or "").casefold()
    if filters.match is not None:
        match = filters.match.casefold()
        yield lambda d: match in f"{d.title or ''}\n{d.text}".casefold()
    if filters.min_words:
        yield lambda d: len(_WORD.findall(d.text)) >= filters.min_words


def _clock_of(moment: datetime, limit: datetime) -> datetime:
    """A moment to compare with a limit: what the clock showed there, if that has no offset.

    Pages show that day, too.
    """
    return moment if limit.tzinfo else moment.replace(tzinfo=None)
