"""States that headers name, such as ``status: simmering``, which are not known to be public.

Where other texts are published by the same key, such a text is not public, as among records; where
none is, it is read, and the report names its state.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache

from sitegen.readers.findings import Reason, Remark
from sitegen.readers.markdown.header import plain_key
from sitegen.readers.restrictions import (
    FINISHED,
    PUBLISHED,
    is_no,
    is_published_state,
    is_yes,
    plain_name,
    telling_fields,
)

_STATE_LINE = re.compile(
    r"^[ \t]*(?:\.\. |:)?(?P<key>[\w-]{3,30})[ \t]*(?:::?|=)[ \t]*[\"']?(?P<state>[^\W\d]\w{2,20})"
    r"[\"']?[ \t]*$",
    re.MULTILINE,
)
_OF_COUNTRIES = frozenset({"state", "stato", "estado", "etat"})
"""Keys that may name a part of a country as well."""
_LONGEST = 40


def keys_of_states(texts: Iterable[str]) -> frozenset[str]:
    """The keys by which some texts say that they are published, from the beginnings of texts."""
    lines = ((found["key"], found["state"]) for t in texts for found in _STATE_LINE.finditer(t))
    published = {plain_key(key) for key, state in lines if plain_name(state) in PUBLISHED}
    return frozenset(filter(_is_state, published))


def reason_of_unknown_state(
    fields: Mapping[str, object], published_by: Collection[str]
) -> Reason | None:
    """Why a text in an unknown state is not public; None if it may be.

    Args:
        fields: the values of its header.
        published_by: the keys by which other texts say that they are published.
    """
    states = (value for key, value in fields.items() if key in published_by)
    words = (value for value in states if isinstance(value, str) and _is_word(value))
    return None if all(map(is_published_state, words)) else "not public"


def remarks_on_states(fields: Mapping[str, object]) -> Iterator[Remark]:
    """What the report says of a text in an unknown state that is read."""
    for key, value in fields.items():
        if isinstance(value, str) and _is_unknown(key, value):
            yield Remark(
                f"Texts with “{key}: {value.strip()}” were read, as nothing tells what that means."
                f" If not everybody may read them, write “{key}: draft”, and import again."
            )


def _is_unknown(key: str, value: str) -> bool:
    if not (_is_word(value) and _is_state(key)) or plain_name(key) in _OF_COUNTRIES:
        return False
    return not (is_published_state(value) or plain_name(value) in FINISHED)


def _is_word(value: str) -> bool:
    is_answer = is_yes(value) or is_no(value)
    return bool(re.search(r"[^\W\d]", value)) and len(value) <= _LONGEST and not is_answer


@lru_cache(maxsize=1024)
def _is_state(key: str) -> bool:
    return any(field.rule and field.rule.kind == "state" for field in telling_fields((key,)))
