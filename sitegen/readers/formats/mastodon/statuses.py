"""Posts as the programming interface of Mastodon gives them: https://docs.joinmastodon.org/entities/Status/.

Pixelfed exports such lists, and programs that save an account write them. A list of favourites or
bookmarks has the same form, but holds posts of others: where a file holds posts of several
accounts, only those of the account that it is of are read.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from sitegen.models import Document
from sitegen.readers.findings import Finding, LeftOut, ReadOptions
from sitegen.readers.formats.mastodon.reading import FOLLOWERS, LEAVES_OUT, PUBLIC, read_posts
from sitegen.readers.reader import Reader, recognise_files
from sitegen.readers.sources import Entry, Source
from sitegen.readers.streams import stream_items
from sitegen.readers.streams.json_values import object_at, objects_in, text_at
from sitegen.readers.web_addresses import host_of

_Raw = Mapping[str, Any]
_FOLLOWERS = ("private", "mutuals_only", "local", "list")
_KEY = "statuses"


def _read(source: Source, options: ReadOptions) -> Iterator[Document | Finding]:
    for entry in source.entries:
        owner = _owner_of(entry)
        yield from read_posts(_posts_in(entry, owner), "mastodon", source, options)


def _items_in(entry: Entry) -> Iterator[object]:
    head = entry.head.json
    is_wrapped = head is not None and _KEY in head.outer
    return stream_items(entry, _KEY) if is_wrapped else stream_items(entry)


def _owner_of(entry: Entry) -> str | None:
    """The account that more than half of the posts are by."""
    accounts = Counter(_account_of(item) for item in _items_in(entry) if isinstance(item, dict))
    account, count = next(iter(accounts.most_common(1)), (None, 0))
    return account if 2 * count > accounts.total() else None


def _account_of(status: _Raw) -> str | None:
    """The id of an account, which old versions write as a number."""
    account = status.get("account")
    id_ = account.get("id") if isinstance(account, dict) else None
    return str(id_) if isinstance(id_, str | int) else None


def _posts_in(entry: Entry, owner: str | None) -> Iterator[object]:
    for item in _items_in(entry):
        if not isinstance(item, dict):
            yield item
        elif _account_of(item) not in (owner, None):
            yield LeftOut("somebody else's")
        elif _is_repost(item):
            yield {"type": "Announce"}
        else:
            yield _object_of(item)


def _object_of(status: _Raw) -> _Raw:
    """A post as an object of ActivityPub."""
    account, poll = (object_at(status, key) for key in ("account", "poll"))
    return {
        "type": "Question" if poll else "Note",
        "id": _address_of(status, status.get("id")),
        "url": status.get("url"),
        "author": text_at(account, "display_name") or text_at(account, "username") or None,
        "published": status.get("created_at"),
        "updated": status.get("edited_at"),
        "to": _audience_of(status),
        "content": status.get("content"),
        "contentMap": {language: ""} if (language := text_at(status, "language")) else None,
        "summary": status.get("spoiler_text"),
        "inReplyTo": _answered_by(status),
        "oneOf": [_choice(option) for option in objects_in(poll.get("options"))],
        "attachment": [
            _attachment(medium) for medium in objects_in(status.get("media_attachments"))
        ],
        "tag": status.get("tags"),
        "quote": _quoted_in(status).get("url"),
    }


def _is_repost(status: _Raw) -> bool:
    """Whether a post has no words of its own; Firefish has as ``reblog`` also what they quote."""
    reblog, quoted = status.get("reblog"), _quoted_in(status)
    return isinstance(reblog, dict) and not (quoted and quoted.get("id") == reblog.get("id"))


def _quoted_in(status: _Raw) -> _Raw:
    """The post that a post quotes, which some servers have as ``reblog`` beside ``quote: true``."""
    if status.get("quote") is True:
        return object_at(status, "reblog")
    quote = object_at(status, "quote")
    return object_at(quote, "quoted_status") or quote


def _audience_of(status: _Raw) -> str:
    """The addressees; GoToSocial and glitch-soc mark what is for their own server alone."""
    visibility = status.get("visibility")
    if visibility in ("public", "unlisted"):
        return FOLLOWERS if status.get("local_only") is True else PUBLIC
    return FOLLOWERS if visibility in _FOLLOWERS else ""


def _answered_by(status: _Raw) -> str | None:
    answered = status.get("in_reply_to_id")
    if not answered:
        return None
    is_own = str(status.get("in_reply_to_account_id")) == _account_of(status)
    return _address_of(status, answered) if is_own else "?"


def _address_of(status: _Raw, id_: object) -> str | None:
    """The address by which a server knows a post of the same account with this id."""
    uri = text_at(status, "uri") or text_at(status, "url")
    own = str(status.get("id"))
    if not isinstance(id_, str | int):
        return None
    return uri.removesuffix(own) + str(id_) if uri.endswith(own) else f"{host_of(uri)}/{id_}"


def _choice(option: _Raw) -> _Raw:
    return {"name": option.get("title"), "replies": {"totalItems": option.get("votes_count")}}


def _attachment(medium: _Raw) -> _Raw:
    address = medium.get("url") or medium.get("remote_url") or medium.get("preview_url")
    return {"url": address, "name": medium.get("description")}


READER = Reader(
    "statuses",
    "posts as Mastodon’s programming interface gives them (JSON), also from Pixelfed",
    recognise_files("statuses"),
    _read,
    (*LEAVES_OUT, "somebody else's"),
)
