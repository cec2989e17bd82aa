"""Fields that say who may read a text, and tables of them."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from sitegen.readers.dates import date_of_value
from sitegen.readers.detection.names import names_in
from sitegen.readers.findings import Reason
from sitegen.readers.restrictions.answers import is_yes
from sitegen.readers.restrictions.kinds import reasons_of_kind
from sitegen.readers.restrictions.names import plain_name
from sitegen.readers.restrictions.other_meanings import OTHER_MEANINGS, is_about_else
from sitegen.readers.restrictions.phrases import rule_of_phrase
from sitegen.readers.restrictions.rules import Rule, rule_of
from sitegen.readers.restrictions.value_words import table_of

_SETTINGS = names_in(
    """
    seo meta metadata data settings options extra params customfields frontmatter matter sitemap
    robots publishing publication privacy build wordpress ghost cascade attributes fields properties
    flags extras share access review workflow moderation version revision
    """
)
"""Fields that hold a table with fields of the same kinds."""
_PLACES = names_in(
    """
    blog board channel circle collection community group journal list notebook publication section
    space subreddit team workspace album folder forum site magazine newsletter
    """
)
"""Fields that hold a table on where a text was published; what is private there is private."""
_OF_PLACES = frozenset({"mark", "flag", "switch", "audience"})
_CLOSED_PLACES = frozenset({"private", "not public", "followers only", "paid"})
_PEOPLE = names_in("author account creator owner profile user")
"""Fields that hold a table on who wrote a text."""
_OF_PEOPLE = names_in("private isprivate protected isprotected")
"""What says of an account that only its followers see its posts."""
_OF_MOMENTS = frozenset({"start", "end", "moment"})
_OF_WEIBO = frozenset({"type", "list_id"})
"""A table on who may read a text, whose type is 0 if it is public."""
_CLEAR_ANSWERS = names_in("public ispublic private isprivate draft isdraft deleted isdeleted")
"""Names of fields that say the same in any table."""
_WITH_ACCENT = names_in("cache archive")
"""Names that hold a text back with an accent only, as “caché” does in French."""
_SHOW = names_in("show display live")
"""Tables that may be about a concert, with its place."""


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
        elif spelled in _SETTINGS or spelled in _PLACES or spelled in _PEOPLE:
            found.append(Field(name, None))
    return tuple(found)


def restrictions_of(field: Field, value: object) -> Iterator[Reason]:
    """Each reason why a text whose field has this value is not public; none if it may be."""
    table = table_of(value)
    if isinstance(table, dict):
        yield from _in_table(field, table)
    if field.rule:
        yield from reasons_of_kind(plain_name(field.name), field.rule, value)


def restrictions_in(name: str, table: Mapping[str, object]) -> Iterator[Reason]:
    """Each reason why a text with a table of any name is not public, as its visibility says."""
    if not is_about_else(name):
        yield from _in_table(Field(name, None), table)


def _in_table(field: Field, table: Mapping[str, object]) -> Iterator[Reason]:
    if plain_name(field.name) in _PEOPLE:
        if any(is_yes(v) for key, v in table.items() if plain_name(key) in _OF_PEOPLE):
            yield "followers only"
        return
    for each in telling_fields(tuple(map(str, table))):
        value = table.get(each.name)
        if each.rule and _is_about_text(field, each.name, each.rule, value):
            yield from restrictions_of(each, value)
    yield from _by_joined_names(field.name, table)
    if field.rule and table.keys() >= _OF_WEIBO and table["type"] != 0:
        yield "not public"


def _is_about_text(table: Field, name: str, rule: Rule, value: object) -> bool:
    """Whether a field in a table says who may read the text that the table belongs to."""
    if table.rule or plain_name(table.name) in _SETTINGS:
        return True
    if plain_name(table.name) in _PLACES:
        return rule.kind in _OF_PLACES and rule.reason in _CLOSED_PLACES
    is_answer = isinstance(value, bool) and plain_name(name) in _CLEAR_ANSWERS
    is_audience = rule.kind == "audience" and isinstance(value, str)
    return is_answer or is_audience or rule.kind == "moment"


def _by_joined_names(name: str, table: Mapping[str, object]) -> Iterator[Reason]:
    """The reasons in a table as its name and those in it tell together: ``visible``, ``until``."""
    if plain_name(name) in _SHOW and not all(map(date_of_value, filter(None, table.values()))):
        return
    for each, value in table.items():
        rule = rule_of(plain_name(f"{name}{each}"))
        if rule and rule.kind in _OF_MOMENTS:
            yield from restrictions_of(Field(name, rule), value)
