"""Finds the pages in the exports of outliners, with their blocks.

Roam writes a list of pages, Logseq an object with a list of them; their keys have other names.
https://roamresearch.com/#/app/help/page/RxZF78p60, https://docs.logseq.com/#/page/export
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sitegen.readers.dates import from_epoch
from sitegen.readers.findings import Lost
from sitegen.readers.sources import Entry
from sitegen.readers.streams import stream_items
from sitegen.readers.streams.json_values import list_of

_MOST_NESTED = 100
"""How deep blocks are read; none are so deep but on purpose."""


@dataclass(frozen=True, slots=True)
class Block:
    """A block of text, with those below it."""

    uid: str
    text: str
    heading: int = 0
    """The rank of a heading; 0 if it is none."""
    blocks: tuple["Block", ...] = ()


@dataclass(frozen=True, slots=True)
class GraphPage:
    """A page of a graph."""

    title: str
    uid: str
    blocks: tuple[Block, ...]
    created: datetime | None = None
    updated: datetime | None = None
    fields: Mapping[str, object] = field(default_factory=dict)
    """Its properties, by their names."""


def roam_pages(entry: Entry) -> Iterator[GraphPage | Lost]:
    """The pages of an export of Roam."""
    for item in stream_items(entry):
        if isinstance(item, Lost):
            yield item
        elif isinstance(item, dict) and isinstance(item.get("title"), str):
            yield GraphPage(
                title=item["title"],
                uid=str(item.get("uid") or ""),
                blocks=_roam_blocks(item),
                created=from_epoch(item.get("create-time")) or _first_moment(item),
                updated=from_epoch(item.get("edit-time")),
            )


def _roam_blocks(item: Mapping[str, object], depth: int = 0) -> tuple[Block, ...]:
    children = list_of(item.get("children")) if depth < _MOST_NESTED else []
    return tuple(
        Block(
            uid=str(child.get("uid") or ""),
            text=str(child.get("string") or ""),
            heading=_rank(child.get("heading")),
            blocks=_roam_blocks(child, depth + 1),
        )
        for child in children
        if isinstance(child, dict)
    )


def _first_moment(item: Mapping[str, object]) -> datetime | None:
    """When the first block was written, of a page that says nothing on itself."""
    children = [child for child in list_of(item.get("children")) if isinstance(child, dict)]
    moments = (from_epoch(child.get("create-time")) for child in children)
    return min(filter(None, moments), default=None)


def logseq_pages(entry: Entry) -> Iterator[GraphPage | Lost]:
    """The pages of an export of Logseq."""
    for item in stream_items(entry, "blocks"):
        if isinstance(item, Lost):
            yield item
        elif isinstance(item, dict) and isinstance(item.get("page-name"), str):
            properties = item.get("properties")
            fields = properties if isinstance(properties, dict) else {}
            yield GraphPage(
                title=str(fields.get("title") or item["page-name"]),
                uid=str(item.get("id") or ""),
                blocks=_logseq_blocks(item),
                created=from_epoch(item.get("created-at")),
                updated=from_epoch(item.get("updated-at")),
                fields={str(key): value for key, value in fields.items()},
            )


def _logseq_blocks(item: Mapping[str, object], depth: int = 0) -> tuple[Block, ...]:
    children = list_of(item.get("children")) if depth < _MOST_NESTED else []
    return tuple(
        Block(
            uid=_uid_in(child),
            text=str(child.get("content") or ""),
            blocks=_logseq_blocks(child, depth + 1),
        )
        for child in children
        if isinstance(child, dict)
    )


def _uid_in(block: Mapping[str, object]) -> str:
    properties = block.get("properties")
    own = properties.get("id") if isinstance(properties, dict) else None
    return str(own or block.get("id") or "")


def _rank(value: object) -> int:
    return value if isinstance(value, int) and 0 < value <= 6 else 0
