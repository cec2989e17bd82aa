"""Why a text is not public, as the value of a field of each kind says."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime

from sitegen.readers.dates import date_of_value, is_never, is_to_come
from sitegen.readers.detection.names import names_in
from sitegen.readers.findings import Reason
from sitegen.readers.restrictions.answers import bare_value, is_no, is_true, is_yes
from sitegen.readers.restrictions.names import plain_name
from sitegen.readers.restrictions.other_meanings import has_other_meaning
from sitegen.readers.restrictions.phrases import is_denied
from sitegen.readers.restrictions.rules import Kind, Rule
from sitegen.readers.restrictions.telling_values import reason_of_state, reason_of_value
from sitegen.readers.restrictions.value_words import ACTIONS, is_open_mode, number_in, words_in
from sitegen.readers.restrictions.words import group_of, is_nothing, is_public, state_of

_PUBLIC_NUMBER = {"visibilitylevel": 20}
"""Numbers that mean public, of GitLab; others differ by program, or are unknown."""
_LEVELS = re.compile(r"visib|privacy|access|\w+(?:mask|bits)$")
_SHOWING = re.compile(r"visib|access|shar|audience")
"""Of these, “no” says that nobody sees a text; “protection: no” restricts nothing."""
_SHOWN_TO = ("shar", "visib")
"""Of those that begin so, “none” says it, too."""
_MEANT = {("emailtype", "free"): "all subscribers"}
"""Words that mean something else in a field, of Buttondown."""
_FEWEST_METRES = 100
_OTHER_MODE = re.compile(r"[1-9]\d{0,3}")
"""A number that may be about anything in a field “mode”."""
_AT_LARGE = frozenset(
    {"adults", "children", "kids", "teens", "families", "allages", "beginners", "experts"}
    | {"parents", "students", "teachers", "pupils", "developers", "designers", "professionals"}
)
"""Audiences that anybody may belong to."""
_SHOWS = frozenset({"show", "display", "live"})
"""Names of switches that may also be those of a broadcast, with its title."""
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
_NO_GROUPS = names_in("gold silver bronze platinum both local office company user users")
"""Names of groups that are rather the rank or the place of a thing, as its state."""
_NO_PERSON = re.compile(r"^[\W\d_]*$|[/#]|^\d|^www\.")
"""Numbers, dates, times and addresses."""
_NO_MOMENT = re.compile(r"[0\W]*(?:T[0\W]*Z?)?")
"""No date, as MySQL writes it: ``0000-00-00 00:00:00``."""
_NUMBERED = re.compile(r"(?:publish|publication|post|content|page)?(?:status|state)")
_SHOWN_STATE = re.compile(r"publi|visib|approv|veroffentlich")
"""States that “no” may deny."""

Test = Callable[[str, Rule, object], Reason | None]


def reasons_of_kind(name: str, rule: Rule, value: object) -> Iterable[Reason]:
    """Each reason why a text is not public, as the value of a field with a rule says.

    Args:
        name: the name of the field, in plain spelling.
        rule: how it holds a text back.
        value: its value.
    """
    test, value = _TESTS[rule.kind], bare_value(value)
    reason = test(name, rule, value)
    words = words_in(value) if reason else []
    if len(words) > 1:  # each may name another state or group
        return filter(None, (reason, *(test(name, rule, word) for word in words)))
    return (reason,) if reason else ()


def _of_mark(_: str, rule: Rule, value: object) -> Reason | None:
    group = group_of(value) if isinstance(value, str) and value.strip() else None
    return (group or rule.reason) if is_true(value) else None


def _of_flag(_: str, rule: Rule, value: object) -> Reason | None:
    if is_yes(value):
        return rule.reason
    if rule.reason == "scheduled":
        return rule.reason if is_to_come(value) else None
    return group_of(value) if isinstance(value, str) and is_true(value) else None


def _of_mention(_: str, rule: Rule, value: object) -> Reason | None:
    is_count = rule.reason != "private" and number_in(value) is not None
    return rule.reason if is_yes(value) and not is_count else None


def _of_switch(name: str, rule: Rule, value: object) -> Reason | None:
    is_word = isinstance(value, str) and name not in _SHOWS and not is_yes(value)
    if is_no(value) or (is_word and is_denied(str(value))):
        return rule.reason
    group = group_of(str(value)) if is_word else None
    return group or ("scheduled" if is_to_come(value) else None)


def _of_strict_switch(_: str, rule: Rule, value: object) -> Reason | None:
    return rule.reason if is_no(value) and number_in(value) is None else None


def _of_state(name: str, _: Rule, value: object) -> Reason | None:
    number = number_in(value)
    if number is not None and _NUMBERED.fullmatch(name):
        return "draft" if number == 0 else "trash" if number < 0 else None  # of Drupal and Joomla
    if value is False or (_SHOWN_STATE.match(name) and is_no(value)):
        return "draft"
    words = words_in(value)
    groups = (group_of(word) for word in words if plain_name(word) not in _NO_GROUPS)
    others = (group for group in groups if group != "private")  # “ME” is Maine, “red” a warning
    return _first(map(reason_of_state, words)) or _first(others)


def _of_audience(name: str, rule: Rule, value: object) -> Reason | None:
    if name.startswith("perm") and (is_open := is_open_mode(value)) is not None:
        return None if is_open else rule.reason
    if (number := number_in(value)) is not None:
        return rule.reason if _is_closed(name, number) else None
    words = [_MEANT.get((name, word), word) for word in words_in(value)]
    words = [word for word in words if word.casefold() not in ACTIONS]
    is_for_nobody = name.startswith(_SHOWN_TO) and words and all(map(is_nothing, words))
    if is_no(value) or is_for_nobody:
        return "private" if _SHOWING.search(name) else None
    is_at_large = "audience" in name and _AT_LARGE.issuperset(map(plain_name, words))
    if not words or is_at_large or any(map(is_public, words)):
        return None
    if isinstance(value, str) and has_other_meaning(name, value):
        return _first(map(group_of, (value, *re.split(r"[\W_]+", value))))
    return _first(map(group_of, words)) or rule.reason


def _is_closed(name: str, number: float) -> bool:
    """Whether a number, as a level of access, is not that of the public."""
    is_sight = name == "visibility" and number >= _FEWEST_METRES
    return not is_sight and bool(_LEVELS.match(name)) and number != _PUBLIC_NUMBER.get(name)


def _of_group(name: str, _: Rule, value: object) -> Reason | None:
    words = words_in(value)
    words += [part for word in words for part in _AND.split(word) if part != word]
    if "audience" in name:
        words += [part for word in words for part in word.split()]
    if any(map(is_public, words)):
        return None
    if name in _OF_PLANS and not _PLANS.isdisjoint(map(plain_name, words)):
        return "paid"
    return _first(group_of(_MY.sub("", word)) for word in words)


def _of_readers(name: str, rule: Rule, value: object) -> Reason | None:
    if name in _COUNTS and not _IN_WORDS.search(str(value)):
        return None
    words = [word for word in words_in(value) if not is_no(word)]
    if not words or any(map(is_public, words)):
        return None
    return "private" if any(group_of(word) == "private" for word in words) else rule.reason


def _of_recipient(_: str, rule: Rule, value: object) -> Reason | None:
    """Of a message; a redirection has a path, and an event a date."""
    words = [word for word in words_in(value) if not _NO_PERSON.search(word) and not is_no(word)]
    is_message = words and not any(is_public(word) or date_of_value(word) for word in words)
    return rule.reason if is_message else None


def _of_kind(_: str, __: Rule, value: object) -> Reason | None:
    return reason_of_value(value)


def _of_tags(name: str, _: Rule, value: object) -> Reason | None:
    reason_of = state_of if name.endswith("flags") else reason_of_value
    return _first(map(reason_of, words_in(value)))


def _of_start(_: str, rule: Rule, value: object) -> Reason | None:
    return rule.reason if is_to_come(value) else None


def _of_end(_: str, rule: Rule, value: object) -> Reason | None:
    date = date_of_value(value)
    is_past = date is not None and not is_never(value) and date <= datetime.now(UTC)
    return rule.reason if is_past else None


def _of_moment(_: str, rule: Rule, value: object) -> Reason | None:
    is_given = is_true(value) and not _NO_MOMENT.fullmatch(str(value))
    return rule.reason if is_given else None


def _of_password(_: str, rule: Rule, value: object) -> Reason | None:
    return rule.reason if is_true(value) else None


def _of_price(_: str, rule: Rule, value: object) -> Reason | None:
    return rule.reason if (number_in(value) or 0) > 0 else None


def _of_robots(_: str, rule: Rule, value: object) -> Reason | None:
    return rule.reason if any("noindex" in plain_name(word) for word in words_in(value)) else None


def _of_mode(name: str, rule: Rule, value: object) -> Reason | None:
    is_else = name == "mode" and _OTHER_MODE.fullmatch(str(value))
    return rule.reason if not is_else and is_open_mode(value) is False else None


def _first(reasons: Iterable[Reason | None]) -> Reason | None:
    return next(filter(None, reasons), None)


_TESTS: Mapping[Kind, Test] = {
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
    "mode": _of_mode,
}
