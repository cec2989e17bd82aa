"""The field with the dates of records whose names of fields say nothing about dates.

If one field alone holds a date in each record, that is when its text was written: ``päiväys``.
"""

import re
from collections.abc import Iterable
from itertools import islice

from sitegen.readers.dates import parse_date
from sitegen.readers.records.roles import may_be_date, roles_of, unwrapped
from sitegen.readers.records.selection import unknown_fields

_EXAMINED = 50
_CLEAR = re.compile(
    r"\s*(?:(?:19|20)\d\d[-/.年]\s?\d{1,2}[-/.月]\s?\d|\d{1,2}\.\s?\d{1,2}\.\s?(?:19|20)\d\d)"
)
"""A day whose order is clear."""


def find_date_field(items: Iterable[object]) -> str:
    """The name of that field; empty if there is none, or several, or another one has the dates."""
    records = [unwrapped(item) for item in islice(items, _EXAMINED) if isinstance(item, dict)]
    if not records or any("date" in roles_of(tuple(record)) for record in records):
        return ""
    names = (n for n in unknown_fields(tuple(records[0])) if may_be_date(n))
    dated = [name for name in names if all(_is_clear(record.get(name)) for record in records)]
    return dated[0] if len(dated) == 1 else ""


def _is_clear(value: object) -> bool:
    return isinstance(value, str) and bool(_CLEAR.match(value)) and parse_date(value) is not None
