"""When a record was made, and its permanent id."""

from collections.abc import Container, Iterator, Mapping
from datetime import datetime, time

from sitegen.readers.dates import date_of_value, why_lost
from sitegen.readers.findings import Lost
from sitegen.readers.identity import identify, series_of
from sitegen.readers.records.roles import Role, Roles
from sitegen.readers.records.values import text_of

_LONG_ID = 12


def record_id(
    service: str,
    dump: str,
    own: str,
    record: Mapping[str, object],
    roles: Roles,
    date: datetime | None = None,
) -> str:
    """The id of a record that has one of its own.

    One that is unique only in its dump is the same in each export, if the record says when it was
    made: with the time of day, or a title, in a dump of any name, otherwise in one whose name
    differs in a date.
    """
    if is_global(own):
        return identify(service, "", own)
    is_made_then = date is not None and "updated" not in roles
    made = date if is_made_then else date_in(record, roles, but=roles.get("updated", ()))
    if made is None:
        return identify(service, dump, own)
    told = f"{own} {made.isoformat()}"
    if made.time() != time.min:
        return identify(service, "", told)
    titles = (text_of(record[field]).strip() for field in roles.get("title", ()))
    if title := next(filter(None, titles), ""):
        return identify(service, "", f"{told} {title}")
    return identify(service, series_of(dump), told)


def is_vague(own_id: str, date: datetime | None) -> bool:
    """Whether an id is a mere number with a day or no date: it may change if its record does."""
    return not is_global(own_id) and not (date and (date.hour or date.minute or date.second))


def date_in(
    record: Mapping[str, object], roles: Roles, role: Role = "date", but: Container[str] = ()
) -> datetime | None:
    """A date in a record: the first of the fields of a role that holds one, except some."""
    for field in roles.get(role, ()):
        if field in but:
            continue
        value = record[field]
        if isinstance(value, dict):  # as MongoDB writes it
            value = value.get("$date", value.get("value"))
        if found := date_of_value(value):
            return found
    return None


def lost_dates(
    record: Mapping[str, object], roles: Roles, where: str, *, is_dated: bool
) -> Iterator[Lost]:
    """The dates of a record that are lost; it is at ``where``, and may have another date."""
    for field in roles.get("date", ()):
        if why := why_lost(field, record[field], is_dated=is_dated):
            yield Lost(f"the date “{record[field]}”", where, why)


def is_global(own_id: str) -> bool:
    """Whether an id is unique without the name of the dump: an address, or a long one."""
    return len(own_id) >= _LONG_ID
