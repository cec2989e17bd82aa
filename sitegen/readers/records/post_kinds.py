"""Why a record is no post of its own: a repost, a reply, a page, a message and so on."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from sitegen.readers.findings import Reason
from sitegen.readers.records.roles import Role, Roles
from sitegen.readers.records.values import name_of
from sitegen.readers.restrictions import is_true, plain_name
from sitegen.readers.restrictions.names import finder
from sitegen.readers.streams.json_values import objects_in

_TYPES: Mapping[Reason, str] = {
    "comment": "comments? commented responses?",
    "reply": "reply replied repliedto",
    "repost": """
        reposts? reblogs? reshares? retweets? announces? boosts? reposted reblogged reshared
        retweeted boosted repostfacade
    """,
    "page": "pages?",
    "attachment": "attachments?",
    "draft": "drafts? (?:post|page)drafts?",
    "superseded": "revisions?",
    "other kind": "navmenuitems? notifications? likes? follows?",
    "private": """
        messages? dms? chats? (?:friend|contact)requests? invitations?
        (?:encrypted)?(?:private|direct|chat)messages? sms
    """,
    "service message": "services?",
}
"""The types of records, as programs write them."""
_find_type = finder(_TYPES.items())
DECIDING: frozenset[Role] = frozenset({"type", "reply", "relation", "repost"})
"""The roles of the fields that tell it."""
_ADDRESSED = ("in_reply_to_screen_name", "in_reply_to_user", "inReplyToUser")
_REPOST = re.compile(r"RT @\w+:")
"""How the posts of others begin that an account of X passes on."""


def reasons_of_type(record: Mapping[str, object], roles: Roles) -> Iterator[Reason]:
    """Each reason why a record is no post of its own; none if it is one."""
    if any(_is_repost(record[field]) for field in roles.get("repost", ())):
        yield "repost"
    yield from filter(None, (_of_type(record[field]) for field in roles.get("type", ())))
    if related := _by_relation(record, roles):
        yield related


def is_passed_on(text: str) -> bool:
    """Whether a text is that of a post by somebody else."""
    return text.startswith("RT @") and _REPOST.match(text) is not None


def _of_type(value: object) -> Reason | None:
    return _type_named(value) if isinstance(value, str) else None


@lru_cache(maxsize=1024)
def _type_named(name: str) -> Reason | None:
    return _find_type(plain_name(name))


def _is_repost(value: object) -> bool:
    """Whether a value names another post; on posts of one's own, Tumblr has an empty one there.

    Its ``comment`` holds one's own words, and ``tree_html`` those of others:
    https://www.tumblr.com/docs/en/api/v2#posts
    """
    if isinstance(value, dict):
        return _is_given(value.get("tree_html", value))
    return is_true(value)


def _by_relation(record: Mapping[str, object], roles: Roles) -> Reason | None:
    """A reply to somebody else; one to the author is part of a thread."""
    for related in (one for f in roles.get("relation", ()) for one in objects_in(record[f])):
        addressee = record.get("in_reply_to_user_id")
        is_own = addressee is not None and addressee == record.get("author_id")
        reason = _of_type(related.get("type"))
        if reason and not (reason == "reply" and is_own):
            return reason
    own = [record[field] for field in roles.get("id", ())]  # of the first post of a thread
    values = (record[field] for field in roles.get("reply", ()))
    if all(value in own or not _is_given(value) for value in values):
        return None
    authors = {name_of(record[field]).casefold() for field in roles.get("author", ())} - {""}
    addressed = next((record[key] for key in _ADDRESSED if record.get(key)), None)
    return None if name_of(addressed).casefold() in authors else "reply"


def _is_given(value: object) -> bool:
    """Whether a value says something; an object such as ``{"id": null}`` does not."""
    return any(map(_is_given, value.values())) if isinstance(value, dict) else is_true(value)
