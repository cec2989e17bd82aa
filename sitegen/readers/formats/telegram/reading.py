"""Reads an export: a file ``result.json``, or a folder or archive with several."""

from collections import Counter
from collections.abc import Iterator

from sitegen.errors import DumpError
from sitegen.models import Document
from sitegen.readers.detection import confidence_of
from sitegen.readers.findings import (
    Finding,
    Included,
    LeftOut,
    Lost,
    ReadOptions,
    Reason,
    Remark,
    Unread,
)
from sitegen.readers.formats.telegram.chats import Chat, list_chats, read_messages
from sitegen.readers.formats.telegram.documents import (
    empty_reason,
    has_zone,
    join_albums,
    make_document,
    reasons_to_skip,
)
from sitegen.readers.formats.telegram.media import medium_of
from sitegen.readers.formats.telegram.texts import Message, count_spoilers
from sitegen.readers.reader import Reader
from sitegen.readers.sources import Entry, Source
from sitegen.readers.threads import is_empty

_CONFIDENCE = 0.9
_ONLY_PRIVATE = 0.2
"""A folder with nothing public of Telegram may hold something else that is read."""
_NO_ZONE = (
    "the export does not name the time zone of its dates, so they were read as UTC; "
    "Telegram Desktop of 2022 or later writes the zone"
)
_SEVERAL = (
    "the export holds several public channels, which may be those of others that the account "
    "follows; --author takes one"
)


def _recognise(source: Source) -> float:
    exports, pages = _exports(source), _pages(source)
    if not exports and not pages:
        return 0.0
    is_all = source.file or any(map(_may_be_public, exports)) or _is_all_of(source, pages)
    return _CONFIDENCE if is_all else _ONLY_PRIVATE


def _is_all_of(source: Source, pages: tuple[Entry, ...]) -> bool:
    """Whether the folder of an export in HTML holds everything."""
    folders = [page.name.removesuffix(page.base) for page in pages]
    return any(all(e.name.startswith(folder) for e in source.entries) for folder in folders)


def _exports(source: Source) -> tuple[Entry, ...]:
    found = (source.file,) if source.file else source.find(r"result\d*\.json")
    return tuple(entry for entry in found if confidence_of("telegram", entry.head) > 0)


def _pages(source: Source) -> tuple[Entry, ...]:
    """The first page of an export in HTML."""
    found = (source.file,) if source.file else source.find(r"messages\.html")[:1]
    return tuple(entry for entry in found if confidence_of("telegram-html", entry.head) > 0)


def _may_be_public(entry: Entry) -> bool:
    return entry.head.is_cut or "public_channel" in entry.head.text


def _read(source: Source, options: ReadOptions) -> Iterator[Document | Finding]:
    exports = [(entry, list_chats(entry)) for entry in _exports(source)]
    public = [chat for _, chats in exports for chat in chats if chat.is_public]
    if not public:
        yield from _refuse(source, [chat for _, chats in exports for chat in chats])
        return
    reader = _MessageReader(source, options)
    yield from join_albums_among(reader.read(exports))
    yield from reader.report()
    yield from _report_chats(exports, public)


def _refuse(source: Source, chats: list[Chat]) -> Iterator[Finding]:
    """Raises an error, unless the export is a file among others in a folder."""
    if source.file and source.file.base != source.file.dump.name:
        yield Unread(source.file.name)
        return
    types = ", ".join(sorted({chat.type for chat in chats if chat.type}))
    what = "is in HTML" if not _exports(source) else "holds no public channel"
    raise DumpError(
        f"the Telegram export {what}{f', only: {types}' if types else ''}",
        path=source.path,
        hint="only public channels are read; export the channel alone, as machine-readable JSON",
    )


def _report_chats(exports: list[tuple[Entry, list[Chat]]], public: list[Chat]) -> Iterator[Finding]:
    left_out: Counter[Reason] = Counter()
    for _, chats in exports:
        for chat in chats:
            if not chat.is_public:
                left_out[chat.reason] += chat.messages
    yield from (LeftOut(reason, count) for reason, count in sorted((+left_out).items()))
    if len({chat.id for chat in public}) > 1:
        yield Remark(_SEVERAL)


def join_albums_among(items: Iterator[Document | Finding]) -> Iterator[Document | Finding]:
    """Joins the messages of albums; findings are yielded before them."""
    findings: list[Finding] = []

    def documents() -> Iterator[Document]:
        for item in items:
            if isinstance(item, Document):
                yield item
            else:
                findings.append(item)

    for document in join_albums(documents()):
        yield from findings
        findings.clear()
        yield document
    yield from findings


class _MessageReader:
    """Reads messages, and counts those that it leaves out."""

    def __init__(self, source: Source, options: ReadOptions) -> None:
        self._source = source
        self._options = options
        self._seen: set[tuple[str, object]] = set()
        self._counts: Counter[Reason] = Counter()
        self._spoilers = 0
        self._lacks_zone = False

    def read(self, exports: list[tuple[Entry, list[Chat]]]) -> Iterator[Document | Finding]:
        """The documents of all public channels."""
        for entry, chats in exports:
            for item in read_messages(entry, chats):
                if isinstance(item, Lost):
                    yield item
                else:
                    yield from self._read_message(*item, entry)

    def _read_message(
        self, chat: Chat, record: object, entry: Entry
    ) -> Iterator[Document | Finding]:
        message: Message = record if isinstance(record, dict) else {}
        if reasons := self._reasons(chat, message):
            admitted = self._options.admit(*reasons)
            self._counts[admitted.reason] += 1
            if not isinstance(admitted, Included):
                return
        medium, lost = medium_of(message, entry, self._source.by_name)
        if lost:
            yield lost
        document = make_document(message, chat, self._source.name, medium)
        if is_empty(document):
            self._counts[empty_reason(message)] += 1
            return
        self._spoilers += count_spoilers(message)
        self._lacks_zone |= not has_zone(message)
        yield document

    def _reasons(self, chat: Chat, message: Message) -> tuple[Reason, ...]:
        identifier = message.get("id")
        if not isinstance(identifier, int | str):
            return ("incomplete",)
        if (chat.id, str(identifier)) in self._seen:
            return ("duplicate",)
        self._seen.add((chat.id, str(identifier)))
        return tuple(reasons_to_skip(message))

    def report(self) -> Iterator[Finding]:
        """What was left out and lost in all messages."""
        for reason, count in sorted((+self._counts).items()):
            yield self._options.admit(reason, count=count)
        if self._spoilers:
            what = f"the hiding of spoilers, {self._spoilers:,} times"
            yield Lost(what, self._source.name, "the words are shown")
        if self._lacks_zone:
            yield Remark(_NO_ZONE)


READER = Reader(
    "telegram",
    "a Telegram export (JSON) with public channels",
    _recognise,
    _read,
    ("private", "repost", "paid", "service message", "other kind", "empty", "unsupported"),
)
