"""Files of JSON whose records stand as one program writes them: the layout is known, not searched.

- Elasticsearch, in the bulk format: a line with an action before each document:
  https://www.elastic.co/docs/api/doc/elasticsearch/operation/operation-bulk
- Sanity, with documents of all types, which name each other by their ids:
  https://www.sanity.io/docs/content-lake/importing-data
- Notion’s programming interface: :mod:`sitegen.readers.records.notion_pages`
"""

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import Any, NamedTuple

from sitegen.readers.findings import LeftOut, Lost
from sitegen.readers.records.notion_pages import is_page, record_of_page
from sitegen.readers.records.private_fields import holds_private
from sitegen.readers.records.roles import roles_of
from sitegen.readers.records.samples import SAMPLE, are_records
from sitegen.readers.sources import Entry
from sitegen.readers.streams import stream_items
from sitegen.readers.streams.json_values import text_at

_ACTIONS = frozenset({"index", "create", "update", "delete"})
_ACTION = re.compile(r"\s*\{\s*\"(?:index|create|update|delete)\"\s*:\s*\{")
_OF_ACTIONS = frozenset({"_index", "_id", "_type", "routing", "version", "retry_on_conflict"})
_OF_SANITY = frozenset({"_id", "_type", "_rev"})
_REFERENCE = "_ref"
_PAGES = "results"
"""The list of an answer of Notion."""

Item = object
"""A record; or what was lost or left out where one would be."""


class Layout(NamedTuple):
    """How to read the records of a file, and which fields they have."""

    records: Callable[[Entry], Iterator[Item]]
    fields: frozenset[str]


def find_layout(entry: Entry) -> Layout | None:
    """The layout of a file with texts or links, none of them private; None if it is unknown."""
    head = entry.head.json
    if head is None:
        return None
    read: Callable[[Entry], Iterator[Item]] | None = None
    if head.values > 1 and _ACTION.match(entry.head.text):
        read = _read_bulk
    elif head.values > 1 and head.outer >= _OF_SANITY:
        read = _read_sanity
    elif {"object", "properties"} <= head.outer | head.inner:
        read = _read_notion
    if read is None:
        return None
    found = (item for item in read(entry) if not isinstance(item, Lost | LeftOut))
    sample = list(islice(found, SAMPLE))
    fields = frozenset(name for each in sample if isinstance(each, dict) for name in each)
    return Layout(read, fields) if are_records(sample) and not holds_private(fields) else None


def _read_bulk(entry: Entry) -> Iterator[Item]:
    """The documents below their actions, except those that a later action deletes."""
    deleted: set[str] = set()
    for verb, own in _actions_in(stream_items(entry)):
        (deleted.add if verb == "delete" else deleted.discard)(own)
    items = stream_items(entry)
    for item in items:
        if not isinstance(item, dict) or not _is_action(item):
            yield item  # a broken line, or a document without an action
            continue
        ((verb, action),) = item.items()
        own = str(action.get("_id", ""))
        if verb == "delete":
            continue
        document = next(items, None)
        if isinstance(document, dict) and verb == "update":
            document = document.get("doc", document)
        if own and own in deleted:
            yield LeftOut("trash")
        elif isinstance(document, dict):
            yield {"_id": own, **document} if own else document


def _actions_in(items: Iterator[Item]) -> Iterator[tuple[str, str]]:
    """The verb of each action and the id of its document."""
    for item in items:
        if isinstance(item, dict) and _is_action(item):
            ((verb, action),) = item.items()
            yield verb, str(action.get("_id", ""))


def _is_action(item: Item) -> bool:
    if not isinstance(item, dict) or len(item) != 1:
        return False
    ((verb, action),) = item.items()
    return verb in _ACTIONS and isinstance(action, dict) and _OF_ACTIONS.issuperset(action)


def _read_sanity(entry: Entry) -> Iterator[Item]:
    """The documents of the types that have texts, with the names of those that they refer to."""
    names: dict[str, str] = {}
    kinds: set[str] = set()
    for item in stream_items(entry):
        if isinstance(item, dict):
            names[text_at(item, "_id")] = text_at(item, "name") or text_at(item, "title")
            if _has_text(tuple(item)):
                kinds.add(text_at(item, "_type"))
    for item in stream_items(entry):
        if isinstance(item, dict) and text_at(item, "_type") not in kinds:
            yield LeftOut("other kind")
        else:
            yield _with_names(item, names)


def _has_text(fields: tuple[str, ...]) -> bool:
    roles = roles_of(fields)
    return ("text" in roles or "html" in roles) and not holds_private(fields)


def _with_names(value: Any, names: Mapping[str, str]) -> Any:
    """A document with the names of others in place of their ids, also in lists."""
    if isinstance(value, list):
        return [_with_names(each, names) if _is_reference(each) else each for each in value]
    if _is_reference(value):
        return names.get(str(value[_REFERENCE]), "")
    if isinstance(value, dict) and "_rev" in value:
        return {field: _with_names(each, names) for field, each in value.items()}
    return value


def _is_reference(value: object) -> bool:
    return isinstance(value, dict) and _REFERENCE in value


def _read_notion(entry: Entry) -> Iterator[Item]:
    """The pages in one answer, in several on lines of their own, or in a list."""
    head = entry.head.json
    is_answer = head is not None and head.values == 1 and _PAGES in head.outer
    for item in stream_items(entry, *((_PAGES,) if is_answer else ())):
        pages = item.get(_PAGES) if isinstance(item, dict) else None
        for page in pages if isinstance(pages, list) else [item]:
            yield record_of_page(page) if is_page(page) else page
