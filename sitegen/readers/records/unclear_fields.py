"""Fields that left records out although their values say neither yes nor no, nor a known word.

``access: library`` may be about readers or about shelves: the record stays out, and the report says
so.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from sitegen.readers.dates import date_of_value
from sitegen.readers.findings import Remark
from sitegen.readers.records.audience_fields import Audiences
from sitegen.readers.records.first_records import value_of
from sitegen.readers.records.roles import roles_of
from sitegen.readers.records.selection import reasons_against, speaking_fields
from sitegen.readers.restrictions import (
    bare_value,
    group_of,
    is_no,
    is_yes,
    reason_of_value,
    state_of,
    telling_fields,
)

_KINDS = frozenset({"mark", "flag", "switch", "audience", "group", "readers", "recipient", "tags"})
"""The kinds of fields whose value may be about something else; a password or a date is clear."""


class UnclearFields:
    """Counts the records that such fields left out."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    def note(self, record: Mapping[str, object], audiences: Audiences) -> None:
        """Counts a record that was left out, maybe by one of the fields ``audiences``."""
        told = (
            name
            for name, shape in audiences.fields
            if any(shape.reasons(record, name)) and not _is_clear(value_of(record, name))
        )
        self._counts.update(dict.fromkeys((*_unclear_fields(record), *told)).keys())

    def remarks(self) -> Iterator[Remark]:
        """What the report says about each field."""
        for field, count in self._counts.items():
            records = "a record" if count == 1 else f"{count:,} records"
            yield Remark(
                f"The field “{field}” left out {records}, as it may mean that not everybody may"
                " read them. If it is about something else, rename it or change its value, and"
                " import again."
            )


def _unclear_fields(record: Mapping[str, object]) -> Iterator[str]:
    """The fields that leave a record out by themselves, with values whose meaning is unclear."""
    telling = ((f.name, f.rule) for f in telling_fields(tuple(record)))
    kinds = {name: rule.kind for name, rule in telling if rule and rule.kind in _KINDS}
    for field in speaking_fields(tuple(record)):
        if reason_of_value(record[field]):
            yield field
    for field, kind in kinds.items():
        is_unclear = kind == "tags" or not _is_clear(bare_value(record[field]))
        if is_unclear and any(reasons_against({field: record[field]}, roles_of((field,)))):
            yield field


def _is_clear(value: object) -> bool:
    if isinstance(value, list):
        return all(map(_is_clear, value))
    if isinstance(value, str) and value.strip():
        known = state_of(value) or group_of(value) or date_of_value(value)
        return bool(known) or is_yes(value) or is_no(value)
    return not isinstance(value, int) or is_yes(value) or is_no(value)
