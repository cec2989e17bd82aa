"""Fields that may say who may read a text, for all that is known of them.

``ring: inner`` in some records and ``ring: outer`` in others may be about readers or about trees.
The records are read, and the report names the field.
"""

from collections.abc import Collection, Iterator, Sequence

from sitegen.readers.detection.names import names_in
from sitegen.readers.findings import Remark
from sitegen.readers.records.first_records import FirstRecords
from sitegen.readers.restrictions import is_no, is_yes, plain_name
from sitegen.readers.restrictions.value_words import number_in

_MOST_VALUES = 5
"""The most values of a field that sorts texts, such as ``inner`` and ``outer``."""
_LEAST_EACH = 2
"""How many records there are for each value, at the least, on average."""
_LONGEST = 24
"""The longest word that sorts texts."""
_CODES = frozenset("0123456789")
"""Numbers that may be the codes of kinds; others are amounts."""
_MOST_NAMED = 3
_HARMLESS = names_in(
    """
    featured pinned sticky starred highlighted promoted verified sensitive nsfw spoiler truncated
    layout template theme skin format language locale mood weather season client app device source
    platform origin provider generator service via medium genre color colour currency unit version
    rating score priority order weight size length count index
    """
)
"""Names of fields that programs write of any text, public or not."""


def unexplained_fields(first: FirstRecords, explained: Collection[str]) -> Iterator[str]:
    """The fields that sort records into a few kinds, and whose names and values tell nothing.

    Args:
        first: the first records of a file.
        explained: the fields that are known to say who may read a text.
    """
    for name, values in first.speaking.items():
        plain = plain_name(name.rpartition(".")[2]).removeprefix("is")
        if name not in explained and plain not in _HARMLESS and _sort(values, len(first.records)):
            yield name


def remarks_on(names: Sequence[str]) -> Iterator[Remark]:
    """What the report says about such fields, if there are any."""
    if not names:
        return
    shown = ", ".join(f"“{name}”" for name in names[:_MOST_NAMED])
    others = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
    fields, one = ("The field", "it") if len(names) == 1 else ("The fields", "one of them")
    yield Remark(
        f"{fields} {shown}{others} left nothing out, as nothing tells what the values mean. If"
        f" {one} says who may read a text, name it “visibility”, write “public” for those that"
        " everybody may read, and import again."
    )


def _sort(values: Sequence[object], records: int) -> bool:
    """Whether values, one or none in each record, sort the records into a few kinds."""
    words = [_word_of(value) for value in values]
    kinds = len(set(words)) + (len(words) < records)
    return "" not in words and 1 < kinds <= _MOST_VALUES and records >= _LEAST_EACH * kinds


def _word_of(value: object) -> str:
    """A value that may be the name of a kind; empty if it is none."""
    if is_yes(value) or is_no(value):
        return "yes" if is_yes(value) else "no"
    if isinstance(value, int | str) and number_in(value) is not None:
        return str(value) if str(value) in _CODES else ""
    is_word = isinstance(value, str) and len(value) <= _LONGEST and not any(map(str.isdigit, value))
    return str(value).casefold() if is_word else ""
