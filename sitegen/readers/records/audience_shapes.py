"""The shapes in which services say who may read a text, whatever the names of their fields are.

Each is a row of a table: the fields that may say so, what the first records of a file must show,
and why a record is not public then.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from sitegen.readers.dates import date_of_value
from sitegen.readers.detection.names import names_in
from sitegen.readers.findings import Reason
from sitegen.readers.records.first_records import FirstRecords, Record, is_empty, value_of
from sitegen.readers.records.roles import roles_of
from sitegen.readers.records.selection import PUBLICATIONS, is_published
from sitegen.readers.restrictions import (
    PUBLISHED,
    are_telling,
    concern_of,
    group_of,
    is_for_everybody,
    is_no,
    is_nothing,
    is_open,
    is_public,
    is_published_state,
    is_yes,
    plain_name,
    state_of,
    telling_fields,
    words_in,
)

_LONGEST = 30
"""The longest word that says that everybody may read a text."""
_VISIBILITIES = frozenset({"visibility", "privacy", "sichtbarkeit", "visibilite", "visibilidad"})
_OF_PUBLICATION = re.compile(
    r"publi(?:c|shed)(?:version|revision|url|link|id|by)|approvedby|share(?:url|link|id)"
)
"""What only a text has that is published."""
_OPEN = frozenset(
    {"open", "offen", "oppen", "oppet", "apen", "apent", "abierto", "abierta", "aberto", "aberta"}
    | {"aperto", "aperta", "ouvert", "ouverte", "alle", "todos", "tous", "tutti"}
)
_FREE = frozenset({"free", "gratis", "kostenlos", "gratuit", "gratuito"})
_OF_SHOPS = names_in(
    "closed closedat closes opens opened openedat number assignee due hours openinghours"
)
"""Fields beside which “open” is about shops, tasks and the like."""
_OF_THINGS = names_in(
    """
    name rating stock sku brand venue place location city isbn servings quantity product director
    cuisine tickets start starts startdate startsat distance
    """
)
"""Fields beside which a price is that of a thing."""
_SPEAKING = frozenset({"date", "folder", "type"})
"""Roles of fields that may say who reads a text, too."""
_AT_PLACES = frozenset({"live", "online", "offline"})
"""States that may be ways of meeting, too."""
_AMOUNTS = re.compile(
    r"(?P<paid>(?:subscription|access)?(?:price|tier)(?:level|cents|usd|eur)?)"
    r"|flags|(?:bit)?mask|min(?:imum)?(?:rank|level|trust\w*)"
)
"""Fields with numbers, of which those of public texts are 0 if some are."""
_SUM = re.compile(r"[^\W\d]{0,3}\W{0,2}(\d+)(?:[.,](\d\d?))?\W{0,2}[^\W\d]{0,3}")


class Shape(NamedTuple):
    """A way in which services say who may read a text."""

    fields: Callable[[FirstRecords], Iterable[str]]
    """The fields that may say so."""
    is_shown: Callable[[FirstRecords, str], bool]
    """Whether a field does, by its values in the first records."""
    reasons: Callable[[Record, str], Iterable[Reason]]
    """Why a record is not public, by its value of the field."""


def _lists(first: FirstRecords) -> Iterator[str]:
    """The fields that may hold a list of readers, or a word about who may see a text."""
    yield from (*first.speaking, *first.of_kind("switch", "group", "readers", "audience"))


def _openings(first: FirstRecords) -> Iterator[str]:
    plain = {plain_name(name): name for name in first.names}
    for names, others in ((_OPEN, _OF_SHOPS), (_FREE, _OF_THINGS)):
        if others.isdisjoint(plain):
            yield from (plain[each] for each in plain if each.removeprefix("is") in names)


def _amounts(first: FirstRecords) -> Iterator[str]:
    if _OF_THINGS.isdisjoint(map(plain_name, first.names)):
        yield from (name for name in first.names if _AMOUNTS.fullmatch(plain_name(name)))


def _publications(first: FirstRecords) -> Iterator[str]:
    """The fields with the date of a publication; what is read later was published by others."""
    roles = roles_of(first.names)
    if "reading" in roles or roles.keys().isdisjoint(("text", "html")):
        return
    yield from (name for name in roles.get("date", ()) if plain_name(name) in PUBLICATIONS)
    yield from (name for name in first.names if _OF_PUBLICATION.fullmatch(plain_name(name)))
    tables = ((n, v) for r in first.records for n, v in r.items() if isinstance(v, dict))
    for name, table in tables:
        yield from (f"{name}.{each}" for each in table if plain_name(each) in PUBLICATIONS)


def _has_everybody(first: FirstRecords, name: str) -> bool:
    values = first.given(name)
    return any(_is_everybody(v) for value in values for v in _items_of(value))


def _are_answers(first: FirstRecords, name: str) -> bool:
    """Whether a field says yes in some records, and no in all others that have it."""
    values = first.given(name)
    return any(map(is_yes, values)) and all(is_yes(value) or is_no(value) for value in values)


def _are_words(first: FirstRecords, name: str) -> bool:
    """Whether a field that may say yes or no holds words instead, and “everybody” in some."""
    values = first.given(name)
    are_words = all(isinstance(v, str | list) and not (is_yes(v) or is_no(v)) for v in values)
    words = words_in(values) if are_words else []
    return any(map(_is_everybody, words)) and not any(map(date_of_value, words))


def _is_usual(first: FirstRecords, name: str) -> bool:
    """Whether most records have a list or a word, and some are public as it says."""
    values = first.given(name)
    is_list = any(isinstance(value, list) for value in values)
    says = is_public if name in first.kinds else is_for_everybody
    return (
        (is_list or plain_name(name) in _VISIBILITIES)
        and all(isinstance(value, str | bool | int | list) for value in values)
        and any(is_yes(value) or any(map(says, words_in(value))) for value in values)
        and 2 * len(values) > len(first.records)
    )


def _are_mostly_answers(first: FirstRecords, name: str) -> bool:
    """Whether a field says yes or no in most records, and yes in some."""
    answers = [value for value in first.given(name) if is_yes(value) or is_no(value)]
    return any(map(is_yes, answers)) and 2 * len(answers) > len(first.records)


def _are_dated(first: FirstRecords, name: str) -> bool:
    """Whether some records have a date in a field that all have, or most records have one."""
    outer, given = name.partition(".")[0], len(first.given(name))
    have_all = all(name in record or outer in record for record in first.records)
    return 2 * given > len(first.records) or (given > 0 and have_all)


def _has_published(first: FirstRecords, name: str) -> bool:
    return any(_is_published(_state_in(record, name)) for record in first.records)


def _are_states(first: FirstRecords, name: str) -> bool:
    """Whether a field holds states and nothing else, and “published” in some records."""
    states = [value for value in first.given(name) if isinstance(value, str)]
    plain = {plain_name(state) for state in states}
    are_known = all(state_of(state) or plain_name(state) in PUBLISHED for state in states)
    is_whole = len(states) == len(first.given(name))
    return is_whole and are_known and not PUBLISHED.isdisjoint(plain - _AT_PLACES)


def _are_partly_nothing(first: FirstRecords, name: str) -> bool:
    """Whether a field holds numbers, of which some are 0, and others above."""
    amounts = [_amount(value) for value in first.given(name)]
    return 0 in amounts and None not in amounts and any(amounts)


def _concerned(first: FirstRecords) -> Iterator[str]:
    """The fields about readers, states, leave to publish, and limits, as their names say."""
    roles = roles_of(first.names)
    known = {field for role, fields in roles.items() if role not in _SPEAKING for field in fields}
    known.update(first.of_kind("audience", "password", "price", "robots", "mode", "recipient"))
    for name in dict.fromkeys((*first.names, *first.speaking)):
        if name not in known and concern_of(name):
            yield name


def _has_open(first: FirstRecords, name: str) -> bool:
    """Whether a field opens some records, or is a limit that most are without."""
    concern, given = concern_of(name), first.given(name)
    if concern is None or not given or not are_telling(concern, given):
        return False
    if concern == "limit" and 2 * len(given) < len(first.records):
        are_words = not any(is_yes(value) or is_no(value) for value in given)
        return are_words and all(name in record for record in first.records)
    return any(is_open(concern, value) for value in given)


def _by_concern(record: Record, name: str) -> Iterator[Reason]:
    value, concern = value_of(record, name), concern_of(name)
    if concern and not is_empty(value) and not is_open(concern, value):
        yield next(filter(None, map(group_of, words_in(value))), "not public")


def _are_mostly_open(first: FirstRecords, name: str) -> bool:
    """Whether leave was given for most records; a text may lack the date of its publication."""
    concern, given = concern_of(name), first.given(name)
    is_date = name in roles_of(first.names).get("date", ())
    if concern != "leave" or is_date or not are_telling(concern, given):
        return False
    return 2 * sum(is_open(concern, value) for value in given) > len(first.records)


def _by_words(record: Record, name: str) -> Iterator[Reason]:
    """The groups that a field names in place of everybody."""
    value = value_of(record, name)
    words = [word for word in _items_of(value) if isinstance(word, str) and word.strip()]
    if words and not any(map(_is_for_all, words)):
        yield from [group for word in words if (group := group_of(word))] or ["not public"]
    elif is_no(value):
        yield "not public"


def _has_date(first: FirstRecords, name: str) -> bool:
    return any(map(date_of_value, first.given(name)))


def _by_no_date(record: Record, name: str) -> Iterator[Reason]:
    """A text is not yet to be seen if words stand for the day, such as “to be announced”."""
    value = value_of(record, name)
    is_word = isinstance(value, str) and bool(value.strip()) and not is_nothing(value)
    if is_word and not (date_of_value(value) or is_yes(value) or is_no(value)):
        yield "scheduled"


def _by_absence(record: Record, name: str) -> Iterator[Reason]:
    if is_empty(value_of(record, name)):
        yield "not public"


def _by_amount(record: Record, name: str) -> Iterator[Reason]:
    if _amount(value_of(record, name)):
        found = _AMOUNTS.fullmatch(plain_name(name))
        yield "paid" if found and found["paid"] else "not public"


def _by_no_yes(record: Record, name: str) -> Iterator[Reason]:
    value = record.get(name)
    is_word = isinstance(value, str) and is_public(value)
    if not (is_yes(value) or is_word or date_of_value(value)):
        yield "not public"


def _by_no_publication(record: Record, name: str) -> Iterator[Reason]:
    if is_empty(value_of(record, name)):
        telling = telling_fields(tuple(record))
        if not any(is_published(each, record[each.name]) for each in telling):
            yield "draft"


def _by_state(record: Record, name: str) -> Iterator[Reason]:
    value = _state_in(record, name)
    is_word = isinstance(value, str) and bool(value.strip()) and not is_yes(value)
    if is_word and not is_published_state(str(value)):
        yield state_of(str(value)) or "not public"


def _state_in(record: Record, name: str) -> object:
    """The state of a record, also of one in a table, such as ``{"step": "live"}``."""
    value = value_of(record, name)
    words = words_in(value) if isinstance(value, dict) else []
    return words[0] if len(words) == 1 else value


def _is_published(value: object) -> bool:
    """Whether a state says so, or begins so, as “Published (draft 2)” does."""
    if not isinstance(value, str) or not value.strip():
        return False
    words = (value, re.split(r"[\s,;|]+", value.strip())[0])
    return is_public(value) or not PUBLISHED.isdisjoint(map(plain_name, words))


def _amount(value: object) -> float | None:
    """A number, a sum such as ``$4.99``, or “free”; None if a value is none of these."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    if not isinstance(value, str):
        return None
    found = _SUM.fullmatch(value.strip())
    return float(f"{found[1]}.{found[2] or 0}") if found else 0.0 if is_public(value) else None


def _items_of(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else (value,)


def _is_for_all(word: str) -> bool:
    return (is_public(word) and not is_nothing(word)) or is_yes(word) or _is_everybody(word)


def _is_everybody(value: object) -> bool:
    return isinstance(value, str) and len(value) < _LONGEST and is_for_everybody(value)


SHAPES = (
    # A field of any name has “public” in some records.
    Shape(lambda first: first.speaking, _has_everybody, _by_words),
    # “open” says yes in some records, and no in others.
    Shape(_openings, _are_answers, _by_words),
    # “shared” holds words, and “everybody” in some records.
    Shape(lambda first: first.of_kind("switch"), _are_words, _by_words),
    # Most records name their readers, or say “public” in a word; one without is not for all.
    Shape(_lists, _is_usual, _by_absence),
    # “public” says yes or no in most records; one without an answer is not for all.
    Shape(lambda first: first.of_kind("switch"), _are_mostly_answers, _by_no_yes),
    # A date of publication is empty where others have one.
    Shape(_publications, _are_dated, _by_no_publication),
    # “published” is the state of some records; one in another state is not.
    Shape(lambda first: first.of_kind("state"), _has_published, _by_state),
    # So does a field of any name that holds states, and nothing else.
    Shape(lambda first: first.speaking, _are_states, _by_state),
    # A field on readers, a state, leave or a limit opens some records, as its words say.
    Shape(_concerned, _has_open, _by_concern),
    # Leave to publish is given for most records; one without is not for all.
    Shape(_concerned, _are_mostly_open, _by_absence),
    # A text is to be seen from a day on, which some records have.
    Shape(lambda first: first.of_kind("start"), _has_date, _by_no_date),
    # A price is 0 in some records; those that cost something are paid.
    Shape(_amounts, _are_partly_nothing, _by_amount),
)
