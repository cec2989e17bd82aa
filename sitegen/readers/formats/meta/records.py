"""The posts of Threads, Instagram and Facebook, as their exports hold them."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from sitegen.models import LinkTarget
from sitegen.readers.dates import from_epoch, parse_date
from sitegen.readers.formats.meta.mojibake import mend
from sitegen.readers.hashtags import hashtags_in
from sitegen.readers.streams.json_values import objects_in

Raw = Mapping[str, Any]

_MENTION = re.compile(r"@\[\d+:\d+:([^\]\n]+)\]")
"""How Facebook writes the mention of a person."""
_ADDRESSED = re.compile(
    r" (?:(?:wrote|posted|shared .{1,80}) on|added .{1,80} to) .+(?:timeline|profile|Wall)\b"
    r"| (?:posted|shared)\b.{0,80} to the page\b"
    r"|\b(?:Chronik|Pinnwand|journal d[eu’']|mur d[eu’']|biografía|muro|diario"
    r"|bacheca|linha do tempo|cronologia|tijdlijn|prikbord|tidslinje|osi czasu|tablicy)"
    r"(?:\b|(?<=[’']))"
)
"""What the title of a post on another person's page says: in English a phrase, in other languages
the word for such a page, as written there: ``Muro`` is a name."""
_IN_GROUP = re.compile(
    r" posted in | (?:posted|shared)\b.{0,80} to the group\b"
    r"|\b(?:Gruppe|groupe|grupo|gruppo|groep|grupie)\b"
)
"""Likewise, of a post in a group, which may be closed."""
_CAPTIONS = {
    "caption", "bildunterschrift", "légende", "pie de foto", "didascalia", "legenda", "bijschrift",
    "podpis", "açıklama", "подпись", "підпис", "キャプション", "캡션", "说明", "說明", "bildtext",
    "billedtekst", "bildetekst", "kuvateksti", "titulek", "popisek", "képaláírás", "legendă",
    "λεζάντα", "keterangan", "chú thích",
}  # fmt: skip
"""The label of the text of a post, in the languages of Instagram."""
_NO: tuple[object, ...] = (False, None, 0, "", "false")
_WITHOUT_CONTENT = frozenset({"timestamp", "title", "tags"})
"""The keys of a record of Facebook on which nothing else is known."""
_DATES = ("creation_timestamp", "timestamp", "taken_at")


class File(NamedTuple):
    """A picture or film of a post."""

    path: str
    """Relative to the export, or an address; empty if the export does not say."""
    caption: str


class Post(NamedTuple):
    """A post."""

    text: str
    date: datetime | None
    files: tuple[File, ...] = ()
    link: LinkTarget | None = None
    is_reply: bool = False
    is_in_group: bool = False
    tells_replies: bool = False
    """Whether the export says of the post if it is a reply."""
    labels: tuple[str, ...] = ()
    """Labels of which one may be that of the text, in a language that is not known."""

    @property
    def tags(self) -> tuple[str, ...]:
        """The hashtags in the text."""
        return hashtags_in(self.text)


def post_of(record: object) -> Post | None:
    """The post in a record of any of the services; None if it is none."""
    if not isinstance(record, dict):
        return None
    if {"data", "attachments"} & record.keys() or _has_no_content(record):
        return _facebook_post(record)
    details = objects_in(record.get("label_values"))
    if details:
        return _detailed_post(record, details)
    media = objects_in(record.get("media")) or objects_in([record] if _has_file(record) else None)
    return _instagram_post(record, media) if media else None


def _detailed_post(record: Raw, details: list[Raw]) -> Post | None:
    """A post of Instagram with its facts in a list, each with a label in the user's language."""
    media = [
        *objects_in(record.get("media")),
        *(m for d in details for m in objects_in(d.get("media"))),
    ]
    captions = (d.get("value") for d in details if _text(d.get("label")).casefold() in _CAPTIONS)
    caption = next((text for text in captions if isinstance(text, str)), None)
    if not media and not caption:
        return None
    post = _instagram_post({"caption": caption or "", **record}, media)
    if post.text or caption is not None:
        return post
    labels = (_text(d.get("label")) for d in details if _text(d.get("value")))
    return post._replace(labels=tuple(filter(None, labels)))


def _has_no_content(record: Raw) -> bool:
    """Whether a record is one of Facebook with only its moment."""
    return "timestamp" in record and record.keys() <= _WITHOUT_CONTENT


def _has_file(record: Raw) -> bool:
    return isinstance(record.get("uri"), str) or isinstance(record.get("path"), str)


def _instagram_post(record: Raw, media: list[Raw]) -> Post:
    """A post of Threads or Instagram: several pictures have their text above them, one its own."""
    facts = [m["text_app_post"] for m in media if isinstance(m.get("text_app_post"), dict)]
    titles = (one.get(key) for one in (record, *media) for key in ("title", "caption"))
    return Post(
        text=next((text for title in titles if (text := _text(title))), ""),
        date=_date(record) or next((d for d in map(_date, media) if d), None),
        files=tuple(
            File(path, "") for one in media if (path := _text(one.get("uri", one.get("path"))))
        ),
        is_reply=any(fact.get("is_reply") not in _NO for fact in facts),
        tells_replies=any("is_reply" in fact for fact in facts),
    )


def _facebook_post(record: Raw) -> Post:
    attached = [
        part
        for attachment in objects_in(record.get("attachments"))
        for part in objects_in(attachment.get("data"))
    ]
    words = (_text(d.get("post")) for d in objects_in(record.get("data")))
    text = "\n\n".join(filter(None, (*words, *_polls_in(attached)))) or _captions(attached)
    title = _text(record.get("title"))
    return Post(
        text=_MENTION.sub(r"\1", text),
        date=_date(record),
        files=tuple(_facebook_files(attached, text)),
        link=next(_links_in(attached), None),
        is_reply=bool(_ADDRESSED.search(title)),
        is_in_group=bool(_IN_GROUP.search(title)),
        tells_replies=True,
    )


def _polls_in(attached: list[Raw]) -> Iterator[str]:
    """The question of each poll, and its choices; the export does not hold the votes."""
    for part in attached:
        if isinstance(poll := part.get("poll"), dict):
            choices = (_text(one.get("option")) for one in objects_in(poll.get("options")))
            lines = "\n".join(filter(None, choices))
            yield "\n\n".join(filter(None, (_text(poll.get("question")), lines)))


def _captions(attached: list[Raw]) -> str:
    """The captions of the files, which are the words of a post that has no others."""
    media = (part["media"] for part in attached if isinstance(part.get("media"), dict))
    captions = (_text(medium.get("description")) for medium in media)
    return "\n\n".join(dict.fromkeys(filter(None, captions)))


def _facebook_files(attached: list[Raw], text: str) -> Iterator[File]:
    for part in attached:
        if isinstance(medium := part.get("media"), dict) and (path := _text(medium.get("uri"))):
            caption = _text(medium.get("description"))
            yield File(path, "" if caption == text else _MENTION.sub(r"\1", caption))


def _links_in(attached: list[Raw]) -> Iterator[LinkTarget]:
    for part in attached:
        if isinstance(link := part.get("external_context"), dict) and _text(link.get("url")):
            title, site = _text(link.get("name")), _text(link.get("source"))
            yield LinkTarget(_text(link["url"]), title, site)


def _date(record: Raw) -> datetime | None:
    value = next((record[key] for key in _DATES if record.get(key)), None)
    is_written = isinstance(value, str) and not value.strip().isdigit()
    return parse_date(str(value)) if is_written else from_epoch(value)


def _text(value: object) -> str:
    return mend(value).replace("\r\n", "\n").strip() if isinstance(value, str) else ""
