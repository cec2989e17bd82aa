"""Whether values of a JSON file are records with texts or links, as a few of them show."""

import re
from collections.abc import Mapping, Sequence

from sitegen.readers.records.private_fields import holds_private
from sitegen.readers.records.roles import Role, have_pages, holds_texts, roles_of, unwrapped
from sitegen.readers.streams.json_values import objects_in

SAMPLE = 5
"""How many values show what a list holds."""
_PHONE = re.compile(r"\+?[\d\s()/-]{5,}")
_MESSAGES = frozenset(
    {"message", "dm", "chat", "sms", "todo", "to-do", "task", "reminder", "appointment"}
)
"""Types of records that are private."""
_TEXTS: tuple[Role, ...] = ("text", "note", "quotation")
_SENTENCE = 3
"""How many spaces a text has at least, in a list of texts; names have fewer."""


def are_records(items: Sequence[object]) -> bool:
    """Whether most values are records with a text or a link, or sentences."""
    records = [unwrapped(item) for item in items if isinstance(item, dict)]
    fitting = sum(_is_record(record) for record in records)
    sentences = sum(isinstance(item, str) and item.count(" ") >= _SENTENCE for item in items)
    return 2 * max(fitting, sentences) > len(items)


def are_linked(items: Sequence[object]) -> bool:
    """Whether all values are records with an address, as what is published has."""
    records = [unwrapped(item) for item in items if isinstance(item, dict)]
    return len(records) == len(items) and all(map(have_pages, records)) and are_records(items)


def are_announced(items: Sequence[object]) -> bool:
    """Whether all values are records with an address and a title, as events have."""
    records = [unwrapped(item) for item in items if isinstance(item, dict)]
    return are_linked(items) and all("title" in roles_of(tuple(r)) for r in records)


def holds_private_within(record: object) -> bool:
    """Whether the texts or the notes of a record are lists of messages, contacts or the like."""
    if not isinstance(record, dict):
        return False
    roles = roles_of(tuple(record))
    values = (record[field] for role in _TEXTS for field in roles.get(role, ()))
    lists = (value for value in values if isinstance(value, list))
    objects = (each for value in lists for each in objects_in(value))
    return any(holds_texts(each) and holds_private(each) for each in objects)


def _is_record(record: Mapping[str, object]) -> bool:
    roles = roles_of(tuple(record))
    kinds = {str(record[field]).casefold() for field in roles.get("type", ())}
    if holds_private_within(record):
        return False
    given = [field for field, value in record.items() if value is not None]
    if holds_private(given) or not _MESSAGES.isdisjoint(kinds) or not holds_texts(record):
        return False
    people = (record.get("address"), *(record[field] for field in roles.get("author", ())))
    if any(isinstance(v, str) and _PHONE.fullmatch(v) for v in people):
        return False  # a text message
    fields = (*roles.get("address", ()), *roles.get("permalink", ()))
    is_link = any(isinstance(v := record[f], str) and v.startswith("http") for f in fields)
    return is_link or any(role in roles for role in ("text", "html", "quotation", "note"))
