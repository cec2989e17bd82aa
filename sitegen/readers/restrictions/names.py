"""Names of fields and words in them without the differences of spelling."""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from sitegen.readers.findings import Reason

_UMLAUT = re.compile(r"([aouAOU])e")


@lru_cache(maxsize=4096)
def plain_name(field: str) -> str:
    """A name of a field without the differences of spelling: ``created_at``, ``Created At``."""
    return "".join(c for c in without_accents(field.casefold()) if c.isalnum()) or field


def respelled(text: str) -> str:
    """The text with vowels that are written as in ``fuer`` and ``oeffentlich`` without umlauts."""
    return _UMLAUT.sub(r"\1", text)


def without_accents(text: str) -> str:
    """The text with the letters that its accented ones are made of."""
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def names_of(table: Mapping[Reason, str]) -> dict[str, Reason]:
    """The reason for each name of a table, in which spaces separate names, in plain spelling."""
    return {plain_name(name): reason for reason, names in table.items() for name in names.split()}
