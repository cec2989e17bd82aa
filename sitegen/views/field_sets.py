"""Sets of a record's fields, each as an integer: a build keeps several for every file it makes.

The bits stand for the fields of the record's type, in the order of their names.
"""

import functools
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass

FieldSet = int
"""Some fields of a record, by their bits; 0 is the empty set."""


def fields_of(kind: type) -> frozenset[str]:
    """The names of a record's fields."""
    if is_dataclass(kind):
        return frozenset(field.name for field in fields(kind))
    names: tuple[str, ...] = kind._fields  # type: ignore[attr-defined]  # a named tuple
    return frozenset(names)


@functools.cache
def field_bits(kind: type) -> Mapping[str, FieldSet]:
    """The bit of each field of a type of records, by its name."""
    return {name: 1 << place for place, name in enumerate(sorted(fields_of(kind)))}


def field_set(kind: type, names: Iterable[str] | None = None) -> FieldSet:
    """The set of the fields ``names`` of a type of records; of all its fields without ``names``."""
    bits = field_bits(kind)
    return sum(bits[name] for name in (bits if names is None else set(names)))


def names_in(kind: type, fields: FieldSet) -> list[str]:
    """The names of the fields in a set, in their order."""
    return [name for name, bit in field_bits(kind).items() if fields & bit]
