"""Parts of JSON values whose types cannot be relied on."""

from collections.abc import Callable, Generator, Iterable, Mapping
from typing import Any, TypeVar

from sitegen.readers.findings import Finding, LeftOut, Lost

K = TypeVar("K", str, int)


def objects_in(value: object) -> list[Mapping[str, Any]]:
    """The objects in a list, or a single object; none of anything else."""
    values = value if isinstance(value, list) else [value]
    return [each for each in values if isinstance(each, dict)]


def list_of(value: object) -> list[Any]:
    """A list; empty for anything else."""
    return value if isinstance(value, list) else []


def object_of(value: object) -> Mapping[str, Any]:
    """An object; empty for anything else."""
    return value if isinstance(value, dict) else {}


def object_at(values: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """The object at a key; empty for anything else."""
    return object_of(values.get(key))


def text_at(values: Mapping[str, Any], key: str) -> str:
    """The text at a key, without the spaces around it; empty for anything else."""
    value = values.get(key)
    return value.strip() if isinstance(value, str) else ""


def distinct_items(
    items: Iterable[object], id_of: Callable[[Mapping[str, Any]], K]
) -> Generator[Finding, None, dict[K, Mapping[str, Any]]]:
    """Yields what is left out of JSON objects, or lost, and returns the others by id, in order.

    Args:
        items: the items, and what was lost of them.
        id_of: the id of an object, which is empty or 0 if the object is incomplete. Of several
            with one id, the first counts.
    """
    found: dict[K, Mapping[str, Any]] = {}
    for item in items:
        if isinstance(item, Lost):
            yield item
        elif not isinstance(item, dict) or not (own := id_of(item)):
            yield LeftOut("incomplete")
        elif own in found:
            yield LeftOut("duplicate")
        else:
            found[own] = item
    return found
