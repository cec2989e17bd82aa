"""Makes documents of the messages of a channel."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from sitegen.models import Document, DumpPlace, Medium
from sitegen.readers.dates import from_epoch, parse_date
from sitegen.readers.findings import Reason
from sitegen.readers.formats.telegram.chats import Chat
from sitegen.readers.formats.telegram.media import kind_of
from sitegen.readers.formats.telegram.texts import Message, tags_of, text_of
from sitegen.readers.identity import identify

_SERVICE = "telegram"
_FORWARDED = frozenset({"forwarded_from", "forwarded_from_id", "saved_from"})
_QUARTER = timedelta(minutes=15)
_LARGEST_OFFSET = timedelta(hours=14)


def reasons_to_skip(message: Message) -> Iterator[Reason]:
    """Each reason why a message is left out, as far as its kind decides; none if it is not."""
    match message.get("type"):
        case "message":
            if not _FORWARDED.isdisjoint(message):
                yield "repost"
            if message.get("paid_stars_amount"):
                yield "paid"
        case "service":
            yield "service message"
        case "unsupported":
            yield "unsupported"
        case _:
            yield "incomplete"


def date_of(message: Message) -> datetime | None:
    """When it was sent, with the offset of the computer that made the export.

    ``date`` is local time; only ``date_unixtime``, since 2022, tells the moment. ``edited`` may be
    the time of the first reaction.
    """
    moment = from_epoch(message.get("date_unixtime"))
    written = message.get("date")
    local = parse_date(written, UTC) if isinstance(written, str) else None
    if moment is None or local is None:
        return moment or local
    offset = local - moment
    if offset % _QUARTER or abs(offset) > _LARGEST_OFFSET:
        return moment
    return moment.astimezone(timezone(offset) if offset else UTC)


def has_zone(message: Message) -> bool:
    """Whether the moment is known."""
    return from_epoch(message.get("date_unixtime")) is not None


def make_document(message: Message, chat: Chat, dump: str, medium: Medium | None) -> Document:
    """The document of a message."""
    text, is_markdown = text_of(message)
    names = (message.get("author"), message.get("from"), chat.name)
    return Document(
        id=identify(_SERVICE, chat.id, str(message.get("id"))),
        kind="post",
        text=text,
        place=DumpPlace(dump),
        is_markdown=is_markdown,
        has_own_id=True,
        author=next((name for name in names if isinstance(name, str) and name.strip()), None),
        date=date_of(message),
        tags=tags_of(message),
        media=(medium,) if medium else (),
    )


def empty_reason(message: Message) -> Reason:
    """Why a message without words is left out."""
    return "attachment" if kind_of(message) == "file" else "empty"


def join_albums(documents: Iterable[Document]) -> Iterator[Document]:
    """Joins the messages of an album.

    Nothing ties them together but the second: each has one picture or film, and at most one of
    them has words.
    """
    waiting: Document | None = None
    for document in documents:
        if waiting and _is_of_album(waiting, document):
            worded = document if document.text else waiting
            waiting = replace(worded, id=waiting.id, media=waiting.media + document.media)
        else:
            if waiting:
                yield waiting
            waiting = document
    if waiting:
        yield waiting


def _is_of_album(before: Document, document: Document) -> bool:
    return bool(
        before.media
        and document.media
        and before.date is not None
        and before.date == document.date
        and before.author == document.author
        and not (before.text and document.text)
    )
