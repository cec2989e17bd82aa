"""Legends: tables and lists around the records of a file that explain the codes in their fields.

``{"levels": ["public", "friends"], "posts": [{"level": 1, …}]}`` says that a post is for friends.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import NamedTuple, TypeVar

from sitegen.readers.findings import Reason
from sitegen.readers.records.audience_shapes import Shape
from sitegen.readers.records.first_records import FirstRecords, Record
from sitegen.readers.records.roles import roles_of
from sitegen.readers.restrictions import group_of, is_open, plain_name, state_of
from sitegen.readers.streams.json_cursor import Cursor

_MOST = 50
"""The most codes that a legend has."""
_MOST_FIELDS = 1000
"""The most fields that a table around a list has; one with more is an index or the like."""
_DEEPEST = 2
"""How deep in tables a legend may stand."""
_LONGEST = 60
_CODES = ("id", "key", "code", "value", "number")
_LABELS = ("label", "name", "title", "meaning", "description")
_SPEAKING = frozenset({"type", "tags", "folder"})
"""Roles of fields that may hold such codes."""
Place = TypeVar("Place")
_RELATED = 3
"""How many letters the names of a field and of its legend have in common."""


class Legend(NamedTuple):
    """What the codes in a field mean."""

    name: str
    labels: Mapping[str, str]


def short_value(cursor: Cursor, depth: int = _DEEPEST) -> object:
    """The value here with the first items of its lists and tables; moves past all of it."""
    if cursor.peek() == "[":
        return [cursor.value() for _ in _first_of(cursor, cursor.items(), _MOST + 1)]
    if cursor.peek() == "{" and depth:
        members = _first_of(cursor, cursor.members(), _MOST_FIELDS)
        return {key: short_value(cursor, depth - 1) for key in members}
    return cursor.value()


def _first_of(cursor: Cursor, places: Iterable[Place], most: int) -> Iterator[Place]:
    """The first places in a list or a table, at which the cursor is; moves past the others."""
    for number, place in enumerate(places):
        if number < most:
            yield place
        else:
            cursor.skip()


def legends_in(name: str, value: object, depth: int = _DEEPEST) -> Iterator[Legend]:
    """The legends in a value: lists of labels, or of tables with a code and a label, and tables.

    Only those of which some labels say that everybody may read a text, and others do not.
    """
    labels = _labels_in(value)
    opened = sum(map(_is_open_label, labels.values()))
    if 0 < opened < len(labels) <= _MOST:
        yield Legend(name, labels)
    elif isinstance(value, dict) and depth:
        for key, inner in value.items():
            yield from legends_in(str(key), inner, depth - 1)


def shapes_of_legends(
    first: FirstRecords, legends: Iterable[Legend]
) -> Iterator[tuple[str, Shape]]:
    """The fields of records whose codes a legend explains: those with its name, or the only one."""
    roles = roles_of(first.names)
    known = {field for role, fields in roles.items() if role not in _SPEAKING for field in fields}
    for legend in legends:
        shares = {name: _share_explained(legend, first, name) for name in first.names}
        related = [n for n, share in shares.items() if share > 0 and _is_related(n, legend.name)]
        others = [n for n, share in shares.items() if share == 1 and n not in known]
        if related or len(others) == 1:
            yield from ((name, _shape_of(legend)) for name in related or others)


def _labels_in(value: object) -> Mapping[str, str]:
    """The labels by their codes; none if some are neither words nor tables with one."""
    pairs: list[tuple[object, object]] = []
    if isinstance(value, dict):
        pairs = list(value.items())
    elif isinstance(value, list):
        pairs = [_pair_of(*each) for each in enumerate(islice(value, _MOST + 1))]
    labels = {
        str(code): label
        for code, label in pairs
        if isinstance(label, str) and label and len(label) <= _LONGEST and code is not None
    }
    return labels if len(labels) == len(pairs) else {}


def _pair_of(number: int, item: object) -> tuple[object, object]:
    """The code and the label of an item of a list; of a word, its number is the code."""
    if not isinstance(item, dict):
        return number, item
    return _first_in(item, _CODES), _first_in(item, _LABELS)


def _first_in(table: Mapping[str, object], keys: Iterable[str]) -> object:
    return next((table[key] for key in keys if table.get(key) is not None), None)


def _is_open_label(label: str) -> bool:
    return is_open("readers", label) or is_open("state", label)


def _share_explained(legend: Legend, first: FirstRecords, name: str) -> float:
    """How many of the values of a field are codes of a legend, as a share of all."""
    given = first.given(name)
    found = sum(isinstance(v, str | int | dict) and _code_of(v) in legend.labels for v in given)
    return found / len(given) if given else 0.0


def _code_of(value: object) -> str:
    """A code, also of one in a table, such as ``{"code": 3}``."""
    if isinstance(value, dict):
        value = _first_in(value, _CODES)
    return str(int(value)) if isinstance(value, bool) else str(value)


def _is_related(field: str, legend: str) -> bool:
    plain, other = plain_name(field), plain_name(legend)
    return plain == other or plain[:_RELATED] == other[:_RELATED]


def _shape_of(legend: Legend) -> Shape:
    def reasons(record: Record, name: str) -> Iterator[Reason]:
        value = record.get(name)
        label = legend.labels.get(_code_of(value), "")
        if value is not None and not _is_open_label(label):
            yield state_of(label) or group_of(label) or "not public"

    return Shape(lambda _: (), lambda _, __: True, reasons)
