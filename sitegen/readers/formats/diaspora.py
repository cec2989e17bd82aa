"""Reads exports of diaspora*: one JSON file with the account, its contacts and its posts.

The format is described by ``app/serializers/export`` in its repository, and the entities by
https://diaspora.github.io/diaspora_federation/. Files of before version 2 hold posts without an
envelope. Contacts, keys, comments and places are not read.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from sitegen.models import Document, DumpPlace, Medium
from sitegen.readers.articles import kind_of
from sitegen.readers.dates import parse_date
from sitegen.readers.findings import Finding, LeftOut, Lost, ReadOptions, Withheld
from sitegen.readers.hashtags import hashtags_in
from sitegen.readers.identity import identify
from sitegen.readers.markdown.body import Dialect, convert_body
from sitegen.readers.markdown.titles import take_title
from sitegen.readers.reader import Reader, recognise_files
from sitegen.readers.sources import Entry, Source
from sitegen.readers.streams import stream_items, stream_members
from sitegen.readers.streams.json_values import objects_in, text_at

_Raw = Mapping[str, Any]

_DIALECT = Dialect(joins_lines=False, has_tags=False)
_MENTION = re.compile(r"@\{(?:(?P<name>[^{};]+);)?\s*(?P<account>[^{};@\s]+)(?:@[^{};\s]*)?\s*\}")
"""A person in a text: ``@{name; account@host}``, or without a name."""


def _read(source: Source, options: ReadOptions) -> Iterator[Document | Finding]:
    for entry in source.entries:
        author = _author_in(entry)
        for item in stream_items(entry, "user", "posts"):
            if isinstance(item, Lost):
                yield item
            else:
                yield from _read_post(item, author, source.name, options)


def _author_in(entry: Entry) -> str | None:
    """The name in the profile, which stands above the posts; otherwise that of the account."""
    account = ""
    for member in stream_members(entry, "user"):
        if isinstance(member, Lost):
            continue
        key, value = member
        if key == "username" and isinstance(value, str):
            account = value
        if key == "profile" and isinstance(value, dict):
            profile = _entity(value)
            names = (text_at(profile, "first_name"), text_at(profile, "last_name"))
            return " ".join(filter(None, names)) or account or None
        if key == "posts":
            break
    return account or None


def _read_post(
    item: object, author: str | None, dump: str, options: ReadOptions
) -> Iterator[Document | Finding]:
    post = _entity(item)
    if not text_at(post, "guid"):
        yield LeftOut("incomplete")
    elif "reshare" in (_object(item).get("entity_type"), str(post.get("type")).casefold()):
        yield LeftOut("repost")
    elif post.get("public") is True:
        yield from _document(post, author, dump)
    else:
        withheld = Withheld(_id_of(post), parse_date(text_at(post, "created_at")))
        admitted = options.admit("followers only", withheld=withheld)
        yield admitted
        if not isinstance(admitted, LeftOut):
            yield from _document(post, author, dump)


def _document(post: _Raw, author: str | None, dump: str) -> Iterator[Document | Finding]:
    body = convert_body(_text_of(post), {}, lambda _: None, _DIALECT)
    titled = take_title(body.text, None)
    media = (*body.media, *_photos_of(post))
    if not (titled.text or titled.title or media):
        yield LeftOut("empty")
        return
    address = _address_of(post)
    for what in body.lost:
        yield Lost(what, address or text_at(post, "guid"), "Markdown cannot show it")
    for medium in media:
        yield Lost("a picture", medium.name, "the dump does not hold it")
    yield Document(
        id=_id_of(post),
        kind=kind_of(titled.title, titled.text),
        text=titled.text,
        place=DumpPlace(dump),
        is_markdown=True,
        has_own_id=True,
        title=titled.title,
        author=author,
        date=parse_date(text_at(post, "created_at")),
        source=address,
        tags=hashtags_in(body.text),
        media=media,
    )


def _text_of(post: _Raw) -> str:
    """The Markdown of a post, with its poll below it."""
    poll = _entity(post.get("poll"))
    answers = [text_at(_entity(each), "answer") for each in objects_in(poll.get("poll_answers"))]
    lines = "\n".join(f"- {answer}" for answer in answers if answer)
    parts = (text_at(post, "text"), text_at(poll, "question"), lines)
    return _MENTION.sub(_name_in, "\n\n".join(filter(None, parts)))


def _name_in(mention: re.Match[str]) -> str:
    return "@" + (mention["name"] or mention["account"]).strip()


def _photos_of(post: _Raw) -> Iterator[Medium]:
    for each in objects_in(post.get("photos", [])):
        photo = _entity(each)
        name = text_at(photo, "remote_photo_name")
        if name:
            yield Medium(text_at(photo, "remote_photo_path") + name, text_at(photo, "text"))


def _id_of(post: _Raw) -> str:
    return identify("diaspora", "", text_at(post, "guid"))


def _address_of(post: _Raw) -> str | None:
    """The address of a post, on the server that the name of its account ends with."""
    account = text_at(post, "author") or text_at(post, "diaspora_handle")
    host = account.rpartition("@")[2]
    return f"https://{host}/posts/{text_at(post, 'guid')}" if host else None


def _entity(value: object) -> _Raw:
    """What is in the envelope of an entity; the object itself, if it has none."""
    found = _object(value)
    inner = found.get("entity_data")
    return inner if isinstance(inner, dict) else found


def _object(value: object) -> _Raw:
    return value if isinstance(value, dict) else {}


READER = Reader(
    "diaspora",
    "a diaspora* export (JSON)",
    recognise_files("diaspora"),
    _read,
    ("followers only", "repost", "duplicate", "incomplete", "empty"),
)
