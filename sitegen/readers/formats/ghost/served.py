"""Posts that carry their tags and authors, instead of naming rows of other tables.

They are answers of Ghost's interfaces (https://docs.ghost.org/content-api/posts), and files of its
migration tools, in which each post, tag and author stands beside its address:
``{"url": …, "data": …}`` (https://github.com/TryGhost/migrate).
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from sitegen.readers.streams.json_values import list_of


class ServedPost(NamedTuple):
    """A post with what belongs to it."""

    row: Mapping[str, Any]
    tags: tuple[str, ...]
    """The names of its tags, without those for internal use."""
    authors: tuple[str, ...]
    source: str | None
    """The address of the post."""


def read_served(item: Mapping[str, Any]) -> ServedPost:
    """A post, alone or beside its address."""
    row = _inner(item)
    address = item.get("url") if isinstance(item.get("data"), dict) else row.get("url")
    return ServedPost(
        row,
        tuple(dict.fromkeys(_tags_in(row))),
        tuple(dict.fromkeys(_authors_in(row))),
        address if isinstance(address, str) and address.startswith("http") else None,
    )


def _inner(item: Mapping[str, Any]) -> Mapping[str, Any]:
    """What stands beside an address, else the object itself."""
    data = item.get("data")
    return data if isinstance(data, dict) else item


def _tags_in(row: Mapping[str, Any]) -> Iterator[str]:
    for tag in _objects(row.get("tags")):
        name = tag.get("name")
        if isinstance(name, str) and name[:1] != "#" and tag.get("visibility") != "internal":
            yield name


def _authors_in(row: Mapping[str, Any]) -> Iterator[str]:
    for author in _objects(row.get("authors")) or _objects([row.get("author")]):
        if isinstance(name := author.get("name"), str):
            yield name


def _objects(values: object) -> list[Mapping[str, Any]]:
    return [_inner(value) for value in list_of(values) if isinstance(value, dict)]
