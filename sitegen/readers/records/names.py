"""The field ``name`` of records with a text or a link: a title, or the name of an author."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import islice
from typing import Literal

from sitegen.readers.records.roles import Role, roles_of, unwrapped
from sitegen.readers.restrictions import plain_name

_EXAMINED = 100
_HANDLE = "screenname"
"""The name of an account, beside which the other one is that of its person."""
_NAMED: tuple[Role, ...] = ("text", "html", "note", "address", "permalink")

NameRole = Literal["title", "author"]


def role_of_names(records: Iterable[object]) -> NameRole:
    """What the names in records are: of authors if they repeat, else titles.

    Those of repositories repeat, too; ``full_name`` tells them from authors.
    """
    mappings = [unwrapped(r) for r in islice(records, _EXAMINED) if isinstance(r, dict)]
    if mappings and all(_is_repository(record) for record in mappings):
        return "title"
    found = [record[field] for record in mappings if (field := _name_field(tuple(record)))]
    names = [name for name in found if isinstance(name, str) and name]
    return "title" if len(set(names)) == len(names) else "author"


def with_name(record: Mapping[str, object], role: NameRole) -> Mapping[str, object]:
    """The record whose name is in the field of its title or author, if it has none."""
    field = _name_field(tuple(record))
    if not field or not isinstance(record[field], str) or role in roles_of(tuple(record)):
        return record
    return {**record, role: record[field]}


def _is_repository(record: Mapping[str, object]) -> bool:
    return str(record.get("full_name", "")).endswith(f"/{record.get('name')}")


@lru_cache(maxsize=1024)
def _name_field(fields: tuple[str, ...]) -> str:
    """The field of a name beside a text or a link without a title; empty if there is none."""
    roles = roles_of(fields)
    if _HANDLE in map(plain_name, fields):
        return ""
    if "title" in roles or roles.keys().isdisjoint(_NAMED):
        return ""
    return next((field for field in fields if plain_name(field) == "name"), "")
