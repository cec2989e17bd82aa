"""Parts of JSON values whose types cannot be relied on."""

from collections.abc import Mapping
from typing import Any


def objects_in(value: object) -> list[Mapping[str, Any]]:
    """The objects in a list, or a single object; none of anything else."""
    values = value if isinstance(value, list) else [value]
    return [each for each in values if isinstance(each, dict)]


def list_of(value: object) -> list[Any]:
    """A list; empty for anything else."""
    return value if isinstance(value, list) else []


def text_at(values: Mapping[str, Any], key: str) -> str:
    """The text at a key, without the spaces around it; empty for anything else."""
    value = values.get(key)
    return value.strip() if isinstance(value, str) else ""
