"""Values that databases and interfaces write with their types, as plain values.

- Cloud Firestore: https://firebase.google.com/docs/firestore/reference/rest/v1/Value
- DynamoDB:
  https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValue.html
- MongoDB: https://www.mongodb.com/docs/manual/reference/mongodb-extended-json/
- Contentful, with a value for each language:
  https://www.contentful.com/developers/docs/concepts/locales/
- Drupal, with a list of values for each field:
  https://www.drupal.org/docs/core-modules-and-themes/core-modules/rest-module
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

_TYPES = re.compile(
    r"\"(?:\$(?:oid|date|number(?:Int|Long|Double|Decimal)|t)|(?:string|boolean|integer|double"
    r"|timestamp|null|array|map)Value|S|N|BOOL|NULL|SS|__datatype__|_seconds|iv|[a-z]{2}-[A-Z]{2})"
    r"\"\s*:|\"(?:nid|langcode|status|title)\"\s*:\s*\[\s*\{\s*\"value\"\s*:"
)
_LANGUAGE = re.compile(r"[a-z]{2}-[A-Z]{2}")
_OF_LANGUAGE = re.compile(rf"\"({_LANGUAGE.pattern})\"\s*:")
_TYPED = frozenset(
    {"$oid", "$date", "$numberInt", "$numberLong", "$numberDouble", "$numberDecimal", "$t"}
    | {"stringValue", "booleanValue", "integerValue", "doubleValue", "timestampValue"}
    | {"iv"}  # of Squidex, for all languages
    | {"S", "N", "BOOL", "L", "M", "SS", "NS"}
)
"""Keys of objects with one key, whose value has this type."""
_NOTHING = frozenset({"nullValue", "NULL"})
_OF_DRUPAL = frozenset({"value", "format", "processed", "summary", "end_value", "lang"})
_DEEPEST = 60


def has_typed_values(start: str) -> bool:
    """Whether values have types, as the start of a file shows."""
    return _TYPES.search(start) is not None


def languages_in(start: str) -> tuple[str, ...]:
    """The languages for which there are values, as the start of a file shows."""
    return tuple(dict.fromkeys(_OF_LANGUAGE.findall(start)))


def with_plain_values(items: Iterable[Any]) -> Iterator[Any]:
    """Values without types, and without types in all that is in them."""
    return (_plain(item, 0) for item in items)


def _plain(value: Any, depth: int) -> Any:
    if depth > _DEEPEST:
        return value
    if isinstance(value, list):
        plain = [_plain(item, depth + 1) for item in value]
        return plain[0] if len(plain) == 1 and _is_of_drupal(value[0]) else plain
    if isinstance(value, dict):
        return _plain_object(value, depth + 1)
    return value


def _plain_object(value: Mapping[str, Any], depth: int) -> Any:
    match value:
        case (
            {"mapValue": {"fields": inner}}
            | {"arrayValue": {"values": inner}}
            | {"_seconds": inner, "_nanoseconds": _}
            | {"__datatype__": _, "value": inner}
            | {"target_id": inner, "target_type": _}
        ):
            return _plain(inner, depth)
    if len(value) == 1 and not _NOTHING.isdisjoint(value):
        return None
    if _is_of_drupal(value):
        return _plain(value["value"], depth)
    is_typed = len(value) == 1 and not _TYPED.isdisjoint(value)
    if is_typed or (value and all(map(_LANGUAGE.fullmatch, value))):
        return _plain(next(iter(value.values())), depth)
    return {key: _plain(inner, depth) for key, inner in value.items()}


def _is_of_drupal(value: object) -> bool:
    """Whether an object holds the value of a field, as Drupal writes it."""
    return isinstance(value, dict) and "value" in value and _OF_DRUPAL.issuperset(value)
