"""Fields that say who may read a text, whatever their names are: some records have “public” there.

A record that has another word in such a field is not plainly public, nor is one without an answer
where most others say yes or no, or whose state is another one than “published”, or without a date
of its publication where others have one. A field may stand in a table, as ``settings.readers``.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from sitegen.readers.dates import date_of_value
from sitegen.readers.findings import Reason
from sitegen.readers.records.roles import roles_of, unwrapped
from sitegen.readers.records.selection import PUBLICATIONS, is_published, unknown_fields
from sitegen.readers.restrictions import (
    ABOUT_PARTS,
    PUBLISHED,
    PUBLISHED_TOO,
    group_of,
    is_for_everybody,
    is_no,
    is_nothing,
    is_public,
    is_yes,
    plain_name,
    state_of,
    telling_fields,
    words_in,
)
from sitegen.readers.streams.json_values import objects_in

_EXAMINED = 200
_LONGEST = 30
"""The longest word that says that everybody may read a text."""
_DEEPEST = 3
"""How deep in tables a field may stand."""
_OF_READERS = frozenset({"group", "readers", "audience"})
_NAMES = (
    "id",
    "uid",
    "userid",
    "handle",
    "username",
    "nickname",
    "screenname",
    "acct",
    "login",
    "name",
    "displayname",
)
"""Where an object names a person, in plain spelling."""
_AUTHORS = re.compile(
    r"(?:author|creator|user|poster|postedby|writtenby)(?:u?id|uuid|handle|name)?"
)
_VISIBILITIES = frozenset({"visibility", "privacy", "sichtbarkeit", "visibilite", "visibilidad"})
"""Fields with a word that says who may see a text."""
_OF_PUBLICATION = re.compile(
    r"publi(?:c|shed)(?:version|revision|url|link|id)|share(?:url|link|id)"
)
"""What only a text has that is published."""
_OPEN = frozenset(
    {"open", "offen", "oppen", "oppet", "apen", "apent", "abierto", "abierta", "aberto", "aberta"}
    | {"aperto", "aperta", "ouvert", "ouverte", "alle", "todos", "tous", "tutti"}
)
"""Fields that say who may read a text if they say yes in some records, and no in others."""
_ABOUT_ELSE = frozenset(
    {"closed", "closedat", "closes", "opens", "opened", "openedat", "number", "assignee", "due"}
    | {"hours", "openinghours"}
)
"""Fields beside which they are about shops, tasks and the like."""


class Audiences(NamedTuple):
    """The fields of a file that say who may read a text, as its first records show."""

    speaking: frozenset[str] = frozenset()
    """Fields that hold a record back unless they say yes or “public”."""
    usual: frozenset[str] = frozenset()
    """Fields that hold a record back if they are missing or empty: most records have them."""
    answers: frozenset[str] = frozenset()
    """Fields that hold a record back unless they say yes: most records answer there."""
    states: frozenset[str] = frozenset()
    """Fields that hold a record back unless they say “published”."""
    publications: frozenset[str] = frozenset()
    """Fields that hold a record back if they are empty: others have a date there."""
    owners: frozenset[str] = frozenset()
    """Those whose records they are, if some have an author among them; others are by others."""


NO_AUDIENCES = Audiences()


def audience_fields(items: Iterable[object], owners: frozenset[str] = frozenset()) -> Audiences:
    """The fields that say “public” or “published”, or yes and no, in some of the first records.

    Args:
        items: the records.
        owners: the ids and names of those whose export it is.
    """
    first = islice(items, _EXAMINED)
    records = [unwrapped(item) for item in first if isinstance(item, dict)]
    speaking = {name for record in records for name in _public_fields(record)}
    names = tuple(dict.fromkeys(name for record in records for name in record))
    openings = (name for name in _openings_in(names) if _are_answers(records, name))
    kinds = {f.name: f.rule.kind for f in telling_fields(names) if f.rule}
    switches = [name for name in kinds if kinds[name] == "switch"]
    speaking.update(name for name in switches if _are_words(records, name))
    lists = _lists_among(speaking.union(n for n in kinds if kinds[n] in _OF_READERS), records)
    usual = (name for name in lists.union(filter(_is_word, kinds)) if _is_usual(records, name))
    states = (name for name in kinds if kinds[name] == "state")
    return Audiences(
        frozenset(speaking.union(openings)),
        frozenset(usual),
        frozenset(name for name in switches if _are_mostly_answers(records, name)),
        frozenset(n for n in states if any(_is_among(_state_in(r, n), PUBLISHED) for r in records)),
        frozenset(name for name in _publications(names, records) if _are_dated(records, name)),
        owners
        if any(not owners.isdisjoint(_authors_of(record)) for record in records)
        else frozenset(),
    )


def reasons_of_audience(record: Mapping[str, object], audiences: Audiences) -> Iterator[Reason]:
    """Each reason why a record is not public, as such fields say; none if it may be."""
    for name in audiences.speaking:
        value = value_of(record, name)
        values = value if isinstance(value, list) else [value]
        words = [word for word in values if isinstance(word, str) and word.strip()]
        if words and not any(map(_is_for_all, words)):
            yield from [group for word in words if (group := group_of(word))] or ["not public"]
        elif is_no(value):
            yield "not public"
    yield from _by_absence(record, audiences)
    if _is_by_others(record, audiences.owners):
        yield "somebody else's"
    for name in audiences.states:
        value = _state_in(record, name)
        is_word = isinstance(value, str) and bool(value.strip()) and not is_yes(value)
        if is_word and not _is_among(value, PUBLISHED_TOO):
            yield state_of(str(value)) or "not public"


def _by_absence(record: Mapping[str, object], audiences: Audiences) -> Iterator[Reason]:
    """The reasons for what a record has not, and others have."""
    if any(_is_empty(value_of(record, name)) for name in audiences.usual):
        yield "not public"
    if any(_is_empty(value_of(record, name)) for name in audiences.publications):
        telling = telling_fields(tuple(record))
        if not any(is_published(each, record[each.name]) for each in telling):
            yield "draft"
    if any(not _is_answer_of_yes(record.get(name)) for name in audiences.answers):
        yield "not public"


def _is_by_others(record: Mapping[str, object], owners: frozenset[str]) -> bool:
    authors = _authors_of(record) if owners else frozenset()
    return bool(authors) and owners.isdisjoint(authors)


def people_in(value: object) -> frozenset[str]:
    """The ids and names of a person, or of several."""
    if isinstance(value, list):
        return frozenset().union(*map(people_in, value))
    values = [value]
    if isinstance(value, dict):
        values = [each for key, each in value.items() if plain_name(key) in _NAMES]
    names = (str(each).strip().removeprefix("@").casefold() for each in values if each)
    return frozenset(name for name in names if name)


def _authors_of(record: Mapping[str, object]) -> frozenset[str]:
    named = {*roles_of(tuple(record)).get("author", ())}
    named |= {name for name in record if _AUTHORS.fullmatch(plain_name(name))}
    return people_in([record[name] for name in named])


def _public_fields(record: Mapping[str, object], depth: int = 0) -> Iterator[str]:
    """The fields with “public” or “everybody” whose names may be about readers.

    In a table, so may be a type.
    """
    fields = tuple(record)
    for name in (*_speaking_fields(fields), *(roles_of(fields).get("type", ()) if depth else ())):
        value = record[name]
        if any(map(_is_public, value if isinstance(value, list) else (value,))):
            yield name
        elif depth < _DEEPEST:
            inner = (
                each for table in objects_in(value) for each in _public_fields(table, depth + 1)
            )
            yield from (f"{name}.{each}" for each in inner)


@lru_cache(maxsize=1024)
def _speaking_fields(fields: tuple[str, ...]) -> tuple[str, ...]:
    """The fields whose names say nothing, and those that may name readers, or groups of them."""
    telling = (f for f in telling_fields(fields) if not ABOUT_PARTS.search(f.name.casefold()))
    named = (f.name for f in telling if f.rule is None or f.rule.kind in ("group", "readers"))
    unknown = (f for f in unknown_fields(fields) if not ABOUT_PARTS.search(f.casefold()))
    return (*unknown, *named)


def value_of(record: Mapping[str, object], name: str) -> object:
    """The value of a field, also of one in a table, or in a list of them: ``settings.readers``."""
    if name in record or "." not in name:
        return record.get(name)
    outer, _, inner = name.partition(".")
    value = record.get(outer)
    if isinstance(value, list):
        return [value_of(table, inner) for table in objects_in(value)]
    return value_of(value, inner) if isinstance(value, dict) else None


def _publications(names: tuple[str, ...], records: Iterable[Mapping[str, object]]) -> Iterator[str]:
    """The fields with the date of a publication; what is read later was published by others."""
    roles = roles_of(names)
    if "reading" not in roles and not roles.keys().isdisjoint(("text", "html")):
        yield from (n for n in roles.get("date", ()) if plain_name(n) in PUBLICATIONS)
        yield from (name for name in names if _OF_PUBLICATION.fullmatch(plain_name(name)))
        for name, table in ((n, v) for r in records for n, v in r.items() if isinstance(v, dict)):
            yield from (f"{name}.{each}" for each in table if plain_name(each) in PUBLICATIONS)


def _are_dated(records: Sequence[Mapping[str, object]], name: str) -> bool:
    """Whether some records have a date in a field that all have, or most records have one."""
    values = [value_of(r, name) for r in records if name in r or name.partition(".")[0] in r]
    given = sum(not _is_empty(value) for value in values)
    return 2 * given > len(records) or (given > 0 and len(values) == len(records))


def _openings_in(names: tuple[str, ...]) -> Iterator[str]:
    plain = {plain_name(name) for name in names}
    if plain.isdisjoint(_ABOUT_ELSE):
        yield from (name for name in names if plain_name(name).removeprefix("is") in _OPEN)


def _lists_among(names: Iterable[str], records: Sequence[Mapping[str, object]]) -> set[str]:
    """The fields that hold a list in some records."""
    return {n for n in names if any(isinstance(value_of(r, n), list) for r in records)}


def _are_words(records: Sequence[Mapping[str, object]], name: str) -> bool:
    """Whether a field that may say yes or no holds words instead, and “everybody” in some."""
    values = [value for r in records if not _is_empty(value := r.get(name))]
    are_words = all(isinstance(v, str | list) and not (is_yes(v) or is_no(v)) for v in values)
    words = words_in(values) if are_words else []
    return any(map(_is_public, words)) and not any(map(date_of_value, words))


def _state_in(record: Mapping[str, object], name: str) -> object:
    """The state of a record, also of one in a table, such as ``{"step": "live"}``."""
    value = record.get(name)
    words = words_in(value) if isinstance(value, dict) else []
    return words[0] if len(words) == 1 else value


def _are_answers(records: Sequence[Mapping[str, object]], name: str) -> bool:
    """Whether a field says yes in some records, and no in all others that have it."""
    values = [value for r in records if not _is_empty(value := r.get(name))]
    return any(map(is_yes, values)) and all(is_yes(value) or is_no(value) for value in values)


def _are_mostly_answers(records: Sequence[Mapping[str, object]], name: str) -> bool:
    """Whether a field says yes or no in most records, and yes in some."""
    values = [record.get(name) for record in records]
    answers = sum(is_yes(value) or is_no(value) for value in values)
    return any(map(is_yes, values)) and 2 * answers > len(records)


def _is_answer_of_yes(value: object) -> bool:
    is_word = isinstance(value, str) and is_public(value)
    return is_yes(value) or is_word or date_of_value(value) is not None


def _is_among(value: object, words: Collection[str]) -> bool:
    """Whether a state is one of some words, or begins with one, as “Published (draft 2)” does."""
    if not isinstance(value, str) or not value.strip():
        return False
    first = value.split()[0]
    return is_public(value) or plain_name(value) in words or plain_name(first) in words


@lru_cache(maxsize=1024)
def _is_word(name: str) -> bool:
    """Whether a field holds a word that says who may see a text."""
    return plain_name(name) in _VISIBILITIES


def _is_usual(records: Sequence[Mapping[str, object]], name: str) -> bool:
    """Whether most records have a field with one word, and some are public as it says."""
    values = [value for r in records if not _is_empty(value := value_of(r, name))]
    are_words = all(isinstance(value, str | bool | int | list) for value in values)
    is_for_some = any(map(_is_said_of_all, values))
    return are_words and is_for_some and 2 * len(values) > len(records)


def _is_said_of_all(value: object) -> bool:
    if isinstance(value, list):
        return any(map(_is_public, words_in(value)))
    return is_yes(value) or (isinstance(value, str) and is_public(value))


def _is_empty(value: object) -> bool:
    return value is None or value in ([], {}) or (isinstance(value, str) and not value.strip())


def _is_for_all(word: str) -> bool:
    return (is_public(word) and not is_nothing(word)) or is_yes(word) or _is_public(word)


def _is_public(value: object) -> bool:
    return isinstance(value, str) and len(value) < _LONGEST and is_for_everybody(value)
