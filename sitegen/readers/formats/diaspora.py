"""Reads exports of diaspora*: one JSON file with the account, its contacts and its posts.

The format is described by ``app/serializers/export`` in its repository, and the entities by
https://diaspora.github.io/diaspora_federation/. Files of before version 2 hold posts without an
envelope. Contacts, keys, comments and places are not read.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from sitegen.models import Document, DumpPlace, Medium
from sitegen.readers.articles import kind_of
from sitegen.readers.dates import parse_date
from sitegen.readers.findings import Finding, LeftOut, Lost, ReadOptions, Withheld
from sitegen.readers.hashtags import hashtags_in
from sitegen.readers.identity import identify
from sitegen.readers.markdown.body import Dialect, convert_body
from sitegen.readers.markdown.pictures import is_media, losses_in
from sitegen.readers.markdown.titles import take_title
from sitegen.readers.reader import Reader, recognise_files
from sitegen.readers.sources import Entry, Source
from sitegen.readers.streams import stream_items, stream_members
from sitegen.readers.streams.json_values import object_of, objects_in, text_at

_Raw = Mapping[str, Any]

_is_export = recognise_files("diaspora")
_DIALECT = Dialect(joins_lines=False, has_tags=False)
_MENTION = re.compile(r"@\{(?:(?P<name>[^{};]+);)?\s*(?P<account>[^{};@\s]+)(?:@[^{};\s]*)?\s*\}")
"""A person in a text: ``@{name; account@host}``, or without a name."""


class _Export(NamedTuple):
    """What the posts of an export have in common."""

    name: str
    author: str | None
    pictures: Mapping[str, str]
    """The names of the files of pictures, by their names without folders."""


def _recognise(source: Source) -> float:
    """A file, also with the pictures of the account beside it, which are exported apart."""
    if source.kind == "file":
        return _is_export(source)
    texts = [entry for entry in source.entries if not is_media(entry.name)]
    return _is_export(source.only(texts[0])) if len(texts) == 1 else 0.0


def _read(source: Source, options: ReadOptions) -> Iterator[Document | Finding]:
    texts = [entry for entry in source.entries if not is_media(entry.name)]
    pictures = {entry.base: entry.name for entry in source.besides(texts)}
    for entry in texts:
        export = _Export(source.name, _author_in(entry), pictures)
        for item in stream_items(entry, "user", "posts"):
            if isinstance(item, Lost):
                yield item
            else:
                yield from _read_post(item, export, options)


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


def _read_post(item: object, export: _Export, options: ReadOptions) -> Iterator[Document | Finding]:
    post = _entity(item)
    if not text_at(post, "guid"):
        yield LeftOut("incomplete")
    elif "reshare" in (object_of(item).get("entity_type"), str(post.get("type")).casefold()):
        yield LeftOut("repost")
    elif post.get("public") is True:
        yield from _document(post, export)
    else:
        withheld = Withheld(_id_of(post), parse_date(text_at(post, "created_at")))
        if (yield from options.admits("followers only", withheld=withheld)):
            yield from _document(post, export)


def _document(post: _Raw, export: _Export) -> Iterator[Document | Finding]:
    body = convert_body(_text_of(post), {}, lambda _: None, _DIALECT)
    titled = take_title(body.text, None)
    media = (*body.media, *_photos_of(post, export.pictures))
    if not (titled.text or titled.title or media):
        yield LeftOut("empty")
        return
    address = _address_of(post)
    yield from losses_in(body.lost, media, address or text_at(post, "guid"), "a picture")
    yield Document(
        id=_id_of(post),
        kind=kind_of(titled.title, titled.text),
        text=titled.text,
        place=DumpPlace(export.name),
        is_markdown=True,
        has_own_id=True,
        title=titled.title,
        author=export.author,
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


def _photos_of(post: _Raw, pictures: Mapping[str, str]) -> Iterator[Medium]:
    for each in objects_in(post.get("photos", [])):
        photo = _entity(each)
        name = text_at(photo, "remote_photo_name")
        if name:
            address = text_at(photo, "remote_photo_path") + name
            yield Medium(address, text_at(photo, "text"), pictures.get(name))


def _id_of(post: _Raw) -> str:
    return identify("diaspora", "", text_at(post, "guid"))


def _address_of(post: _Raw) -> str | None:
    """The address of a post, on the server that the name of its account ends with."""
    account = text_at(post, "author") or text_at(post, "diaspora_handle")
    host = account.rpartition("@")[2]
    return f"https://{host}/posts/{text_at(post, 'guid')}" if host else None


def _entity(value: object) -> _Raw:
    """What is in the envelope of an entity; the object itself, if it has none."""
    found = object_of(value)
    inner = found.get("entity_data")
    return inner if isinstance(inner, dict) else found


READER = Reader(
    "diaspora",
    "a diaspora* export (JSON, also with the pictures beside it)",
    _recognise,
    _read,
    ("followers only", "repost", "duplicate", "incomplete", "empty"),
)
