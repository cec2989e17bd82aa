"""Entries of Contentful without a published version, among others that have one.

https://www.contentful.com/developers/docs/references/content-management-api/#/reference/entries
"""

from collections.abc import Iterable
from typing import Any


def name_published_versions(records: Iterable[object]) -> bool:
    """Whether a record of a list says which version of it is published."""
    return any("publishedVersion" in _state_of(record) for record in records)


def with_state(record: Any) -> Any:
    """A record of such a list; one that names no version at all has versions, none published."""
    state = _state_of(record)
    return {**record, "sys": {"version": 1, **state}} if state else record


def _state_of(record: object) -> dict[str, Any]:
    state = record.get("sys") if isinstance(record, dict) else None
    return state if isinstance(state, dict) else {}
