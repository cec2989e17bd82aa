"""The options of the ``import`` command that choose documents."""

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from sitegen.configuration.settings import Config
from sitegen.errors import UsageError
from sitegen.importer import Filters, ImportRequest
from sitegen.readers import ARTICLES, INCLUDES, ReadOptions
from sitegen.text.timestamps import parse_timestamp

_PERIOD = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
"""A year, a month or a day."""


def request_of(dumps: Sequence[Path], chosen: Mapping[str, Any], config: Config) -> ImportRequest:
    """The import that the options ask for.

    Raises:
        UsageError: an option has a value that does not exist, or that is not a date.
    """
    since, until = chosen["since"], chosen["until"]
    return ImportRequest(
        dumps=tuple(dumps),
        now=datetime.now(UTC),
        format=chosen["format_"],
        options=ReadOptions(_included(chosen["include"])),
        topics=chosen["topics"],
        prune=chosen["prune"],
        filters=Filters(
            since=_start_of(since, "--since", config.timezone) if since else None,
            until=_end_of(until, "--until", config.timezone) if until else None,
            author=chosen["author"],
            match=chosen["match"],
            min_words=chosen["min_words"] or 0,
            limit=chosen["limit"],
            topic=chosen["topic"],
        ),
    )


def _included(words: Sequence[str]) -> frozenset[str]:
    asked = {part.strip() for word in words for part in word.split(",")} - {""}
    known = {*INCLUDES, ARTICLES}
    if unknown := sorted(asked - known):
        near = get_close_matches(unknown[0], known, n=1)
        raise UsageError(
            f"--include does not know “{unknown[0]}”",
            hint=f"did you mean “{near[0]}”?" if near else f"it takes {', '.join(sorted(known))}",
        )
    return frozenset(asked)


def _start_of(text: str, option: str, zone: str) -> datetime:
    """The first moment of a year, a month or a day, in any zone; otherwise the moment itself."""
    if found := _PERIOD.fullmatch(text.strip()):
        year, month, day = (int(part or 1) for part in found.groups())
        try:
            return datetime.combine(date(year, month, day), time())
        except (ValueError, OverflowError):
            raise _no_date(text, option) from None
    try:
        return parse_timestamp(text, zone)
    except (ValueError, OverflowError):
        raise _no_date(text, option) from None


def _end_of(text: str, option: str, zone: str) -> datetime:
    """The moment after a year, a month, a day or a moment."""
    start = _start_of(text, option, zone)
    found = _PERIOD.fullmatch(text.strip())
    if found is None:
        return start + timedelta(microseconds=1)
    _, month, day = found.groups()
    if day:
        following = start.date() + timedelta(days=1)
    elif month:
        following = (start.date().replace(day=28) + timedelta(days=4)).replace(day=1)
    else:
        following = date(start.year + 1, 1, 1)
    return datetime.combine(following, time())


def _no_date(text: str, option: str) -> UsageError:
    return UsageError(
        f"{option} is “{text}”, which is not a date",
        hint="give a year, a month or a day, such as 2023, 2023-03 or 2023-03-29",
    )
