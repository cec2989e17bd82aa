"""Reads events of Nostr: notes and articles, one on each line, in a list, or as relays send them.

The kinds of events and their tags are described at https://github.com/nostr-protocol/nips. Backups
hold everything of an account, also messages, lists and reactions, and often the notes of others:
only those of the account with the most notes and articles are read. Signatures are not checked.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import NamedTuple

from sitegen.errors import DumpError
from sitegen.models import Document, DumpPlace, Medium
from sitegen.readers.articles import kind_of
from sitegen.readers.dates import from_epoch
from sitegen.readers.findings import Finding, LeftOut, Lost, ReadOptions, Reason
from sitegen.readers.identity import identify
from sitegen.readers.markdown.body import Dialect, convert_body
from sitegen.readers.markdown.pictures import losses_in
from sitegen.readers.reader import Reader, recognise_files
from sitegen.readers.sources import Source
from sitegen.readers.streams import stream_items
from sitegen.readers.streams.json_values import object_of, text_at
from sitegen.readers.threads import group_threads, join_parts

_PROFILE, _NOTE, _DELETION, _ARTICLE = 0, 1, 5, 30023
_REASONS: Mapping[int, Reason] = {
    **dict.fromkeys((4, 13, 14, 15, 44, 1059), "private"),  # messages, most of them encrypted
    **dict.fromkeys((6, 16), "repost"),
    1111: "comment",
    30024: "draft",
}
_PICTURE = re.compile(
    r"https?://[^\s<>\"]+\.(?:avif|gif|jpe?g|png|webp|mp4|mov|webm)(?:\?[^\s<>\"]*)?(?=\s|\Z)",
    re.IGNORECASE,
)
"""The address of a picture or film in a note, which programs show in its place."""
_BLANKS = re.compile(r"(?<![ \t])[ \t]*+\n(?:[ \t]*+\n)+")
_WARNING = ("content-warning",)
_DIALECT = Dialect(joins_lines=False, has_tags=False)


class _Event(NamedTuple):
    id: str
    account: str
    kind: int
    seconds: int
    tags: tuple[tuple[str, ...], ...]
    content: str

    def values(self, name: str) -> list[str]:
        """The first values of all tags with a name."""
        return [tag[1] for tag in self.tags if len(tag) > 1 and tag[0] == name]

    def value(self, name: str) -> str:
        return next(iter(self.values(name)), "")

    @property
    def own_id(self) -> str:
        """What stays the same when an article is changed."""
        return f"{self.kind}:{self.value('d')}" if self.kind == _ARTICLE else self.id


def _read(source: Source, options: ReadOptions) -> Iterator[Document | Finding]:
    events: list[_Event] = []
    for item in (item for entry in source.entries for item in stream_items(entry)):
        if isinstance(item, Lost):
            yield item
        elif event := _event_in(item):
            events.append(event)
        elif isinstance(item, dict):
            yield LeftOut("incomplete")
    texts = [event for event in events if event.kind in (_NOTE, _ARTICLE)]
    if not texts:
        raise DumpError("these events of Nostr hold no notes and no articles", path=source.path)
    owner = Counter(event.account for event in texts).most_common(1)[0][0]
    own: dict[str, _Event] = {}
    yield from _gather(events, owner, own, options)
    yield from _documents(own, _name_of(owner, events), source.name, options)


def _event_in(item: object) -> _Event | None:
    """An event, also within a message of a relay: ``["EVENT", "subscription", {…}]``."""
    value = item[-1] if isinstance(item, list) and item else item
    match value:
        case {
            "id": str(id_),
            "pubkey": str(account),
            "kind": int(kind),
            "created_at": int(seconds),
            "content": str(content),
            "tags": list(written),
        }:
            tags = tuple(
                tuple(part for part in tag if isinstance(part, str))
                for tag in written
                if isinstance(tag, list)
            )
            return _Event(id_, account, kind, seconds, tags, content)
    return None


def _gather(
    events: Iterable[_Event], owner: str, own: dict[str, _Event], options: ReadOptions
) -> Iterator[Finding]:
    """Adds the notes and articles of the owner that are public, and yields what is not read."""
    deleted: dict[str, int] = {}
    for event in events:
        if event.account != owner:
            yield LeftOut("private" if _REASONS.get(event.kind) == "private" else "somebody else's")
        elif event.kind == _DELETION:
            articles = (a.replace(f":{owner}:", ":") for a in event.values("a"))
            for id_ in (*event.values("e"), *articles):
                deleted[id_] = max(deleted.get(id_, 0), event.seconds)
        elif event.kind != _PROFILE:
            yield from _gather_own(event, own, options)
    for id_, event in tuple(own.items()):
        # An article may have been published again after its address was deleted (NIP-09).
        if event.id in deleted or deleted.get(id_, -1) >= event.seconds:
            del own[id_]
            yield LeftOut("trash")


def _gather_own(event: _Event, own: dict[str, _Event], options: ReadOptions) -> Iterator[Finding]:
    reason = _reason_against(event)
    finding = options.admit(reason) if reason else None
    if finding and (reason != "followers only" or isinstance(finding, LeftOut)):
        yield LeftOut(finding.reason)
        return
    if finding:
        yield finding
    known = own.get(event.own_id)
    if known is None or event.seconds > known.seconds:
        own[event.own_id] = event
    if known is not None:
        yield LeftOut("duplicate" if known.id == event.id else "superseded")


def _reason_against(event: _Event) -> Reason | None:
    if event.kind not in (_NOTE, _ARTICLE):
        return _REASONS.get(event.kind, "other kind")
    if (end := from_epoch(event.value("expiration"))) and end <= datetime.now(UTC):
        return "hidden"  # relays delete it
    return "followers only" if event.value("h") else None  # of a group


def _documents(
    own: Mapping[str, _Event], author: str | None, dump: str, options: ReadOptions
) -> Iterator[Document | Finding]:
    parents = {id_: _parent_of(event) for id_, event in own.items()}
    groups = group_threads(parents, lambda id_: (own[id_].seconds, id_))
    threads = [*groups.threads]
    for id_ in sorted(groups.replies, key=lambda id_: own[id_].seconds):
        if not (yield from options.admits("reply")):
            continue
        threads.append((id_,))
    for thread in threads:
        parts = [replace(_document(own[id_], dump), author=author) for id_ in thread]
        for part in parts:
            yield from losses_in((), part.media, dump)
        document = join_parts(parts)
        yield document if document.text or document.title or document.media else LeftOut("empty")


def _parent_of(event: _Event) -> str | None:
    """The note that a note answers: https://github.com/nostr-protocol/nips/blob/master/10.md."""
    if event.kind != _NOTE:
        return None
    answered = [tag for tag in event.tags if len(tag) > 1 and tag[0] == "e"]
    answered = [tag for tag in answered if "mention" not in tag[3:]]
    marked = {tag[3]: tag[1] for tag in answered if len(tag) > 3}
    last = answered[-1][1] if answered else None
    return marked.get("reply") or marked.get("root") or last


def _document(event: _Event, dump: str) -> Document:
    is_article = event.kind == _ARTICLE
    published = event.value("published_at") if is_article else ""
    title = (event.value("title") or event.value("subject")) if is_article else ""
    text, media = _article_of(event) if is_article else _note_of(event)
    warnings = [" ".join(tag[1:2]) or "sensitive" for tag in event.tags if tag[:1] == _WARNING]
    return Document(
        id=identify("nostr", event.account, event.own_id),
        kind=kind_of(title, text),
        text=text,
        place=DumpPlace(dump),
        is_markdown=is_article,
        has_own_id=True,
        title=title or None,
        date=from_epoch(published) or from_epoch(event.seconds),
        updated=from_epoch(event.seconds) if is_article else None,
        tags=tuple(dict.fromkeys(event.values("t"))),
        lang=event.value("l") if "ISO-639-1" in event.values("L") else None,
        media=media,
        warning=", ".join(warnings) or None,
    )


def _article_of(event: _Event) -> tuple[str, tuple[Medium, ...]]:
    body = convert_body(event.content, {}, lambda _: None, _DIALECT)
    cover = (Medium(image),) if (image := event.value("image")).startswith("http") else ()
    return body.text, (*cover, *body.media)


def _note_of(event: _Event) -> tuple[str, tuple[Medium, ...]]:
    """The text of a note, and the pictures whose addresses stand in it."""
    alts = dict(filter(None, (_alt_in(tag) for tag in event.tags if tag[:1] == ("imeta",))))
    addresses = dict.fromkeys(_PICTURE.findall(event.content))
    text = _BLANKS.sub("\n\n", _PICTURE.sub("", event.content)).strip()
    return text, tuple(Medium(each, alts.get(each, "")) for each in addresses)


def _alt_in(tag: tuple[str, ...]) -> tuple[str, str] | None:
    """The address and the alternative text in a tag ``["imeta", "url https://…", "alt …"]``."""
    fields = dict(field.partition(" ")[::2] for field in tag[1:])
    return (fields["url"], fields["alt"]) if fields.keys() >= {"url", "alt"} else None


def _name_of(owner: str, events: Iterable[_Event]) -> str | None:
    """The name in the last profile of an account."""
    profiles = [e for e in events if e.account == owner and e.kind == _PROFILE]
    if not profiles:
        return None
    try:
        profile = json.loads(max(profiles, key=lambda event: event.seconds).content)
    except (ValueError, RecursionError):
        return None
    names = (text_at(object_of(profile), key) for key in ("display_name", "name"))
    return next(filter(None, names), None)


READER = Reader(
    "nostr",
    "notes and articles of Nostr (JSON)",
    recognise_files("nostr"),
    _read,
    (
        "reply", "repost", "private", "draft", "comment", "followers only", "hidden", "trash",
        "superseded", "somebody else's", "other kind", "duplicate", "incomplete", "empty",
    ),
)  # fmt: skip
