"""Values that say yes or no, as programs and people write them."""

from sitegen.readers.restrictions.names import without_accents
from sitegen.readers.restrictions.words import NO, YES

_LONGEST = 20
_EMPTY = frozenset({"", "null", "nan", "[]", "{}", "\\n"})
"""Nothing, as programs write it into a table; PostgreSQL ``\\N``."""
_AROUND = " \t\r\n.!?()\"'"


def bare_value(value: object) -> object:
    """A value without a list around it, or an object with nothing else in it.

    Drupal and microformats write each value so: ``[{"value": false}]``, ``["draft"]``.
    """
    while isinstance(value, list | dict) and len(value) == 1:
        if isinstance(value, dict) and "value" not in value:
            break
        value = value["value"] if isinstance(value, dict) else value[0]
    return value


def is_yes(value: object) -> bool:
    """Whether a value is true, or says yes."""
    if isinstance(value, str):
        return len(value) <= _LONGEST and _word(value) in YES
    return value is True or (isinstance(value, int) and value == 1)


def is_no(value: object) -> bool:
    """Whether a value is given, and is false, or says no."""
    if isinstance(value, str):
        return len(value) <= _LONGEST and _word(value) in NO
    return value is False or (isinstance(value, int) and value == 0)


def is_true(value: object) -> bool:
    """Whether a truth value is true, or anything else is given."""
    value = bare_value(value)
    if isinstance(value, str):
        return value.strip().casefold() not in _EMPTY and not is_no(value)
    return bool(value)


def is_false(value: object) -> bool:
    """Whether a truth value is given, and false."""
    return is_no(bare_value(value))


def _word(value: str) -> str:
    return without_accents(value.casefold()).strip(_AROUND)
