"""The chats in a Telegram export: one chat, or those of a whole account."""

from collections.abc import Iterator
from typing import NamedTuple

from sitegen.readers.findings import Lost, Reason
from sitegen.readers.sources import Entry
from sitegen.readers.streams.decoding import TextPieces
from sitegen.readers.streams.json_cursor import BrokenJsonError, Cursor, TooDeepError

_LISTS = ("chats", "left_chats")
_Fields = dict[str, object]


class Chat(NamedTuple):
    """A chat, without its messages."""

    id: str
    name: str
    type: str
    messages: int
    """How many there are."""

    @property
    def is_public(self) -> bool:
        """Whether anybody can read it, and only its owners write."""
        return self.type == "public_channel"

    @property
    def reason(self) -> Reason:
        """Why it is left out, if it is not public. Groups that are public have many authors."""
        return "other kind" if self.type.startswith("public") else "private"


def list_chats(entry: Entry) -> list[Chat]:
    """The chats of an export, in order.

    Their messages are counted and not parsed, as the type of a chat may stand behind them.
    """
    found: list[tuple[_Fields, int]] = []
    try:
        with entry.open() as file:
            cursor = Cursor(TextPieces(file))
            for fields in _walk(cursor):
                found.append((fields, 0))
                for count in _count_items(cursor):
                    found[-1] = (fields, count)
    except (BrokenJsonError, OSError):
        pass
    return [_chat_of(fields, count) for fields, count in found]


def _chat_of(fields: _Fields, count: int) -> Chat:
    identifier, name, kind = (fields.get(key) for key in ("id", "name", "type"))
    return Chat(
        str(identifier) if isinstance(identifier, int | str) else "",
        name.strip() if isinstance(name, str) else "",
        kind if isinstance(kind, str) else "",
        count,
    )


def read_messages(entry: Entry, chats: list[Chat]) -> Iterator[tuple[Chat, object] | Lost]:
    """The messages of the public channels among ``chats``, which are those of the export."""
    try:
        with entry.open() as file:
            cursor = Cursor(TextPieces(file))
            try:
                for _, chat in zip(_walk(cursor), chats, strict=False):
                    if chat.is_public:
                        yield from _messages(cursor, chat, entry)
                    else:
                        cursor.skip()
            except BrokenJsonError as error:
                where = f"{entry.name}, line {cursor.line}"
                yield Lost("the rest of the file", where, f"it is not JSON, or cut off: {error}")
    except OSError as error:
        yield Lost("the rest of the file", entry.name, f"it is damaged: {error}")


def _walk(cursor: Cursor) -> Iterator[_Fields]:
    """The fields of each chat, when the cursor is before its messages, to be moved past.

    Later fields are added during the iteration.
    """
    fields: _Fields = {}
    for key in cursor.members():
        if key == "messages" and cursor.peek() == "[":
            yield fields
        elif key in _LISTS and cursor.peek() in ("{", "["):
            yield from _walk_account(cursor)
        elif cursor.peek() in ("{", "["):
            cursor.skip()
        else:
            fields[key] = cursor.value()


def _walk_account(cursor: Cursor) -> Iterator[_Fields]:
    if cursor.peek() == "[":
        yield from _walk_list(cursor)
        return
    for key in cursor.members():
        if key == "list" and cursor.peek() == "[":
            yield from _walk_list(cursor)
        else:
            cursor.skip()


def _walk_list(cursor: Cursor) -> Iterator[_Fields]:
    for _ in cursor.items():
        if cursor.peek() == "{":
            yield from _walk(cursor)
        else:
            cursor.skip()


def _count_items(cursor: Cursor) -> Iterator[int]:
    """Moves past the items of a list; yields how many there were so far."""
    for count, _ in enumerate(cursor.items(), start=1):
        cursor.skip()
        yield count


def _messages(cursor: Cursor, chat: Chat, entry: Entry) -> Iterator[tuple[Chat, object] | Lost]:
    for _ in cursor.items():
        line = cursor.line
        try:
            yield chat, cursor.value()
        except TooDeepError:
            cursor.skip()
            yield Lost("a message", f"{entry.name}, line {line}", "it has too many levels")
