"""Archives of Mastodon and other servers that speak ActivityPub.

The posts are in ``outbox.json``, a collection of activities: https://www.w3.org/TR/activitypub/.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from sitegen.models import Document
from sitegen.readers.findings import Finding, ReadOptions, Unread
from sitegen.readers.formats.mastodon.reading import LEAVES_OUT, read_posts
from sitegen.readers.reader import Reader, recognise_formats
from sitegen.readers.sources import Entry, Source
from sitegen.readers.streams import stream_items

_OUTBOX = (r"outbox\.json", r"pixelfed-outbox\.json")
_ITEMS = "orderedItems"
_ACTOR = re.compile(r'"actor"\s*:\s*"([^"]+)"')
_confidence = recognise_formats("mastodon", "mastodon-zip", "mastodon-tar")


def _recognise(source: Source) -> float:
    is_archive = source.kind != "file" and source.first(*_OUTBOX) is None
    return 0.0 if is_archive else _confidence(source)


def _read(source: Source, options: ReadOptions) -> Iterator[Document | Finding]:
    outboxes = (source.file,) if source.file else source.find(*_OUTBOX)
    if not outboxes:
        raise source.entries[0].error("is no outbox of Mastodon")
    accounts = _by_account(outboxes)
    for of_account in accounts:
        part = source if len(accounts) == 1 else _beside(of_account, source)
        items = chain.from_iterable(map(_items_in, of_account))
        yield from read_posts(items, "mastodon", part, options)
    yield from (Unread(e.name) for e in source.entries if _is_unread(e, outboxes))


def _by_account(outboxes: Sequence[Entry]) -> list[list[Entry]]:
    """The outboxes of each account, of which a folder may hold several archives."""
    accounts: dict[str, list[Entry]] = {}
    for outbox in outboxes:
        actor = _ACTOR.search(outbox.head.text)
        accounts.setdefault(actor[1] if actor else outbox.name, []).append(outbox)
    return list(accounts.values())


def _beside(outboxes: Sequence[Entry], source: Source) -> Source:
    """The files in the folders of some outboxes."""
    folders = tuple(outbox.name.removesuffix(outbox.base) for outbox in outboxes)
    return source.with_entries(e for e in source.entries if e.name.startswith(folders))


def _items_in(outbox: Entry) -> Iterator[object]:
    """The activities of a collection, of its first page, or of a list of activities or pages."""
    head = outbox.head.json
    has_lines = head is not None and head.values > 1
    if has_lines or outbox.head.text.lstrip().startswith("["):
        for item in stream_items(outbox):
            inner = item.get(_ITEMS) if isinstance(item, dict) else None
            yield from inner if isinstance(inner, list) else [item]
    elif head is not None and "first" in head.outer and _ITEMS not in head.outer:
        yield from stream_items(outbox, "first", _ITEMS)
    else:
        yield from stream_items(outbox, _ITEMS)


def _is_unread(entry: Entry, outboxes: Sequence[Entry]) -> bool:
    is_data = entry.name.endswith((".json", ".csv"))
    return is_data and entry not in outboxes and entry.base != "actor.json"


READER = Reader(
    "mastodon",
    "a Mastodon archive, or the outbox of another server that speaks ActivityPub",
    _recognise,
    _read,
    LEAVES_OUT,
)
