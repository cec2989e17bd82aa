"""Why a record is not public, or no post of its own."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from sitegen.readers.dates import is_never
from sitegen.readers.findings import Reason
from sitegen.readers.records.roles import Role, Roles, roles_of
from sitegen.readers.records.values import name_of
from sitegen.readers.restrictions import (
    Field,
    is_true,
    is_yes,
    plain_name,
    reason_of_title,
    reason_of_value,
    restrictions_in,
    restrictions_of,
    table_of,
    telling_fields,
    without_accents,
)
from sitegen.readers.streams.json_values import objects_in

_TYPES: Mapping[str, Reason] = {
    **dict.fromkeys(("comment", "commented", "response"), "comment"),
    **dict.fromkeys(("reply", "replied", "replied_to"), "reply"),
    **dict.fromkeys(("repost", "reblog", "reshare", "retweet", "announce", "boost"), "repost"),
    **dict.fromkeys(("reposted", "reblogged", "reshared", "retweeted", "boosted"), "repost"),
    "repost_facade": "repost",
    "page": "page",
    "attachment": "attachment",
    **dict.fromkeys(("draft", "post_draft", "page_draft"), "draft"),
    "revision": "superseded",
    "nav_menu_item": "other kind",
    "message": "private",
    "dm": "private",
    **dict.fromkeys(("chat", "friend_request", "contact_request", "invitation"), "private"),
    **dict.fromkeys(("notification", "like", "follow"), "other kind"),
    **dict.fromkeys(("private_message", "direct_message", "chat_message", "sms"), "private"),
    "service": "service message",
}
_DECIDING: frozenset[Role] = frozenset({"type", "reply", "relation", "repost"})
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
_OF_WIX = "richcontent"
_DRAFT_FIELDS = frozenset({"sys", "_id", "workflowState", "hasUnpublishedChanges"})
"""Fields in which Contentful, Sanity, Squarespace and Wix mark drafts."""
_ADDRESSED = ("in_reply_to_screen_name", "in_reply_to_user", "inReplyToUser")
_REPOST = re.compile(r"RT @\w+:")
"""How the posts of others begin that an account of X passes on."""


class _Names(NamedTuple):
    """What the names of the fields of a record tell, which many records have in common."""

    telling: tuple[Field, ...]
    speaking: tuple[str, ...]
    """The fields whose names say nothing, and those of remarks."""
    are_deciding: bool
    """Whether a field has a role that decides."""
    are_of_program: bool
    """Whether a field is one that programs mark drafts with."""
    publications: tuple[str, ...]
    """Fields with the date of a publication, of posts that have others, too."""


@lru_cache(maxsize=1024)
def _names_in(fields: tuple[str, ...]) -> _Names:
    roles = roles_of(fields)
    dates = roles.get("date", ())
    published = tuple(field for field in dates if plain_name(field) in PUBLICATIONS)
    are_awaiting = 0 < len(published) < len(dates) and not _is_saved_page(roles)
    rich = any(plain_name(field) == _OF_WIX for field in roles.get("html", ()))
    return _Names(
        telling=telling_fields(fields),
        speaking=speaking_fields(fields),
        are_deciding=not _DECIDING.isdisjoint(roles),
        are_of_program=rich or not _DRAFT_FIELDS.isdisjoint(fields),
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
    if names.are_of_program and (_is_draft_of_wix(record, roles) or _is_draft(record)):
        yield "draft"
    if names.are_deciding:
        yield from _by_kind(record, roles)
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
    if text.startswith("RT @") and _REPOST.match(text):
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
        elif reason := reason_of_value(value):
            yield reason


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


def _is_draft(record: Mapping[str, object]) -> bool:
    """Whether the id of Sanity, or the state of Squarespace or Contentful, is that of a draft.

    Sanity: https://www.sanity.io/docs/content-lake/drafts; versions are of releases to come.
    Contentful counts the versions of an entry, and says which one is published.
    """
    match record.get("sys"):
        case {"version": int(), **system} if system.get("publishedVersion") is None:
            return True
        case {"archivedVersion": int()}:
            return True
    is_of_sanity = str(record.get("_id")).startswith(("drafts.", "versions."))
    state = record.get("workflowState")
    return is_of_sanity or (isinstance(state, int) and state != 1)


def _by_kind(record: Mapping[str, object], roles: Roles) -> Iterator[Reason]:
    """Why a record is no post of its own: a repost, a reply, a page, a message and so on."""
    if any(_is_repost(record[field]) for field in roles.get("repost", ())):
        yield "repost"
    for field in roles.get("type", ()):
        word = _word(record[field])
        if reason := _TYPES.get(word) or _TYPES.get(word.removesuffix("s")):
            yield reason
    if related := _by_relation(record, roles):
        yield related


def _is_repost(value: object) -> bool:
    """Whether a value names another post; on posts of one's own, Tumblr has an empty one there.

    Its ``comment`` holds one's own words, and ``tree_html`` those of others:
    https://www.tumblr.com/docs/en/api/v2#posts
    """
    if isinstance(value, dict):
        return _is_given(value.get("tree_html", value))
    return is_true(value)


def _is_saved_page(roles: Roles) -> bool:
    return "reading" in roles or not ("text" in roles or "html" in roles)


def _awaits_publication(record: Mapping[str, object], names: _Names) -> bool:
    """Whether a record has another date, but none of its publication, for which it has a field.

    Strapi, Forem and others mark drafts so: https://docs.strapi.io/cms/features/draft-and-publish
    """
    if any(record[field] for field in names.publications):
        return False
    return not any(is_published(each, record[each.name]) for each in names.telling)


def is_published(field: Field, value: object) -> bool:
    """Whether a field says that a text is published."""
    kind = field.rule.kind if field.rule else None
    return (
        is_yes(value) if kind == "switch" else kind == "state" and _word(value).startswith("publi")
    )


def _is_draft_of_wix(record: Mapping[str, object], roles: Roles) -> bool:
    """Whether a post of Wix has no date of its publication, or a text that is not published yet.

    Posts and drafts name such a text, but only drafts, which have a state, hold it:
    https://dev.wix.com/docs/rest/business-solutions/blog/draft-posts/draft-object
    """
    if "status" in record and is_true(record.get("hasUnpublishedChanges")):
        return True
    if not any(plain_name(field) == _OF_WIX for field in roles.get("html", ())):
        return False
    dates = (field for field in roles.get("date", ()) if "publish" in plain_name(field))
    return not any(record[field] for field in dates)


def _by_relation(record: Mapping[str, object], roles: Roles) -> Reason | None:
    """A reply to somebody else; one to the author is part of a thread."""
    for related in (one for f in roles.get("relation", ()) for one in objects_in(record[f])):
        addressee = record.get("in_reply_to_user_id")
        is_own = addressee is not None and addressee == record.get("author_id")
        reason = _TYPES.get(_word(related.get("type")))
        if reason and not (reason == "reply" and is_own):
            return reason
    own = [record[field] for field in roles.get("id", ())]  # of the first post of a thread
    values = (record[field] for field in roles.get("reply", ()))
    replies = [v for v in values if _is_given(v) and v not in own]
    if not replies:
        return None
    authors = {name_of(record[field]).casefold() for field in roles.get("author", ())} - {""}
    addressed = next((record[key] for key in _ADDRESSED if record.get(key)), None)
    return None if name_of(addressed).casefold() in authors else "reply"


def _is_given(value: object) -> bool:
    """Whether a value says something; an object such as ``{"id": null}`` does not."""
    return any(map(_is_given, value.values())) if isinstance(value, dict) else is_true(value)


def _word(value: object) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        return ""
    return without_accents(value.strip().casefold()).replace(" ", "_")
