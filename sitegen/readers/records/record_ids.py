"""When a record was made, and its permanent id."""

from collections.abc import Mapping
from datetime import datetime

from sitegen.readers.dates import date_of_value
from sitegen.readers.identity import identify, series_of
from sitegen.readers.records.roles import Role, Roles

_LONG_ID = 12


def record_id(service: str, dump: str, own: str, record: Mapping[str, object], roles: Roles) -> str:
    """The id of a record that has one of its own.

    One that is unique only in its dump is the same in each export, if the record says when it was
    made.

    Args:
        service: the name of the format.
        dump: the name of the dump.
        own: the id in the record.
        record: the record.
        roles: what its fields are.
    """
    if is_global(own):
        return identify(service, "", own)
    changed = roles.get("updated", ())
    fields = tuple(field for field in roles.get("date", ()) if field not in changed)
    made = date_in(record, {"date": fields})
    if made is None:
        return identify(service, dump, own)
    return identify(service, series_of(dump), f"{own} {made.isoformat()}")


def date_in(record: Mapping[str, object], roles: Roles, role: Role = "date") -> datetime | None:
    """A date in a record: the first of the fields of a role that holds one."""
    for field in roles.get(role, ()):
        value = record[field]
        if isinstance(value, dict):  # as MongoDB writes it
            value = value.get("$date", value.get("value"))
        if found := date_of_value(value):
            return found
    return None


def is_global(own_id: str) -> bool:
    """Whether an id is unique without the name of the dump: an address, or a long one."""
    return len(own_id) >= _LONG_ID
