"""What a field says with its value on who may read a text."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from typing import NamedTuple

from sitegen.readers.dates import date_of_value, is_never, is_to_come
from sitegen.readers.findings import Reason
from sitegen.readers.restrictions.answers import bare_value, is_no, is_true, is_yes
from sitegen.readers.restrictions.names import plain_name
from sitegen.readers.restrictions.other_meanings import (
    ABOUT_PARTS,
    OTHER_MEANINGS,
    has_other_meaning,
)
from sitegen.readers.restrictions.phrases import is_denied, rule_of_phrase
from sitegen.readers.restrictions.rules import Kind, Rule, rule_of
from sitegen.readers.restrictions.telling_values import reason_of_state, reason_of_value
from sitegen.readers.restrictions.value_words import ACTIONS, number_in, table_of, words_in
from sitegen.readers.restrictions.words import group_of, is_nothing, is_public, state_of

_TABLES = frozenset(
    {"seo", "meta", "metadata", "data", "settings", "options", "extra", "params", "customfields"}
    | {
        "frontmatter",
        "matter",
        "sitemap",
        "robots",
        "publishing",
        "publication",
        "privacy",
        "build",
    }
    | {"wordpress", "ghost", "cascade", "attributes", "fields", "properties", "flags", "extras"}
    | {"share", "access"}
)
"""Fields that hold a table with fields of the same kinds."""
_PLACES = frozenset(
    {"blog", "board", "channel", "circle", "collection", "community", "group", "journal", "list"}
    | {"notebook", "publication", "section", "space", "subreddit", "team", "workspace"}
)
"""Fields that hold a table on where a text was published; what is private there is private."""
_OF_PLACES = frozenset({"mark", "flag", "switch", "audience"})
_CLOSED_PLACES = frozenset({"private", "not public", "followers only", "paid"})
_OF_MOMENTS = frozenset({"start", "end", "moment"})
_PEOPLE = frozenset({"author", "account", "creator", "owner", "profile", "user"})
"""Fields that hold a table on who wrote a text."""
_OF_PEOPLE = frozenset({"private", "isprivate", "protected", "isprotected"})
"""What says of an account that only its followers see its posts."""
_PUBLIC_NUMBER = {"visibilitylevel": 20}
"""Numbers that mean public, of GitLab; others differ by program, or are unknown."""
_OF_WEIBO = frozenset({"type", "list_id"})
"""A table on who may read a text, whose type is 0 if it is public."""
_LEVELS = re.compile(r"visib|privacy|access")
_SHOWN_TO = re.compile(r"shar|visib")
"""Of these, “none” says that nobody sees a text."""
_SHOWING = re.compile(r"visib|access|sharing")
"""Of these, “no” restricts a text; “protection: no” does not."""
_FEWEST_METRES = 100
_CLOSED_MODE = re.compile(r"0?[4-7][0-7][0-3]")
"""What the mode of a file is if others than its owner and their group may not read it."""
_AT_LARGE = frozenset(
    {"adults", "children", "kids", "teens", "families", "allages", "beginners", "experts"}
    | {"parents", "students", "teachers", "pupils", "developers", "designers", "professionals"}
)
"""Audiences that anybody may belong to."""
_SHOWS = frozenset({"show", "display", "live"})
"""Names of switches that may also be those of a broadcast, with its title."""
_WITH_ACCENT = frozenset({"cache", "archive"})
"""Names that hold a text back with an accent only, as “caché” does in French."""
_COUNTS = frozenset({"readers", "viewers"})
"""Where a number is that of the people who have read a text."""
_IN_WORDS = re.compile(r"[^\W\d]{2}")
_AND = re.compile(r"\s+(?:and|und|et|y|e|en|or|oder)\s+|\s*[&+/]\s*")
"""Between groups of people in one value."""
_MY = re.compile(
    r"^(?:(?:my|our|the|all|only|just|close|meine?|unsere?|nur|f[uü]r|mis|mes|nos|s[oó]lo|para|alleen"
    r"|voor)\s+)+",
    re.IGNORECASE,
)
_OF_PLANS = frozenset({"plan", "tier", "membership", "membershiplevel", "membershiplevels"})
_PLANS = frozenset({"pro", "plus", "professional", "enterprise", "business"})
"""Names of plans that cost something."""
_CLEAR_ANSWERS = frozenset(
    {"public", "ispublic", "private", "isprivate", "draft", "isdraft", "deleted", "isdeleted"}
)
"""Names of fields that say the same in any table."""
_NO_PERSON = re.compile(r"^[\W\d_]*$|[/#]|^\d|^www\.")
"""Numbers, dates, times and addresses."""
_NO_MOMENT = re.compile(r"[0\W]*(?:T[0\W]*Z?)?")
"""No date, as MySQL writes it: ``0000-00-00 00:00:00``."""
_NUMBERED = re.compile(r"(?:publish|publication|post|content|page)?(?:status|state)")
_SHOWN_STATE = re.compile(r"publi|visib|approv|veroffentlich")
"""States that “no” may deny."""


class Field(NamedTuple):
    """A field that may hold a text back."""

    name: str
    """As it is written."""
    rule: Rule | None
    """None of a table with such fields."""


@lru_cache(maxsize=1024)
def telling_fields(names: tuple[str, ...]) -> tuple[Field, ...]:
    """Those fields of a record, or keys of a header, that may hold a text back."""
    plain = {plain_name(name) for name in names}
    found: list[Field] = []
    for name in names:
        spelled = plain_name(name)
        rule = rule_of(spelled) or rule_of_phrase(name)
        if spelled in _WITH_ACCENT and name.isascii():
            continue
        if rule and plain.isdisjoint(OTHER_MEANINGS.get(spelled.removeprefix("is"), ())):
            found.append(Field(name, rule))
        elif spelled in _TABLES or spelled in _PLACES or spelled in _PEOPLE:
            found.append(Field(name, None))
    return tuple(found)


def restrictions_of(field: Field, value: object) -> Iterator[Reason]:
    """Each reason why a text whose field has this value is not public; none if it may be."""
    table = table_of(value)
    if isinstance(table, dict):
        yield from _in_table(field, table)
        yield from _by_joined_names(field.name, table)
        if table.keys() >= _OF_WEIBO and table["type"] != 0:
            yield "not public"
    if field.rule is None:
        return
    test, bare = _TESTS[field.rule.kind], bare_value(value)
    if reason := test(field, field.rule, bare):
        yield reason
        words = words_in(bare)
        if len(words) > 1:  # each may name another state or group
            yield from filter(None, (test(field, field.rule, word) for word in words))


def restrictions_in(name: str, table: Mapping[str, object]) -> Iterator[Reason]:
    """Each reason why a text with a table of any name is not public, as its visibility says."""
    if ABOUT_PARTS.search(name.casefold()):
        return
    yield from _by_joined_names(name, table)
    for each in telling_fields(tuple(map(str, table))):
        value = table.get(each.name)
        kind = each.rule.kind if each.rule else "table"
        is_clear = isinstance(value, bool) and plain_name(each.name) in _CLEAR_ANSWERS
        if is_clear or kind == "moment" or (kind == "audience" and isinstance(value, str)):
            yield from restrictions_of(each, value)


def _by_joined_names(name: str, table: Mapping[str, object]) -> Iterator[Reason]:
    """The reasons in a table as its name and those in it tell together: ``visible``, ``until``."""
    if plain_name(name) in _SHOWS and not all(map(date_of_value, filter(None, table.values()))):
        return  # of a concert, with its place
    for each, value in table.items():
        rule = rule_of(plain_name(f"{name}{each}"))
        if rule and rule.kind in _OF_MOMENTS:
            yield from restrictions_of(Field(name, rule), value)


def _in_table(field: Field, table: Mapping[str, object]) -> Iterator[Reason]:
    """Each reason why a text with a field that holds a table is not public."""
    name, is_telling = plain_name(field.name), field.rule is not None
    if name in _PEOPLE:
        if any(is_yes(v) for key, v in table.items() if plain_name(key) in _OF_PEOPLE):
            yield "followers only"
        return
    if not is_telling and name not in _TABLES and name not in _PLACES:
        return
    for each in telling_fields(tuple(map(str, table))):
        if each.rule and (is_telling or name in _TABLES or _is_of_place(each.rule)):
            yield from restrictions_of(each, table.get(each.name))


def _is_of_place(rule: Rule) -> bool:
    return rule.kind in _OF_PLACES and rule.reason in _CLOSED_PLACES


def _of_mark(_: Field, rule: Rule, value: object) -> Reason | None:
    group = group_of(value) if isinstance(value, str) and value.strip() else None
    return (group or rule.reason) if is_true(value) else None


def _of_flag(field: Field, rule: Rule, value: object) -> Reason | None:
    if is_yes(value):
        return rule.reason
    if rule.reason == "scheduled":
        return _of_start(field, rule, value)
    return group_of(value) if isinstance(value, str) and is_true(value) else None


def _of_mention(_: Field, rule: Rule, value: object) -> Reason | None:
    is_count = rule.reason != "private" and number_in(value) is not None
    return rule.reason if is_yes(value) and not is_count else None


def _of_switch(field: Field, rule: Rule, value: object) -> Reason | None:
    if is_no(value):
        return rule.reason
    if isinstance(value, str) and plain_name(field.name) not in _SHOWS and not is_yes(value):
        if is_denied(value):
            return rule.reason
        return group_of(value) or _of_start(field, Rule("start", "scheduled"), value)
    return _of_start(field, Rule("start", "scheduled"), value)


def _of_strict_switch(_: Field, rule: Rule, value: object) -> Reason | None:
    return rule.reason if is_no(value) and number_in(value) is None else None


def _of_state(field: Field, _: Rule, value: object) -> Reason | None:
    number = number_in(value)
    if number is not None and _NUMBERED.fullmatch(plain_name(field.name)):
        return "draft" if number == 0 else "trash" if number < 0 else None  # of Drupal and Joomla
    if value is False or (_SHOWN_STATE.match(plain_name(field.name)) and is_no(value)):
        return "draft"
    return next(filter(None, map(reason_of_state, words_in(value))), None)


def _of_audience(field: Field, rule: Rule, value: object) -> Reason | None:
    name = plain_name(field.name)
    if is_no(value) and number_in(value) is None:
        return "private" if _SHOWING.search(name) else None
    if (number := number_in(value)) is not None:
        return rule.reason if _is_closed(name, number, str(value).strip()) else None
    words = [word for word in words_in(value) if word.casefold() not in ACTIONS]
    if isinstance(value, str) and has_other_meaning(name, value) and not any(map(is_public, words)):
        return next(filter(None, map(group_of, (value, *re.split(r"[\W_]+", value)))), None)
    return _of_words(name, words, rule)


def _of_words(name: str, words: Sequence[str], rule: Rule) -> Reason | None:
    if name == "emailtype" and "free" in words:  # of Buttondown: for subscribers
        return "followers only"
    if words and _SHOWN_TO.match(name) and all(map(is_nothing, words)):
        return "private"
    is_at_large = "audience" in name and _AT_LARGE.issuperset(map(plain_name, words))
    if not words or is_at_large or any(map(is_public, words)):
        return None
    return next(filter(None, map(group_of, words)), rule.reason)


def _is_closed(name: str, number: float, written: str) -> bool:
    """Whether a number, as a level of access or the mode of a file, is not that of the public."""
    if name.startswith("permission"):
        return _CLOSED_MODE.fullmatch(written) is not None
    is_sight = name == "visibility" and number >= _FEWEST_METRES
    return not is_sight and bool(_LEVELS.match(name)) and number != _PUBLIC_NUMBER.get(name)


def _of_group(field: Field, _: Rule, value: object) -> Reason | None:
    name, words = plain_name(field.name), words_in(value)
    words += [part for word in words for part in _AND.split(word) if part != word]
    if "audience" in name:
        words += [part for word in words for part in word.split()]
    if any(is_public(word) for word in words):
        return None
    if name in _OF_PLANS and not _PLANS.isdisjoint(map(plain_name, words)):
        return "paid"
    return next(filter(None, (group_of(_MY.sub("", word)) for word in words)), None)


def _of_recipient(_: Field, rule: Rule, value: object) -> Reason | None:
    """Of a message; a redirection has a path, and an event a date."""
    words = [word for word in words_in(value) if not _NO_PERSON.search(word) and not is_no(word)]
    is_message = words and not any(is_public(word) or date_of_value(word) for word in words)
    return rule.reason if is_message else None


def _of_kind(_: Field, __: Rule, value: object) -> Reason | None:
    return reason_of_value(value)


def _of_tags(field: Field, _: Rule, value: object) -> Reason | None:
    if plain_name(field.name).endswith("flags"):
        return next(filter(None, map(state_of, words_in(value))), None)
    return next(filter(None, map(reason_of_value, words_in(value))), None)


def _of_readers(field: Field, rule: Rule, value: object) -> Reason | None:
    if plain_name(field.name) in _COUNTS and not _IN_WORDS.search(str(value)):
        return None
    words = [word for word in words_in(value) if not is_no(word)]
    if not words or any(is_public(word) for word in words):
        return None
    is_private = any(group_of(word) == "private" for word in words)
    return "private" if is_private else rule.reason


def _of_start(_: Field, rule: Rule, value: object) -> Reason | None:
    return rule.reason if is_to_come(value) else None


def _of_end(_: Field, rule: Rule, value: object) -> Reason | None:
    date = date_of_value(value)
    is_past = date is not None and not is_never(value) and date <= datetime.now(UTC)
    return rule.reason if is_past else None


def _of_moment(_: Field, rule: Rule, value: object) -> Reason | None:
    is_given = is_true(value) and not _NO_MOMENT.fullmatch(str(value))
    return rule.reason if is_given else None


def _of_password(_: Field, rule: Rule, value: object) -> Reason | None:
    return rule.reason if is_true(value) else None


def _of_price(_: Field, rule: Rule, value: object) -> Reason | None:
    return rule.reason if (number_in(value) or 0) > 0 else None


def _of_robots(_: Field, rule: Rule, value: object) -> Reason | None:
    return rule.reason if any("noindex" in plain_name(word) for word in words_in(value)) else None


_TESTS: Mapping[Kind, Callable[[Field, Rule, object], Reason | None]] = {
    "mark": _of_mark,
    "flag": _of_flag,
    "mention": _of_mention,
    "switch": _of_switch,
    "strict switch": _of_strict_switch,
    "state": _of_state,
    "audience": _of_audience,
    "group": _of_group,
    "kind": _of_kind,
    "tags": _of_tags,
    "readers": _of_readers,
    "recipient": _of_recipient,
    "start": _of_start,
    "end": _of_end,
    "moment": _of_moment,
    "password": _of_password,
    "price": _of_price,
    "robots": _of_robots,
}
