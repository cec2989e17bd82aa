"""Whose records they are: the people whose export it is, and the authors of its records."""

import re
from collections.abc import Mapping

from sitegen.readers.records.roles import roles_of
from sitegen.readers.restrictions import plain_name

_NAMES = (
    "id", "uid", "userid", "handle", "username", "nickname", "screenname", "acct", "login", "name",
    "displayname",
)  # fmt: skip
"""Where an object names a person, in plain spelling."""
_AUTHORS = re.compile(
    r"(?:author|creator|owner|user|poster|postedby|writtenby)(?:u?id|uuid|handle|name)?"
)


def people_in(value: object) -> frozenset[str]:
    """The ids and names of a person, or of several."""
    if isinstance(value, list):
        return frozenset().union(*map(people_in, value))
    values = [value]
    if isinstance(value, dict):
        values = [each for key, each in value.items() if plain_name(key) in _NAMES]
    names = (str(each).strip().removeprefix("@").casefold() for each in values if each)
    return frozenset(name for name in names if name)


def authors_of(record: Mapping[str, object]) -> frozenset[str]:
    """The ids and names of the authors of a record."""
    named = {*roles_of(tuple(record)).get("author", ())}
    named |= {name for name in record if _AUTHORS.fullmatch(plain_name(name))}
    return people_in([record[name] for name in named])
