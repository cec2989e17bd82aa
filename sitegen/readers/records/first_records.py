"""The first records of a file, which show how all of them say who may read them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from sitegen.readers.records.roles import roles_of, unwrapped
from sitegen.readers.records.selection import unknown_fields
from sitegen.readers.restrictions import is_about_else, telling_fields
from sitegen.readers.streams.json_values import objects_in

Record = Mapping[str, object]

_EXAMINED = 200
_DEEPEST = 3
"""How deep in tables a field may stand."""
_NAMING = frozenset({"group", "readers", "mode"})
"""Kinds of fields that may name readers."""


class FirstRecords(NamedTuple):
    """The first records of a file."""

    records: Sequence[Record]
    names: tuple[str, ...]
    kinds: Mapping[str, str]
    """The kinds of the fields that may hold a text back."""
    speaking: Mapping[str, list[object]]
    """What is given in the fields in any place whose names say nothing, or name readers."""

    def of_kind(self, *kinds: str) -> Iterator[str]:
        """The names of the fields of some kinds."""
        return (name for name, kind in self.kinds.items() if kind in kinds)

    def given(self, name: str) -> list[object]:
        """The values of a field that are not empty."""
        if name in self.speaking:
            return self.speaking[name]
        return [value for r in self.records if not is_empty(value := value_of(r, name))]


def first_of(items: Iterable[object]) -> FirstRecords:
    """The first of some records; what holds one is taken off."""
    records = [unwrapped(item) for item in islice(items, _EXAMINED) if isinstance(item, dict)]
    names = tuple(dict.fromkeys(name for record in records for name in record))
    kinds = {f.name: f.rule.kind for f in telling_fields(names) if f.rule}
    speaking: dict[str, list[object]] = {}
    for record in records:
        for name in dict.fromkeys(_speaking_in(record)):
            value = value_of(record, name)
            speaking.setdefault(name, []).extend([] if is_empty(value) else [value])
    return FirstRecords(records, names, kinds, speaking)


def value_of(record: Record, name: str) -> object:
    """The value of a field, also of one in a table, or in a list of them: ``settings.readers``."""
    if name in record or "." not in name:
        return record.get(name)
    outer, _, inner = name.partition(".")
    value = record.get(outer)
    if isinstance(value, list):
        return [value_of(table, inner) for table in objects_in(value)]
    return value_of(value, inner) if isinstance(value, dict) else None


def is_empty(value: object) -> bool:
    """Whether a value says nothing: null, or an empty text, list or object."""
    return value is None or value in ([], {}) or (isinstance(value, str) and not value.strip())


def _speaking_in(record: Record, depth: int = 0) -> Iterator[str]:
    """The fields that may name readers; in a table, so may a type."""
    fields = tuple(record)
    for name in (*_speaking_fields(fields), *(roles_of(fields).get("type", ()) if depth else ())):
        yield name
        if depth < _DEEPEST:
            for table in objects_in(record[name]):
                yield from (f"{name}.{each}" for each in _speaking_in(table, depth + 1))


@lru_cache(maxsize=1024)
def _speaking_fields(fields: tuple[str, ...]) -> tuple[str, ...]:
    """The fields whose names say nothing, and those that may name readers, or groups of them."""
    telling = telling_fields(fields)
    named = [f.name for f in telling if f.rule is None or f.rule.kind in _NAMING]
    return tuple(name for name in (*unknown_fields(fields), *named) if not is_about_else(name))
