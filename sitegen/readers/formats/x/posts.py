"""The posts of an X archive: their fields, as the files hold them."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from sitegen.readers.dates import parse_date
from sitegen.readers.streams.json_values import object_at, objects_in

Raw = Mapping[str, Any]

_REPOST = re.compile(r"RT @(\w+)")
_ADDRESSED = re.compile(r"@(\w+)")
_DATE = re.compile(
    r"\w{3} (?P<month>\w{3}) (?P<day>\d\d) (?P<time>\d\d:\d\d:\d\d)"
    r" (?P<zone>[+-]\d{4}) (?P<year>\d{4})"
)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_FIRST_POST = datetime(2006, 3, 1, tzinfo=UTC)
_FIRST_SNOWFLAKE = 29_700_859_247
"""Ids above this one, of November 2010, hold the time in their upper bits."""
_SNOWFLAKE_EPOCH = datetime(2010, 11, 4, 1, 42, 54, 657_000, tzinfo=UTC)


class Post(NamedTuple):
    """What decides whether a post is taken, and what it belongs to."""

    id: int
    parent: int | None
    """The post that it answers."""
    is_repost: bool
    is_addressed: bool
    """Whether it answers a person, though no post is known."""
    versions: tuple[int, ...]
    """The ids of all versions of an edited post; empty if it was not edited."""
    is_deleted: bool
    is_for_followers: bool


def post_of(record: object) -> Raw | None:
    """The fields of a post, which newer archives wrap in ``tweet``; None if it is no post."""
    if not isinstance(record, dict):
        return None
    inner = record.get("tweet", record)
    is_post = isinstance(inner, dict) and isinstance(text_of(inner), str) and id_of(inner)
    return inner if is_post else None


def id_of(raw: Raw, key: str = "id") -> int | None:
    """An id, which is a text, or a number in old archives."""
    for name in (f"{key}_str", key):
        value = raw.get(name)
        if isinstance(value, str) and len(value) < 25 and value.isascii() and value.isdigit():
            return int(value) or None
        if isinstance(value, int) and not isinstance(value, bool) and value > 0:
            return value
    return None


def text_of(raw: Raw) -> str | None:
    """The text of a post; archives before 2018 call it ``text``."""
    text = raw.get("full_text", raw.get("text"))
    return text if isinstance(text, str) else None


def parse_post(raw: Raw, own_name: str | None) -> Post:
    """The post in a record."""
    text = text_of(raw) or ""
    parent = id_of(raw, "in_reply_to_status_id")
    return Post(
        id=id_of(raw) or 0,
        parent=parent,
        is_repost=bool(_REPOST.match(text)) or isinstance(raw.get("retweeted_status"), dict),
        is_addressed=parent is None and _is_addressed(raw, text, own_name),
        versions=_versions_of(raw),
        is_deleted=bool(raw.get("deleted_at")),
        is_for_followers=object_at(raw, "scopes").get("followers") in (True, "true"),
    )


def _is_addressed(raw: Raw, text: str, own_name: str | None) -> bool:
    found = _ADDRESSED.match(text)
    is_own = bool(found and own_name and found[1].casefold() == own_name.casefold())
    return id_of(raw, "in_reply_to_user_id") is not None or bool(found and not is_own)


def _versions_of(raw: Raw) -> tuple[int, ...]:
    versions = sorted({int(v) for v in _edit_ids(raw.get("edit_info")) if v.isdigit()})
    return tuple(versions) if len(versions) > 1 else ()


def _edit_ids(value: object, depth: int = 0) -> Iterator[str]:
    """The ids below ``editTweetIds`` and ``initialTweetId``, wherever they are in ``edit_info``."""
    if not isinstance(value, dict) or depth > 3:
        return
    for key, inner in value.items():
        if key == "editTweetIds" and isinstance(inner, list):
            yield from (str(identifier) for identifier in inner)
        elif key == "initialTweetId":
            yield str(inner)
        else:
            yield from _edit_ids(inner, depth + 1)


def reposted_name(text: str) -> str | None:
    """The account whose post is reposted."""
    found = _REPOST.match(text)
    return found[1] if found else None


def date_of(raw: Raw) -> datetime | None:
    """When it was posted, from its date, or else its id."""
    written = raw.get("created_at")
    parsed = parse_written(written) if isinstance(written, str) else None
    identifier = id_of(raw) or 0
    if parsed is not None and parsed < _FIRST_POST:
        parsed = None
    if parsed is None and _FIRST_SNOWFLAKE < identifier < 2**63:
        return _SNOWFLAKE_EPOCH + timedelta(milliseconds=identifier >> 22)
    return parsed


def parse_written(written: str) -> datetime | None:
    """A date such as ``Wed May 30 08:00:00 +0000 2018``, or in any usual form."""
    found = _DATE.fullmatch(written)
    if found is None or found["month"] not in _MONTHS:
        return parse_date(written)
    month = _MONTHS.index(found["month"]) + 1
    try:
        return datetime.fromisoformat(
            f"{found['year']}-{month:02}-{found['day']}T{found['time']}{found['zone']}"
        )
    except ValueError:
        return None


def entities_of(raw: Raw, kind: str) -> list[Raw]:
    """The entities of one kind in a post, such as ``urls``."""
    return objects_in(object_at(raw, "entities").get(kind))


def media_of(raw: Raw) -> list[Raw]:
    """The pictures and films of a post; ``entities`` holds only the first of several."""
    extended = objects_in(object_at(raw, "extended_entities").get("media"))
    return extended or entities_of(raw, "media")
