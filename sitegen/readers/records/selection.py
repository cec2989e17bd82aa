"""Why a record is not public, or no post of its own."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from sitegen.readers.dates import is_never
from sitegen.readers.findings import Reason
from sitegen.readers.folder_names import reason_of_folder
from sitegen.readers.records.post_kinds import DECIDING, is_passed_on, reasons_of_type
from sitegen.readers.records.program_drafts import is_draft, may_be_draft
from sitegen.readers.records.roles import Roles, roles_of
from sitegen.readers.restrictions import (
    Field,
    is_thing,
    is_true,
    is_yes,
    plain_name,
    reason_of_title,
    reason_of_value,
    restrictions_in,
    restrictions_of,
    table_of,
    telling_fields,
)

PUBLICATIONS = frozenset(
    {"publishedat", "publishedon", "publisheddate", "firstpublishedat", "firstpublisheddate"}
    | {"datepublished"}
)
"""Names of fields with the date of a publication."""
_BRACKETS = frozenset("[({<*")
_MARKED_TEXT = re.compile(
    r"[\[({<*]+([^\W\d][^\])}>*]{1,40})[\])}>*]"
    r"|([^\W\da-z][^\W\da-z]*(?:[ -][^\W\da-z]+)*)(?:\s?[.:!–—\n]| -)"
)
"""A mark before a text: in brackets, or in capitals."""
_PATH = re.compile(r"(?:[^\s/:]+/)+[^\s/:]+\.\w{1,8}")


class _Names(NamedTuple):
    """What the names of the fields of a record tell, which many records have in common."""

    telling: tuple[Field, ...]
    speaking: tuple[str, ...]
    """The fields whose names say nothing, and those of remarks."""
    may_be_no_post: bool
    may_be_draft: bool
    """Of a program that marks drafts in a way of its own."""
    publications: tuple[str, ...]
    """Fields with the date of a publication."""


@lru_cache(maxsize=1024)
def _names_in(fields: tuple[str, ...]) -> _Names:
    roles = roles_of(fields)
    dates = roles.get("date", ())
    published = tuple(field for field in dates if plain_name(field) in PUBLICATIONS)
    are_awaiting = bool(published) and not _is_saved_page(roles)
    return _Names(
        telling=telling_fields(fields),
        speaking=speaking_fields(fields),
        may_be_no_post=not DECIDING.isdisjoint(roles),
        may_be_draft=may_be_draft(fields, roles),
        publications=published if are_awaiting else (),
    )


def reasons_against(record: Mapping[str, object], roles: Roles) -> Iterator[Reason]:
    """Each reason why a record is left out by default; none if nothing speaks against it."""
    names = _names_in(tuple(record))
    for field in roles.get("text", ()):
        if reason := _by_text(record[field]):
            yield reason
    for field in roles.get("title", ()):
        if reason := reason_of_title(record[field]):
            yield reason
    if names.may_be_draft and is_draft(record, roles):
        yield "draft"
    if names.may_be_no_post:
        yield from reasons_of_type(record, roles)
    yield from _by_names(record, names)
    if any(is_never(record[field]) for field in roles.get("date", ())):
        yield "scheduled"
    if names.publications and _awaits_publication(record, names):
        yield "draft"


def _by_text(text: object) -> Reason | None:
    """A text that a password protects, as the interface of WordPress says, or of somebody else."""
    if isinstance(text, dict):
        return "password" if is_true(text.get("protected")) else None
    if not isinstance(text, str) or not (text[:2].isupper() or text[:1] in _BRACKETS):
        return None
    if is_passed_on(text):
        return "repost"
    found = _MARKED_TEXT.match(text)
    return reason_of_value(found[1] or found[2]) if found else None


def reasons_around(outer: Mapping[str, object], record: Mapping[str, object]) -> Iterator[Reason]:
    """What the object around a record says against it in fields of which the record has others."""
    if record is not outer:
        covered = {name: value for name, value in outer.items() if record[name] is not value}
        yield from reasons_against(covered, roles_of(tuple(covered)))


def _by_names(record: Mapping[str, object], names: _Names) -> Iterator[Reason]:
    """The reasons of the fields that hold a text back in any kind of record or header.

    Their names may say so, or their values, if their names say nothing.
    """
    for telling in names.telling:
        yield from restrictions_of(telling, record[telling.name])
    for name in names.speaking:
        value = record[name]
        table = table_of(value)
        if isinstance(table, dict):
            yield from restrictions_in(name, table)
        elif not is_thing(name) and (reason := reason_of_value(value) or _by_path(value)):
            yield reason


def _by_path(value: object) -> Reason | None:
    """Why a text whose file lies there is not public, such as ``private/letters/a.md``."""
    if not isinstance(value, str) or "/" not in value or not _PATH.fullmatch(value):
        return None
    return next(filter(None, map(reason_of_folder, value.split("/")[:-1])), None)


@lru_cache(maxsize=1024)
def speaking_fields(fields: tuple[str, ...]) -> tuple[str, ...]:
    """The fields of a record whose names say nothing, and those of remarks."""
    return (*unknown_fields(fields), *roles_of(fields).get("note", ()))


@lru_cache(maxsize=1024)
def unknown_fields(fields: tuple[str, ...]) -> tuple[str, ...]:
    """The fields of a record whose names say nothing."""
    known = {field for names in roles_of(fields).values() for field in names}
    known |= {field.name for field in telling_fields(fields)}
    return tuple(field for field in fields if field not in known)


def _is_saved_page(roles: Roles) -> bool:
    return "reading" in roles or not ("text" in roles or "html" in roles)


def _awaits_publication(record: Mapping[str, object], names: _Names) -> bool:
    """Whether a record has no date of its publication, for which it has a field.

    Strapi, Forem and others mark drafts so: https://docs.strapi.io/cms/features/draft-and-publish
    """
    if any(record[field] for field in names.publications):
        return False
    return not any(is_published(each, record[each.name]) for each in names.telling)


def is_published(field: Field, value: object) -> bool:
    """Whether a field says that a text is published."""
    kind = field.rule.kind if field.rule else None
    if kind == "state" and isinstance(value, str):
        return plain_name(value).startswith("publi")
    return kind == "switch" and is_yes(value)
